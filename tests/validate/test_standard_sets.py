"""On any day one and only one set is for a kind of branch."""

from __future__ import annotations

from datetime import date

import pytest

from generator.model.kinds import BranchKind
from generator.model.record import Source
from generator.model.standard_set import StandardSet
from generator.validate.standard_sets import check_sets

TEACHERS, STUDENTS, RETIRED = BranchKind.TEACHERS, BranchKind.STUDENTS, BranchKind.RETIRED
AS_OF = date(2019, 11, 25)


def standard_set(id: str, *kinds: BranchKind, since: str = "", until: str = "") -> StandardSet:
    return StandardSet(
        id=id,
        name="手册",
        version="甲",
        valid_from=date.fromisoformat(since) if since else None,
        valid_until=date.fromisoformat(until) if until else None,
        kinds=kinds,
        standards=(),
        parameters={},
        source=Source(f"docs/standards/{id}/index.md", 2, 3),
    )


def told(*sets: StandardSet, kinds: tuple[BranchKind, ...] = (TEACHERS,)) -> list[tuple[str, str]]:
    return [(row.code, row.message) for row in check_sets(sets, kinds, AS_OF)]


def test_sets_for_different_kinds_or_one_after_the_other_are_sound() -> None:
    main, retired = standard_set("", TEACHERS, STUDENTS), standard_set("lt", RETIRED)
    assert told(main, retired, kinds=(TEACHERS, STUDENTS, RETIRED)) == []
    old = standard_set("", TEACHERS, until="2019-08-31")
    assert told(old, standard_set("new", TEACHERS, since="2019-09-01")) == []
    assert told() == []


@pytest.mark.parametrize(
    ("since", "until", "message"),
    [
        ("", "", "2019年1月1日起有两套标准管教师党支部：“主”和“new”"),
        ("2019-08-31", "", "2019年8月31日起有两套标准管教师党支部：“主”和“new”"),
        ("2018-01-01", "2019-01-01", "2019年1月1日起有两套标准管教师党支部：“主”和“new”"),
        ("2019-09-01", "", None),
        ("", "2018-12-31", None),
    ],
)
def test_two_sets_for_one_kind_on_one_day(since: str, until: str, message: str | None) -> None:
    main = standard_set("", TEACHERS, STUDENTS, since="2019-01-01", until="2019-08-31")
    found = list(check_sets([main, standard_set("new", TEACHERS, since=since, until=until)], (), AS_OF))
    assert [(row.code, row.message) for row in found] == ([("S127", message)] if message else [])
    assert all(row.source.path == "docs/standards/new/index.md" for row in found)


def test_a_kind_that_no_set_is_for_is_missed_where_there_are_such_branches() -> None:
    main = standard_set("", TEACHERS)
    assert told(main) == []
    assert told(main, kinds=(TEACHERS, RETIRED)) == [
        ("S128", "没有一套标准适用于离退休党支部，这类支部没有判定"),
    ]


@pytest.mark.parametrize(
    ("days", "message"),
    [
        ([("", "2019-06-30"), ("2019-09-01", "")], "2019年7月1日到2019年8月31日没有一套标准适用于教师党支部"),
        ([("2019-12-01", "")], "2019年12月1日以前没有一套标准适用于教师党支部"),
        ([("", "2019-11-24")], "2019年11月25日起没有一套标准适用于教师党支部"),
        ([("", "2019-11-25")], None),
        ([("2019-11-25", "")], None),
        ([("", "2019-06-30"), ("2019-07-01", "2019-12-31")], None),
    ],
)
def test_days_for_which_there_is_no_set(days: list[tuple[str, str]], message: str | None) -> None:
    sets = [standard_set(f"s{at}", TEACHERS, since=since, until=until) for at, (since, until) in enumerate(days)]
    assert told(*sets) == ([("S128", f"{message}，这类支部没有判定")] if message else [])
