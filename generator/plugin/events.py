"""The MkDocs plugin `zhibu`, the only importer of mkdocs: it has MkDocs make the prose layer of a site.

Prose pages go through MkDocs, and so do the shells: placeholder pages, one a page kind and depth, into which record
pages are stamped.  Under `mkdocs build` and `mkdocs serve` the plugin then has the whole edition put together; for
`zhibu build` it only hands over what MkDocs made.
"""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Callable
from datetime import date, datetime
from functools import wraps
from pathlib import Path
from typing import Any, Concatenate, Literal, ParamSpec, TypeVar
from zoneinfo import ZoneInfo

from mkdocs.config import config_options as c
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page as ProsePage
from mkdocs.structure.toc import TableOfContents
from mkdocs.utils.templates import TemplateContext

from generator.build.digests import program
from generator.build.edition import Edition
from generator.build.executors import workforce
from generator.build.session import PACKAGE, Job, Live, publish
from generator.disclose.originals import bare_page
from generator.errors import ConfigurationError, GeneratorError
from generator.errors import told as told_of
from generator.load.sources import FILE
from generator.media.photos import Gallery
from generator.model.page import SLOT
from generator.model.record import Audience
from generator.output.cache import Cache
from generator.output.folder import Staging
from generator.plugin import exact, foreign
from generator.plugin.capture import Warnings, Work, is_self_contained, taken_down
from generator.plugin.escaping import escape_everything
from generator.plugin.nav import with_aspects
from generator.plugin.published import keep_drafts_back, keep_unused_back, links_of, make_pictures_anew
from generator.plugin.stylesheets import inline_imports
from generator.present.kit.shells import shells as shell_specs
from generator.present.kit.urls import COMMITTEES, SHOWCASES, markdown_file, plan_path, showcase_path
from generator.present.showcase.page import showcase_markdown
from generator.prose import layer as prose
from generator.prose import links, markup, search, shells
from generator.settings import Settings, configure

_log = logging.getLogger("mkdocs.plugins.zhibu")
_THEME = PACKAGE / "theme"
_HOMES = (SHOWCASES, plan_path())
"""The prose pages whose tabs light up for the pages below them; those of all others light up that of the committees."""

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
    cleared_files = c.ListOfItems(c.Type(str), default=[])


def _told(event: Callable[Concatenate[ZhibuPlugin, _P], _R]) -> Callable[Concatenate[ZhibuPlugin, _P], _R]:
    """Hand our exceptions to MkDocs as its own, and remember them for the command line."""

    @wraps(event)
    def told(self: ZhibuPlugin, /, *args: _P.args, **kwargs: _P.kwargs) -> _R:
        try:
            return event(self, *args, **kwargs)
        except GeneratorError as error:
            self.failure = error
            raise PluginError(str(error)) from error
        except OSError as error:
            if self.given is not None:
                raise  # the command line tells it
            raise PluginError(told_of(error)) from error

    return told


