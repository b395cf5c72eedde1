"""Papers about one branch, or the branches of one committee: what `zhibu word` and `zhibu handover` write."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from generator.errors import ConfigurationError
from generator.evaluate.bookkeeping import bookkeeping
from generator.formats.return_xlsx import return_xlsx
from generator.model import words
from generator.model.coming_meeting import ComingMeeting
from generator.model.kinds import ActivityKind
from generator.model.period import Period
from generator.model.record import Audience
from generator.present.branch.branch_year import BranchYear
from generator.present.forms.prefilled import next_planned_day
from generator.present.paper.handover import handover
from generator.present.paper.meeting import agenda, notice, sign_in
from generator.present.paper.minutes import minutes
from generator.present.paper.returns import monthly_return, quarterly_return
from generator.products.paper_files import JudgedUnit, PaperFile, judged_unit
from generator.settings import Scope, Settings


def write_meeting(settings: Settings, branch: str, meeting: ComingMeeting, folder: Path) -> list[Path]:
    """Notice, agenda and sign-in sheet of a coming meeting."""
    unit = _branch(settings, branch, Audience.INTERNAL)
    year = unit.shown(unit.views[0])
    made = {"notice": notice, "agenda": agenda, "sign-in": sign_in}
    stem = f"{branch}-{meeting.day}"
    return unit.write((PaperFile.word(f"{stem}-{name}", make(year, meeting)) for name, make in made.items()), folder)


def planned_meeting(settings: Settings, branch: str, kind: ActivityKind) -> date:
    """The next day that is planned for meetings of a kind; raises ConfigurationError where the handbook plans none."""
    unit = _branch(settings, branch, Audience.INTERNAL)
    found = next_planned_day(unit.edition.site, kind)
    if found is None:
        raise ConfigurationError(f"手册没有定{kind}的计划日，请用 --date 写明哪一天开。")
    return found


def write_minutes(settings: Settings, branch: str, day: date, audience: Audience, folder: Path) -> list[Path]:
    """Minutes of every activity of a day; raises ConfigurationError where none is on record."""
    unit = _branch(settings, branch, audience)
    papers = list(minutes(unit.shown(unit.views[0]), day))
    if not papers:
        raise ConfigurationError(f"台账里{words.day(day)}没有活动。请核对日期，或先把会议录入台账。")
    names = (f"{branch}-{day}-minutes{f'-{at}' if at > 1 else ''}" for at in range(1, len(papers) + 1))
    return unit.write([PaperFile.word(name, paper) for name, paper in zip(names, papers, strict=True)], folder)


def write_handover(settings: Settings, branch: str, folder: Path) -> Path:
    """The sheet for whoever takes over the branch."""
    unit = _branch(settings, branch, Audience.INTERNAL)
    view = unit.views[0]
    paper = handover(unit.shown(view), bookkeeping(view.dossier, settings.as_of))
    return unit.write([PaperFile.word(f"{branch}-handover", paper)], folder)[0]


def write_return(settings: Settings, scope: Scope, period: Period, folder: Path) -> list[Path]:
    """The return of a month, or the table of a quarter, for Word and as a workbook."""
    unit = judged_unit(settings, scope, Audience.INTERNAL)
    name, site, branches = _name(unit, scope), unit.edition.site, _living(unit, period)
    make = monthly_return if period.end.month == period.start.month else quarterly_return
    paper = make(site, name, branches, period)
    stem = f"{scope.id}-{period.name}"
    return unit.write([PaperFile.word(stem, paper), PaperFile(f"{stem}.xlsx", return_xlsx(paper))], folder)


def _branch(settings: Settings, id: str, audience: Audience) -> JudgedUnit:
    return judged_unit(settings, Scope(kind="branch", id=id), audience)


def _name(unit: JudgedUnit, scope: Scope) -> str:
    site = unit.edition.site
    return site.committee_names[scope.id] if scope.kind == "committee" else site.branches[scope.id].name


def _living(unit: JudgedUnit, period: Period) -> Iterator[BranchYear]:
    """The branches that were there on a day of the period."""
    for view in unit.views:
        profile = view.dossier.profile
        if profile.founded <= period.end and (profile.dissolved is None or profile.dissolved >= period.start):
            yield unit.shown(view)
