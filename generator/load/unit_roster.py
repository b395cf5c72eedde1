"""The roster (名册) of an institution's branches: a table becomes committees with branches, or Problems by cell."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

from generator.load.roster_columns import check_headings, find_headings
from generator.load.roster_ids import AskedId, RosterIds
from generator.load.roster_rows import RosterRow, roster_rows
from generator.load.roster_values import (
    CellError,
    to_branch_kind,
    to_committee_kind,
    to_count,
    to_day,
    to_id,
    to_name,
    to_person,
)
from generator.model.grid import Grid
from generator.model.problem import Problem, has_errors
from generator.model.problem_codes import report
from generator.model.record import Source
from generator.model.records.organisation import CommitteeKind
from generator.model.unit_roster import RosterBranch, RosterCommittee

_Value = TypeVar("_Value")

_NEEDED = {"committee": "基层党委", "name": "支部名称", "kind": "类型", "founded": "成立日期"}
_READERS: Mapping[str, Callable[[str], Any]] = {
    "name": to_name,
    "kind": to_branch_kind,
    "founded": to_day,
    "full": to_count,
    "probationary": to_count,
    "counted": to_day,
    "secretary": to_person,
    "since": to_day,
    "id": to_id,
    "committee_id": to_id,
}


def committees_of(tables: Sequence[Grid]) -> tuple[tuple[RosterCommittee, ...], list[Problem]]:
    """The committees and branches of a workbook's tables, in their order; none where there is any 错误."""
    problems: list[Problem] = []
    rows: list[RosterRow] = []
    found = [(table, headings) for table in tables if (headings := find_headings(table)) is not None]
    if not found:
        place = Source(tables[0].place.path.partition("!")[0] if tables else "")
        hint = "请写一行表头：基层党委、支部名称、类型、成立日期，另可有正式、预备、书记、书记任职日期、编号。"
        return (), [report("C101", place, "没有找到表头", hint)]
    for table, headings in found:
        problems += check_headings(table, headings)
        rows += roster_rows(table, headings)
    if not rows:
        problems.append(
            report("C109", found[0][0].at(found[0][1].row + 1, 0), "名册里没有一个支部", "请一行写一个支部。")
        )
    if has_errors(problems):
        return (), problems
    reading = _Reading(problems)
    committees = reading.committees(rows)
    return (() if has_errors(problems) else committees), problems


class _Reading:
    """Rows become branches; what is wrong with any cell is noted, and reading goes on."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems

    def committees(self, rows: Iterable[RosterRow]) -> tuple[RosterCommittee, ...]:
        grouped: dict[str, list[_Read]] = {}
        for row in rows:
            grouped.setdefault(row.texts["committee"], []).append(_Read(row, self._values(row)))
        heads = [self._head(name, members) for name, members in grouped.items()]
        ids = RosterIds()
        self.problems += ids.take(asked for _, asked in heads)
        self.problems += ids.take(member.asked for members in grouped.values() for member in members)
        self.problems += (problem for name, members in grouped.items() for problem in _same_names(name, members))
        made = zip(ids.of((asked for _, asked in heads), "d"), heads, grouped.items(), strict=True)
        return tuple(
            RosterCommittee(id, name, kind, _branches(members, ids, f"{id}-"))
            for id, (kind, _), (name, members) in made
        )

    def _values(self, row: RosterRow) -> dict[str, Any]:
        for name, label in _NEEDED.items():
            if not row.texts[name]:
                self._note("C104", row.places[name], f"没有填{label}", "请补上；空行请整行删去。")
        values = {name: self._read(row, name, _READERS[name]) for name in row.texts if name in _READERS}
        pair = (values.get("full"), values.get("probationary"))
        if (row.texts.get("full") or row.texts.get("probationary")) and None in pair:
            lacking = "full" if pair[0] is None else "probationary"
            if not row.texts.get(lacking):
                label = "正式" if lacking == "full" else "预备"
                self._note("C104", row.places.get(lacking, row.source), f"没有填{label}人数", "没有的写 0。")
        if row.texts.get("since") and not row.texts.get("secretary"):
            self._note(
                "C104", row.places.get("secretary", row.source), "写了任职日期而没有书记", "请补上姓名，或删去日期。"
            )
        return values

    def _read(self, row: RosterRow, name: str, reader: Callable[[str], _Value]) -> _Value | None:
        if not row.texts[name]:
            return None
        try:
            return reader(row.read(name))
        except CellError as error:
            self._note(error.code, row.places[name], error.message, error.hint)
            return None

    def _head(self, name: str, members: Sequence[_Read]) -> tuple[CommitteeKind, AskedId]:
        """What the rows of a committee say of it; they may say it once or always, but only one thing."""
        first = members[0].row
        kind = self._agreed(members, "committee_kind", "类型")
        id = self._agreed(members, "committee_id", "编号")
        try:
            read = to_committee_kind(kind[0] if kind else "", to_name(name))
        except CellError as error:
            self._note("C105", kind[1] if kind else first.places["committee"], error.message, error.hint)
            read = CommitteeKind.COMMITTEE
        return read, AskedId(*id) if id else AskedId(None, first.source)

    def _agreed(self, members: Sequence[_Read], name: str, what: str) -> tuple[str, Source] | None:
        said = [(str(values.get(name) or row.texts[name]), row) for row, values in members if row.texts.get(name)]
        for text, row in said[1:]:
            if text != said[0][0]:
                first = said[0][1].places[name]
                told = f"{row.texts['committee']}的{what}写的是 {text}，{first} 写的是 {said[0][0]}"
                self._note("C107", row.places[name], told, "请改成一样。")
        return (said[0][0], said[0][1].places[name]) if said else None

    def _note(self, code: str, place: Source, message: str, hint: str) -> None:
        self.problems.append(report(code, place, message, hint))


class _Read(NamedTuple):
    """A row and what its cells mean."""

    row: RosterRow
    values: Mapping[str, Any]

    @property
    def asked(self) -> AskedId:
        return AskedId(self.values.get("id"), self.row.places.get("id", self.row.source))


def _same_names(committee: str, members: Iterable[_Read]) -> Iterator[Problem]:
    seen: dict[str, Source] = {}
    for row, _ in members:
        name = row.texts["name"]
        if name and seen.setdefault(name, row.source) != row.source:
            told = f"{committee}里已经有“{name}”，在 {seen[name]}"
            yield report("C106", row.source, told, "同一个支部只写一行；是两个支部的，名称要分得开。")


def _branches(members: Sequence[_Read], ids: RosterIds, start: str) -> tuple[RosterBranch, ...]:
    found = ids.of((member.asked for member in members), start)
    return tuple(
        _branch(*member, id)
        for id, member in zip(found, members, strict=True)
        if all(member.values.get(name) is not None for name in ("name", "kind", "founded"))
    )


def _branch(row: RosterRow, values: Mapping[str, Any], id: str) -> RosterBranch:
    return RosterBranch(
        source=row.source,
        id=id,
        name=values["name"],
        kind=values["kind"],
        founded=values["founded"],
        full_members=values.get("full"),
        probationary_members=values.get("probationary"),
        counted_on=values.get("counted"),
        secretary=values.get("secretary"),
        secretary_since=values.get("since"),
    )
