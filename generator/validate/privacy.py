"""Personal data that must not be in the records at all (不入库): ID, mobile and card numbers, e-mail addresses, names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, NamedTuple

from generator.model.check_digits import is_card_number, is_id_number
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.record import Record, Source

_TEXTLESS = frozenset({type(None), int, bool, date})
_DIGEST = re.compile(r"[0-9a-f]{32,}", re.ASCII)
"""A digest: eleven digits in a row stand in one by chance."""

_SUSPECT = re.compile(r"\d[\d -]{9,}[\dXx]|[@＠]")


class PersonalData(NamedTuple):
    """A pattern: what may not stand before and after it (as characters of a class), its form, and a check of its digits."""

    code: str
    what: str
    before: str
    form: str
    after: str
    verified: str = ""


PERSONAL_DATA = (
    PersonalData(
        "V101",
        "身份证号",
        "0-9A-Za-z",
        r"[1-9]\d{5}(?:18|19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]",
        "0-9A-Za-z",
        "id",
    ),
    PersonalData("V103", "银行卡号", r"\d", r"[3-69](?:[ -]?\d){15,18}", r"\d", "card"),
    PersonalData("V102", "手机号", r"\d", r"(?:86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}", r"\d"),
    PersonalData("V104", "电子邮箱", "", r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+", ""),
)
"""In this order: what was found is masked, and a mobile number would also be found inside an ID or card number.

ID and card numbers are reported only with a valid check digit; other long numbers are serial numbers and the like.
"""

_CHECKS: Mapping[str, Callable[[str], bool]] = MappingProxyType({"id": is_id_number, "card": is_card_number, "": bool})


def _pattern(row: PersonalData) -> re.Pattern[str]:
    before, after = (f"(?<![{row.before}])", f"(?![{row.after}])") if row.before else ("", "")
    return re.compile(f"{before}{row.form}{after}")


_PATTERNS = tuple((row, _pattern(row), _CHECKS[row.verified]) for row in PERSONAL_DATA)


def scan(*records: Record, names: Collection[str] = ()) -> list[Problem]:
    """The Problems of all text in these records, at every depth; `names` must not occur, posts are written instead."""
    joined = "\n".join(_texts(records))
    known = [name for name in names if name in joined]
    if not known and not (_SUSPECT.search(joined) and any(scan_text(joined, Source()))):
        return []  # positions are computed only for a Problem, because that parses the file again
    placed = [row for record in records for row in _placed(record) if not _DIGEST.fullmatch(row[0])]
    problems = [problem for text, place in placed for problem in scan_text(text, place)]
    return problems + [_named(name, place) for name in known for text, place in placed if _names(text, name)]


def _names(text: str, name: str) -> bool:
    """Whether a text names that person; a name of two characters must stand alone, it may be part of a word."""
    return name in (re.split("[、，,；; ]", text) if len(name) < 3 else text)


def _named(name: str, place: Source) -> Problem:
    return report("R271", place, f"这里写了委员或组长的姓名（{name[0]}…）", "请改写职务，如“组织委员”。")


def scan_text(text: str, source: Source) -> Iterator[Problem]:
    """The Problems of one text; messages show only the first two characters of what was found."""
    plain = unicodedata.normalize("NFKC", text)
    for row, form, holds in _PATTERNS:
        for found in form.finditer(plain):
            if holds(found[0]):
                told = f"这里像是{row.what}（{found[0][:2]}****）"
                yield report(row.code, source, told, f"{row.what}不得入库，请删去。")
                plain = plain[: found.start()] + "□" * len(found[0]) + plain[found.end() :]


def _texts(records: tuple[Record, ...]) -> Iterator[str]:
    """Every string at any depth, without positions, which most registers never need."""
    values: list[Any] = [*records]
    for value in values:  # a work list that grows during iteration: no recursion, no generator per level
        kind = type(value)
        if kind is str:
            yield value
        elif kind is tuple:
            values.extend(value)
        elif kind is dict:
            values.extend((*value, *value.values()))
        elif kind not in _TEXTLESS and isinstance(value, Record):
            values.extend(value.__dict__.values())


def _placed(record: Record) -> Iterator[tuple[str, Source]]:
    for name, value in record.__dict__.items():
        if name != "source":
            yield from _inside(value, record.where(name))


def _inside(value: object, place: Source) -> Iterator[tuple[str, Source]]:
    if isinstance(value, str):
        yield value, place
    elif isinstance(value, Record):
        yield from _placed(value)
    elif isinstance(value, tuple | dict):
        for item in (*value, *value.values()) if isinstance(value, dict) else value:
            yield from _inside(item, place)
