"""PDFs about a year of the institution, without a site: its plan with how the tasks stand, and the overview of all units."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.build.branch_sums import current_sums
from generator.build.edition import Edition
from generator.build.task_states import with_standings
from generator.disclose.hidden import hidden_words
from generator.disclose.view import BranchView
from generator.errors import ConfigurationError, RecordsRefusedError
from generator.formats.pdf.engine import TypstSource, compile_pdf
from generator.formats.pdf.overview_print import overview_source
from generator.formats.pdf.plan_print import plan_source
from generator.judge import judge
from generator.model.problem import Problem, errors_in
from generator.model.record import Audience
from generator.model.steps import STEPS
from generator.model.summary import BranchSummary, CommitteeSummary, summarise_committee
from generator.present.committee.overview_print import overview_print
from generator.present.kit.pdf_urls import overview_pdf, plan_pdf
from generator.present.plan.plan_print import plan_print
from generator.products.paper_files import JudgedUnit, PaperFile, sound_survey
from generator.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class _Summed:
    """An edition with the sums of its committees; `hidden` are the words of branches' records that it may not show."""

    edition: Edition
    totals: Sequence[CommitteeSummary]
    hidden: tuple[str, ...]


def write_plan(settings: Settings, folder: Path) -> Path:
    """The plan of the year; raises ConfigurationError where the year has none, RecordsRefusedError or PdfError."""
    edition = Edition.of(sound_survey(settings))
    if edition.site.plan is None:
        raise ConfigurationError(
            f"{settings.year}年没有登记工作方案。请写 --year，或者登记 records/plan/{settings.year}.yml。"
        )
    summed = _summed(edition)
    source = plan_source(plan_print(with_standings(edition.site, summed.totals), edition.site.plan))
    return _written(summed, source, Path(plan_pdf(settings.year)).name, folder)


def write_overview(settings: Settings, folder: Path) -> Path:
    """The roll-ups of the whole institution; raises ConfigurationError for an edition without, RecordsRefusedError or PdfError."""
    if settings.audience is Audience.PUBLIC:
        raise ConfigurationError("公开版没有全校总览：里面有结论。请加 --audience internal。")
    if settings.scope is not None:
        raise ConfigurationError("只生成一个单位的一份，没有全校总览。请在配置文件里去掉 scope。")
    summed = _summed(Edition.of(sound_survey(settings)))
    source = overview_source(overview_print(summed.edition.site, summed.totals))
    return _written(summed, source, Path(overview_pdf(settings.year)).name, folder)


def _summed(edition: Edition) -> _Summed:
    """Branch by branch, so that memory does not grow with their number; for the public nothing is judged."""
    surveyed = edition.survey
    sums: dict[str, list[BranchSummary]] = defaultdict(list)
    hidden: dict[str, None] = {}
    problems: list[Problem] = []
    for number, row in enumerate(judge(surveyed) if edition.site.judged else (), 1):
        STEPS.info("看支部的记录：第 %d 个", number)
        problems += errors_in(row.problems)
        view = BranchView.of(row, edition.site.audience)
        if view is not None and (found := current_sums(row, view, edition.rules)):
            sums[row.entry.committee].append(found)
            hidden.update(dict.fromkeys(hidden_words(row, view).words))
    if problems:
        raise RecordsRefusedError("台账有错误，没有生成 PDF。", sorted(problems))
    known = (entry for entry in edition.on_record.committees if entry.id in sums)
    totals = [summarise_committee(entry.id, entry.committee.name, sums[entry.id]) for entry in known]
    return _Summed(edition=edition, totals=totals, hidden=tuple(hidden))


def _written(summed: _Summed, source: TypstSource, name: str, folder: Path) -> Path:
    """Behind the gate; a file that cannot be made leaves the one that is there."""
    data = compile_pdf(source, summed.edition.survey.settings.typefaces)
    unit = JudgedUnit(edition=summed.edition, views=(), hidden=summed.hidden)
    return unit.write([PaperFile(name, data)], folder)[0]
