"""报表 for the superior: what each branch has on record of a month or a quarter, in the order of the roll; nothing is ranked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.model import words
from generator.model.finding import Verdict
from generator.model.kinds import ActivityKind
from generator.model.paper import Paper, PaperLook, PaperText, TextLook, headed_table
from generator.model.period import Period
from generator.model.records.activity import Activity
from generator.model.standard_set import set_of
from generator.model.year_course import THREE_MEETINGS, HoursReached, YearCourse, course_of, meeting_columns
from generator.present.branch.branch_year import BranchYear
from generator.present.kit.site import Site

_KINDS = (*THREE_MEETINGS, ActivityKind.THEME_DAY)
_NAME_WIDTH = 4.0
_SIGNED = "填报人（职务）：＿＿＿＿＿＿　　审核人（职务）：＿＿＿＿＿＿　　报送日期：＿＿＿＿＿＿"


def monthly_return(site: Site, unit: str, branches: Iterable[BranchYear], month: Period) -> Paper:
    """Which activities of each kind each branch has on record of a month: the days, and how many came of how many."""
    heads = ("支部", *_KINDS, "其他", "台账核对至")
    rows = [_of_month(year, month) for year in branches]
    note = "各格写“日期 实到/应到”；空白是台账没有记录，不等于没有做。只列记录，不作比较。"
    return _paper(site, f"{unit}{words.period(month)}组织生活月报", note, heads, rows)


def quarterly_return(site: Site, unit: str, branches: Iterable[BranchYear], quarter: Period) -> Paper:
    """What 三会一课 of each branch show in a quarter: the same conclusions as on the committee's page."""
    told = [(year, _course(year)) for year in branches]
    columns = tuple(meeting_columns(quarter, [course for _, course in told]))
    heads = ("支部", *("\n".join(filter(None, (row.kind, row.label))) for row in columns))
    rows = [
        (year.dossier.profile.name, *(_said(course.meetings.get(row.kind, {}).get(row.period)) for row in columns))
        for year, course in told
    ]
    note = "结论由台账按手册判出，与三会一课季度表相同；空白是不要求这一项。无记录不等于没有做。只列记录，不作比较。"
    return _paper(site, f"{unit}{words.period(quarter)}三会一课季度表", note, heads, rows)


def _paper(site: Site, title: str, note: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Paper:
    widths = (_NAME_WIDTH, *(2.0 for _ in heads[1:]))
    blocks = (
        PaperText(f"整理稿，{site.edition}。{note}", TextLook.NOTE),
        PaperText(title, TextLook.TITLE),
        headed_table(heads, rows, widths, (9.0, 8.0)),
        PaperText(_SIGNED, TextLook.PLAIN),
    )
    return Paper(title, blocks, PaperLook.SHEET)


def _of_month(year: BranchYear, month: Period) -> tuple[str, ...]:
    held = [row for row in year.dossier.activities if month.start <= row.on <= min(month.end, year.site.as_of)]
    kinds = ("\n".join(_came(row) for row in held if kind in row.kinds) for kind in _KINDS)
    others = "\n".join(
        f"{'、'.join(row.kinds)} {_came(row)}" for row in held if not set(row.kinds).intersection(_KINDS)
    )
    through = year.dossier.profile.reconciled_through
    return year.dossier.profile.name, *kinds, others, words.day(through) if through else ""


def _came(row: Activity) -> str:
    return f"{row.on.day}日 {row.attended}/{row.expected}"


def _course(year: BranchYear) -> YearCourse:
    chosen = set_of(year.site.sets, year.judged.assessment.standard_set)
    return course_of(year.judged.assessment, chosen, HoursReached())


def _said(verdict: Verdict | None) -> str:
    return verdict.value if verdict else ""
