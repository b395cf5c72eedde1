"""One edited page of prose made again alone, and put into the frame that the last build of all pages left of it.

Whatever of an edit reaches beyond its page is left to a build of all pages: another heading, front matter, a file that is
shown or linked to now, a place that others may lead to and that is gone, anything that MkDocs or we would complain of.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from generator.build.prose_store import KnownFile
from generator.build.session import Job
from generator.model.steps import STEPS
from generator.plugin import exact
from generator.plugin.page_steps import Content, anchors_of, completed, described_as, prepared
from generator.plugin.pictures import ProsePictures
from generator.plugin.published import attached_files
from generator.prose.frames import KeptPage
from generator.prose.layer import Prose, ProsePage, plain_meta

_MOST = 8
"""Pages that are worth making one by one."""

_MATERIAL_INDEX = "search/search_index.json"
"""Made of all pages together, by a plugin that is not asked here."""


def spliced(job: Job, prose: Prose | None) -> Prose | None:
    """What the last build left, with the pages made again whose text alone has changed; None where all have to be made."""
    edited = job.inputs.edited_since(prose.inputs) if prose is not None else None
    if prose is None or not edited or len(edited) > _MOST or (prose.tree / _MATERIAL_INDEX).is_file():
        return None
    pages = {name: page for name in edited if (page := job.store.page(name)) is not None}
    found = job.store.files()
    if len(pages) < len(edited) or found is None:
        return None
    STEPS.info("生成手册正文（只有改动的页）")
    splice = _Splice(job, found.rows)
    made = {name: _Remade(splice, name, page) for name, page in pages.items()}
    if not all(row.fits for row in made.values()):
        return None
    return _exchanged(job, prose, made)


def _exchanged(job: Job, prose: Prose, made: Mapping[str, _Remade]) -> Prose:
    metas = {row.kept.path: row.meta for row in made.values()}
    htmls = {row.kept.path: row.html for row in made.values()}
    fresh = replace(
        prose,
        inputs=job.inputs,
        pages=tuple(ProsePage(path=row.path, meta=metas.get(row.path, row.meta)) for row in prose.pages),
        chapters=tuple(
            replace(row, html=htmls.get(row.path, row.html), meta=metas.get(row.path, row.meta))
            for row in prose.chapters
        ),
    )
    return job.store.exchange(
        fresh,
        pages={name: row.renewed for name, row in made.items()},
        finished={row.place: row.finished for row in made.values()},
    )


class _Splice:
    """What single pages are made with: MkDocs' configuration without theme and plugins, and the files of the last build."""

    def __init__(self, job: Job, known: Iterable[KnownFile]) -> None:
        docs = job.edition.survey.settings.docs
        self.job = job
        self.config = load_config(str(job.config), plugins={}, theme={"name": None, "custom_dir": str(docs)})
        self.config.markdown_extensions.append(exact.NAME)
        self.files = Files([_file(row, self.config) for row in known])
        self.attached = attached_files(self.files, self.config)
        self.pictures = ProsePictures.of(self.files, self.config, job.gallery)

    def ids(self, source: str) -> frozenset[str]:
        """The places on a page that links may lead to; none where that is not known."""
        page = self.job.store.page(source)
        return frozenset(page.ids if page is not None else ())


class _Remade:
    """One page made again; `kept` is what it was."""

    def __init__(self, splice: _Splice, source: str, kept: KeptPage) -> None:
        self.kept = kept
        self._splice = splice
        self._source = source
        file = splice.files.get_file_from_path(source)
        assert file is not None
        self.place = file.dest_uri
        with _told() as told:
            self._page, self._content = self._made(file)
        self._quiet = not told

    def _made(self, file: File) -> tuple[Page, Content]:
        splice = self._splice
        edition = splice.job.edition
        page = Page(None, file, splice.config)
        page.read_source(splice.config)
        page.markdown = prepared(edition, page.markdown or "", page)
        page.render(splice.config, splice.files)
        return page, completed(page, page.content or "", edition, splice.pictures, splice.attached)

    @property
    def fits(self) -> bool:
        """Whether the page may stay in its frame, and all others as they are."""
        return (
            self._quiet
            and not self._content.problems
            and self._content.facts == self.kept.facts
            and self._content.described == self.kept.described
            and set(self.kept.ids) <= set(self.renewed.ids)
            and all(self._leads_somewhere(source, id) for source, id in self.renewed.anchors)
        )

    def _leads_somewhere(self, source: str, id: str) -> bool:
        if (source, id) in self.kept.anchors and source != self._source:
            return True
        return id in (self.renewed.ids if source == self._source else self._splice.ids(source))

    @property
    def renewed(self) -> KeptPage:
        """What is kept of the page now."""
        return replace(
            self.kept, ids=tuple(sorted(self._page.present_anchor_ids or ())), anchors=anchors_of(self._page)
        )

    @property
    def html(self) -> str:
        """Its content."""
        return self._content.html

    @property
    def meta(self) -> dict[str, object]:
        """Its front matter, with its description."""
        return plain_meta(self._page.meta)

    @property
    def finished(self) -> str:
        """The whole page."""
        return self.kept.filled(self.html, described_as(self._page, self._content) or "")


def _file(row: KnownFile, config: MkDocsConfig) -> File:
    folder = config.docs_dir if row.own else None
    return File(row.name, folder, config.site_dir, use_directory_urls=True, dest_uri=row.place)


@contextmanager
def _told() -> Iterator[list[logging.LogRecord]]:
    """What MkDocs would say of a page: it says so in the build of all pages that follows."""
    told: list[logging.LogRecord] = []

    def keep(record: logging.LogRecord) -> bool:
        told.append(record)
        return False

    log = logging.getLogger("mkdocs.structure.pages")
    level = log.level
    log.addFilter(keep)
    log.setLevel(logging.INFO)
    try:
        yield told
    finally:
        log.setLevel(level)
        log.removeFilter(keep)
