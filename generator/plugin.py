"""The MkDocs plugin `zhibu`, the only importer of mkdocs: it runs both layers of a site.

Prose pages go through MkDocs.  Record pages are HTML fragments stamped into shells: placeholder pages that MkDocs
renders once a page kind and depth.  The finished site replaces the old one in one step, after the gate.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import wraps
from pathlib import Path
from typing import Any, Concatenate, Literal, ParamSpec, TypeVar
from zoneinfo import ZoneInfo

from mkdocs.commands.build import build as build_site
from mkdocs.config import config_options as c
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException, PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page as ProsePage
from mkdocs.utils.templates import TemplateContext

from generator.edition import Edition, finish, handbook
from generator.errors import ConfigurationError, GeneratorError, RecordsRefusedError
from generator.model.audience import Audience
from generator.model.index import ShowcaseEntry
from generator.model.problem import Problem, Severity
from generator.model.records.activity import ActivityKind
from generator.pipeline import check, survey
from generator.present.shells import shells as shell_specs
from generator.present.showcases import showcase_markdown
from generator.present.slots import SlotPage, fill
from generator.publish import links, markup, search, shells, tree
from generator.publish.folder import Staging
from generator.publish.formats.pdf import Chapter
from generator.publish.photos import reencode
from generator.settings import Settings, configure

_log = logging.getLogger("mkdocs.plugins.zhibu")
_PACKAGE = Path(__file__).parent
_THEME = _PACKAGE / "theme"
_HANDBOOK = ("standards/", "aspects/", "readings.md", "glossary.md", "forms.md", "checklist.md")
_NOTICES = {
    Audience.PUBLIC: "",
    Audience.INTERNAL: "限党内使用，不放到公开的网站上",
    Audience.RESTRICTED: "限专人使用，不上网",
}
_P = ParamSpec("_P")
_R = TypeVar("_R")


class Options(Config):
    """The options of the plugin in `mkdocs.yml`."""

    records = c.Type(str, default="records")
    as_of = c.Optional(c.Type((str, date)))
    year = c.Optional(c.Type(int))
    audience = c.Type(str, default="public")
    scope = c.Optional(c.Type(str))
    pdf = c.ListOfItems(c.Choice(("handbook",)), default=[])
    fonts = c.Optional(c.Type(dict))


@dataclass(slots=True)
class _Work:
    """What one build keeps between its events."""

    settings: Settings
    edition: Edition
    staging: Staging | None
    site_dir: str
    kinds: dict[str, str] = field(default_factory=dict)
    nav: list[ProsePage] = field(default_factory=list)
    shelf: shells.Shelf = field(default_factory=shells.Shelf)
    prose: list[ProsePage] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    trusted: set[str] = field(default_factory=set)
    done: bool = False


def _told(event: Callable[Concatenate[ZhibuPlugin, _P], _R]) -> Callable[Concatenate[ZhibuPlugin, _P], _R]:
    """Hand our exceptions to MkDocs as its own, and remember them for the command line."""

    @wraps(event)
    def told(self: ZhibuPlugin, /, *args: _P.args, **kwargs: _P.kwargs) -> _R:
        try:
            return event(self, *args, **kwargs)
        except GeneratorError as error:
            self.failure = error
            raise PluginError(str(error)) from error

    return told


class ZhibuPlugin(BasePlugin[Options]):
    """Both layers of a site in one MkDocs build."""

    def __init__(self) -> None:
        self.overrides: Mapping[str, object] = {}
        self.failure: GeneratorError | None = None
        self._serving = False
        self._staging: Staging | None = None
        self._work: _Work | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note whether the output folder is MkDocs' own (serve) or is to be exchanged (build)."""
        self._serving = command == "serve"

    @_told
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """First pass: settings, claim on the output folder, survey; bad records stop the build here or at its end."""
        self.failure, self._work = None, None
        root = (
            Path(config.config_file_path).parent.resolve() if config.config_file_path else Path(config.docs_dir).parent
        )
        settings = configure(root, Path(config.docs_dir).resolve(), self.options, _today())
        if not config.use_directory_urls:
            raise ConfigurationError("mkdocs.yml 里的 use_directory_urls 须为 true。请删去这一行。")
        site_dir = config.site_dir
        if not self._serving:
            self._staging = Staging.open(Path(site_dir), settings.audience, (settings.docs, settings.records, _PACKAGE))
            config.site_dir = str(self._staging.tree)
        surveyed = survey(settings)
        if not surveyed.sound:
            _report(check(settings)[0], strict=config.strict)
        self._work = _Work(settings, Edition.begin(surveyed), self._staging, site_dir)
        _dress(config, settings, self._work.edition)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Give Material's search our own way of cutting Chinese text into words."""
        plugin: Any = config.plugins.get("material/search") or config.plugins.get("search")
        if plugin is not None and hasattr(plugin, "search_index"):
            plugin.search_index._segment_chinese = search.segmenter(search.TERMS)  # noqa: SLF001 - no other door

    @_told
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the placeholders of record pages, the showcases and their photos."""
        work = self._now
        work.trusted = {file.src_uri for file in files if file.src_dir != config.docs_dir}
        for spec in shell_specs(work.settings.audience):
            work.kinds[spec.path] = spec.kind
            files.append(_page(config, f"{spec.path.rstrip('/')}.md", spec.markdown))
        for entry in work.edition.site.index.showcases:
            files.append(_page(config, f"showcases/{entry.branch.id}.md", showcase_markdown(work.edition.site, entry)))
            for photo in entry.showcase.photos:
                name = f"showcases/{entry.branch.id}/{photo.file}"
                files.append(File.generated(config, name, content=reencode(entry.folder / photo.file)))
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Note the order of the handbook's pages, for the PDF."""
        self._now.nav = nav.pages
        return nav

    def on_pre_page(self, page: ProsePage, *, config: MkDocsConfig, files: Files) -> ProsePage:
        """Date every page `as_of`, so that the same input gives the same bytes on any day."""
        page.update_date = self._now.settings.as_of.isoformat()
        return page

    def on_page_markdown(self, markdown: str, *, page: ProsePage, config: MkDocsConfig, files: Files) -> str:
        """Title placeholders with the sentinel; resolve `[[branch:ID]]` in prose."""
        if page.url in self._now.kinds:
            page.meta.update(title=shells.TITLE, search={"exclude": True})
            return markdown
        return self._now.edition.link_prose(markdown, page.url)

    def on_page_content(self, html: str, *, page: ProsePage, config: MkDocsConfig, files: Files) -> str:
        """Put the sentinel in place of a placeholder's body."""
        return shells.BODY if page.url in self._now.kinds else html

    def on_page_context(
        self, context: TemplateContext, *, page: ProsePage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Light the tab that a page outside the navigation belongs under."""
        if page.parent is None and not page.is_homepage:
            home = "showcases.md" if page.url.startswith("showcases/") else "committees.md"
            page.parent = _section_of(nav, home)
            page.active = True
        return context

    @event_priority(-100)
    @_told
    def on_post_page(self, output: str, *, page: ProsePage, config: MkDocsConfig) -> str:
        """Take finished placeholders apart; mend and keep track of prose pages."""
        work = self._now
        html = links.to_files(markup.mend(output))
        if kind := work.kinds.get(page.url):
            work.shelf.put(kind, page.url, shells.Shell.capture(html, page.url, page.canonical_url or ""))
            return ""
        work.paths.append(page.url)
        work.prose.append(page)
        return html

    @event_priority(-100)
    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Mend the 404 page, which no page event sees."""
        if not template_name.endswith(".html"):
            return output_content
        html = markup.mend(output_content)
        if template_name == "404.html":
            html = markup.mend_not_found(html, _base(config))
        return links.to_files(html)

    @event_priority(-100)
    @_told
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Second pass: stamp record pages, fill slots, make the PDF, finish search and site map, pass the gate."""
        work = self._now
        site, edition, site_url = Path(config.site_dir), work.edition, config.site_url or ""
        for page in edition.pages():
            tree.write_page(site, page.path, work.shelf.stamp(page, site_url))
            work.paths.append(page.path)
        _report(sorted(edition.problems), strict=config.strict)
        for prose in work.prose:
            tree.fill_file(Path(prose.file.abs_dest_path), _filler(edition, prose))
        handbook(edition, config.site_name, list(_chapters(work)), site)
        finish(edition, site, site_url, work.paths, work.trusted)
        work.done = True

    def on_build_error(self, *, error: Exception) -> None:
        """A failed build, or one that strict mode refuses after its end, is not published."""
        if self._work is not None:
            self._work.done = False

    def on_shutdown(self) -> None:
        """Exchange the finished tree with the old site, or throw the unfinished one away."""
        staging, self._staging = self._staging, None
        if staging is None:
            return
        if self._work is not None and self._work.done:
            staging.publish()
        else:
            staging.close()

    @property
    def options(self) -> dict[str, Any]:
        """What `mkdocs.yml` says, overridden by what the command line says."""
        return {**self.config, **self.overrides}

    @property
    def _now(self) -> _Work:
        if self._work is None:
            raise PluginError("zhibu 插件没有经过 on_config")
        return self._work


def build(config_file: Path, *, out: Path | None, overrides: Mapping[str, object], strict: bool) -> Path:
    """One edition through MkDocs, exactly as `mkdocs build` makes it; returns the output folder."""
    try:
        given = {"site_dir": str(out)} if out else {}
        config = load_config(str(config_file), strict=strict or None, **given)
    except MkDocsException as error:
        raise ConfigurationError(f"mkdocs.yml 有误：{error.message}") from error
    plugin = config.plugins.get("zhibu")
    if not isinstance(plugin, ZhibuPlugin):
        raise ConfigurationError("mkdocs.yml 的 plugins 里没有 zhibu。请加上它。")
    plugin.overrides = overrides
    target = Path(config.site_dir)
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build_site(config)
    except MkDocsException as error:
        strict_message = "严格模式下有警告，没有发布；原来的站点没有改动。"
        raise plugin.failure or RecordsRefusedError(strict_message) from error
    finally:
        plugin.overrides = {}
        config.plugins.on_shutdown()
    return target


def _today() -> date:
    return datetime.now(ZoneInfo("Asia/Shanghai")).date()


def _dress(config: MkDocsConfig, settings: Settings, edition: Edition) -> None:
    """Our theme over Material's, what every page says of its edition, and the records as something to watch."""
    config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(_THEME))
    config.extra["zhibu"] = {
        "audience": settings.audience.value,
        "edition": edition.site.edition,
        "institution": edition.site.institution.name,
        "notice": _NOTICES[settings.audience],
    }
    config.watch.append(str(settings.records))


