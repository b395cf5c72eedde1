"""文书样本 as Word files, with what the records say of a branch filled in: what `zhibu word samples` writes."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from generator.build.edition import Edition
from generator.errors import ConfigurationError, RecordsRefusedError
from generator.evaluate.bookkeeping import bookkeeping
from generator.model.nearest import did_you_mean
from generator.model.record import Audience
from generator.present.kit.site import Site
from generator.present.paper.sample import branch_facts, sample_paper
from generator.products.paper_files import PaperFile, judged_unit, write_files
from generator.settings import Scope, Settings
from generator.survey import survey


def write_samples(settings: Settings, folder: Path, *, branch: str | None, ids: Collection[str]) -> list[Path]:
    """Write the samples that are asked for, all of them where none is named."""
    if branch is None:
        surveyed = survey(settings)
        if not surveyed.sound:
            raise RecordsRefusedError(
                "台账或标准有错误，没有写文件。", [row for row in surveyed.problems if row.is_error]
            )
        site = Edition.of(surveyed).site
        return write_files(
            [PaperFile.word(id, sample_paper(site, site.samples[id], {})) for id in _chosen(site, ids)], folder
        )
    unit = judged_unit(settings, Scope(kind="branch", id=branch), Audience.INTERNAL)
    view, site = unit.views[0], unit.edition.site
    known = branch_facts(unit.shown(view), bookkeeping(view.dossier, settings.as_of))
    made = (PaperFile.word(f"{branch}-{id}", sample_paper(site, site.samples[id], known)) for id in _chosen(site, ids))
    return unit.write(made, folder)


def _chosen(site: Site, ids: Collection[str]) -> list[str]:
    for id in ids:
        if id not in site.samples:
            hint = did_you_mean(id, site.samples, "编号见文书样本页的网址。")
            raise ConfigurationError(f"没有编号为 {id} 的文书样本。{hint}")
    return [id for id in site.samples if not ids or id in ids]
