"""The lines of a note as the mapping that a YAML file would hold, with the place of every key and value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from generator.load.note.text import NoteLine, half_width
from generator.load.yaml_tree import YamlList, YamlMapping, block_at, empty_list
from generator.model.note_format import LIST, STEP
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.record import Record
from generator.model.shape import FieldKind, FieldShape, shape_of
from generator.model.source_text import SourceText

_NUMBERED = re.compile(r"(.*\D)(\d{1,3})")
_SEPARATORS = re.compile("[、，,；;]+")
_PLAIN = frozenset(
    {
        *(FieldKind.DAY, FieldKind.MONTH, FieldKind.TIMES, FieldKind.COUNT, FieldKind.NUMBER),
        *(FieldKind.BRANCH, FieldKind.STANDARD),
    }
)
"""Kinds of field in which the width of characters means nothing."""


class _Mark(NamedTuple):
    line: int
    column: int


class _Step(NamedTuple):
    """A key of a path: its field where the record kind has one, and which row of a list it leads to."""

    label: str
    field: FieldShape | None
    row: int | None


def tree_of(
    lines: Sequence[NoteLine], kind: type[Record], source_text: SourceText
) -> tuple[YamlMapping, list[Problem]]:
    """The mapping that the lines after the first one make; a value that is told twice is a Problem."""
    head, *others = lines
    maker = _Maker(source_text)
    root = maker.block(head.number, head.column)
    for line in others:
        maker.add(line, tuple(_steps(line.path.split(STEP), kind)), root)
    maker.sort(root)
    return root, maker.problems


def knows(line: NoteLine, kind: type[Record]) -> bool:
    """Whether a line begins with a key of the record kind."""
    return next(_steps(line.path.split(STEP)[:1], kind)).field is not None


def _steps(labels: Sequence[str], kind: type[Record] | None) -> Iterator[_Step]:
    for label in labels:
        fields = {field.label: field for field in shape_of(kind)} if kind else {}
        name, row = _numbered(label, fields)
        field = fields.get(name)
        kind = field.record if field else None
        yield _Step(name, field, row if kind and field and field.many else None)


def _numbered(label: str, fields: Mapping[str, FieldShape]) -> tuple[str, int]:
    """A key and which row of its list it leads to: the first without a number."""
    found = None if label in fields else _NUMBERED.fullmatch(label)
    field = fields.get(found[1]) if found else None
    if found and field and field.record and field.many:
        return found[1], int(found[2])
    return label, 1


class _Maker:
    """Puts lines into a mapping; rows of lists are kept by their numbers until all are there."""

    def __init__(self, source_text: SourceText) -> None:
        self.source_text = source_text
        self.problems: list[Problem] = []

    def block(self, line: int, column: int) -> YamlMapping:
        return block_at(self.source_text.source(line, column), self.source_text)

    def add(self, line: NoteLine, steps: tuple[_Step, ...], root: YamlMapping) -> None:
        holder: Any = root
        for step in steps[:-1]:
            holder = self._inner(line, step, holder)
            if holder is None:
                return
        last = steps[-1]
        if last.label in holder:
            self._twice(line)
            return
        holder.place.marks[last.label] = _marks(line)
        holder[last.label] = self._value(line, last.field)

    def _inner(self, line: NoteLine, step: _Step, holder: YamlMapping) -> YamlMapping | None:
        """What stands under a key, made where it is not there yet."""
        made = self.block(line.number, line.column)
        value = holder.setdefault(step.label, {step.row: made} if step.row else made)
        holder.place.marks.setdefault(step.label, _marks(line))
        if step.row is not None and type(value) is dict:
            value = value.setdefault(step.row, made)
        if isinstance(value, YamlMapping):
            return value
        self._twice(line)
        return None

    def _twice(self, line: NoteLine) -> None:
        told = f"“{line.path}”写了两次"
        self.problems.append(report("R013", line.source(self.source_text.path), told, "请留一行，删去另一行。"))

    def _value(self, line: NoteLine, field: FieldShape | None) -> str | YamlList:
        if field is None or not field.many or field.record is not None:
            return half_width(line.value) if field and field.kind in _PLAIN else line.value
        items = empty_list()
        items.extend(_items(line.value, field.choices))
        items.marks = [_marks(line)[1]] * len(items)
        return items

    def sort(self, block: YamlMapping) -> None:
        """Put the rows of every list in the order of their numbers."""
        for key, value in block.items():
            rows = _in_order(value) if type(value) is dict else value
            block[key] = rows
            for row in rows if isinstance(rows, YamlList) else (rows,):
                if isinstance(row, YamlMapping):
                    self.sort(row)


def _in_order(rows: Mapping[int, YamlMapping]) -> YamlList:
    made = empty_list()
    made.extend(rows[number] for number in sorted(rows))
    made.marks = [_Mark(row.place.line - 1, row.place.column - 1) for row in made]
    return made


def _marks(line: NoteLine) -> tuple[_Mark, _Mark]:
    return _Mark(line.number, line.column), _Mark(line.number, line.value_column)


def _items(value: str, choices: Sequence[str]) -> list[str]:
    """The items of a list in one value; choices that hold a separator themselves are found first."""
    holding = sorted((each for each in choices if LIST in each), key=len, reverse=True)
    for each in holding:
        value = value.replace(each, each.replace(LIST, "\0"))
    return [part.strip().replace("\0", LIST) for part in _SEPARATORS.split(value) if part.strip()]
