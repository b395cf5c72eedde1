"""The search index of a site, made of its finished pages: the gate has looked at all that it says.

What was indexed last is kept in the cache: a page is read anew where its file changed, and of an edited section only the
terms that it won or lost are written.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.build.executors import rare_garbage_collection
from generator.build.shared_artifact import (
    Artifact,
    ArtifactFile,
    SharedContext,
    index,
    pages,
    print_sizes,
    prose,
    revisions,
    rules,
    showcases,
    stamped,
    sums,
)
from generator.formats.search.initials import initials
from generator.formats.search.pages import SearchedPage, SearchedSite
from generator.formats.search.shards import (
    INDEX_FOLDER,
    edited_files,
    file_names,
    handed_file,
    search_files,
    value_in,
)
from generator.formats.search.words import aliases_by_page, word_list
from generator.model.page import page_file
from generator.present.kit.registry import pages_about
from generator.present.kit.urls import branch_path, committee_path
from generator.present.prose_pages.contents import ListedPage, SearchContents
from generator.prose.sections import PageSection, article_of, page_sections

_KEPT = "search.json"


@dataclass(frozen=True)
class KeptIndex:
    """What an index was made of; `version` is that of its directory."""

    version: str
    pages: tuple[SearchedPage, ...]

    @cached_property
    def site(self) -> SearchedSite:
        """What was searched."""
        return SearchedSite.of(self.pages)


def _search_index(context: SharedContext) -> Iterator[ArtifactFile]:
    """The files of the index, and the page of all titles; files that stand as they should are only named."""
    kept = _standing(context)
    found = (*_pages(context, kept), *_names(context))
    site = SearchedSite.of(found)
    yield from _contents(context, site)
    yield ArtifactFile(*_words(context), scanned=False)
    written = set()
    with rare_garbage_collection():
        files = list(_files(site, kept, context.tree))
    for name, data in files:
        written.add(name)
        yield ArtifactFile(name, data, scanned=False)
    yield from (ArtifactFile(name, None) for name in file_names(site) if name not in written)
    context.cache.write(_KEPT, KeptIndex(site.version, found))


def _contents(context: SharedContext, site: SearchedSite) -> Iterator[ArtifactFile]:
    """The page of all titles and headings."""
    kinds: dict[str, list[ListedPage]] = {}
    for page in site.pages:
        headings = tuple((part.heading, part.anchor) for part in page.sections[1:])
        kinds.setdefault(page.rank[1].name, []).append(ListedPage(page.title, page_file(page.path), headings))
    shown = context.edition.site
    yield from stamped(context, pages_about(SearchContents(site=shown, kinds=kinds), shown.audience))


def _words(context: SharedContext) -> tuple[str, bytes]:
    """The file of the words that mean the same."""
    return handed_file("words", word_list(context.edition.survey.declared.words))


def _standing(context: SharedContext) -> KeptIndex | None:
    """The index that was kept, if the whole of it stands in the tree: it may be of a build that was given up."""
    kept = context.cache.read(_KEPT, KeptIndex)
    if kept is None:
        return None
    directory, *others = (context.tree / name for name in file_names(kept.site))
    whole = directory.is_file() and value_in(directory.read_text(encoding="utf-8"))["version"] == kept.version
    return kept if whole and all(path.is_file() for path in others) else None


def _files(site: SearchedSite, kept: KeptIndex | None, tree: Path) -> Iterator[tuple[str, bytes]]:
    """Those that differ from what stands in the tree; where their numbers would not be the same, all."""

    def read(folder: str, number: int) -> str:
        return str(value_in((tree / f"{INDEX_FOLDER}{folder}/{number}.js").read_text(encoding="utf-8")))

    edited = edited_files(site, kept.site, read) if kept is not None else None
    return search_files(site) if edited is None else edited


def _pages(context: SharedContext, kept: KeptIndex | None) -> Iterator[SearchedPage]:
    """The pages that are about no single unit, with their text; those whose files are as they were are not read."""
    known = {page.path: page for page in kept.pages} if kept is not None else {}
    aliases = aliases_by_page(context.edition.survey.declared.words)
    for path in (*context.prose.paths, *context.pages):
        before = known.get(path) if page_file(path) not in context.changed else None
        sections = before.sections if before is not None else _sections(context.tree / page_file(path))
        yield SearchedPage(path, sections, aliases.get(path, {}), tools=path in context.prose.tools)


def _sections(file: Path) -> tuple[PageSection, ...]:
    return tuple(page_sections(article_of(file.read_text(encoding="utf-8"))))


def _names(context: SharedContext) -> Iterator[SearchedPage]:
    """The pages of committees and branches, by their names."""
    site = context.edition.site
    for entry in site.index.committees:
        if site.has_committees:
            yield _named(committee_path(entry.id), entry.committee.name)
        for branch in entry.branches:
            yield _named(branch_path(branch.id), branch.called(site.as_of))


def _named(path: str, name: str) -> SearchedPage:
    return SearchedPage(path, (PageSection("", name, ""),), {"": initials(name)})


SEARCHED = (
    Artifact(
        name="search",
        rests_on=(rules, revisions, prose, index, showcases, sums, print_sizes, pages),
        make=_search_index,
        paged=True,
    ),
)
"""Made when all other pages are, and before what lists or packs the files of the site."""
