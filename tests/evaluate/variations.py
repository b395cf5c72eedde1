"""What becomes of a golden case when one parameter is another or one row is missing: how the case shows what it proves."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum, StrEnum
from functools import cache
from itertools import pairwise
from typing import Any, get_args

from pydantic import ValidationError

from generator.evaluate.parameters import CheckParameters
from generator.model.kinds import ActivityKind
from generator.model.record import Record
from tests.evaluate.cases import BY_MODULE, Case

Told = Mapping[str, tuple[str, str, str] | None]
"""By period, the verdict, the reason and what the restricted edition adds; None for a period that is not asked about."""

_MONTH_DAY = re.compile(r"\d\d-\d\d", re.ASCII)
_NAME = re.compile(r"^(?!.*\d\d-\d\d).*[^\W\d_]")
"""A text with a letter in it that is no day."""
_STEPS = range(-2, 3)


def told(case: Case) -> Told | None:
    """What is found in the periods that the case is about; None where the case cannot be read."""
    try:
        findings = case.judge()
    except ValidationError:
        return None
    return {
        name: (found.verdict.value, found.reason, found.restricted) if (found := findings.get(name)) else None
        for name in case.verdicts
    }


def effective(module: str, parameters: Mapping[str, Any]) -> CheckParameters:
    """The parameters with the defaults of those that are not written."""
    return BY_MODULE[module].parameters.model_validate(parameters)


def written(model: Record) -> Iterator[tuple[str, Any]]:
    """Every parameter by its Chinese key."""
    for name, field in type(model).model_fields.items():
        if name != "source":
            yield str(field.alias), getattr(model, name)


def is_number(value: object) -> bool:
    """Whether a parameter has a next value: a number, a day, a day of every year."""
    day = isinstance(value, date) or (isinstance(value, str) and _MONTH_DAY.fullmatch(value) is not None)
    return day or (isinstance(value, int | Decimal) and not isinstance(value, bool))


def moved(value: Any, step: int) -> str:
    """A number or day `step` further, as it is written in a standard."""
    if isinstance(value, date):
        return (value + timedelta(step)).isoformat()
    if isinstance(value, str):
        return (date.fromisoformat(f"2019-{value}") + timedelta(step)).isoformat()[5:]
    return str(value + step)


def form(model: CheckParameters) -> tuple[tuple[str, str], ...]:
    """What a criterion asks apart from its numbers and from the names in it: 每, 计数, 对象, 逐组 …"""
    return tuple((key, str(value)) for key, value in written(model) if isinstance(value, Enum | bool) and _named(value))


def _named(value: Enum | bool) -> bool:
    return not isinstance(value, ActivityKind)


def edges(case: Case, key: str) -> tuple[set[int], set[int]]:
    """Where the verdicts of a case change when the number under `key` does.

    An edge k lies between the number plus k and plus k + 1.  The first are the edges at which a verdict changes, the second
    all those with a valid number on both sides.
    """
    value = dict(written(effective(case.module, case.parameters)))[key]
    found = {step: verdicts(_with(case, key, moved(value, step))) for step in _STEPS}
    valid = {step for step, after in pairwise(_STEPS) if None not in (found[step], found[after])}
    return {step for step in valid if found[step] != found[step + 1]}, valid


def verdicts(case: Case) -> list[str] | None:
    """The verdicts of the periods that the case is about, marked where the restricted edition adds something."""
    found = told(case)
    return None if found is None else [each[0] + "+" * bool(each[2]) if each else "" for each in found.values()]


def _with(case: Case, key: str, value: Any) -> Case:
    return case.model_copy(update={"parameters": {**case.parameters, key: value}})


def otherwise(case: Case, key: str, more: Iterable[Any] = ()) -> Iterator[Told]:
    """What is found with another value under `key`, or none; `more` are values to try besides those that can be derived."""
    for value in (*_others(case, key), *(each for each in more if each != case.parameters.get(key))):
        if (found := told(_with(case, key, value))) is not None:
            yield found
    rest = {each: value for each, value in case.parameters.items() if each != key}
    if len(rest) < len(case.parameters) and (found := told(case.model_copy(update={"parameters": rest}))) is not None:
        yield found


def _others(case: Case, key: str) -> Iterator[Any]:
    model = effective(case.module, case.parameters)
    name = next(name for name, field in type(model).model_fields.items() if field.alias == key)
    value = getattr(model, name)
    if is_number(value):
        yield from (moved(value, step) for step in _STEPS if step)
    elif isinstance(value, bool):
        yield "否" if value else "是"
    elif isinstance(value, str) and not isinstance(value, Enum):
        yield f"{value}甲"
    else:
        found = {each.value for kind in _enumerations(type(model).model_fields[name].annotation) for each in kind}
        yield from found - {value}


def _enumerations(hint: Any) -> Iterator[type[Enum]]:
    if isinstance(hint, type) and issubclass(hint, Enum):
        yield hint
    for inner in get_args(hint):
        yield from _enumerations(inner)


def without_one_row(case: Case) -> Iterator[Case]:
    """The case with one row less, for every row of its records."""
    kept = ("profile", "registers", "receiver", "institution", "unit", "development")
    files = {name: getattr(case, name) for name in kept}
    for path in _rows(files, ()):
        yield _without(case, files, path)


def without_one_entry(case: Case) -> Iterator[Case]:
    """The case with one row or one entry of the profile less."""
    yield from without_one_row(case)
    for key in case.profile or ():
        yield _without(case, {"profile": case.profile}, ("profile", key))


def _without(case: Case, files: Mapping[str, Any], path: Sequence[Any]) -> Case:
    copied = where = deepcopy(dict(files))
    for step in path[:-1]:
        where = where[step]
    del where[path[-1]]
    return case.model_copy(update=copied)


def _rows(records: Any, path: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    """Where the rows are: mappings in lists, and mappings within mappings that are no file."""
    pairs = records.items() if isinstance(records, dict) else enumerate(records) if isinstance(records, list) else ()
    for key, value in pairs:
        if isinstance(value, dict) and (isinstance(records, list) or len(path) > 1):
            yield (*path, key)
        yield from _rows(value, (*path, key))


def shape(case: Case) -> str:
    """A case without its names: texts and kinds of activity are numbered as they appear; numbers, days and words stay."""
    names: dict[str, str] = {}
    said = case.model_dump(exclude={"module", "slug", "text", "reasons", "restricted", "unsaid", "dues"})
    return json.dumps(_unnamed(said, names), ensure_ascii=False, sort_keys=True)


def _unnamed(value: Any, names: dict[str, str]) -> Any:
    if isinstance(value, dict):
        return {key: _unnamed(each, names) for key, each in value.items()}
    if isinstance(value, list):
        return [_unnamed(each, names) for each in value]
    if not isinstance(value, str) or value in _words() or not _NAME.search(value):
        return value
    return names.setdefault(value, f"name {len(names) + 1}")


@cache
def _words() -> frozenset[str]:
    """Every word that is no name: those of all enumerations but the kinds of activities, and what a flag is written as."""
    found = {each.value for kind in StrEnum.__subclasses__() if kind is not ActivityKind for each in kind}
    return frozenset({*found, "是", "否"})
