"""接手一页: what whoever takes over a branch has to know, on one sheet with two signatures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from generator.model import words
from generator.model.bookkeeping import Bookkeeping
from generator.model.finding import Verdict
from generator.model.kinds import Duty
from generator.model.paper import Paper, PaperBlock, PaperLook, PaperText, TextLook, facts, headed_table
from generator.model.paper_fit import fits_one_page
from generator.model.record import Source
from generator.present.branch.branch_year import BranchYear
from generator.present.calendar.remind import Window
from generator.present.paper.pending import duties_due, open_remedies, planned_work, resolved_since, said_day

_AHEAD = 40
"""Days that the sheet looks ahead."""

_MOST_ROWS = (30, 20, 15, 12, 10, 8, 6, 5, 4, 3, 2, 1)
"""Of a table, until the sheet is one page."""

_ORIGINALS = 4
"""So many places of paper records are named, the latest first."""

_GAPS = (Verdict.UNMET, Verdict.NO_RECORD)
_BY_HAND = ("党费账册和票据", "党员档案和发展材料", "印章、钥匙和账号", "正在办的、口头交代的")


class _Table(NamedTuple):
    title: str
    heads: tuple[str, ...]
    widths: tuple[float, ...]
    rows: Sequence[tuple[str, ...]]


def handover(year: BranchYear, books: Bookkeeping) -> Paper:
    """The sheet; `books` are those of the branch.  What there is no room for is counted and its page named."""
    tries = (_paper(year, books, most) for most in _MOST_ROWS)
    return next((paper for paper in tries if fits_one_page(paper)), _paper(year, books, _MOST_ROWS[-1]))


def _paper(year: BranchYear, books: Bookkeeping, most: int) -> Paper:
    title = f"{year.dossier.profile.name}接手一页"
    blocks: list[PaperBlock] = [
        PaperText(f"整理稿，{year.site.edition}；只列记录显示的，记录以外的请双方当面补写。", TextLook.NOTE),
        PaperText(title, TextLook.TITLE),
        facts(list(_about(year, books)), 6.5),
    ]
    for table in (_open(year), _gaps(year)):
        blocks += _told(table, most)
    blocks += [
        PaperText("材料在哪里", TextLook.NOTE),
        facts([*_papers(year), *((label, "") for label in _BY_HAND)], 6.5),
        PaperText(
            "移交人（职务）签字：＿＿＿＿＿　接手人（职务）签字：＿＿＿＿＿　日期：＿＿＿＿＿",
            TextLook.PLAIN,
        ),
    ]
    return Paper(title, tuple(blocks), PaperLook.SHEET)


def _about(year: BranchYear, books: Bookkeeping) -> Iterator[tuple[str, str]]:
    site, dossier = year.site, year.dossier
    members = dossier.headcount(site.as_of)
    counted = f"正式 {members.full_members} 名，预备 {members.probationary_members} 名" if members else "台账没有写"
    yield "支部", f"{dossier.profile.kind}党支部，属{site.committee_names.get(dossier.committee, '')}"
    yield "党员", counted
    posts = ("、".join((row.post, *row.also)) + f"（{words.day(row.since)}起）" for row in dossier.officers(site.as_of))
    yield "支委", "；".join(posts) or "台账没有写"
    yield "党小组", "、".join(row.name for row in dossier.groups(site.as_of)) or "未划分"
    yield "任期", _term(year, books)
    through = dossier.profile.reconciled_through
    since = f"，其后录入 {len(books.entered)} 条" if through and books.entered else ""
    yield "台账核对至", f"{words.day(through)}{since}" if through else "台账没有写"


def _term(year: BranchYear, books: Bookkeeping) -> str:
    term = books.term
    if term is None:
        return "台账里没有换届记录"
    dates = {"请示": term.requested, "批复": term.approved, "报批": term.reported}
    told = "、".join(f"{label}{words.day(day)}" if day else f"{label}没有记录" for label, day in dates.items())
    left = words.countdown(year.site.as_of, term.ends)
    return f"{words.day(term.elected)}选举，{words.day(term.ends)}届满（{left}）；{told}"


def _open(year: BranchYear) -> _Table:
    as_of, register = year.site.as_of, year.dossier.registers.get(year.site.year)
    works = (row for row in planned_work(register) if row.due >= as_of)
    tasks = (row for row in resolved_since(year.dossier.activities, None, as_of))
    due = duties_due(year.site, year.judged, Window(as_of=as_of, days=_AHEAD))
    remedies = open_remedies(register, year.catalogue, as_of)
    found = [("对策", remedies), ("推进计划", works), ("落实", tasks), (f"{_AHEAD} 天内", due)]
    rows = [(label, row.text, row.ground, said_day(row.due, as_of)) for label, group in found for row in group]
    return _Table("没有办完、就要办的", ("来自", "事项", "依据", "期限"), (1.5, 5, 4, 2.2), rows)


def _gaps(year: BranchYear) -> _Table:
    """What the records lack of the branch's own duties: 缺项, and 无记录 apart, for it is not the same."""
    periods: dict[tuple[str, Verdict], dict[str, None]] = {}
    for row in year.judged.assessment.findings:
        view = year.catalogue.standards[row.standard]
        if row.duty is Duty.BRANCH and row.verdict in _GAPS and not view.withheld:
            label = f"{view.id} {view.name}"
            periods.setdefault((label, row.verdict), {})[words.short_period(row.period)] = None
    rows = [(label, verdict.value, "、".join(names)) for (label, verdict), names in periods.items()]
    return _Table(f"{year.site.year}年度记录里的空缺", ("标准", "结论", "哪几期"), (4, 1.5, 7), rows)


def _told(table: _Table, most: int) -> Iterator[PaperBlock]:
    rest = len(table.rows) - most
    more = f"（共 {len(table.rows)} 项，这里列 {most} 项，其余见支部页）" if rest > 0 else ""
    yield PaperText(f"{table.title}{more}" if table.rows else f"{table.title}：记录里没有。", TextLook.NOTE)
    if table.rows:
        yield headed_table(table.heads, table.rows[:most], table.widths, (6.0,))


def _papers(year: BranchYear) -> Iterator[tuple[str, str]]:
    latest = sorted(year.dossier.activities, key=lambda row: row.on, reverse=True)
    originals = dict.fromkeys(row.original for row in latest if row.original and row.on <= year.site.as_of)
    yield "纸质记录", "；".join(islice(originals, _ORIGINALS)) or "台账没有写"
    sources = (year.dossier.profile.source, *(row.source for row in year.dossier.registers.values()))
    yield "电子台账", "；".join(_files(sources))


def _files(sources: Iterable[Source]) -> Iterator[str]:
    return (path for path in dict.fromkeys(source.path for source in sources) if path)
