"""The organizer's books: what came since the last check, and the term that runs."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generator.evaluate.bookkeeping import bookkeeping
from generator.model.bookkeeping import Bookkeeping, Entered, TermOfOffice, said_entries
from generator.model.dossier import Dossier
from generator.model.records.profile import Profile
from generator.model.records.register import Register

AS_OF = date(2019, 11, 25)


def books(register: dict[str, Any], as_of: date = AS_OF, **profile: str) -> Bookkeeping:
    record = {"名称": "甲支部", "类型": "教师", "成立": "2015-09-10", **profile}
    dossier = Dossier.assemble("a", "aa", Profile.model_validate(record), {2019: Register.model_validate(register)})
    return bookkeeping(dossier, as_of)


def held(*days: str) -> dict[str, Any]:
    row = {"类型": ["党课", "主题党日"], "主持": "支部书记", "应到": "9", "实到": "8"}
    return {"活动": [{**row, "日期": day} for day in days]}


@pytest.mark.parametrize(
    ("through", "days"),
    [("2019-10-31", [date(2019, 11, 1), AS_OF]), ("2019-11-01", [AS_OF]), ("2019-11-25", [])],
)
def test_what_was_held_after_the_last_check(through: str, days: list[date]) -> None:
    found = books(held("2019-10-31", "2019-11-01", "2019-11-25", "2019-11-26"), 台账核对至=through)
    assert found == Bookkeeping(date.fromisoformat(through), tuple(Entered(day, "党课、主题党日") for day in days))


def test_of_a_register_that_was_never_checked_everything_is_new() -> None:
    found = books(held("2019-01-02", "2019-11-26"))
    assert (found.reconciled, said_entries(found.entered)) == (None, "1月2日党课、主题党日")


def election(day: str, **more: Any) -> dict[str, Any]:
    return {"日期": day, **more}


@pytest.mark.parametrize(
    ("rows", "term"),
    [
        ([], None),
        ([election("2019-11-26")], None),
        ([election("2019-06-20", 类别="补选")], None),
        ([election("2017-03-10")], TermOfOffice(date(2017, 3, 10), date(2020, 3, 10))),
        ([election("2017-03-10", 届期="2")], TermOfOffice(date(2017, 3, 10), date(2019, 3, 10))),
        (
            [election("2016-03-10", 延期={"至": "2019-12-10", "批准": "批复"})],
            TermOfOffice(date(2016, 3, 10), date(2019, 12, 10)),
        ),
        (
            [
                election("2016-03-10"),
                election("2019-11-25", 请示日="2019-11-01", 批复="批复", 批复日="2019-11-10", 报批日="2019-11-25"),
            ],
            TermOfOffice(AS_OF, date(2022, 11, 25), date(2019, 11, 1), date(2019, 11, 10), AS_OF),
        ),
    ],
)
def test_the_term_is_that_of_the_last_election(rows: list[dict[str, Any]], term: TermOfOffice | None) -> None:
    assert books({"换届": rows}).term == term
