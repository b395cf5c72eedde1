"""What cannot be written as a parameter of a check, and what the author of the standard is told."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from generator.evaluate.checks import CHECKS
from tests.evaluate.variations import written

WINDOW = {"记录": "政治生日", "名称": "七一前后", "自": "06-21", "至": "07-10"}
PLANNED = {"记录": "主题党日", "每": "月", "第几个": "4", "星期": "四"}


@pytest.mark.parametrize(
    ("check", "parameters", "kind", "message", "context"),
    [
        ("时段", {**WINDOW, "自": "6-21"}, "month_day", "“6-21”应写成“06-21”这样的月和日", {"value": "6-21"}),
        ("时段", {**WINDOW, "自": "06-211"}, "month_day", "“06-211”应写成“06-21”这样的月和日", {"value": "06-211"}),
        ("时段", {**WINDOW, "至": 710}, "month_day", "“710”应写成“06-21”这样的月和日", {"value": "710"}),
        ("时段", {**WINDOW, "自": "06-31"}, "day_impossible", "不是每年都有“06-31”这一天", {"value": "06-31"}),
        ("时段", {**WINDOW, "自": "02-29"}, "day_impossible", "不是每年都有“02-29”这一天", {"value": "02-29"}),
        ("时段", {**WINDOW, "至": "06-20"}, "order", "“至”早于“自”", {"value": "06-20"}),
        ("日期规则", {**PLANNED, "第几个": "0"}, "enum", "“0”不是每月都有的", {"value": "0", "expected": "1 到 4"}),
        ("日期规则", {**PLANNED, "第几个": "5"}, "enum", "“5”不是每月都有的", {"value": "5", "expected": "1 到 4"}),
        ("日期规则", {**PLANNED, "每": "季"}, "enum", "“季”不能用在这里", {"value": "季", "expected": "月"}),
        ("人数范围", {"计数": "党员"}, "lines_missing", "“至少”和“至多”至少要写一个", {}),
    ],
)
def test_what_a_parameter_may_not_be(
    check: str, parameters: dict[str, Any], kind: str, message: str, context: dict[str, str]
) -> None:
    with pytest.raises(ValidationError) as caught:
        CHECKS[check].parameters.model_validate(parameters)
    (error,) = caught.value.errors()
    assert (error["type"], error["msg"], error.get("ctx", {})) == (kind, message, context)


@pytest.mark.parametrize(
    ("check", "parameters"),
    [
        ("时段", {**WINDOW, "至": "06-21"}),
        ("日期规则", {**PLANNED, "第几个": "1"}),
        ("时段", {**WINDOW, "自": "02-28"}),
    ],
)
def test_what_it_may_just_be(check: str, parameters: dict[str, Any]) -> None:
    model = dict(written(CHECKS[check].parameters.model_validate(parameters)))
    assert {key: str(model[key]) for key in ("自", "至", "第几个") if key in model}.items() <= parameters.items()


@pytest.mark.parametrize(
    ("check", "parameters", "message", "known"),
    [
        ("登记频次", {"记录": "讲座", "每": "季"}, "“讲座”不是台账里逐日登记的一栏", {"研判", "督查"}),
        ("台账类别", {"类别": ["讲座"], "每": "年"}, "“讲座”不是台账类别", {"支部党员大会", "学时"}),
    ],
)
def test_a_word_that_is_no_section_is_told_with_those_that_are(
    check: str, parameters: dict[str, Any], message: str, known: set[str]
) -> None:
    with pytest.raises(ValidationError) as caught:
        CHECKS[check].parameters.model_validate(parameters)
    (error,) = caught.value.errors()
    assert (error["type"], error["msg"]) == ("enum", message)
    assert error["ctx"]["value"] == "讲座"
    assert known <= set(error["ctx"]["expected"].split("、"))
