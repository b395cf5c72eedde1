"""Which fields each criterion reads, and which rows its verdicts rest on: found by running, in tests only.

`watched` lets every record tell which of its fields a check looks at; `without` takes a row out of what a check gets to see.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import cache
from operator import is_
from pathlib import Path
from typing import Any, NamedTuple, TypeVar
from unittest.mock import patch

from generator.evaluate import questions
from generator.evaluate.assess import assess_unit
from generator.evaluate.check_context import CheckContext
from generator.evaluate.checks import CHECKS
from generator.evaluate.outcome import Outcome
from generator.evaluate.parameters import CheckParameters
from generator.evaluate.record_index import RecordIndex
from generator.evaluate.unit_context import UnitContext
from generator.judge import judge
from generator.model import records
from generator.model.dossier import Dossier
from generator.model.finding import Verdict
from generator.model.kinds import ActivityKind
from generator.model.record import Audience, Record, Source
from generator.model.standard import Criterion
from generator.model.unit_records import UnitRecords
from generator.settings import Settings
from generator.survey import Survey, survey
from tests.evaluate.cases import BY_MODULE, Case, cases
from tests.evaluate.shipped import shipped
from tests.evaluate.variations import effective, form

ROOT = Path(__file__).parents[2]
AS_OF = date(2019, 11, 25)

_PATIENCE = 12
Context = CheckContext | UnitContext
Field = tuple[type[Record], str]
"""A field of a record kind, by its name in Python."""

_R = TypeVar("_R", bound=Record)


class Judgement(NamedTuple):
    """One call of a check, and the fields that it looked at."""

    context: Context
    parameters: CheckParameters
    outcome: Outcome
    fields: frozenset[Field]

    def rests_on(self) -> tuple[str, int | None]:
        """How many of the rows that it cites have to be taken away, one after the other, until the verdict is another.

        With the label of the first; None where it is the same without any of them.
        """
        context, outcome, taken = self.context, self.outcome, 0
        while outcome.verdict is self.outcome.verdict:
            if not outcome.evidence or taken == _PATIENCE:
                return "", None
            context = without(context, outcome.evidence[0].source)
            outcome = CHECKS[self.context.criterion.check].judge(context, self.parameters)
            taken += 1
        cited = self.outcome.evidence[0]
        return "活动" if cited.anchor else cited.label, taken


@contextmanager
def watched() -> Iterator[list[Judgement]]:
    """All judgements made meanwhile, in order."""
    made: list[Judgement] = []

    def watching(judge: Callable[[Any, Any], Outcome]) -> Callable[[Any, Any], Outcome]:
        def watch(context: Context, parameters: CheckParameters) -> Outcome:
            with _reading() as read:
                outcome = judge(context, parameters)
            made.append(Judgement(context, parameters, outcome, frozenset(read)))
            return outcome

        return watch

    checks = {name: replace(each, judge=watching(each.judge)) for name, each in CHECKS.items()}
    with patch.object(questions, "CHECKS", checks):
        yield made


@contextmanager
def _reading() -> Iterator[set[Field]]:
    """The fields of records that are looked at meanwhile."""
    read: set[Field] = set()

    def look(record: Record, name: str) -> Any:
        if name in _fields(type(record)):
            read.add((type(record), name))
        return object.__getattribute__(record, name)

    with patch.object(Record, "__getattribute__", look):
        yield read


@cache
def _fields(kind: type[Record]) -> frozenset[str]:
    known = kind.__module__.startswith(records.__name__)
    return frozenset(kind.model_fields) - {"source"} if known else frozenset()


class Trace(NamedTuple):
    """What a criterion reads: the check, whether a person judges it, the fields, and a row without which it says otherwise.

    `taken` are how many rows of `row` have to be taken away for it, as few as possible; None where nothing does.
    """

    check: str
    by_people: bool
    fields: frozenset[Field]
    row: str
    taken: int | None


@cache
def traces() -> Mapping[str, Trace]:
    """By criterion of the shipped standards, from the demonstration and the golden cases of its check."""
    found: dict[str, list[Judgement]] = {}
    for made in _of_demonstration():
        found.setdefault(made.context.criterion.id, []).append(made)
    for criterion in {(row.id, row.check, str(row.parameters)): row for row in shipped()}.values():
        found.setdefault(criterion.id, []).extend(_of_cases(criterion))
    return {id: _trace_of(found[id]) for id in sorted(found, key=_in_order)}


def _in_order(id: str) -> list[int]:
    return [int(part) for part in id.split(".")]


def _trace_of(made: Sequence[Judgement]) -> Trace:
    first = made[0]
    row, taken = "", None
    for each in made if not first.parameters.by_people else ():
        if each.outcome.verdict is Verdict.MET and taken != 1:
            label, number = each.rests_on()
            if number is not None and (taken is None or number < taken):
                row, taken = label, number
    fields = frozenset().union(*(each.fields for each in made))
    return Trace(first.context.criterion.check, first.parameters.by_people, fields, row, taken)


def _of_demonstration() -> Sequence[Judgement]:
    """Everything that is judged of the shipped records."""
    settings = Settings(
        root=ROOT,
        docs=ROOT / "docs",
        records=ROOT / "records",
        as_of=AS_OF,
        year=AS_OF.year,
        audience=Audience.RESTRICTED,
    )
    with watched() as made:
        surveyed = survey(settings)
        for _ in judge(surveyed):
            pass
        _judge_units(surveyed)
    return made


def _of_cases(criterion: Criterion) -> Sequence[Judgement]:
    """What is judged of the golden cases of its check by its parameters, as far as these ask for the same."""
    check = CHECKS[criterion.check]
    asked = form(check.parameters.model_validate(criterion.parameters))
    with watched() as made:
        for case in cases():
            own = BY_MODULE[case.module] is check and case.duty == criterion.duty
            if own and form(effective(case.module, case.parameters)) == asked:
                _as_asked(case, criterion).judge()
    return made


def _as_asked(case: Case, criterion: Criterion) -> Case:
    """The case with the criterion's parameters, and with its kind of record instead of the case's own."""
    registers = json.dumps(case.registers, ensure_ascii=False)
    old, new = case.parameters.get("记录"), criterion.parameters.get("记录")
    if isinstance(old, str) and isinstance(new, str) and {old, new} <= set(ActivityKind):
        registers = registers.replace(f'"{old}"', f'"{new}"')
    return case.model_copy(update={"parameters": criterion.parameters, "registers": json.loads(registers)})


def _judge_units(surveyed: Survey) -> None:
    rules, school, index = surveyed.rules, surveyed.institution, surveyed.index
    assert rules is not None
    assert school is not None
    assert index is not None
    for unit in (school, *(UnitRecords.of_committee(row, school.registers) for row in index.committees)):
        for year in rules.years_of(unit):
            assess_unit(unit, rules.sets_of(unit, year), rules.context.of(year))


def without(context: Context, source: Source) -> Context:
    """The context with the record at that place missing."""
    if isinstance(context, UnitContext):
        return context._replace(records=_unit_without(context.records, source))
    index = context.records
    committee = index.committee and _unit_without(index.committee, source)
    return context._replace(
        records=RecordIndex.build(_dossier_without(index.dossier, source), index.year_context, committee)
    )


def _unit_without(unit: UnitRecords, source: Source) -> UnitRecords:
    return replace(
        unit,
        registers=_each(unit.registers, source),
        further=_each(unit.further, source),
        school=_each(unit.school, source),
    )


def _dossier_without(dossier: Dossier, source: Source) -> Dossier:
    made = Dossier.assemble(
        dossier.id,
        dossier.committee,
        _less(dossier.profile, source),
        _each(dossier.registers, source),
        _each(dossier.further, source),
    )
    return replace(made, receiver=dossier.receiver and _dossier_without(dossier.receiver, source))


def _each(files: Mapping[Any, Any], source: Source) -> dict[Any, Any]:
    return {name: _less(record, source) for name, record in files.items() if record.source != source}


def _less(record: _R, source: Source) -> _R:
    """A record without the one at that place, at any depth; itself where it has none, as every record of another file."""
    if record.source.path != source.path:
        return record
    update: dict[str, Any] = {}
    for name in type(record).model_fields:
        value = getattr(record, name)
        kept = _value_less(value, source)
        if kept is not value:
            update[name] = kept
    return record.model_copy(update=update) if update else record


def _value_less(value: Any, source: Source) -> Any:
    if isinstance(value, Record):
        return None if value.source == source else _less(value, source)
    if isinstance(value, tuple) and value and isinstance(value[0], Record):
        rows = tuple(_less(row, source) for row in value if row.source != source)
        return value if len(rows) == len(value) and all(map(is_, rows, value)) else rows
    return value
