"""What MkDocs made of the prose, taken down while it goes: pages, slots, shells, the chapters of the handbook."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

from generator.build.edition import Edition
from generator.build.session import Job
from generator.model.problem import Problem
from generator.output import csp
from generator.output.tree import write_file
from generator.plugin.page_steps import Content, anchors_of
from generator.plugin.pictures import ProsePictures
from generator.present.kit.urls import NOTE_FILE, STANDARDS
from generator.prose import layer as prose
from generator.prose import shells
from generator.prose.frames import KeptPage
from generator.settings import Settings

_OURS = "mkdocs.plugins.zhibu"
_PLUGINS = {"search", "material/search", "zhibu"}
_READERS = ("snippets", "include", "b64")
"""Parts of the names of Markdown extensions that read files which this program knows nothing of."""


@dataclass(slots=True)
class Work:
    """What one build keeps between its events.

    `contents` are what pages were rendered to and `frames` what their finished pages have around it, by URL path;
    `attached` are the files of `docs/` that are no pages.
    """

    job: Job
    config: MkDocsConfig
    pictures: ProsePictures
    kinds: dict[str, str] = field(default_factory=dict)
    tabs: dict[str, str] = field(default_factory=dict)
    nav: list[Page] = field(default_factory=list)
    shelf: shells.Shells = field(default_factory=shells.Shells)
    pages: list[Page] = field(default_factory=list)
    slotted: list[Page] = field(default_factory=list)
    trusted: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
    held: set[str] = field(default_factory=set)
    contents: dict[str, Content] = field(default_factory=dict)
    frames: dict[str, tuple[str, ...]] = field(default_factory=dict)
    attached: frozenset[str] = frozenset()
    files: Iterable[File] = ()

    @property
    def edition(self) -> Edition:
        """The edition that is made."""
        return self.job.edition

    @property
    def settings(self) -> Settings:
        """What it is made of."""
        return self.job.edition.survey.settings


class Warnings(logging.Handler):
    """Counts what MkDocs complains of, our own records apart: prose with complaints is made, and told, anew each time."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.count = 0

    def emit(self, record: logging.LogRecord) -> None:
        """Count one complaint."""
        self.count += record.name != _OURS


def taken_down(work: Work, config: MkDocsConfig) -> prose.Prose:
    """What MkDocs made, as plain data."""
    tree = Path(config.site_dir)
    site_url = config.site_url or ""
    if site_url:  # the site map is made of all pages, at the end
        for name in ("sitemap.xml", "sitemap.xml.gz"):
            (tree / name).unlink(missing_ok=True)
    for name, text in csp.server_files(csp.policy(_finished(work, tree))):
        write_file(tree, name, text)
    return prose.Prose.of(
        inputs=work.job.inputs,
        tree=tree,
        site_name=config.site_name,
        site_url=site_url,
        shelf=work.shelf,
        pages=tuple(prose.ProsePage(path=page.url, meta=prose.plain_meta(page.meta)) for page in work.slotted),
        paths=tuple(page.url for page in work.pages),
        tools=tuple(page.url for page in work.pages if _is_for_tools(page)),
        chapters=tuple(_chapters(work)),
        trusted=tuple(sorted(work.trusted)),
        problems=tuple(work.problems),
    )


def _is_for_tools(page: Page) -> bool:
    """Whether front matter keeps a page out of the readers' search, in Material's words: `search: {exclude: true}`."""
    said = page.meta.get("search")
    return isinstance(said, dict) and bool(said.get("exclude"))


def _finished(work: Work, tree: Path) -> Iterator[str]:
    """Every page that the theme made, and every shell as its pages will be; what is only attached has no say."""
    names = ("404.html", NOTE_FILE, *(page.file.dest_uri for page in work.pages))
    yield from (path.read_text(encoding="utf-8") for name in names if (path := tree / name).is_file())
    yield from ("".join(shell.pieces) for shell in work.shelf)


def _chapters(work: Work) -> Iterator[prose.ProseChapter]:
    """The handbook in the order of the navigation: what ought to be, without the pages about this very site."""
    for page in work.nav:
        if prose.in_handbook(page.file.src_uri):
            yield prose.ProseChapter(
                title=next((item.title for item in page.toc if item.level == 1), str(page.title)),
                path=page.url,
                level=2 if page.url.startswith(STANDARDS) and not page.is_index else 1,
                html=page.content or "",
                meta=prose.plain_meta(page.meta),
            )


def kept_pages(work: Work) -> Iterator[tuple[str, KeptPage]]:
    """The pages of `docs/` that can be made again alone, by their files."""
    for page in work.pages:
        frame = work.frames.get(page.url)
        if frame and page.file.generated_by is None and page.file.inclusion.is_included():
            yield (
                page.file.src_uri,
                KeptPage(
                    path=page.url,
                    frame=frame,
                    facts=work.contents[page.url].facts,
                    ids=tuple(sorted(page.present_anchor_ids or ())),
                    anchors=anchors_of(page),
                ),
            )


def is_self_contained(config: MkDocsConfig) -> bool:
    """Whether prose rests on nothing but `docs/`, the records and `mkdocs.yml`, so that it may be kept for later builds."""
    text = Path(config.config_file_path).read_text(encoding="utf-8")
    foreign = any(part in name for name in config.markdown_extensions for part in _READERS)
    return (
        _PLUGINS.issuperset(config.plugins)
        and not foreign
        and not config.hooks
        and not config.theme.custom_dir
        and "!ENV" not in text
        and "INHERIT" not in text
    )
