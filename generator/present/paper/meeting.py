"""会前三件: notice, agenda and sign-in sheet of a coming meeting, with what the plan and the last meeting left to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from generator.model import words
from generator.model.coming_meeting import ComingMeeting
from generator.model.kinds import ActivityKind
from generator.model.paper import Paper, PaperBlock, PaperLook, PaperText, TextLook, facts, headed_table
from generator.present.branch.branch_year import BranchYear
from generator.present.calendar.remind import Reminder, Window
from generator.present.kit.units import school_register
from generator.present.paper.pending import duties_due, open_remedies, planned_work, resolved_since, said_day

_AHEAD = 40
"""Days after the meeting that the agenda looks ahead."""

_NEAR = timedelta(40)
"""A piece of work in the plan is looked at so long before and after its day."""

_ROWS = 15
"""Lines of a sign-in sheet where nobody can say how many will come."""

_MOST_ROWS = 30
"""Lines that one page has room for."""

_CALLED = {
    ActivityKind.COMMITTEE_MEETING: "各位支部委员",
    ActivityKind.GROUP_MEETING: "本小组各位党员",
}
_VOTES = (
    "表决提示：一般议题，到会不少于应到会有表决权的党员的半数（条例第十一条，条号待核），赞成超过应到会有表决权的党员的半数；"
    "接收预备党员、转正，到会须超过半数，赞成超过应到会有表决权的正式党员的半数，无记名、逐个表决；"
    "选举，到会不少于有选举权的五分之四（待核）。预备党员没有表决权。"
)


def notice(year: BranchYear, meeting: ComingMeeting) -> Paper:
    """The notice to those who are asked to come."""
    site, profile = year.site, year.dossier.profile
    when = f"{words.day_and_weekday(meeting.day)}{meeting.time or '＿＿时＿＿分'}"
    verb = "开展" if meeting.kind is ActivityKind.THEME_DAY else "召开"
    title = f"关于{verb}{meeting.name}的通知"
    blocks: list[PaperBlock] = [
        PaperText(f"{site.draft_note}。" if site.draft_note else "", TextLook.NOTE),
        PaperText(title, TextLook.TITLE),
        PaperText(f"{_CALLED.get(meeting.kind, '各位党员')}：", TextLook.PLAIN),
        PaperText(f"经研究，定于近期{verb}{meeting.name}，现将有关事项通知如下。"),
        PaperText("一、时间和地点", TextLook.HEADING),
        PaperText(f"{when}，{meeting.place or '＿＿＿＿＿＿'}。"),
        PaperText("二、内容", TextLook.HEADING),
        *map(PaperText, _matters(year, meeting)),
        PaperText("三、要求", TextLook.HEADING),
        PaperText("请安排好工作，按时到会并签到。不能到会的，会前向支部书记或组织委员请假；请假事由不写进台账。"),
        PaperText(profile.name, TextLook.RIGHT),
        PaperText(words.day(site.as_of), TextLook.RIGHT),
    ]
    return Paper(title, tuple(blocks))


def agenda(year: BranchYear, meeting: ComingMeeting) -> Paper:
    """What is to be talked about: what was left to do, what falls due, and room for more."""
    title = f"{meeting.name}议程"
    when = f"{words.day_and_weekday(meeting.day)}{meeting.time}"
    held = f"{year.dossier.profile.name}　{when}　{meeting.place}".rstrip("　")
    note = f"由台账整理，{year.site.edition}；只列记录显示的，增减由召集人定。带到会上逐项说明办理情况。"
    blocks = [
        PaperText(title, TextLook.TITLE),
        PaperText(held, TextLook.PLAIN),
        PaperText(note, TextLook.NOTE),
        *_left(year, meeting),
        PaperText("议题", TextLook.NOTE),
        headed_table(("议题", "汇报（职务）", "要不要表决", "决议"), [("",) * 4] * 5, (5, 2, 2, 3)),
    ]
    if meeting.kind is ActivityKind.GENERAL_MEETING:
        blocks.append(PaperText(_VOTES, TextLook.NOTE))
    return Paper(title, tuple(blocks), PaperLook.SHEET)


def sign_in(year: BranchYear, meeting: ComingMeeting) -> Paper:
    """An empty sheet to sign: no names, as many lines as are expected."""
    expected = _expected(year, meeting)
    lines = min(_MOST_ROWS, max(5, -(-(expected or 2 * _ROWS) // 2)))
    rows = [(str(at), "", "", str(lines + at), "", "") for at in range(1, lines + 1)]
    title = f"{meeting.name}签到表"
    head = [
        ("支部", year.dossier.profile.name),
        ("时间", f"{words.day(meeting.day)}{meeting.time}"),
        ("地点", meeting.place),
        ("应到", f"{expected} 人（含预备党员）" if expected else ""),
    ]
    blocks = (
        PaperText(title, TextLook.TITLE),
        facts(head, 7),
        PaperText("本人签名；代签无效。签到表由支部留存，姓名不录入台账。", TextLook.NOTE),
        headed_table(("序号", "签名", "备注", "序号", "签名", "备注"), rows, (1, 3, 2, 1, 3, 2), _heights(lines)),
        PaperText(
            "实到：＿＿＿＿　　请假：＿＿＿＿　　未请假：＿＿＿＿　　核对人（职务）：＿＿＿＿＿＿", TextLook.PLAIN
        ),
    )
    return Paper(title, blocks, PaperLook.SHEET)


def _matters(year: BranchYear, meeting: ComingMeeting) -> Iterator[str]:
    guides = school_register(year.site).guides if meeting.kind is ActivityKind.THEME_DAY else ()
    guide = next((row for row in guides if row.month == f"{meeting.day:%Y-%m}"), None)
    if guide is not None:
        reading = f"（参考内容：{'；'.join(guide.reading)}）" if guide.reading else ""
        yield f"主题：{guide.theme}{reading}。主题据学校当月指引，支部可以另定。"
    else:
        yield "1.＿＿＿＿＿＿＿＿＿＿＿＿；"
        yield "2.＿＿＿＿＿＿＿＿＿＿＿＿。"


def _left(year: BranchYear, meeting: ComingMeeting) -> Iterator[PaperBlock]:
    site, register = year.site, year.dossier.registers.get(year.site.year)
    near = (row for row in planned_work(register) if abs(row.due - meeting.day) <= _NEAR)
    left = {
        f"上次{meeting.kind}以来议定要落实的": resolved_since(year.dossier.activities, meeting.kind, site.as_of),
        "没有完成记录的对策": open_remedies(register, year.catalogue, site.as_of),
        "推进计划里临近的工作": near,
    }
    for title, rows in left.items():
        yield from _reminders(title, tuple(rows), "办理情况", site.as_of)
    window = Window(as_of=site.as_of, days=max(0, (meeting.day - site.as_of).days) + _AHEAD)
    due = duties_due(site, year.judged, window)
    yield from _reminders(f"到{words.day(window.until)}为止到期的事项", due, "打算", site.as_of)


def _reminders(title: str, rows: Sequence[Reminder], blank: str, as_of: date) -> Iterator[PaperBlock]:
    if rows:
        yield PaperText(title, TextLook.NOTE)
        told = [(row.text, row.ground, said_day(row.due, as_of), "") for row in rows]
        yield headed_table(("事项", "依据", "期限", blank), told, (5, 3.4, 2.2, 2))


def _expected(year: BranchYear, meeting: ComingMeeting) -> int | None:
    if meeting.kind is ActivityKind.COMMITTEE_MEETING:
        return len(year.dossier.people(meeting.day)) or None
    if meeting.kind is ActivityKind.GROUP_MEETING:
        return None
    return year.dossier.expected(meeting.day, None)


def _heights(lines: int) -> tuple[float, float]:
    """Of the head and of a line to sign on."""
    height = min(11.0, 200 / (lines + 1))
    return min(height, 8.0), height
