"""The search index of a site, made of its finished pages.

The gate looks at its texts, where other names of sections stand too, and not at its postings: pairs of letters tell nothing,
and their numbers read like addresses.

What was indexed last is kept in the cache: nothing is done where pages say what they said, a page is parsed anew where its
file is another one, and of an edited section only the terms that it won or lost are written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from generator.build.executors import rare_garbage_collection
from generator.build.shared_artifact import (
    Artifact,
    ArtifactFile,
    SharedContext,
    index,
    pages,
    prose,
    rules,
    stamped,
)
from generator.formats.search.initials import initials
from generator.formats.search.pages import SearchedPage, SearchedSite
from generator.formats.search.shards import (
    INDEX_FOLDER,
    SEARCHED_TEXTS_FOLDER,
    edited_files,
    file_names,
    handed_file,
    search_files,
    value_in,
)
from generator.formats.search.synonyms import WordGroups, word_groups
from generator.formats.search.words import aliases_by_page, short_names, unit_words, word_list
from generator.model.article_places import article_names
from generator.model.page import page_file, url_path
from generator.model.records.search_words import SearchWords
from generator.output.hashing import digest, digest_of
from generator.present.kit.registry import pages_about
from generator.present.kit.urls import STANDARDS, branch_path, committee_path
from generator.present.prose_pages.contents import ListedPage, SearchContents
from generator.prose.sections import PageSection, article_of, page_sections

_KEPT, _NOTED = "search.json", "search-texts.json"
_NUMBER = re.compile(r"^[\d.]+\s*")


@dataclass(frozen=True)
class KeptIndex:
    """What an index was made of; `version` is that of its directory."""

    version: str
    pages: tuple[SearchedPage, ...]
    words: WordGroups

    @cached_property
    def site(self) -> SearchedSite:
        """What was searched."""
        return SearchedSite.of(self.pages, self.words)


class PageDigests(NamedTuple):
    """Digests of the file of a page and of what is searched of it."""

    file: str
    text: str


class NotedTexts(NamedTuple):
    """Those of every page by path: a file that was looked at is not parsed again."""

    pages: Mapping[str, PageDigests]


def _search_index(context: SharedContext) -> Iterator[ArtifactFile]:
    """The files of the index, and the page of all titles; files that stand as they should are only named."""
    kept = _standing(context)
    found = (*_pages(context, kept), *_names(context))
    same = word_groups(row.words for row in context.edition.survey.declared.words.same)
    shown = context.edition.site
    site = SearchedSite.of(found, same, units=shown.judged and shown.has_committees)
    yield from _contents(context, site)
    yield from (ArtifactFile(*row) for row in _words(context, units=site.units))
    written = set()
    with rare_garbage_collection():
        for name, data in _files(site, kept, context.tree):
            written.add(name)
            yield ArtifactFile(name, data, scanned=name.startswith(SEARCHED_TEXTS_FOLDER))
    yield from (ArtifactFile(name, None) for name in file_names(site) if name not in written)
    context.cache.write(_KEPT, KeptIndex(site.version, found, site.words))


def _contents(context: SharedContext, site: SearchedSite) -> Iterator[ArtifactFile]:
    """The page of all titles and headings."""
    kinds: dict[str, list[ListedPage]] = {}
    for page in site.pages:
        headings = tuple((part.heading, part.anchor) for part in page.sections[1:])
        kinds.setdefault(page.rank[1].name, []).append(ListedPage(page.title, page_file(page.path), headings))
    shown = context.edition.site
    yield from stamped(context, pages_about(SearchContents(site=shown, kinds=kinds), shown.audience))


def _words(context: SharedContext, *, units: bool) -> Iterator[tuple[str, bytes]]:
    """The file of the words that mean the same, and that of the words for sections of units' pages."""
    words = context.edition.survey.declared.words
    yield handed_file("words", word_list(words))
    if units:
        yield handed_file("units", unit_words(words))


def _standing(context: SharedContext) -> KeptIndex | None:
    """The index that was kept, if the whole of it stands in the tree: it may be of a build that was given up."""
    kept = context.cache.read(_KEPT, KeptIndex)
    if kept is None or kept.version != _version_in(context.tree):
        return None
    return kept if all((context.tree / name).is_file() for name in file_names(kept.site)) else None


