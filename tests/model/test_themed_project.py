"""主题立项: the state follows from the steps, and nothing is public before it is decided."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generator.model.approved import marks, pieces, seal
from generator.model.approved_rows import approved_row
from generator.model.records.honours import Award, Selection
from generator.model.records.themed_project import ThemedProject
from tests.model.test_approved_rows import SIX

APPLIED: dict[str, Any] = {"编号": "a", "支部": "x", "题目": "甲", "申报": "2019-11-05"}
FUNDED = {**APPLIED, "立项": {"日期": "2019-11-14"}}
REVIEW = {"日期": "2019-11-12", "单位": "组织部"}


@pytest.mark.parametrize(
    ("row", "states"),
    [
        (APPLIED, "申报 申报 申报"),
        ({**APPLIED, "评审": {**REVIEW, "结论": "修改后再报"}}, "申报 申报 申报"),
        ({**APPLIED, "评审": {**REVIEW, "日期": "2019-11-14", "结论": "不予立项"}}, "申报 未立项 未立项"),
        (FUNDED, "申报 立项 立项"),
        ({**FUNDED, "结项": {"日期": "2020-10-20", "结论": "通过"}}, "申报 立项 结项"),
        ({**FUNDED, "结项": {"日期": "2020-10-20", "结论": "暂缓"}}, "申报 立项 暂缓结项"),
        ({**FUNDED, "结项": {"日期": "2020-10-20", "结论": "不予结项"}}, "申报 立项 不予结项"),
        ({**APPLIED, "结项": {"日期": "2020-10-20", "结论": "通过"}}, "申报 申报 申报"),
    ],
)
def test_the_state_on_both_sides_of_each_step(row: dict[str, Any], states: str) -> None:
    project = ThemedProject.model_validate(row)
    days = (date(2019, 11, 13), date(2019, 11, 14), date(2020, 10, 20))
    assert " ".join(project.state_on(day) for day in days) == states
    eve = ThemedProject.model_validate(row).state_on(date(2020, 10, 19))
    assert eve == states.split()[1]


def test_only_what_is_decided_may_be_public() -> None:
    conferred = {"编号": "a", "级别": "校级", "发文单位": "学校党委", "日期": "2019-06-28"}
    award = {**conferred, "奖项": "优秀共产党员", "人数": "12"}
    rows = [
        ThemedProject.model_validate(APPLIED),
        ThemedProject.model_validate(FUNDED),
        *(Award.model_validate({**award, "状态": state}) for state in ("推荐", "公示", "表彰")),
    ]
    assert [approved_row(row).decided for row in rows] == [False, True, False, False, True]


def test_a_title_never_stands_without_its_level_and_state() -> None:
    row = {"编号": "a", "支部": "x", "选树": "样板党支部", "级别": "校级", "日期": "2019-06-28", "依据": "复评"}
    assert Selection.model_validate({**row, "发文单位": "党委", "状态": "培育"}).titled == "校级样板党支部（培育）"


def test_an_application_stays_inside_though_somebody_approved_it() -> None:
    def public(row: dict[str, Any]) -> bool:
        text = pieces(ThemedProject.model_validate(row))
        approval = {**SIX, "摘要": seal(text), "逐句": marks(text)}
        return approved_row(ThemedProject.model_validate({**row, "审批": approval})).public(date(2019, 11, 25))

    assert (public(FUNDED), public(APPLIED)) == (True, False)
