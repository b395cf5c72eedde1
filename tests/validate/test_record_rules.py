"""Rules that record kinds declare: every declared one can be applied, and what each verb of their grammar does."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

import pytest

from generator.model.fields import Count, Day, Name
from generator.model.files import RECORD_FILES
from generator.model.problem_codes import CODES
from generator.model.record import Record, RecordRule, entry
from generator.model.rule_terms import clause_of, message_of
from generator.model.shape import FieldKind, kinds_within, shape_of
from generator.validate.record_rules import broken_rules


def declared() -> Iterator[tuple[type[Record], RecordRule]]:
    roots = [file.record for file in RECORD_FILES if file.record is not None]
    kinds = dict.fromkeys(kind for root in roots for kind in kinds_within(root))
    return ((kind, rule) for kind in kinds for rule in kind.RULES)


def kind_at(kind: type[Record], path: tuple[str, ...]) -> tuple[type[Record] | None, set[FieldKind]]:
    """The record kind at the end of a path of keys, and the kinds of field on the way."""
    found: type[Record] | None = kind
    ways: set[FieldKind] = set()
    for label in path:
        assert found is not None
        shape = next(shape for shape in shape_of(found) if shape.label == label)
        found, ways = shape.record, {shape.kind}
    return found, ways


def test_every_rule_names_fields_and_codes_that_there_are() -> None:
    rules = tuple(declared())
    assert len(rules) > 40
    for kind, rule in rules:
        row, _ = kind_at(kind, tuple(filter(None, rule.each.split("."))))
        assert rule.code in CODES
        assert row is not None
        kind_at(row, (rule.at,))
        clauses = [clause_of(text) for text in rule.broken]
        sums = [*(part.value for part in message_of(rule.message)), *(each.left + each.right for each in clauses)]
        for term in (term for each in sums for term in each):
            kind_at(kind if term.outer else row, term.path)


def test_words_of_a_rule_are_choices_of_its_field() -> None:
    for kind, rule in declared():
        row, _ = kind_at(kind, tuple(filter(None, rule.each.split("."))))
        for clause in map(clause_of, rule.broken):
            if clause.words:
                of = kind if clause.left[0].outer else row
                assert of is not None
                shape = next(shape for shape in shape_of(of) if shape.label == clause.left[0].path[0])
                assert set(clause.words) <= set(shape.choices), rule


def test_days_are_compared_with_days_and_numbers_with_numbers() -> None:
    for kind, rule in declared():
        row, _ = kind_at(kind, tuple(filter(None, rule.each.split("."))))
        for clause in map(clause_of, rule.broken):
            if clause.right:
                terms = [term for term in clause.left + clause.right if term.path]
                ways = [kind_at(kind if term.outer else row or kind, term.path)[1] for term in terms]
                assert all(way == ways[0] for way in ways), rule
                assert ways[0] in ({FieldKind.COUNT}, {FieldKind.DAY}), rule


class RuledPart(Record):
    """A part with a rule against what it stands in."""

    number: Count | None = entry("数", example="1", default=None)


class RuledRow(Record):
    """A row with one rule for each verb."""

    RULES: ClassVar[tuple[RecordRule, ...]] = (
        RecordRule("R101", "名", ("没有 名",), "没有名", ""),
        RecordRule("R102", "名", ("有 名", "数 >= 5"), "名（{名}）", ""),
        RecordRule("R103", "数", ("数? - 限 > 0",), "多 {数? - 限}", ""),
        RecordRule("R104", "日", ("日 = 到",), "同在 {日}", ""),
        RecordRule("R105", "数", ("数 > /限",), "{数} 过 {/限}", "", each="部分"),
        RecordRule("R106", "数", ("数 < /数",), "{数} 少于 {/数}", "", each="一份"),
    )

    name: Name | None = entry("名", example="甲", default=None)
    number: Count | None = entry("数", example="1", default=None)
    limit: Count = entry("限", example="1")
    on: Day | None = entry("日", example="2019-03-14", default=None)
    until: Day | None = entry("到", example="2019-03-14", default=None)
    parts: tuple[RuledPart, ...] | None = entry("部分", example=[{"数": 1}], default=None)
    part: RuledPart | None = entry("一份", example={"数": 1}, default=None)


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"名": "甲"}, []),
        ({}, ["R101 没有名"]),
        ({"名": "甲", "数": "5", "限": "5"}, ["R102 名（甲）"]),
        ({"名": "甲", "数": "4", "限": "4"}, []),
        ({"名": "甲", "数": "4", "限": "3"}, ["R103 多 1"]),
        ({"名": "甲", "限": "0"}, []),
        ({"名": "甲", "日": "2019-03-14", "到": "2019-03-14"}, ["R104 同在 2019-03-14"]),
        ({"名": "甲", "日": "2019-03-14"}, []),
        ({"名": "甲", "限": "2", "部分": [{"数": "3"}, {"数": "2"}, {}, {"数": "4"}]}, ["R105 3 过 2", "R105 4 过 2"]),
        ({"名": "甲", "数": "1", "一份": {"数": "0"}}, ["R106 0 少于 1"]),
        ({"名": "甲", "数": "1", "一份": {}}, []),
        ({"名": "甲", "一份": {"数": "0"}}, []),
    ],
)
def test_a_rule_is_broken_where_all_its_clauses_hold(fields: dict[str, Any], told: list[str]) -> None:
    row = RuledRow.model_validate({"限": "1", **fields})
    assert [f"{problem.code} {problem.message}" for problem in broken_rules(row)] == told
