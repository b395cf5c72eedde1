"""`Record`, the base class of every record kind: position in the file, and for each field its Chinese key and audience."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cache
from operator import is_
from typing import Annotated, Any, ClassVar, NamedTuple, Self, get_args

from pydantic import BaseModel, ConfigDict, Field, SkipValidation

SOURCE_KEY = "\x00source"
"""The key under which the loader passes each mapping its position; no YAML key can contain NUL."""


class Audience(StrEnum):
    """公开版, 党内版 and 专人版: three build targets, from the widest readership to the narrowest."""

    PUBLIC = "public"
    INTERNAL = "internal"
    RESTRICTED = "restricted"

    @property
    def label(self) -> str:
        """The Chinese name that every page carries."""
        return {"public": "公开版", "internal": "党内版", "restricted": "专人版"}[self.value]

    @property
    def rank(self) -> int:
        """0 for public; a reader sees a thing whose rank is not above the edition's."""
        return _RANKS[self]

    def sees(self, other: Audience) -> bool:
        """Whether this edition may show what is marked for `other`."""
        return other.rank <= self.rank


_SHEET = re.compile(r"\.\w+!")
_RANKS = {audience: rank for rank, audience in enumerate(Audience)}


class Source(NamedTuple):
    """A position in a file: path as the user would type it from the project root, line and column counted from 1.

    In a table, `path` is the file and its sheet (`台账.xlsx!活动`) and the position is told as spreadsheets tell it
    (`台账.xlsx!活动!D17`); a `column` of 0 is the whole row.
    """

    path: str = ""
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        if not self.line:
            return self.path
        if _SHEET.search(self.path):
            return f"{self.path}!{column_letters(self.column)}{self.line}"
        return f"{self.path}:{self.line}:{self.column}"

    def of(self, key: str) -> Source:  # noqa: ARG002 - the loader's subclasses use it
        """The position of the value under `key`; the mapping's own position where that is not known."""
        return self


def column_letters(number: int) -> str:
    """The letters of a column of a table, counted from 1: A, Z, AA; none of 0."""
    letters = ""
    while number > 0:
        number, digit = divmod(number - 1, 26)
        letters = chr(ord("A") + digit) + letters
    return letters


def entry(
    label: str,
    audience: Audience = Audience.INTERNAL,
    *,
    example: object,
    hint: str = "",
    default: Any = ...,
) -> Any:
    """A record field: its Chinese key, who may see it (unmarked: 党内), an example, and a hint for who fills it in."""
    extra: Mapping[str, Any] = {"audience": audience.value}
    return Field(default, alias=label, description=hint, examples=[example], json_schema_extra=dict(extra))


@dataclass(frozen=True, slots=True, kw_only=True)
class FormLayout:
    """What a record kind says of one of its forms.

    `number` (支07, 委03) is what it is ordered and filed by, and stays when other forms come or go; `revised` is the day since
    which its lines are as they are.  A `log` is kept all year, a row each time.  `standard` is the one that it answers, where
    no check says so (`forms()` of its parameters); `about` is the one kind of activity that it is for; `heading` are what
    else stands at its head; `without` are fields that it has no line for, by their Chinese keys joined with dots; `below` are
    those whose lines stand below the tables; `rows` are how many rows a table leaves blank, or the words that stand in its
    first column already; `paper` are lines (no columns) and tables that are not entered afterwards; `signatures` are those
    who sign.
    """

    id: str
    title: str
    number: str
    revised: date
    log: bool = False
    standard: str = ""
    note: str = ""
    about: StrEnum | None = None
    heading: tuple[str, ...] = ()
    without: frozenset[str] = frozenset()
    below: frozenset[str] = frozenset()
    rows: Mapping[str, int | tuple[str, ...]] = field(default_factory=dict)
    paper: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    signatures: tuple[str, ...] = ()


class RunsOn(NamedTuple):
    """How a row of a record kind runs on past its year: until one of the keys `over` is filled in.

    A row that is `carried` is written into the next year's register as well, but for the keys `without`; any other stays
    where it is and is told as open.  `anew` is the key of a day that somebody has to set again before the row can stand
    there.  `about` is a key without which there is nothing to be done.
    """

    over: tuple[str, ...] = ()
    carried: bool = False
    without: frozenset[str] = frozenset()
    anew: str = ""
    about: str = ""


class RecordRule(NamedTuple):
    """One rule across the fields of a record, as data: what reads records and what a browser asks both go by it.

    It is broken where every clause of `broken` holds (`model/rule_terms.py` has their grammar); the Problem stands at the
    field `at` and says `message`, in which braces hold sums of fields.  `each` leads to a record, or to a list of records,
    of which the rule is: its keys are theirs, and a key that begins with a slash is one of the declaring record.
    """

    code: str
    at: str
    broken: tuple[str, ...]
    message: str
    hint: str
    each: str = ""


