"""支部档案 on paper: what the page and the checklist of a branch's year show, as one value for the printer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.model import words
from generator.model.branch_file import BranchFile, CalendarLine, ClosingPart, FileTask, TaskPart, VerdictCount
from generator.model.finding import Verdict
from generator.model.kinds import Post
from generator.present.branch.branch_year import BranchYear
from generator.present.branch.file_findings import file_aspects, judged_note
from generator.present.branch.file_tables import activity_table, register_tables
from generator.present.branch.head import branch_name, ended
from generator.present.branch.overview import Overview, overview, yearly
from generator.present.branch.plan_section import plan_part, plan_section
from generator.present.branch.profile import ProfileSection, profile_section
from generator.present.branch.register import activity_lines
from generator.present.branch.todo import TodoCard, closing, due_this_month, gaps
from generator.present.branch.visit_notes import note_blocks, visit_part
from generator.present.branch.year import CalendarRow, calendar_rows
from generator.present.kit.catalogue import StandardView
from generator.present.kit.fragments import days_of, without_tags
from generator.present.kit.sheet_heads import sheet_imprint
from generator.present.kit.site import Site

ROWS = 24
"""Rows of all four tables together that one page of A4 takes, with a reason two each; the findings say everything."""

_UNJUDGED = (Verdict.NO_RECORD, Verdict.AWAITING_REVIEW)


def printed_branch_file(year: BranchYear) -> BranchFile:
    """The file of one judged year of a branch."""
    over, counted = ended(year.site, year.dossier.profile), overview(year.judgement)
    proves = year.judgement.proves
    lines = activity_lines(year.dossier, year.site.year, proves)
    plan = plan_section(year.site, year.dossier, year.catalogue, year.judged.plan)
    about = profile_section(year.site, year.dossier, year.chosen)
    return BranchFile(
        imprint=sheet_imprint(year.site, f"支部档案（{year.site.year}年度）", year.dossier.profile.name),
        title=branch_name(year.site, year.dossier.profile),
        lead=_lead(year),
        state=_state(counted, over, year.site),
        counts=tuple(_counts(counted, over)),
        tasks=_tasks(year, over, counted),
        closing=None if over else _closing(year),
        facts=tuple([(row.term, without_tags(row.text)) for row in about.facts]),
        introduction=tuple(_introduction(about)),
        calendar=tuple(map(_calendar, calendar_rows(year.judgement))),
        plan=plan_part(plan) if plan else None,
        visits=tuple(map(visit_part, note_blocks(year.site, year.dossier, year.catalogue))),
        judged_note=judged_note(year.dossier.profile.source.path.rpartition("/")[0], year.site.year),
        aspects=file_aspects(year.catalogue, year.judgement, year.site.year),
        activities=activity_table("活动台账", lines.current, year.site.year),
        earlier=activity_table("其他年度的活动，上面用到的", lines.earlier, year.site.year),
        registers=tuple(register_tables(year.files, proves)),
    )


def _lead(year: BranchYear) -> str:
    """What the branch is, how many it has, and whom to ask, as the edition's readers may know it."""
    site, dossier = year.site, year.dossier
    headcount = dossier.headcount(site.as_of)
    posts = [row for row in dossier.officers(site.as_of) if row.post is Post.SECRETARY]
    parts = (
        f"{dossier.profile.kind}党支部",
        site.committee_names.get(dossier.committee, ""),
        f"党员 {headcount.total} 名" if headcount else "",
        "、".join(f"书记 {row.name}" for row in posts if row.name),
    )
    return "　".join(filter(None, parts))


def _counts(counted: Overview, over: str) -> Iterator[VerdictCount]:
    """None where nothing is asked of the branch; without advice where it is dissolved."""
    for row in counted.tallies if counted.number else ():
        yield VerdictCount(row.verdict, row.number, "" if over else row.advice)


def _state(counted: Overview, over: str, site: Site) -> str:
    if not counted.number:
        told = f"{site.year}年没有适用于本支部的标准集，只列台账，不作判定。"
    else:
        told = (
            f"本支部的事项 {counted.number} 条要点：一条要点计一次，取各期里最先该看的结论；不作考核分值。"
            "基层党委、学校的事项不算在内。"
        )
    return f"{over}。{told}" if over else told


