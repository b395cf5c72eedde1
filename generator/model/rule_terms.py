"""The grammar of `RecordRule`: its clauses and the sums in its message, parsed into plain values.

A clause is one of
    `有 党课`, `没有 党课`                   whether a field is filled in
    `类型 含 党课|主题党日`, `类型 不含 党课`   whether a choice is one of these, or a list holds one of them
    `类型 重复`                             whether a list holds something twice
    `缺席.请假 + 缺席.未请假 != 应到 - 实到`   sums of numbers, or two days, compared

Keys are the Chinese ones, joined with dots.  `/日期` is a key of the declaring record where the rule is about `each` of
its rows; `回执人数?` is 0 where it is left out.  A comparison with anything else that is left out does not hold.
In a message, `{应到 - 实到}` is a sum, `{类型}` a choice or a list, `{类型*}` those of a list that the clause with 含 names.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from typing import NamedTuple

_CLAUSE = re.compile(
    r"(?P<filled>有|没有) (?P<field>\S+)"
    r"|(?P<choice>\S+) (?P<among>含|不含) (?P<words>.+)"
    r"|(?P<list>\S+) (?P<twice>重复)"
    r"|(?P<left>.+?) (?P<compared>[<>]=?|!?=) (?P<right>.+)"
)
_TERM = re.compile(r"(?P<sign>[+-]?) ?(?:(?P<number>\d+)|(?P<outer>/?)(?P<path>[^\s?+/*-]+)(?P<zero>\??))(?: |$)")
_BRACES = re.compile(r"\{([^{}]+)\}")


class Verb(StrEnum):
    """What a clause says of its fields."""

    GIVEN = "有"
    LACKING = "没有"
    AMONG = "含"
    NOT_AMONG = "不含"
    TWICE = "重复"
    LESS = "<"
    AT_MOST = "<="
    MORE = ">"
    AT_LEAST = ">="
    EQUAL = "="
    OTHER = "!="


class RuleTerm(NamedTuple):
    """One part of a sum: a field or, where `path` is empty, a number; `outer` is set for a field of the declaring record."""

    sign: int
    path: tuple[str, ...]
    outer: bool = False
    or_zero: bool = False
    number: int = 0


Sum = tuple[RuleTerm, ...]
"""What is added and subtracted; of days and texts there is only one."""


class RuleClause(NamedTuple):
    """One condition; what a verb does not take is empty."""

    verb: Verb
    left: Sum
    right: Sum = ()
    words: tuple[str, ...] = ()


class MessagePart(NamedTuple):
    """A part of a message: text as it is, or what is put in its place; `named` keeps of a list what the rule names."""

    text: str = ""
    value: Sum = ()
    named: bool = False


@cache
def clause_of(text: str) -> RuleClause:
    """The clause that a text says; ValueError where it says none."""
    found = _CLAUSE.fullmatch(text)
    if found is None:
        raise ValueError(f"no clause: {text}")
    if found["filled"]:
        return RuleClause(Verb(found["filled"]), sum_of(found["field"]))
    if found["among"]:
        return RuleClause(Verb(found["among"]), sum_of(found["choice"]), words=tuple(found["words"].split("|")))
    if found["twice"]:
        return RuleClause(Verb.TWICE, sum_of(found["list"]))
    return RuleClause(Verb(found["compared"]), sum_of(found["left"]), sum_of(found["right"]))


def sum_of(text: str) -> Sum:
    """The sum that a text says; ValueError where it says none."""
    terms: list[RuleTerm] = []
    at = 0
    while at < len(text):
        found = _TERM.match(text, at)
        if found is None or bool(terms) is not bool(found["sign"]):
            raise ValueError(f"no sum: {text}")
        terms.append(_term(found))
        at = found.end()
    return tuple(terms)


def _term(found: re.Match[str]) -> RuleTerm:
    sign = -1 if found["sign"] == "-" else 1
    if found["number"]:
        return RuleTerm(sign, (), number=int(found["number"]))
    return RuleTerm(sign, tuple(found["path"].split(".")), bool(found["outer"]), bool(found["zero"]))


@cache
def message_of(text: str) -> tuple[MessagePart, ...]:
    """A message in parts, in order."""
    pieces = _BRACES.split(text)
    return tuple(_placeholder(piece) if at % 2 else MessagePart(piece) for at, piece in enumerate(pieces) if piece)


def _placeholder(text: str) -> MessagePart:
    return MessagePart(value=sum_of(text.removesuffix("*")), named=text.endswith("*"))
