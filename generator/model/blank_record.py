"""A record to be filled in, as YAML with comments: every key with its hint, what is required blank, all else set aside.

A line that begins with `##` explains the key below it; a key behind `# ` is left out until its mark is removed.  What is
required and still blank is told by the readers of records, each at its line.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from generator.model.example import AS_DECLARED, ExampleContext
from generator.model.record import Audience, Record
from generator.model.sample import sample
from generator.model.shape import FieldKind, FieldShape, shape_of
from generator.model.yaml_lines import YamlStyle

_SPELLED = {FieldKind.DAY: "日期", FieldKind.MONTH: "月份", FieldKind.COUNT: "整数", FieldKind.FLAG: "是或否"}


class BlankRecord(NamedTuple):
    """What is known beforehand: `given` are values by key, `without` are keys that are left out (paths joined with dots)."""

    kind: type[Record]
    given: Mapping[str, Any] = {}
    without: frozenset[str] = frozenset()
    context: ExampleContext = AS_DECLARED

    def lines(self) -> Iterator[str]:
        """The lines of a mapping with every key."""
        yield from _Lines(self).of(self.kind, "", filled=False)

    def item(self) -> Iterator[str]:
        """The lines of one row of a list, with its dash, indented as below its key."""
        yield from _Lines(self).row(self.kind, "", filled=False)


class _Lines:
    def __init__(self, blank: BlankRecord) -> None:
        self.blank = blank

    def of(self, kind: type[Record], path: str, *, filled: bool, dashed: bool = False) -> Iterator[str]:
        """`filled` takes every example for its value; behind a dash a key comes first that is not set aside."""
        examples = sample(kind, self.blank.context)
        fields = shape_of(kind)
        for field in sorted(fields, key=lambda field: not field.required) if dashed and not filled else fields:
            own = f"{path}{field.label}"
            if own in self.blank.without:
                continue
            required = field.required or (not path and field.label in self.blank.given)
            yield f"## {self._note(field, blank=required and not filled)}"
            lines = self._field(field, own, examples[field.label], filled=filled or not required)
            yield from lines if required or filled else (f"# {line}" for line in lines)

    def _field(self, field: FieldShape, path: str, example: Any, *, filled: bool) -> Iterator[str]:
        if path in self.blank.given:
            yield from YamlStyle().entry(field.label, self.blank.given[path])
        elif field.record is None:
            yield from YamlStyle().entry(field.label, example) if filled else (f"{field.label}:",)
        else:
            yield f"{field.label}:"
            below = self.row if field.many else self._inside
            yield from below(field.record, f"{path}.", filled=filled)

    def row(self, kind: type[Record], path: str, *, filled: bool) -> Iterator[str]:
        """One row of a list; where nothing in it is required, with its examples."""
        lines = list(self.of(kind, path, filled=filled, dashed=True))
        yield from _with_dash(lines if any(map(_is_live, lines)) else list(self.of(kind, path, filled=True)))

    def _inside(self, kind: type[Record], path: str, *, filled: bool) -> Iterator[str]:
        lines = list(self.of(kind, path, filled=filled))
        lines = lines if any(map(_is_live, lines)) else list(self.of(kind, path, filled=True))
        yield from (f"  {line}" for line in lines)

    def _note(self, field: FieldShape, *, blank: bool) -> str:
        choice = f"选：{'、'.join(field.choices)}" if field.choices else _SPELLED.get(field.kind, "")
        many = "可以写几个" if field.many and field.record is None else "可以写几行" if field.many else ""
        example = (
            self.blank.context.apply(field.example) if blank and field.record is None and not field.choices else ""
        )
        told = YamlStyle().text(example, (), flow=False) if example else ""
        hint = field.hint if field.hint != "、".join(field.choices) else ""
        seen = "只在专人版显示" if field.audience is Audience.RESTRICTED else ""
        parts = ("必填" if field.required else "", choice, many, hint, seen, f"例：{told}" if told else "")
        return "；".join(filter(None, parts)) or "可以不写"


def _with_dash(lines: list[str]) -> Iterator[str]:
    """The dash stands at the first key; what explains that key stands above it."""
    lead = "  - "
    for line in lines:
        if lead == "  - " and not _is_live(line):
            yield f"  {line}"
        else:
            yield f"{lead}{line}"
            lead = "    "


def _is_live(line: str) -> bool:
    return not line.lstrip().startswith("#")