def not_before(key: str, earlier: str, told: str = "") -> RecordRule:
    """A later step is not dated before an earlier one; `told` is what the earlier day is called in the message."""
    message = f"{key}（{{{key}}}）早于{told or earlier}（{{{earlier}}}）"
    return RecordRule("R286", key, (f"{key} < {earlier}",), message, "请核对两个日期。")


class Record(BaseModel):
    """A mapping in a register: frozen, strict about its keys, with its position in the file.

    `FORMS` are the forms on which it is first written down by hand, if it is; `SYSTEMS` the numbers of the plan's systems
    (`model/plan_system.py`) whose register it is; `RULES` what must hold between its own fields.  `APPROVED_AS` is what
    `zhibu approve` calls a row that goes public by its own 审批 (`model/approved_rows.py`).
    """

    FORMS: ClassVar[tuple[FormLayout, ...]] = ()
    RULES: ClassVar[tuple[RecordRule, ...]] = ()
    SYSTEMS: ClassVar[tuple[str, ...]] = ()
    RUNS_ON: ClassVar[RunsOn | None] = None
    LASTING: ClassVar[tuple[str, ...]] = ()
    OWN_ONLY: ClassVar[bool] = False
    APPROVED_AS: ClassVar[str] = ""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True)

    source: Annotated[Source, SkipValidation] = Field(Source(), alias="\x00source", exclude=True, repr=False)

    @classmethod
    @cache
    def audience_of(cls, name: str) -> Audience:
        """The audience that the field called `name` declares; a field that declares none is internal."""
        extra = cls.model_fields[name].json_schema_extra
        return Audience(str(extra["audience"])) if isinstance(extra, dict) else Audience.INTERNAL

    @classmethod
    @cache
    def shows_to(cls, audience: Audience) -> bool:
        """Whether that audience may see any field; else not even that there is such a record."""
        return any(audience.sees(cls.audience_of(name)) for name in cls.model_fields if name != "source")

    def where(self, name: str) -> Source:
        """The position of the field called `name`; the record's own where it is left out."""
        return self.source.of(str(type(self).model_fields[name].alias))

    def audience_here(self, name: str) -> Audience:
        """The audience of a field of this record; overridden where it depends on the value of another field."""
        return self.audience_of(name)

    def project(self, audience: Audience) -> Self:
        """This record as `audience` may see it: hidden fields are reset to their defaults, at every depth.

        A record without hidden fields is returned itself, not copied.
        """
        update: dict[str, Any] = {}
        for name in guarded(type(self), audience):
            value = getattr(self, name)
            kept = project(value, audience) if audience.sees(self.audience_here(name)) else _default(type(self), name)
            if kept is not value:
                update[name] = kept
        return self.model_copy(update=update) if update else self


@cache
def guarded(kind: type[Record], audience: Audience) -> tuple[str, ...]:
    """The fields of a record kind in which something may be hidden from `audience`, at any depth.

    Most kinds have none, and their records need not be inspected one by one.
    """
    if kind.audience_here is not Record.audience_here:  # overridden: every field has to be asked, record by record
        return tuple(name for name in kind.model_fields if name != "source")
    fields = ((name, field.annotation) for name, field in kind.model_fields.items() if name != "source")
    return tuple(
        name
        for name, annotation in fields
        if not audience.sees(kind.audience_of(name)) or any(guarded(each, audience) for each in _kinds(annotation))
    )


@cache
def _default(kind: type[Record], name: str) -> Any:
    """The default of a field; records are frozen, so it may be shared."""
    return kind.model_fields[name].get_default(call_default_factory=True)


def _kinds(annotation: Any) -> tuple[type[Record], ...]:
    """The record kinds within `tuple[X, ...] | None` and the like."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return (annotation,)
    return tuple(kind for inner in get_args(annotation) for kind in _kinds(inner))


def project(value: Any, audience: Audience) -> Any:
    """Project a record, or every record in a tuple or a mapping; values without hidden fields are returned unchanged."""
    if isinstance(value, Record):
        return value.project(audience)
    if isinstance(value, tuple):
        parts = tuple([project(item, audience) for item in value])
        return value if all(map(is_, parts, value)) else parts
    if isinstance(value, dict):
        items = {key: project(item, audience) for key, item in value.items()}
        return value if all(items[key] is item for key, item in value.items()) else items
    return value


def project_files(files: Mapping[str, Record], audience: Audience) -> Mapping[str, Record]:
    """Records by the names of their files, without those of which `audience` may not even know that they exist."""
    shown = {name: row.project(audience) for name, row in files.items() if row.shows_to(audience)}
    unchanged = len(shown) == len(files) and all(map(is_, shown.values(), files.values()))
    return files if unchanged else shown
