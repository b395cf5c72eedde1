"""What `zhibu check` would say once incoming rows stood in their registers, before they do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from generator.judge import branch_problems
from generator.load.records import Replaced
from generator.model.index import BranchEntry
from generator.model.problem import Problem
from generator.model.record import Record
from generator.model.record_file import Owner
from generator.products.register_import import RegisterImport
from generator.settings import Settings
from generator.survey import survey


def records_of(imports: Iterable[RegisterImport]) -> tuple[Mapping[Path, Record], list[Problem]]:
    """The record that each file would hold, and what is wrong with those that would hold none."""
    made: dict[Path, Record] = {}
    problems: list[Problem] = []
    for each in imports:
        record, told = each.record()
        problems += told
        if record is not None:
            made[each.path] = record
    return made, problems


def check_together(
    settings: Settings, imports: Sequence[RegisterImport], records: Mapping[Path, Record]
) -> list[Problem]:
    """What is wrong with everything that these records are looked at together with, as they would be."""
    instead: dict[Path, dict[str, Record]] = {}
    for path, record in records.items():
        instead.setdefault(path.parent, {})[path.name] = record
    return list(_problems(settings, imports, instead))


def new_problems(settings: Settings, imports: Sequence[RegisterImport], problems: Iterable[Problem]) -> list[Problem]:
    """Those of these problems that there were not before, whatever the line."""
    before = {_told(row) for row in _problems(settings, imports, {})}
    return [row for row in problems if _told(row) not in before]


def _told(row: Problem) -> tuple[str, str, str]:
    return row.source.path, row.code, row.message


def _problems(settings: Settings, imports: Sequence[RegisterImport], instead: Replaced) -> Iterator[Problem]:
    surveyed = survey(settings, None, instead)
    yield from surveyed.problems
    if surveyed.index is None or surveyed.rules is None:
        return
    for committee in surveyed.index.committees:
        entries = [entry for entry in committee.branches if _concerned(entry, imports)]
        above = surveyed.rules.above(surveyed.rules.unit(committee)) if entries else None
        for entry in entries:
            assert above is not None
            yield from branch_problems(surveyed.rules, entry, above, instead)


def _concerned(entry: BranchEntry, imports: Iterable[RegisterImport]) -> bool:
    """Whether what is imported is looked at together with the files of a branch."""
    own = {Owner.BRANCH: ("branch", entry.id), Owner.COMMITTEE: ("committee", entry.committee)}
    for each in imports:
        part, id = own.get(each.file.owner, ("", ""))
        if each.parts.get(part, "") == id:
            return True
    return False
