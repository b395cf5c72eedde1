"""台账: the register as a table, each row linkable, with what it proves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from generator.model import words
from generator.model.dossier import Dossier
from generator.model.records.activity import Absences, Activity, AgendaItem, Vote
from generator.model.records.election import Elected, Election, ElectionKind
from generator.model.records.exclusion import Exclusion
from generator.model.records.register import MemberHours, Register, TrainingHours
from generator.model.records.review import Review
from generator.present.kit.fragments import activity_row, file_of, joined


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherRow:
    """Another entry of the register: hours, an election, an exemption, a person's conclusion."""

    name: str
    text: str
    place: str


def activity_rows(dossier: Dossier, year: int, proves: Mapping[str, Markup]) -> tuple[Markup, Markup]:
    """The activities by date: those of the year and of its register, and those of others that prove something of it."""
    register = dossier.registers.get(year)
    own = {row.source for row in register.activities} if register else set()
    current = [row for row in dossier.activities if row.on.year == year or row.source in own]
    shown = {row.source for row in current}
    others = [
        row for row in dossier.activities if row.source not in shown and dossier.anchors.get(row.source) in proves
    ]
    return joined([_activity(row, dossier, proves) for row in current]), joined(
        [_activity(row, dossier, proves) for row in others]
    )


def other_rows(dossier: Dossier, year: int) -> tuple[OtherRow, ...]:
    """What else the year's register holds, and the elections of earlier ones, on which terms of office rest."""
    register = dossier.registers.get(year) or Register()
    earlier = (row for before, each in dossier.registers.items() if before < year for row in each.elections)
    return (*_others(register), *map(_election, earlier))


def _activity(row: Activity, dossier: Dossier, proves: Mapping[str, Markup]) -> str:
    anchor = dossier.anchors.get(row.source, "")
    return activity_row(
        anchor=anchor,
        day=row.on,
        when="，".join(filter(None, (file_of(row.source), row.time, row.place))),
        kinds="、".join(row.kinds) + (f"（{row.group}）" if row.group else ""),
        matters=_matters(row),
        notes=_notes(row),
        attendance=f"{row.attended}/{row.expected}",
        absences=_absences(row.absences),
        chair=row.chair,
        recorder=row.recorder or "",
        proves=proves.get(anchor, ""),
    )


def _absences(absences: Absences | None) -> str:
    if absences is None:
        return ""
    counts = (("请假", absences.on_leave), ("未请假", absences.without_leave))
    return "、".join([f"{word} {people}" for word, people in counts if people])


def _matters(row: Activity) -> Iterator[str]:
    if row.theme_day is not None:
        yield f"主题：{row.theme_day.theme}"
    if row.lecture is not None:
        yield f"党课：{row.lecture.title}（主讲 {row.lecture.speaker}）"
    yield from map(_matter, row.agenda)


def _matter(item: AgendaItem) -> str:
    after = "；".join(filter(None, (_vote(item.vote), item.resolution)))
    return f"{item.matter}（{after}）" if after else item.matter


def _vote(vote: Vote | None) -> str:
    if vote is None:
        return ""
    written = f"，书面意见 {vote.written}" if vote.written else ""
    counts = f"赞成 {vote.ayes}，反对 {vote.noes}，弃权 {vote.abstentions}"
    less = f"（{excluded(vote.excluded)}）" if vote.excluded else ""
    return f"{vote.kind}：应到会有表决权 {vote.entitled}{less}，到会 {vote.present}，{counts}{written}"


def _notes(row: Activity) -> Iterator[str]:
    if row.excluded is not None:
        yield excluded(row.excluded)
    moved = row.theme_day.rescheduled if row.theme_day else None
    if moved is not None:
        yield f"改期：{moved.reason}" + (f"（{moved.approval}）" if moved.approval else "")
    for item in row.follow_ups:
        due = f"，{words.short_day(item.due)}前" if item.due else ""
        yield f"落实：{item.matter}（{item.responsible}{due}）"
    if row.make_up is not None:
        yield f"补学：{words.short_day(row.make_up.on)}，{row.make_up.people} 人"
    if row.original is not None:
        yield f"原始记录：{row.original}"
    if row.remarks is not None:
        yield f"备注：{row.remarks}"


