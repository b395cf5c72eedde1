"""One run of `mkdocs build`, `serve` or `gh-deploy`: the folder it writes into, and what becomes of it at the end."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from generator.build.executors import open_executor
from generator.build.program import PACKAGE, program
from generator.build.session import Job, publish
from generator.build.workspace import Live
from generator.errors import ConfigurationError, GeneratorError, told
from generator.model.record import Audience
from generator.output.cache import Cache
from generator.output.folder import Staging
from generator.prose.layer import Prose
from generator.settings import Settings

Command = Literal["build", "gh-deploy", "serve"]


class Lifecycle:
    """What outlasts the builds of one run: `staging` is exchanged with the old site, `live` is shown while it is written."""

    def __init__(self, command: Command = "build") -> None:
        self._command: Command = command
        self._staging: Staging | None = None
        self._live: Live | None = None

    @property
    def serving(self) -> bool:
        """Whether MkDocs shows its folder while it writes into it."""
        return self._command == "serve"

    def begin(self, config: MkDocsConfig, settings: Settings) -> Job:
        """The job of one build: the first of this run, or under `serve` one more."""
        file = Path(config.config_file_path)
        if self.serving:
            self._live = self._live or Live(Path(config.site_dir), _own_cache())
            return Job.begin(settings, self._live, file, strict=config.strict)
        if self._command == "gh-deploy" and settings.audience is not Audience.PUBLIC:
            raise ConfigurationError(
                f"{settings.audience.label}不上公开的网站，不能用 gh-deploy 推送。请把 audience 改成 public，或用 zhibu build 生成到本机目录。"
            )
        sources = (settings.docs, settings.records, PACKAGE)
        self._staging = Staging.open(Path(config.site_dir), settings.audience, sources, program())
        return Job.begin(settings, self._staging, file, strict=config.strict)

    def settle(self) -> None:
        """Note which site the served folder shows now."""
        if self._live is not None:
            self._live.settle()

    def renew(self, before: Job, prose: Prose, splice: Callable[[Job, Prose | None], Prose | None]) -> Prose | None:
        """Put the edition together again, around the same prose or what `splice` makes of it; None where it cannot."""
        if self._live is None:
            return None
        try:
            job = before.again()
            fresh = prose if job.inputs.key == prose.key else splice(job, job.store.read())
            if fresh is None:
                return None
            with open_executor() as executor:
                job.assemble(fresh, executor)
        except GeneratorError as error:
            raise Abort(str(error)) from error
        finally:
            self.settle()
        return fresh

    def end(self, config: MkDocsConfig | None, job: Job | None) -> None:
        """Exchange the finished tree with the old site, or throw the unfinished one away.

        `config` is then told where the site stands: `mkdocs gh-deploy` goes on to push it.
        """
        staging, self._staging = self._staging, None
        live, self._live = self._live, None
        if live is not None:
            live.close()
        if staging is None:
            return
        try:
            if config is not None and job is not None and job.assembled is not None:
                publish(staging, job.assembled)
                config.site_dir = str(staging.target)
        except OSError as error:
            raise Abort(told(error)) from error
        finally:
            staging.close()


def _own_cache() -> Cache:
    """A cache that ends with the server."""
    return Cache(Path(tempfile.mkdtemp(prefix="zhibu-")), program())
