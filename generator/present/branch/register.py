"""台账: the register as a table, each row linkable, with what it proves."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from markupsafe import Markup

from generator.model import words
from generator.model.activity_line import ActivityLine
from generator.model.dossier import Dossier
from generator.model.record import Source
from generator.model.record_file import Owner
from generator.model.records.activity import Activity
from generator.model.records.activity_parts import Absences, AgendaItem, Vote
from generator.model.records.register import Register
from generator.model.records.snapshot import YearSnapshot
from generator.model.register_sections import RegisterSection, anchors_in, records_within, sections_of
from generator.present.branch.notes_taken_up import NoteTakenUp, notes_taken_up
from generator.present.kit.fragments import activity_row, file_of, joined
from generator.present.kit.record_table import ShownFile, excluded, file_title

_APART = ("activities", "plan", "remedies", "visit_notes")
"""Sections that the page shows in a way of their own."""

_ELECTIONS = "elections"
_PLAN, _PROFILE = "branch-plan", "profile"
"""The headings under which they stand."""


class ActivityLines(NamedTuple):
    """The activities by date: those of the year and of its register, and those of others that prove something of it."""

    current: tuple[ActivityLine, ...]
    earlier: tuple[ActivityLine, ...]


def activity_rows(dossier: Dossier, year: int, proves: Mapping[str, Markup]) -> tuple[Markup, Markup]:
    """The same as rows of a table."""
    lines = activity_lines(dossier, year, proves)
    return joined(map(activity_row, lines.current)), joined(map(activity_row, lines.earlier))


def activity_lines(dossier: Dossier, year: int, proves: Mapping[str, Markup]) -> ActivityLines:
    """The activities that a year of a branch shows; `proves` are the links of those that are evidence, by anchor."""
    register = dossier.registers.get(year)
    own = {row.source for row in register.activities} if register else set()
    current = [row for row in dossier.activities if row.on.year == year or row.source in own]
    taken_up = tuple(notes_taken_up(register, year)) if register else ()
    shown = {row.source for row in current}
    others = [
        row for row in dossier.activities if row.source not in shown and dossier.anchors.get(row.source) in proves
    ]
    return ActivityLines(
        tuple([_activity(row, dossier, proves, taken_up) for row in current]),
        tuple([_activity(row, dossier, proves) for row in others]),
    )


def shown_files(dossier: Dossier, year: int, cited: Container[Source]) -> tuple[ShownFile, ...]:
    """What else is on record: the year's register, of others what proves something of the year, and the further files.

    The elections of earlier registers are shown whatever cites them, for terms of office rest on them.
    """
    registers = (
        ShownFile(register, f"{each}年度", _sections(register, each, year, cited))
        for each, register in sorted(dossier.registers.items(), key=lambda pair: (pair[0] != year, pair[0]))
    )
    further = (
        ShownFile(record, file_title(Owner.BRANCH, name), sections_of(record, name.rpartition(".")[0]))
        for name, record in sorted(dossier.further.items())
        if not isinstance(record, YearSnapshot)  # it has a page of its own, where it is told what differs
    )
    return (*registers, *further)


def anchors_on_page(dossier: Dossier, files: Iterable[ShownFile], cited: Iterable[Source]) -> Mapping[Source, str]:
    """Where on a branch's page what findings cite stands, as far as it has no anchor yet."""
    wanted = set(cited)
    if not wanted:
        return {}
    found: dict[Source, str] = {}
    for file in files:
        found.update(anchors_in(file.sections))
    if missing := wanted.difference(found):
        about = dossier.profile.source.path
        found.update((source, _PROFILE) for source in missing if source.path == about)
        found.update((source, _PLAN) for source in missing.intersection(_planned(dossier)))
    return found


def _planned(dossier: Dossier) -> Iterator[Source]:
    """Where the plans and remedies of all years stand in the files."""
    for register in dossier.registers.values():
        for row in (*filter(None, (register.plan,)), *register.remedies):
            yield from (each.source for each in records_within(row))


def _sections(register: Register, about: int, year: int, cited: Container[Source]) -> tuple[RegisterSection, ...]:
    sections = sections_of(register, str(about), _APART)
    if about == year:
        return sections
    shown = (row if row.name == _ELECTIONS and about < year else row.cited(cited) for row in sections)
    return tuple(row for row in shown if row.rows)


def _activity(
    row: Activity, dossier: Dossier, proves: Mapping[str, Markup], taken_up: Sequence[NoteTakenUp] = ()
) -> ActivityLine:
    anchor = dossier.anchors.get(row.source, "")
    return ActivityLine(
        anchor=anchor,
        day=row.on,
        when="，".join(filter(None, (_file(row, dossier), row.time, row.place))),
        kinds="、".join(row.kinds) + (f"（{row.group}）" if row.group else ""),
        matters=tuple(_matters(row)),
        notes=tuple(_notes(row)),
        about=tuple([note.link for note in taken_up if note.meets(row)]),
        attendance=f"{row.attended}/{row.expected}",
        absences=_absences(row.absences),
        chair=row.chair,
        recorder=row.recorder or "",
        proves=proves.get(anchor, ""),
    )


def _file(row: Activity, dossier: Dossier) -> str:
    """The file of a row; one that several branches share stands in their committee's."""
    return file_of(row.source) + ("（基层党委台账，联合活动）" if dossier.is_joint(row) else "")


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


def _of_some(row: Activity) -> Iterator[str]:
    """What only some activities have: an oath, leading cadres, hours, an entry made afterwards (Y44)."""
    if row.sworn is not None:
        yield f"宣誓：{row.sworn} 名"
    if row.leaders is not None:
        yield f"领导干部：实到 {row.leaders.attended}，应到 {row.leaders.expected}"
    if row.hours is not None:
        yield f"学时：{row.hours}"
    if row.late_entry is not None:
        why = f"（{row.late_entry.reason}）" if row.late_entry.reason else ""
        yield f"补录于{words.day(row.late_entry.on)}{why}"


def _notes(row: Activity) -> Iterator[str]:
    if row.excluded is not None:
        yield excluded(row.excluded)
    moved = row.theme_day.rescheduled if row.theme_day else None
    if moved is not None:
        yield f"改期：{moved.reason}" + (f"（{moved.approval}）" if moved.approval else "")
    for item in row.follow_ups:
        due = f"，{words.short_day(item.due)}前" if item.due else ""
        yield f"落实：{item.matter}（{item.responsible}{due}）"
    yield from _of_some(row)
    if row.make_up is not None:
        yield f"补学：{words.short_day(row.make_up.on)}，{row.make_up.people} 人"
    if row.original is not None:
        yield f"原始记录：{row.original}"
    if row.remarks is not None:
        yield f"备注：{row.remarks}"