class ZhibuPlugin(BasePlugin[Options]):
    """MkDocs' part in a site, or under `mkdocs` itself the whole of it.

    `given` is the job of `zhibu build`, which takes `prose` and goes on by itself.
    """

    def __init__(self) -> None:
        self.given: Job | None = None
        self.prose: prose.Prose | None = None
        self.failure: GeneratorError | None = None
        self._staging: Staging | None = None
        self._live: Live | None = None
        self._work: Work | None = None
        self._warnings = Warnings()
        self._serving = False
        self._online = False

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note whether the output folder is MkDocs' own (serve) or is to be exchanged (build), and pushed (gh-deploy)."""
        self._serving = command == "serve"
        self._online = command == "gh-deploy"

    @_told
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """First pass; then MkDocs is sent to a folder of our own."""
        self.failure, self.prose, self._work = None, None, None
        self._warnings.count = 0
        logging.getLogger("mkdocs").addHandler(self._warnings)
        if not config.use_directory_urls:
            raise ConfigurationError("mkdocs.yml 里的 use_directory_urls 须为 true。请删去这一行。")
        job = self.given or self._begin(config)
        self._work = Work(job, Gallery(job.place.cache.folder / "pictures", program()), config)
        config.site_dir = str(job.prose_folder)
        config.nav = with_aspects(config.nav, job.edition.site.default.aspects)
        _dress(config, self._work.settings, job.edition)
        return config

    def _begin(self, config: MkDocsConfig) -> Job:
        """The job of `mkdocs build` or `mkdocs serve`."""
        root = Path(config.config_file_path).parent.resolve()
        settings = configure(root, Path(config.docs_dir).resolve(), self.config, _today())
        file = Path(config.config_file_path)
        if self._serving:
            self._live = self._live or Live(Path(config.site_dir), Cache(Path(tempfile.mkdtemp(prefix="zhibu-"))))
            return Job.begin(settings, self._live, file, strict=config.strict)
        if self._online and settings.audience is not Audience.PUBLIC:
            raise ConfigurationError(
                f"{settings.audience.label}不上公开的网站，不能用 gh-deploy 推送。请把 audience 改成 public，或用 zhibu build 生成到本机目录。"
            )
        staging = Staging.open(Path(config.site_dir), settings.audience, (settings.docs, settings.records, PACKAGE))
        self._staging = staging
        return Job.begin(settings, staging, file, strict=config.strict)

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Give Material's search our own way of cutting Chinese text into words."""
        if (index := _search_index(config)) is not None:
            index._segment_chinese = search.segmenter(search.TERMS)  # noqa: SLF001 - no other door

    @_told
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Leave drafts out; add the placeholders of record pages, the showcases and their photos."""
        work = self._now
        inline_imports(files, str(_THEME))
        if declared := files.get_file_from_path(FILE):  # data, not a page
            files.remove(declared)
        sets = [row.id for row in work.edition.survey.sets]
        work.problems += keep_drafts_back(files, config, work.settings.root, sets)
        work.trusted = {file.src_uri for file in files if file.src_dir != config.docs_dir}
        for spec in shell_specs(work.edition.site):
            work.kinds[spec.path] = spec.kind
            files.append(_page(config, markdown_file(spec.path), spec.markdown))
        for entry in work.edition.site.index.showcases:
            page = showcase_path(entry.branch.id)
            files.append(_page(config, markdown_file(page), showcase_markdown(work.edition.site, entry)))
            for photo in entry.showcase.photos:
                name = f"{page}{photo.file}"
                files.append(File.generated(config, name, content=work.gallery.picture(entry.folder / photo.file)))
        return files

    @_told
    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> Any:
        """Leave out what no page uses, now that all pages are known; make the pictures of the rest anew.

        Have the theme escape whatever it prints.
        """
        work = self._now
        work.problems += keep_unused_back(files, config, work.settings.root, work.held)
        work.problems += foreign.attached(files, config, work.settings.root)
        make_pictures_anew(files, config, work.gallery)
        work.gallery.tidy()
        return escape_everything(env, config, files)

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Note the order of the handbook's pages, for the PDF."""
        self._now.nav = nav.pages
        return nav

    def on_pre_page(self, page: ProsePage, *, config: MkDocsConfig, files: Files) -> ProsePage:
        """Date every page `as_of`, so that the same input gives the same bytes on any day."""
        page.update_date = self._now.settings.as_of.isoformat()
        return page

    def on_page_markdown(self, markdown: str, *, page: ProsePage, config: MkDocsConfig, files: Files) -> str:
        """Title placeholders with the sentinel; put values into prose and resolve `[[branch:ID]]`."""
        if page.url in self._now.kinds:
            told = f"{shells.TITLE_SENTINEL}，{self._now.edition.site.edition}"
            page.meta.update(title=shells.TITLE_SENTINEL, description=told, search={"exclude": True})
            return markdown
        edition = self._now.edition
        own = page.file.generated_by is None  # a showcase's words are its branch's, and stay as they are
        return edition.link_prose(
            edition.fill_prose(markdown, page.url, page.file.src_uri) if own else markdown, page.url
        )

    def on_page_content(self, html: str, *, page: ProsePage, config: MkDocsConfig, files: Files) -> str:
        """Put the sentinel in place of a placeholder's body, and the reason in place of words that stay at home.

        What prose has become is looked at once more.
        """
        work = self._now
        if page.url in work.kinds:
            return shells.BODY_SENTINEL
        work.problems += foreign.problems(html, work.written_in(page))
        if work.settings.docs / page.file.src_uri not in work.edition.originals:
            if not page.is_homepage:  # which is described as the site is
                page.meta.setdefault("description", markup.opening(html))
            return html
        work.held.update(links_of(html, page.url))
        page.toc = TableOfContents([])
        page.meta.pop("description", None)
        return bare_page(html, str(page.title))

    def on_page_context(
        self, context: TemplateContext, *, page: ProsePage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Light the tab that a page outside the navigation belongs under."""
        if page.parent is None and not page.is_homepage:
            page.parent = _section_of(nav, next((home for home in _HOMES if page.url.startswith(home)), COMMITTEES))
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
        work.pages.append(page)
        if SLOT.search(html):
            work.slotted.append(page)
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
        """Keep what MkDocs made; under `mkdocs` itself, put the edition together."""
        work = self._now
        search.finish_index(Path(config.site_dir))
        if not self._serving:  # MkDocs holds on to its plugins; their dictionary, 50 MB, would stay to the end
            _forget_words(config)
        lasting = self._warnings.count == 0 and is_self_contained(config)
        self.prose = work.job.keep_prose(taken_down(work, config), lasting=lasting)
        if self.given is None:
            with workforce() as force:
                work.job.assemble(self.prose, force)

    def on_build_error(self, *, error: Exception) -> None:
        """A failed build, or one that strict mode refuses after its end, is not published."""
        if self._work is not None:
            self._work.job.assembled = None
        if isinstance(error, OSError) and self.given is None:  # of MkDocs' own
            raise Abort(told_of(error)) from error

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        """Where only records changed, only their pages are made anew: MkDocs is not asked."""
        if not self._serving:
            raise Abort("mkdocs serve 不能加 --clean：预览要边改边写。请直接运行 mkdocs serve。")
        self._settle()
        rebuild = server.builder

        def build() -> None:
            if not self._renew():
                rebuild()
                self._settle()

        server.builder = build
        return server

    def on_shutdown(self) -> None:
        """Exchange the finished tree with the old site, or throw the unfinished one away."""
        logging.getLogger("mkdocs").removeHandler(self._warnings)
        staging, self._staging = self._staging, None
        live, self._live = self._live, None
        if live is not None:
            live.close()
        if staging is not None:
            self._end(staging)

    def _end(self, staging: Staging) -> None:
        try:
            if self._work is not None and self._work.job.assembled is not None:
                publish(staging, self._work.job.assembled)
                self._work.config.site_dir = str(staging.target)  # what `mkdocs gh-deploy` goes on to push
        except OSError as error:
            raise Abort(told_of(error)) from error
        finally:
            staging.close()

    def _settle(self) -> None:
        """Note which site the served folder shows now."""
        if self._live is not None:
            self._live.settle()

    def _renew(self) -> bool:
        """Put the edition together again around the same prose; False where that changed too."""
        if self._live is None or self._work is None or self.prose is None:
            return False
        before = self._work.job
        try:
            job = before.again()
            if job.key != self.prose.key:
                return False
            with workforce() as force:
                job.assemble(self.prose, force)
        except GeneratorError as error:
            raise Abort(str(error)) from error
        finally:
            self._settle()
        return True

    @property
    def _now(self) -> Work:
        if self._work is None:
            raise PluginError("zhibu 插件没有经过 on_config")
        return self._work


def _search_index(config: MkDocsConfig) -> Any:
    """The index of Material's search, or of MkDocs' own; None where the site has no search."""
    plugin = config.plugins.get("material/search") or config.plugins.get("search")
    return getattr(plugin, "search_index", None)


def _forget_words(config: MkDocsConfig) -> None:
    if (index := _search_index(config)) is not None:
        index._segment_chinese = None  # noqa: SLF001 - as it was given
    search.forget()


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
    config.markdown_extensions.append(exact.NAME)


def _page(config: MkDocsConfig, name: str, markdown: str) -> File:
    return File.generated(config, name, content=markdown, inclusion=InclusionLevel.NOT_IN_NAV)


def _section_of(nav: Navigation, url: str) -> Section | None:
    page = next((page for page in nav.pages if page.url == url), None)
    return page.parent if page is not None else None


def _base(config: MkDocsConfig) -> str:
    return "/" + (config.site_url or "").partition("//")[2].partition("/")[2]
