"""The search index of a site, made of its finished pages: the gate has looked at all that it says."""

from __future__ import annotations

from collections.abc import Iterator

from generator.build.shared_artifact import ArtifactFile, SharedContext
from generator.formats.search.initials import initials
from generator.formats.search.pages import SearchedPage, SearchedSite
from generator.formats.search.shards import handed_file, search_files
from generator.formats.search.words import aliases_by_page, word_list
from generator.load.glossary import index_words
from generator.model.page import page_file
from generator.present.kit.urls import branch_path, committee_path
from generator.prose.sections import Section, article_of, sections_of


def search_index(context: SharedContext) -> Iterator[ArtifactFile]:
    """The files of the index."""
    site = SearchedSite.of((*_pages(context), *_names(context)))
    settings, words = context.edition.survey.settings, context.edition.survey.declared.words
    known = handed_file("words", word_list(words, index_words(settings.docs, settings.root)))
    for name, data in (known, *search_files(site)):
        yield ArtifactFile(name, data, scanned=False)


def _pages(context: SharedContext) -> Iterator[SearchedPage]:
    """The pages that are about no single unit, with their text."""
    aliases = aliases_by_page(context.edition.survey.declared.words)
    for path in (*context.prose.paths, *context.pages):
        html = (context.tree / page_file(path)).read_text(encoding="utf-8")
        sections = tuple(sections_of(article_of(html)))
        yield SearchedPage(path, sections, tools=path in context.prose.tools, aliases=aliases.get(path, {}))


def _names(context: SharedContext) -> Iterator[SearchedPage]:
    """The pages of committees and branches, by their names."""
    site = context.edition.site
    for entry in site.index.committees:
        if site.has_committees:
            yield _named(committee_path(entry.id), entry.committee.name)
        for branch in entry.branches:
            yield _named(branch_path(branch.id), branch.called(site.as_of))


def _named(path: str, name: str) -> SearchedPage:
    return SearchedPage(path, (Section("", name, ""),), aliases={"": initials(name)})
