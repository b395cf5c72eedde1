"""`zhibu build`: the same site as `mkdocs build`, without MkDocs where no prose changed."""

from __future__ import annotations

from pathlib import Path

from generator.job import PACKAGE, Job, publish
from generator.publish.folder import Staging
from generator.settings import Settings
from generator.workforce import workforce


def build(
    config: Path, settings: Settings, target: Path, *, strict: bool, jobs: int = 1, scheduler: str | None = None
) -> None:
    """Make one edition and put it in the place of what stands in `target`, in one step."""
    staging = Staging.open(target, settings.audience, (settings.docs, settings.records, PACKAGE))
    try:
        job = Job.begin(settings, staging, config, strict=strict)
        prose = job.kept_prose()
        if prose is None:
            from generator.plugin import render  # noqa: PLC0415 - MkDocs takes half a second to load

            prose = render(config, job)
        with workforce(jobs, scheduler) as force:
            job.assemble(prose, force)
        if job.assembled is not None:
            publish(staging, job.assembled)
    finally:
        staging.close()
