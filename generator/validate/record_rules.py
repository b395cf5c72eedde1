"""The rules that record kinds declare of their own fields (`RULES`), applied to records.

For each kind they are written out once as a Python function, as `namedtuple` and `dataclass` do: functions that walk the
parsed rules took three times as long as rules written by hand, which adds up over every row of every register.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, NamedTuple

from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.record import Record, RecordRule
from generator.model.rule_terms import MessagePart, RuleClause, RuleTerm, Sum, Verb, clause_of, message_of
from generator.model.shape import FieldShape, shape_of

_SIGNS = {Verb.EQUAL: "=="}
"""How Python writes what a clause writes otherwise."""


class _Broken(NamedTuple):
    """A rule that a row breaks, and the record whose kind declares it."""

    rule: RecordRule
    row: Record
    outer: Record


def broken_rules(record: Record) -> Iterator[Problem]:
    """The Problems of a record by the rules of its kind and of the kinds within it."""
    for found in _judge(type(record))(record):
        yield _problem(*found)


def _problem(rule: RecordRule, row: Record, outer: Record) -> Problem:
    words = {word for text in rule.broken for word in clause_of(text).words}
    message = "".join(part.text or _shown(part, words, row, outer) for part in message_of(rule.message))
    return report(rule.code, row.where(_field(type(row), rule.at).name), message, rule.hint)


def _shown(part: MessagePart, words: set[str], row: Record, outer: Record) -> str:
    first, *others = [(term.sign, _value(term, row, outer)) for term in part.value]
    if others:
        return str(sum(sign * value for sign, value in (first, *others)))
    if isinstance(first[1], tuple):
        return "、".join(each for each in first[1] if not part.named or each in words)
    return str(first[1])


def _value(term: RuleTerm, row: Record, outer: Record) -> Any:
    value: Any = (outer if term.outer else row) if term.path else term.number
    for label in term.path:
        value = getattr(value, _field(type(value), label).name)
    return 0 if value is None and term.or_zero else value


def _field(kind: type[Record], label: str) -> FieldShape:
    return next(shape for shape in shape_of(kind) if shape.label == label)


@cache
def _judge(kind: type[Record]) -> Callable[[Record], Iterator[_Broken]]:
    """The function that finds what a record of that kind breaks."""
    writer = _Writer()
    writer.kind(kind, "record", 1)
    made: dict[str, Any] = {"__name__": __name__, "found": _Broken, **writer.constants}
    source = "\n".join(["def judge(record):", *writer.lines, "    yield from ()"])
    exec(source, made)  # noqa: S102 - of what record kinds declare; nothing that anybody enters is in it
    judge: Callable[[Record], Iterator[_Broken]] = made["judge"]
    return judge


@cache
def _has_rules(kind: type[Record]) -> bool:
    return bool(kind.RULES) or any(shape.record and _has_rules(shape.record) for shape in shape_of(kind))


class _Writer:
    """Writes the lines of one function; what they name beside records is in `constants`."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.constants: dict[str, object] = {}

    def kind(self, kind: type[Record], outer: str, depth: int) -> None:
        """The rules of a kind whose record is called `outer`, and those of the kinds within it."""
        for rule in kind.RULES:
            path = tuple(filter(None, rule.each.split(".")))
            row_kind, row, inner = self._rows(kind, path, outer, depth)
            broken = [
                _condition(clause_of(text), (row_kind, row), (kind, outer), self._constant) for text in rule.broken
            ]
            self._line(inner, f"if {' and '.join(broken)}: yield found({self._constant(rule)}, {row}, {outer})")
        for shape in shape_of(kind):
            if shape.record is not None and _has_rules(shape.record):
                row_kind, row, inner = self._rows(kind, (shape.label,), outer, depth)
                self.kind(row_kind, row, inner)

    def _rows(self, kind: type[Record], path: tuple[str, ...], name: str, depth: int) -> tuple[type[Record], str, int]:
        """Lines that go through the rows at the end of a path; their kind, what each is called, and how deep they are."""
        for label in path:
            field, row = _field(kind, label), f"row{len(self.lines)}"
            if field.many:
                self._line(depth, f"for {row} in {name}.{field.name} or ():")
            else:
                self._line(depth, f"if ({row} := {name}.{field.name}) is not None:")
            kind, name, depth = field.record or kind, row, depth + 1
        return kind, name, depth

    def _line(self, depth: int, text: str) -> None:
        self.lines.append("    " * depth + text)

    def _constant(self, value: object) -> str:
        name = f"constant{len(self.constants)}"
        self.constants[name] = value
        return name


_Named = tuple[type[Record], str]
"""A record kind, and what a record of it is called in the lines."""


def _condition(clause: RuleClause, row: _Named, outer: _Named, constant: Callable[[object], str]) -> str:
    """A clause as a Python expression."""
    verb, (value, many) = clause.verb, _written(clause.left[0], row, outer)
    match verb:
        case Verb.GIVEN | Verb.LACKING:
            given = value if many else f"{value} is not None"
            return given if verb is Verb.GIVEN else f"not {given}"
        case Verb.AMONG | Verb.NOT_AMONG:
            words = constant(frozenset(clause.words))
            apart = f"{words}.isdisjoint({value})" if many else f"{value} not in {words}"
            return apart if verb is Verb.NOT_AMONG else f"not {apart}"
        case Verb.TWICE:
            return f"len({value}) > 1 and len(set({value})) < len({value})"
    there = [guard for term in clause.left + clause.right for guard in _guards(term, row, outer)]
    return " and ".join(
        [
            *dict.fromkeys(there),
            f"{_sum(clause.left, row, outer)} {_SIGNS.get(verb, verb)} {_sum(clause.right, row, outer)}",
        ]
    )


def _sum(terms: Sum, row: _Named, outer: _Named) -> str:
    parts = (("-" if term.sign < 0 else "+", _written(term, row, outer)[0]) for term in terms)
    return " ".join(f"{sign} {value}" for sign, value in parts).removeprefix("+ ")


def _written(term: RuleTerm, row: _Named, outer: _Named) -> tuple[str, bool]:
    """A term as a Python expression, and whether it is a list."""
    if not term.path:
        return str(term.number), False
    fields, name = _fields(term, row, outer)
    value = ".".join([name, *(field.name for field in fields)])
    return f"({value} or 0)" if term.or_zero else value, fields[-1].many


def _guards(term: RuleTerm, row: _Named, outer: _Named) -> Iterator[str]:
    """What must not be None for the term to be worth anything."""
    fields, value = _fields(term, row, outer)
    for field in fields:
        value = f"{value}.{field.name}"
        if not (field.required or field.many or (term.or_zero and field is fields[-1])):
            yield f"{value} is not None"


def _fields(term: RuleTerm, row: _Named, outer: _Named) -> tuple[list[FieldShape], str]:
    kind, name = outer if term.outer else row
    fields: list[FieldShape] = []
    for label in term.path:
        fields.append(_field(kind, label))
        kind = fields[-1].record or kind
    return fields, name