def _others(register: Register) -> Iterator[OtherRow]:
    yield from _hours(register.hours)
    yield from map(_election, register.elections)
    for free in register.exemptions:
        approval = f"，{free.approval}" if free.approval else "，没有批准依据"
        yield OtherRow(
            name="免开", text=f"{free.month} {free.kind}：{free.reason}{approval}", place=file_of(free.source)
        )
    yield from map(_review, register.all_reviews)


def _hours(hours: TrainingHours | None) -> Iterator[OtherRow]:
    if hours is None:
        return
    for officer in hours.officers or ():
        since = f"（{words.day(officer.since)}起任）" if officer.since else ""
        yield OtherRow(name="学时", text=f"{officer.post}{since}：{officer.hours} 学时", place=file_of(officer.source))
    if hours.excused:
        yield OtherRow(name="学时", text=f"党员 {hours.excused} 人：经支委会同意不计", place=file_of(hours.source))
    for group in hours.members or ():
        yield OtherRow(
            name="学时",
            text=f"党员 {group.people} 人{_on_roll(group)}：各 {group.hours} 学时",
            place=file_of(group.source),
        )


def _on_roll(row: MemberHours) -> str:
    return "" if row.months is None else f"（在册 {row.months} 个月）"


def _election(row: Election) -> OtherRow:
    parts = (
        row.kind if row.kind is not ElectionKind.TERM else "",
        row.method or "",
        f"{row.first}后的首次选举" if row.first else "",
        _counted("应到有选举权", row.entitled),
        excluded(row.excluded),
        _counted("实到", row.present),
        _counted("应选", row.seats),
        _counted("候选", row.candidates),
        _counted("发出票", row.issued),
        _counted("收回票", row.returned),
        "当选：" + "、".join(_elected(row, each) for each in row.elected) if row.elected else "",
        _counted("支委会实到", row.committee_present),
        *_term(row),
    )
    return OtherRow(
        name="换届", text=f"{words.day(row.on)}，" + "；".join(filter(None, parts)), place=file_of(row.source)
    )


def _elected(election: Election, row: Elected) -> str:
    if not election.in_committee(row):
        return f"{row.post}{_votes(row.votes)}"
    meeting = f"（大会{_votes(row.meeting_votes)}）" if row.meeting_votes is not None else ""
    return f"{row.post}{_votes(row.votes)}{meeting}"


def _votes(number: int | None) -> str:
    return "" if number is None else f" {number} 票"


def _term(row: Election) -> Iterator[str]:
    if row.early:
        yield _term_change("提前", row.early.until, row.early.reason, row.early.approval)
    if row.extension:
        yield _term_change("延期", row.extension.until, row.extension.reason, row.extension.approval)
    if row.approval:
        yield row.approval + (f"（{words.day(row.approved_on)}）" if row.approved_on else "")
    if row.ends:
        yield f"批复写明{words.day(row.ends)}届满"
    elif row.years:
        yield f"届期 {row.years} 年"


def excluded(row: Exclusion | None) -> str:
    """不计入, as the edition's readers may know it: its grounds are there in the restricted edition only."""
    if row is None:
        return ""
    return f"不计入 {row.count} 名（{'、'.join(row.grounds)}）" if row.grounds else "应到已按规定扣除"


def _counted(label: str, count: int | None) -> str:
    return "" if count is None else f"{label} {count}"


def _term_change(label: str, until: date | None, reason: str | None, approval: str | None) -> str:
    day = f"到{words.day(until)}" if until else None
    return label + "，".join(filter(None, (day, reason, approval)))


def _review(row: Review) -> OtherRow:
    day = words.day(row.on) if row.on else None
    signed = "，".join(filter(None, (row.office, day, row.opinion, row.evidence)))
    return OtherRow(
        name="评定",
        text=f"{row.criterion} {row.result}：{signed or '没有评定单位、日期和意见'}",
        place=file_of(row.source),
    )
