"""Counts of 发展党员 on a committee's page: both sides of ten, and nothing that follows by subtraction."""

from __future__ import annotations

import pytest

from generator.disclose.stage_counts import shown_stages
from generator.model.record import Audience
from generator.model.stage_count import StageCount


@pytest.mark.parametrize(
    ("cases", "overdue", "shown"),
    [
        (9, 0, (None, None)),
        (10, 0, (10, None)),
        (11, 0, (11, None)),
        (10, 10, (10, None)),
        (19, 10, (19, None)),
        (20, 10, (20, 10)),
        (20, 9, (20, None)),
        (20, 11, (20, None)),
        (21, 11, (21, 11)),
        (0, 0, (None, None)),
    ],
)
def test_ten_are_shown_and_nine_are_not_nor_what_would_tell_them(
    cases: int, overdue: int, shown: tuple[int | None, int | None]
) -> None:
    (row,) = shown_stages([StageCount("申请人", cases, overdue)], Audience.INTERNAL)
    assert (row.cases, row.overdue) == shown


def test_the_restricted_edition_shows_every_count() -> None:
    (row,) = shown_stages([StageCount("申请人", 3, 1)], Audience.RESTRICTED)
    assert row == ("申请人", 3, 1)
