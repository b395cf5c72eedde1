"""One build from claim to publication: what `zhibu build`, `mkdocs build` and `mkdocs serve` have in common."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from generator.build.artifacts import ARTIFACTS, LISTINGS
from generator.build.assemble import Assembled, assemble
from generator.build.digests import prose_inputs
from generator.build.edition import Edition
from generator.build.executors import BoundedExecutor, rare_garbage_collection
from generator.build.kept_outlines import kept_outlines
from generator.build.manifest import Manifest
from generator.build.printed_artifacts import PRINTED
from generator.build.problem_log import log_problems
from generator.build.prose_store import ProseStore
from generator.build.search_index import SEARCHED
from generator.build.sound_texts import SoundTexts
from generator.build.workspace import Workspace, note_published, recall
from generator.judge import check
from generator.media.picture_cache import PictureCache
from generator.model.steps import STEPS
from generator.output.folder import Staging
from generator.present.kit.templates import keep_compiled
from generator.prose.inputs import ProseInputs
from generator.prose.layer import Prose
from generator.settings import Settings
from generator.survey import survey

_log = logging.getLogger("mkdocs.plugins.zhibu")


@dataclass(slots=True)
class Job:
    """One build: an edition, the place where it is put together, and the moment before which its sources were read.

    `config` is `mkdocs.yml`; `inputs` are digests of what the prose layer rests on; `known` what stands now was made from;
    `gallery` holds pictures ready.
    """

    edition: Edition
    workspace: Workspace
    config: Path
    inputs: ProseInputs
    known: Manifest | None
    read_at: int
    strict: bool
    gallery: PictureCache
    assembled: Assembled | None = None

    @classmethod
    @rare_garbage_collection()
    def begin(cls, settings: Settings, workspace: Workspace, config: Path, *, strict: bool) -> Job:
        """First pass: look at everything; bad records stop the build here or when all pages are made."""
        read_at = workspace.cache.touch()
        keep_compiled(workspace.cache.own_folder("templates"))
        known = recall(workspace)
        STEPS.info("读台账和标准")
        gallery = PictureCache(workspace.cache.folder / "pictures")
        sound = SoundTexts(workspace.cache)
        outlines = partial(kept_outlines, workspace.cache)
        surveyed = survey(settings, known, examine=gallery.examine, recheck=sound.recheck, outline_texts=outlines)
        sound.keep()
        if not surveyed.sound:
            log_problems((row for part in check(settings) for row in part.problems), strict=strict)
        edition = Edition.of(surveyed)
        for told in edition.left_out():
            _log.info(told)
        inputs = prose_inputs(edition, config.read_bytes())
        return cls(edition, workspace, config, inputs, known, read_at, strict, gallery)

    def again(self) -> Job:
        """The same once more: what stands now is what this job made."""
        return Job.begin(self.edition.survey.settings, self.workspace, self.config, strict=self.strict)

    @property
    def prose_folder(self) -> Path:
        """Where MkDocs is to write."""
        return self.workspace.scratch

    @property
    def store(self) -> ProseStore:
        """Where the prose layer is kept between builds."""
        return ProseStore(self.workspace.cache)

    def told(self, assembled: Assembled) -> Mapping[str, Any]:
        """What was said of a finished edition, for whom it is, and what was wrong, as JSON can hold it."""
        audience = self.edition.survey.settings.audience.label
        return {"audience": audience, "told": [*self.edition.left_out()], "problems": assembled.problems}

    def assemble(self, prose: Prose, executor: BoundedExecutor) -> None:
        """Put the edition together."""
        self.assembled = assemble(
            self.edition,
            prose,
            self.workspace,
            self.known,
            artifacts=(*PRINTED, *ARTIFACTS, *SEARCHED, *LISTINGS),
            read_at=self.read_at,
            executor=executor,
            strict=self.strict,
        )


def publish(staging: Staging, assembled: Assembled) -> None:
    """Put a finished site in the place of the old one, and remember what it was made from."""
    manifest = assembled.manifest
    STEPS.info("换下原来的站点")
    staging.publish(manifest.id, assembled.changed)
    note_published(staging.cache)
