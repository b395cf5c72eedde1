"""The MkDocs plugin `zhibu`, the only importer of mkdocs: it has MkDocs make the prose layer of a site.

Prose pages go through MkDocs, and so do the shells: placeholder pages, one a page kind and depth, into which record
pages are stamped.  Under `mkdocs build` and `mkdocs serve` the plugin then has the whole edition put together; for
`zhibu build` it only hands over what MkDocs made.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as ProsePage
from mkdocs.structure.toc import TableOfContents
from mkdocs.utils.templates import TemplateContext

from generator.build.executors import open_executor
from generator.build.session import Job
from generator.disclose.originals import bare_page
from generator.errors import ConfigurationError, GeneratorError
from generator.errors import told as told_of
from generator.load.development_process import PROCESS_FILE
from generator.load.moments import MOMENTS_FILE
from generator.load.search_words import WORDS_FILE
from generator.load.sources import FILE
from generator.model.page import SLOT
from generator.plugin import foreign
from generator.plugin.capture import Warnings, Work, is_self_contained, kept_pages, taken_down
from generator.plugin.dressing import THEME, base_path, dress, leave_section, light_tab
from generator.plugin.escaping import escape_everything
from generator.plugin.generated import note_files, placeholders, showcases
from generator.plugin.lifecycle import Command, Lifecycle
from generator.plugin.options import Options, settings_of
from generator.plugin.page_steps import DESCRIPTION, as_printed, completed, described_as, prepared
from generator.plugin.pictures import ProsePictures
from generator.plugin.preview import take_port
from generator.plugin.published import attached_files, keep_drafts_back, keep_unused_back, known_files, links_of
from generator.plugin.scripts import join_scripts
from generator.plugin.splice import spliced
from generator.plugin.stylesheets import inline_imports
from generator.prose import html_fixes as markup
from generator.prose import layer as prose
from generator.prose import links, shells
from generator.prose.frames import frame_of, scripts_for, unmarked
from generator.prose.mkdocs_words import in_chinese, translate_log

_P = ParamSpec("_P")
_R = TypeVar("_R")


def _as_plugin_error(event: Callable[Concatenate[ZhibuPlugin, _P], _R]) -> Callable[Concatenate[ZhibuPlugin, _P], _R]:
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
        translate_log(logging.getLogger("mkdocs").handlers)  # those of MkDocs' own command, which has begun
        self.given: Job | None = None
        self.prose: prose.Prose | None = None
        self.failure: GeneratorError | None = None
        self._lifecycle = Lifecycle()
        self._work: Work | None = None
        self._warnings = Warnings()

    def on_startup(self, *, command: Command, dirty: bool) -> None:
        """Note which command runs: it decides what becomes of the output folder."""
        self._lifecycle = Lifecycle(command)

    @_as_plugin_error
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """First pass; then MkDocs is sent to a folder of our own."""
        self.failure, self.prose, self._work = None, None, None
        self._warnings.count = 0
        logging.getLogger("mkdocs").addHandler(self._warnings)
        if not config.use_directory_urls:
            raise ConfigurationError("mkdocs.yml 里的 use_directory_urls 须为 true。请删去这一行。")
        job = self.given or self._lifecycle.begin(config, settings_of(config, self.config))
        self._work = Work(job, config, ProsePictures(job.gallery, job.edition.survey.settings.docs, {}))
        config.site_dir = str(job.prose_folder)
        dress(config, job.edition)
        return config

    @_as_plugin_error
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Leave drafts out; add the placeholders of record pages, the showcases and their photos."""
        work = self._now
        inline_imports(files, str(THEME))
        join_scripts(files, str(THEME))
        for declared in filter(
            None, map(files.get_file_from_path, (FILE, PROCESS_FILE, MOMENTS_FILE, WORDS_FILE))
        ):  # data, not pages
            files.remove(declared)
        sets = [row.id for row in work.edition.survey.sets]
        work.problems += keep_drafts_back(files, config, work.settings.root, sets)
        work.pictures = ProsePictures.of(files, config, work.job.gallery)
        work.trusted = {file.src_uri for file in files if file.src_dir != config.docs_dir}
        for spec, page in placeholders(work.edition, config):
            work.kinds[spec.path] = spec.kind
            work.tabs[spec.path] = spec.tab
            files.append(page)
        for file in showcases(work.edition, config, work.job.gallery):
            files.append(file)
        for file in note_files(work.edition, config, files):
            files.append(file)
        work.files = files
        work.attached = attached_files(files, config)
        return files

    @_as_plugin_error
    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> Any:
        """Leave out what no page uses, now that all pages are known; add the sizes of pictures.

        Have the theme escape whatever it prints.
        """
        work = self._now
        work.problems += keep_unused_back(files, config, work.settings.root, {*work.held, *work.pictures.shown})
        work.problems += foreign.attached(files, config, work.settings.root)
        work.pictures.publish(files, config)
        work.job.gallery.tidy()
        env.filters.update(zhibu_marked=as_printed, zhibu_scripts=lambda content: scripts_for(content or ""))
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
        """Put values into prose and resolve `[[branch:ID]]`; placeholders have all that they need."""
        if page.url in self._now.kinds:
            return markdown
        return prepared(self._now.edition, markdown, page)

    def on_page_content(self, html: str, *, page: ProsePage, config: MkDocsConfig, files: Files) -> str:
        """Put the sentinel in place of a placeholder's body, and the reason in place of words that stay at home.

        What prose has become is looked at once more.
        """
        work = self._now
        if page.url in work.kinds:
            return shells.BODY_SENTINEL
        made = completed(page, html, work.edition, work.pictures, work.attached)
        work.problems += made.problems
        if work.settings.docs / page.file.src_uri not in work.edition.originals:
            work.contents[page.url] = made
            return made.html
        work.held.update(links_of(made.html, page.url))
        page.toc = TableOfContents([])
        page.meta.pop(DESCRIPTION, None)
        return bare_page(made.html, str(page.title))

    def on_page_context(
        self, context: TemplateContext, *, page: ProsePage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Light the tab that a page outside the navigation belongs under."""
        light_tab(page, nav, self._now.tabs)
        return context

    @event_priority(-100)
    @_as_plugin_error
    def on_post_page(self, output: str, *, page: ProsePage, config: MkDocsConfig) -> str:
        """Take finished placeholders apart; mend and keep track of prose pages."""
        work = self._now
        leave_section(page, work.nav)
        html = links.to_files(markup.fix_markup(output))
        if made := work.contents.get(page.url):
            work.frames[page.url] = frame_of(html, page.content or "", described_as(page, made))
        html = unmarked(html)
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
        html = markup.fix_markup(output_content)
        if template_name == "404.html":
            html = markup.fix_not_found(html, base_path(config))
        return links.to_files(html)

    @event_priority(-100)
    @_as_plugin_error
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Keep what MkDocs made; under `mkdocs` itself, put the edition together."""
        work = self._now
        lasting = self._warnings.count == 0 and is_self_contained(config)
        self.prose = work.job.store.keep(
            taken_down(work, config), dict(kept_pages(work)), known_files(work.files, config), lasting=lasting
        )
        if self.given is None:
            with open_executor() as executor:
                work.job.assemble(self.prose, executor)

    def on_build_error(self, *, error: Exception) -> None:
        """A failed build, or one that strict mode refuses after its end, is not published."""
        if self._work is not None:
            self._work.job.assembled = None
        if self.given is not None:  # the command line tells it
            return
        if isinstance(error, OSError):
            raise Abort(told_of(error)) from error
        if isinstance(error, BuildError):
            logging.getLogger("mkdocs").error(str(error))
            raise Abort(in_chinese("Aborted with a BuildError!")) from error
        if isinstance(error, Abort):
            raise Abort(in_chinese(str(error))) from error

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        """Where only records or the text of pages changed, only pages of theirs are made anew: MkDocs is not asked."""
        if not self._lifecycle.serving:
            raise Abort("mkdocs serve 不能加 --clean：预览要边改边写。请直接运行 mkdocs serve。")
        self._lifecycle.settle()
        take_port(server)
        rebuild = server.builder

        def build() -> None:
            renewed = self._lifecycle.renew(self._work.job, self.prose, spliced) if self._work and self.prose else None
            if renewed is None:
                rebuild()
                self._lifecycle.settle()
            else:
                self.prose = renewed

        server.builder = build
        return server

    def on_shutdown(self) -> None:
        """Exchange the finished tree with the old site, or throw the unfinished one away."""
        logging.getLogger("mkdocs").removeHandler(self._warnings)
        work = self._work
        self._lifecycle.end(config=work.config if work else None, job=work.job if work else None)

    @property
    def _now(self) -> Work:
        if self._work is None:
            raise PluginError("zhibu 插件没有经过 on_config")
        return self._work
