"""观摩记录: the rules of the record kind, possible dates, another branch as host, known standards, the meeting it names."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from generator.model.dossier import Dossier
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.records.register import Register
from generator.model.records.visit_note import Compared, OwnGap, VisitNote, VisitOutcome, takes_up
from generator.validate.branch_plans import standards_among
from generator.validate.dates import NextYearDeadlines, in_existence, in_year
from generator.validate.record_rules import broken_rules


def check_visit_notes(
    register: Register, year: int, dossier: Dossier, as_of: date, yearly: NextYearDeadlines
) -> Iterator[Problem]:
    """Every problem of the notes in a year's register, but for the standards that they name."""
    for note in register.visit_notes:
        yield from broken_rules(note)
        yield from in_year(note, "on", year, yearly)
        yield from in_existence(note, "on", dossier, as_of)
        if note.host == dossier.id:
            yield report("N206", note.where("host"), "观摩点写的是本支部", "请写接待的那个支部的编号。")
        if note.compared and note.outcome is VisitOutcome.TAKING and not any(row.taken for row in note.compared):
            hint = f"请在学的那一行写“我们学”；确实没有的，结论写“{VisitOutcome.NOTHING}”。"
            yield report("N203", note.where("compared"), f"结论是“{VisitOutcome.TAKING}”，没有一行写“我们学”", hint)
        if note.taken_up is not None:
            yield from _meeting(note, note.taken_up, dossier)


def check_noted_standards(register: Register, known: Collection[str], withheld: Collection[str]) -> Iterator[Problem]:
    """Every standard that a note names is known, and none is one that only the restricted edition shows.

    `known` and `withheld` are ids of 评价要点; without any (they could not be read) nothing is checked.
    """
    ids, hidden = standards_among(known), standards_among(withheld)
    for note in register.visit_notes:
        named: tuple[OwnGap | Compared, ...] = (*note.before, *note.compared)
        for row in named:
            yield from _standard(row, ids, hidden)


def _standard(row: OwnGap | Compared, known: Collection[str], withheld: Collection[str]) -> Iterator[Problem]:
    if known and row.standard not in known:
        yield report("N208", row.where("standard"), f"没有标准“{row.standard}”", "请写标准编号，如 3.5。")
    elif row.standard in withheld:
        told = f"标准 {row.standard} 只在专人版显示，写在了“观摩记录”里"
        yield report("N208", row.where("standard"), told, "请删去这一行，由专人另行登记。")


def _meeting(note: VisitNote, day: date, dossier: Dossier) -> Iterator[Problem]:
    held = [row for row in dossier.activities if row.on == day]
    if dossier.activities and not any(takes_up(row.kinds) for row in held):
        told = f"{day} 的台账里没有支部委员会会议或支部党员大会"
        yield report("N207", note.where("taken_up"), told, "请核对日期，或补录那天的会；还没有上会的不写。")