def _closing(year: BranchYear) -> ClosingPart | None:
    before = year.unfinished
    if before is None:
        return None
    part = closing(before.judged.assessment, before.remaining, before.path)
    told = f"上年收尾：{part.year}年度，最晚的期限到{part.until}。"
    if not part.tasks and not part.gaps:
        rest = "；还有下面几条没有判定" if part.unjudged else ""
        told += f"记录显示：{part.year}年度没有待办，也没有缺项{rest}。"
    counts = "、".join(f"{verdict} {number} 条" for verdict, number in part.unjudged)
    note = f"没有判定的{counts}，见{part.year}年度的页面。" if counts else ""
    return ClosingPart(told, tuple(map(_card, (*part.tasks, *part.gaps))), note)


def _introduction(about: ProfileSection) -> Iterator[str]:
    yield from filter(None, (about.introduction, *about.honours))
    if about.barred:
        yield f"公开版没有这段简介：{about.barred}。"


def _calendar(row: CalendarRow) -> CalendarLine:
    periods = [(each.span, each.verdict, days_of(each.anchors, each.span)) for each in row.periods]
    return CalendarLine(row.standard.name, row.cycle, tuple(periods))


def _tasks(year: BranchYear, over: str, counted: Overview) -> tuple[TaskPart, ...]:
    """本月要办, 缺项待改, 全年进度 and what is not judged; `over` says that the branch is dissolved."""
    if over:
        return (
            TaskPart("本月要办", "本支部已经撤销，没有待办。", ()),
            TaskPart("缺项待改", "本支部已经撤销，不再列待改；存续期间的判定见“逐项判定”。", ()),
        )
    due, lacking = due_this_month(year.judgement, year.site.as_of), gaps(year.judgement)
    parts = (
        TaskPart("本月要办", _due_note(due), tuple([_card(row)._replace(reason="") for row in due])),
        TaskPart("缺项待改", _gap_note(counted, lacking), tuple(map(_card, lacking))),
        TaskPart("全年进度（还要办的）", "", tuple(_yearly(year))),
        TaskPart("还没有判定的", "", tuple(_unjudged(year))),
    )
    return tuple(on_one_page(parts))


def _card(card: TodoCard) -> FileTask:
    """A card of a page as a row, of its reason what has to be read first; the findings say the rest."""
    when = "，".join(filter(None, (card.when, card.left)))
    reason = card.reason.partition("；")[0].removeprefix("记录显示")
    return FileTask(card.verdict, card.text, when, *_where(card.standard), reason)


def on_one_page(parts: Iterable[TaskPart]) -> Iterator[TaskPart]:
    """The parts with as many rows as one page takes, in their order; each says how many it leaves out."""
    left = ROWS
    for part in parts:
        shown = part.tasks[: left // (2 if any(row.reason for row in part.tasks) else 1)]
        more = len(part.tasks) - len(shown)
        left -= sum(2 if row.reason else 1 for row in shown)
        rest = f"另有 {more} 条，见“逐项判定”。" if more > 0 else ""
        yield TaskPart(part.name, f"{rest}{part.note}", shown)


def _where(standard: StandardView) -> tuple[str, str]:
    """The standard, and the first of its bases."""
    return f"{standard.id} {standard.name}", without_tags(standard.basis).partition("；")[0]


def _yearly(year: BranchYear) -> Iterator[FileTask]:
    """Yearly duties for which there is still time."""
    for row in yearly(year.judgement, year.site.as_of):
        if row.when:
            yield FileTask(row.verdict, row.text, row.when, *_where(row.standard))


def _unjudged(year: BranchYear) -> Iterator[FileTask]:
    """By standard, which of the branch's own criteria the records do not tell, or nobody has reviewed yet."""
    found: dict[tuple[StandardView, Verdict], dict[str, list[str]]] = {}
    for result, criterion in year.judgement.own():
        for row in criterion.findings:
            if row.verdict in _UNJUDGED:
                criteria = found.setdefault((result.view, row.verdict), {})
                criteria.setdefault(criterion.view.id, []).append(words.short_period(row.period))
    for (view, verdict), criteria in found.items():
        periods = dict.fromkeys(period for rows in criteria.values() for period in rows)
        yield FileTask(verdict, f"要点 {'、'.join(criteria)}", "、".join(periods), *_where(view))


def _due_note(due: Sequence[TodoCard]) -> str:
    return "" if due else "记录显示：到本月底，本支部没有待办的定期事项。"


def _gap_note(counted: Overview, lacking: Sequence[TodoCard]) -> str:
    if lacking:
        return "缺项只说明截至本日的记录。确已开展而没有登记的，补录台账并注明补录日期。"
    if not counted.number:
        return "没有判定。"
    if counted.unjudged:
        return f"记录显示没有缺项；还有{counted.unjudged}没有判定，不能说没有缺项。"
    return "记录显示：到期的事项都已判定，本支部没有缺项。"
