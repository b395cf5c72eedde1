"""Standards as data: labels, the day in the following year, and which branches a set is for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from generator.model.kinds import BranchKind
from generator.model.record import Audience
from generator.model.standard import Criterion, Standard
from generator.model.standard_set import StandardSet

CRITERION = {"编号": "3.6.1", "要求": "每年一次", "责任主体": "支部", "检查": "频次"}
STANDARD = {
    "编号": "3.6",
    "名称": "组织生活会",
    "方面": "组织生活",
    "类别": "混合",
    "稿源": "整理",
    "依据": [{"文件": "方案2019", "可信度": "✔"}],
    "修订": [{"日期": "2019-03-01", "内容": "首次整理"}],
    "要点": [CRITERION],
}
SET = StandardSet(
    id="",
    name="举例",
    version="1",
    valid_from=date(2019, 3, 1),
    valid_until=date(2019, 8, 31),
    kinds=(BranchKind.TEACHERS, BranchKind.OFFICES),
    standards=(),
    parameters={},
)


def test_a32_a_day_in_the_following_year() -> None:
    criterion = Criterion.model_validate({**CRITERION, "截止": "次年03-31"})
    assert criterion.deadline_of(2019) == date(2020, 3, 31)
    assert Criterion.model_validate(CRITERION).deadline_of(2019) is None


@pytest.mark.parametrize(
    "text", ["03-31", "次年3-31", "次年02-29", "次年13-01", "次年", "明年03-31", "次年03-31前", ""]
)
def test_a_day_in_the_following_year_is_written_one_way(text: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Criterion.model_validate({**CRITERION, "截止": text})
    assert [(error["type"], error["loc"]) for error in caught.value.errors()] == [("deadline", ("截止",))]


def test_a_criterion_reminds_ten_days_before_unless_it_says_otherwise() -> None:
    assert Criterion.model_validate(CRITERION).remind_days == 10
    assert Criterion.model_validate({**CRITERION, "提醒": "15"}).remind_days == 15


@pytest.mark.parametrize(
    ("label", "audience"), [("公开版", Audience.PUBLIC), ("党内版", Audience.INTERNAL), ("专人版", Audience.RESTRICTED)]
)
def test_the_edition_of_a_standard_is_called_by_its_chinese_name(label: str, audience: Audience) -> None:
    assert Standard.model_validate({**STANDARD, "版别": label}).audience is audience


def test_an_unmarked_standard_is_internal() -> None:
    assert Standard.model_validate(STANDARD).audience is Audience.INTERNAL


def test_an_unknown_edition_is_refused() -> None:
    with pytest.raises(ValidationError, match="不是版别"):
        Standard.model_validate({**STANDARD, "版别": "internal"})


def test_the_slug_of_an_id() -> None:
    assert Standard.model_validate({**STANDARD, "编号": "3.10"}).slug == "3-10"


def test_the_number_of_a_standard_s_aspect_is_in_its_id() -> None:
    assert Standard.model_validate({**STANDARD, "编号": "3.10"}).aspect_number == 3


@pytest.mark.parametrize(
    ("kind", "on", "applies"),
    [
        ("教师", date(2019, 3, 1), True),
        ("教师", date(2019, 8, 31), True),
        ("教师", date(2019, 2, 28), False),
        ("教师", date(2019, 9, 1), False),
        ("学生", date(2019, 5, 1), False),
    ],
)
def test_a_set_holds_for_its_kinds_and_days(kind: Any, on: date, *, applies: bool) -> None:
    assert SET.applies(BranchKind(kind), on) is applies


def test_a_set_without_days_always_holds() -> None:
    always = replace(SET, valid_from=None, valid_until=None)
    assert always.applies(BranchKind.TEACHERS, date(1990, 1, 1))
    assert always.applies(BranchKind.TEACHERS, date(2090, 1, 1))