def _report(problems: tuple[Problem, ...] | list[Problem], *, strict: bool) -> None:
    """Log every problem; refuse the records where one is an 错误 or, under strict, where there is any."""
    errors = [row for row in problems if row.severity is Severity.ERROR]
    for row in problems:
        _log.log(logging.ERROR if row.severity is Severity.ERROR else logging.WARNING, "%s", row)
    if errors or (strict and problems):
        warnings = len(problems) - len(errors)
        raise RecordsRefusedError(
            f"台账或手册有 {len(errors)} 处错误、{warnings} 处警告，没有发布；原来的站点没有改动。"
        )


def _page(config: MkDocsConfig, name: str, markdown: str) -> File:
    return File.generated(config, name, content=markdown, inclusion=InclusionLevel.NOT_IN_NAV)


def _section_of(nav: Navigation, src_uri: str) -> Section | None:
    page = next((page for page in nav.pages if page.file.src_uri == src_uri), None)
    return page.parent if page is not None else None


def _slot_page(page: ProsePage, edition: Edition) -> SlotPage:
    showcase = _showcase(page, edition)
    counts: Mapping[ActivityKind, int] = edition.counts.get(showcase.branch.id, {}) if showcase else {}
    return SlotPage(path=page.url, meta=dict(page.meta), showcase=showcase, counts=counts)


def _showcase(page: ProsePage, edition: Edition) -> ShowcaseEntry | None:
    folder, _, id = page.url.rstrip("/").partition("/")
    return edition.site.showcases.get(id) if folder == "showcases" else None


def _filler(edition: Edition, page: ProsePage) -> Callable[[str], str]:
    place = _slot_page(page, edition)
    return lambda name: fill(edition.site, name, place, edition.totals, edition.scoped)


def _chapters(work: _Work) -> Iterator[Chapter]:
    """The handbook in the order of the navigation: what ought to be, without the pages about this very site."""
    for page in work.nav:
        if page.file.src_uri.startswith(_HANDBOOK):
            title = next((item.title for item in page.toc if item.level == 1), str(page.title))
            level = 2 if page.file.src_uri.startswith("standards/") and not page.is_index else 1
            html = links.to_files(tree.fill_slots(page.content or "", _filler(work.edition, page)))
            yield Chapter(title=title, path=page.url, level=level, html=html)


def _base(config: MkDocsConfig) -> str:
    return "/" + (config.site_url or "").partition("//")[2].partition("/")[2]
