"""文书样本 as Word files, with what the records say of a branch filled in: what `zhibu word samples` writes."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from generator.build.edition import Edition
from generator.evaluate.bookkeeping import bookkeeping
from generator.model.record import Audience
from generator.model.records.paper_sample import PaperSample
from generator.present.kit.site import Site
from generator.present.paper.sample import branch_facts, sample_paper
from generator.products.paper_files import PaperFile, asked_for, judged_unit, sound_survey, write_files
from generator.settings import Scope, Settings


def write_samples(settings: Settings, folder: Path, *, branch: str | None, ids: Collection[str]) -> list[Path]:
    """Write the samples that are asked for, all of them where none is named."""
    if branch is None:
        site = Edition.of(sound_survey(settings)).site
        blank = (PaperFile.word(id, sample_paper(site, row, {})) for id, row in _chosen(site, ids).items())
        return write_files(blank, folder)
    unit = judged_unit(settings, Scope(kind="branch", id=branch), Audience.INTERNAL)
    view, site = unit.views[0], unit.edition.site
    known = branch_facts(unit.shown(view), bookkeeping(view.dossier, settings.as_of))
    chosen = _chosen(site, ids)
    made = (PaperFile.word(f"{branch}-{id}", sample_paper(site, row, known)) for id, row in chosen.items())
    return unit.write(made, folder)


def _chosen(site: Site, ids: Collection[str]) -> Mapping[str, PaperSample]:
    return asked_for(site.samples, ids, "文书样本", "编号见文书样本页的网址。")