def _version_in(tree: Path) -> str | None:
    """The version of the index that stands in a tree."""
    directory = tree / INDEX_FOLDER / "directory.js"
    return str(value_in(directory.read_text(encoding="utf-8"))["version"]) if directory.is_file() else None


def _files(site: SearchedSite, kept: KeptIndex | None, tree: Path) -> Iterator[tuple[str, bytes]]:
    """Those that differ from what stands in the tree; where their numbers would not be the same, all."""

    def read(folder: str, number: int) -> str:
        return str(value_in((tree / f"{INDEX_FOLDER}{folder}/{number}.js").read_text(encoding="utf-8")))

    edited = edited_files(site, kept.site, read) if kept is not None else None
    return search_files(site) if edited is None else edited


def _pages(context: SharedContext, kept: KeptIndex | None) -> Iterator[SearchedPage]:
    """The pages that are about no single unit, with their text; those that say what they said are not read."""
    known = {page.path: page for page in kept.pages} if kept is not None else {}
    aliases = _aliases(context)
    noted = _noted(context)
    for path in _paths(context):
        before, tools = known.get(path), path in context.prose.tools
        same = before is not None and noted[path].text == _text_digest(before.sections)
        sections = before.sections if before is not None and same else _sections(context, path)
        yield SearchedPage(path, sections, aliases.get(path, {}), tools, _initials(path, sections))


def _aliases(context: SharedContext) -> Mapping[str, Mapping[str, str]]:
    """The everyday words of sections by page and anchor; an article goes by what it is cited as."""
    found = {path: dict(rows) for path, rows in aliases_by_page(context.edition.survey.declared.words).items()}
    for file, anchor, names in article_names(context.edition.site.sources):
        rows = found.setdefault(url_path(file), {})
        rows[anchor] = "\n".join(filter(None, (names, rows.get(anchor))))
    return found


def _paths(context: SharedContext) -> Iterator[str]:
    yield from (*context.prose.paths, *context.pages)


def _initials(path: str, sections: Sequence[PageSection]) -> str:
    """The initials of the name of a standard, by which its page goes as well."""
    named = path.startswith(STANDARDS) and sections
    return initials(_NUMBER.sub("", sections[0].heading)) if named else ""


def _sections(context: SharedContext, path: str) -> tuple[PageSection, ...]:
    """What a page says; it is parsed once."""
    if path not in context.sections:
        html = (context.tree / page_file(path)).read_text(encoding="utf-8")
        context.sections[path] = tuple(page_sections(article_of(html)))
    return context.sections[path]


def searched_texts(context: SharedContext) -> str:
    """What these pages say: not what changes with the records on them, nor what stands around it."""
    noted = _noted(context)
    found = {path: _digests(context, path, noted.get(path)) for path in _paths(context)}
    if found != noted:
        context.cache.write(_NOTED, NotedTexts(found))
    return digest_of(row.text for row in found.values())


def _noted(context: SharedContext) -> Mapping[str, PageDigests]:
    noted = context.cache.read(_NOTED, NotedTexts)
    return noted.pages if noted is not None else {}


def _digests(context: SharedContext, path: str, noted: PageDigests | None) -> PageDigests:
    of_file = digest((context.tree / page_file(path)).read_bytes())
    if noted is not None and noted.file == of_file:
        return noted
    return PageDigests(of_file, _text_digest(_sections(context, path)))


def _text_digest(sections: Iterable[PageSection]) -> str:
    return digest_of("\0".join(part) for part in sections)


def _names(context: SharedContext) -> Iterator[SearchedPage]:
    """The pages of committees and branches, by their names."""
    site, words = context.edition.site, context.edition.survey.declared.words
    for entry in site.index.committees:
        if site.has_committees:
            yield _named(committee_path(entry.id), entry.committee.name, words)
        for branch in entry.branches:
            yield _named(branch_path(branch.id), branch.called(site.as_of), words)


def _named(path: str, name: str, words: SearchWords) -> SearchedPage:
    """A page by its name, its initials, and what people call it in short."""
    names = (initials(name), *short_names(name, words))
    return SearchedPage(path, (PageSection("", name, ""),), known_as="\n".join(names))


SEARCHED = (
    Artifact(
        name="search",
        rests_on=(rules, prose, index, pages, searched_texts),
        make=_search_index,
        paged=True,
    ),
)
"""Made when all other pages are, and before what lists or packs the files of the site."""
