"""What a record holds for other audiences than the edition's: the words that the gate looks for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import Enum
from functools import cache
from typing import Any

from generator.model.approved import sentences
from generator.model.kinds import ActivityKind
from generator.model.record import Audience, Record, guarded
from generator.model.shape import FieldKind, keys_of, kinds_within, person_keys, shape_of

_BODIES = frozenset({"名称", "姓名同意"})
"""The keys under which bodies are called, and persons who have agreed."""

_HAN_NAME = re.compile(r"[\u3400-\u9fff·]{2,}")
_FREE_TEXT = 4
_COUNTED = re.compile(rf"(?:{'|'.join(ActivityKind)}) \d+")
"""A number of 数说 as an approval covers it: the kind and the page number of a table of contents read alike."""


def withheld(record: Record, audience: Audience | None) -> Iterator[str]:
    """Names of at least two Han characters and text of at least four that `audience` may not see; None sees nothing.

    Months, times, numbers and the ids of branches alone are no words: they stand on any page, and what must not stand there
    is known by form.
    """
    persons, ids = person_keys(type(record)), keys_of(type(record), FieldKind.IDENTIFIER, FieldKind.BRANCH)
    found = ((text, key) for text, key in _withheld(record, audience) if key not in ids)
    return (text for text, key in found if _is_text(text) or (key in persons and _is_name(text)))


def withheld_prose(text: str) -> Iterator[str]:
    """The sentences of a text of which nobody may see anything."""
    return filter(_is_text, sentences(text))


def withheld_names(record: Record, audience: Audience | None) -> Iterator[str]:
    """The names of persons among them."""
    persons = person_keys(type(record))
    if persons:  # most records hold none: thousands of registers need not be looked through
        yield from (text for text, key in _withheld(record, audience) if key in persons and _is_name(text))


def hidden_only(records: Iterable[Record], seen: Iterable[Record], audience: Audience) -> Iterator[str]:
    """The words of records that the audience may not see, and that stand in none of the records as it sees them."""
    lawful = "\0".join(text for record in seen for text in shown(record))
    words = dict.fromkeys(word for record in records for word in withheld(record, audience))
    return (word for word in words if word not in lawful)


def named(record: Record) -> Iterator[str]:
    """What a projected record calls persons and bodies by: a name may stand wherever one of these does."""
    lawful = person_keys(type(record)) | _BODIES
    return (text for name, key in _leading(type(record), lawful) for text in _named(getattr(record, name), key, lawful))


@cache
def _leading(kind: type[Record], lawful: frozenset[str]) -> tuple[tuple[str, str], ...]:
    """The fields of a record kind, with their keys, in which such a key stands at any depth: most registers have none."""
    leads = (
        (field, any(below.label in lawful for each in kinds_within(field.record) for below in shape_of(each)))
        if field.record is not None
        else (field, False)
        for field in shape_of(kind)
    )
    return tuple((field.name, field.label) for field, deeper in leads if deeper or field.label in lawful)


def _named(value: Any, key: str, lawful: frozenset[str]) -> Iterator[str]:
    if isinstance(value, Record):
        fields = _leading(type(value), lawful)
        yield from (text for name, label in fields for text in _named(getattr(value, name), label, lawful))
    elif isinstance(value, tuple):
        yield from (text for item in value for text in _named(item, key, lawful))
    elif key in lawful:
        yield from (text for text, _ in _texts(value, key))


def _withheld(record: Record, audience: Audience | None) -> Iterator[tuple[str, str]]:
    kind = type(record)
    for name in guarded(kind, audience) if audience is not None else kind.model_fields:
        value = getattr(record, name)
        if name == "source" or not value:
            continue
        if audience is not None and audience.sees(record.audience_here(name)):
            yield from _inside(value, audience)
        else:
            yield from _texts(value, kind.model_fields[name].alias or name)


def shown(record: Record) -> Iterator[str]:
    """Every text of a record that has been projected for the edition's audience."""
    yield from (text for text, _ in _texts(record, ""))


def _inside(value: Any, audience: Audience) -> Iterator[tuple[str, str]]:
    if isinstance(value, Record):
        yield from _withheld(value, audience)
    elif isinstance(value, tuple):
        for item in value:
            yield from _inside(item, audience)


def _is_text(text: str) -> bool:
    return len(text) >= _FREE_TEXT and any(map(str.isalpha, text)) and _COUNTED.fullmatch(text) is None


def _is_name(text: str) -> bool:
    return _HAN_NAME.fullmatch(text) is not None


def _texts(value: Any, key: str) -> Iterator[tuple[str, str]]:
    """Every text at any depth with the key it stands under; words of a closed vocabulary are no one's secret."""
    if isinstance(value, str):
        if not isinstance(value, Enum):
            yield value, key
    else:
        for label, item in _parts(value, key):
            yield from _texts(item, label)


def _parts(value: Any, key: str) -> Iterator[tuple[str, Any]]:
    if isinstance(value, Record):
        fields = type(value).model_fields.items()
        yield from ((field.alias or name, getattr(value, name)) for name, field in fields if name != "source")
    elif isinstance(value, tuple):
        yield from ((key, item) for item in value)
    elif isinstance(value, dict):
        yield from ((key, item) for pair in value.items() for item in pair)
