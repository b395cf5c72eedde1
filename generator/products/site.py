"""`zhibu build`: the same site as `mkdocs build`, without MkDocs where no prose changed; into a folder or a store."""

from __future__ import annotations

from pathlib import Path

from generator.build.executors import open_executor
from generator.build.program import PACKAGE, program
from generator.build.session import Job, publish
from generator.errors import GeneratorError
from generator.output.first_look import Look
from generator.output.folder import Staging
from generator.output.object_storage import ObjectStorage
from generator.output.snapshot import walked_files
from generator.prose.layer import content_digest
from generator.settings import Settings


def build(
    config: Path,
    settings: Settings,
    target: Path,
    *,
    strict: bool,
    jobs: int = 1,
    scheduler: str | None = None,
    look: Look | None = None,
) -> None:
    """Make one edition and put it in the place of what stands in `target`, in one step.

    `look` is what was seen of the sources before; the next build may have nothing to do but to look again.
    """
    staging = Staging.open(target, settings.audience, (settings.docs, settings.records, PACKAGE), program())
    try:
        job = Job.begin(settings, staging, config, strict=strict)
        kept = job.store.read()
        prose = kept if kept is not None and kept.key == job.inputs.key else None
        if prose is None:
            from generator.plugin.splice import spliced  # noqa: PLC0415 - MkDocs takes its time to load

            prose = spliced(job, kept)
        if prose is None:
            from generator.plugin.render import render_prose  # noqa: PLC0415 - and its plugins and theme even longer

            prose = render_prose(config, job)
        with open_executor(jobs, scheduler) as executor:
            job.assemble(prose, executor)
        if job.assembled is None:
            raise GeneratorError("没有走完生成。请核对 mkdocs.yml 里的其他插件。")
        publish(staging, job.assembled)
        if look is not None and job.store.lasting:
            look.keep(job.read_at, job.told(job.assembled))
    finally:
        staging.close()


def build_to_store(
    config: Path, settings: Settings, url: str, *, strict: bool, jobs: int = 1, scheduler: str | None = None
) -> None:
    """Make one edition in a work folder, and send it whole to an object store before its pointer is set."""
    ObjectStorage.open(url, settings.audience, settings.as_of, "0")  # refuses before anything is made
    target = settings.root / ".zhibu" / "store" / settings.audience.value
    build(config, settings, target, strict=strict, jobs=jobs, scheduler=scheduler)
    storage = ObjectStorage.open(
        url, settings.audience, settings.as_of, content_digest(target, sorted(walked_files(target)))
    )
    try:
        storage.upload(target)
        storage.publish()
    except BaseException:
        storage.discard()
        raise
