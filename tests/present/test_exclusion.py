"""不计入 on the page: its grounds in the restricted edition only."""

from __future__ import annotations

import pytest

from generator.model.record import Audience
from generator.model.records.activity_parts import Exclusion
from generator.present.kit.record_table import excluded


@pytest.mark.parametrize(
    ("audience", "words"),
    [(Audience.INTERNAL, "应到已按规定扣除"), (Audience.RESTRICTED, "不计入 2 名（无表决权、选举权）")],
)
def test_t2_the_grounds_are_restricted(audience: Audience, words: str) -> None:
    row = Exclusion.model_validate({"合计": "2", "依据": ["无表决权、选举权"]})
    assert excluded(row.project(audience)) == words


def test_where_nobody_is_excluded_nothing_is_said() -> None:
    assert excluded(None) == ""
