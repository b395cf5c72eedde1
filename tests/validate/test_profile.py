from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

HEAD = "名称: 甲\n类型: 教师\n成立: 2015-09-10\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("撤销: 2015-09-10\n", []),
        ("撤销: 2015-09-09\n", [("R215", 4)]),
        ("台账核对自: 2019-09-01\n台账核对至: 2019-09-01\n", []),
        ("台账核对自: 2019-09-02\n台账核对至: 2019-09-01\n", [("R122", 4)]),
        ("台账核对至: 2019-11-25\n", []),
        ("台账核对至: 2019-11-26\n", [("R214", 4)]),
        ("党员人数:\n  - {自: 2018-01-01, 正式: 1, 预备: 0}\n  - {自: 2018-01-02, 正式: 1, 预备: 0}\n", []),
        ("党员人数:\n  - {自: 2018-01-01, 正式: 1, 预备: 0}\n  - {自: 2018-01-01, 正式: 2, 预备: 0}\n", [("R205", 6)]),
        ("党员人数:\n  - {自: 2018-01-02, 正式: 1, 预备: 0}\n  - {自: 2018-01-01, 正式: 2, 预备: 0}\n", [("R206", 6)]),
        ("党员人数:\n  - {自: 2015-09-10, 正式: 1, 预备: 0}\n", []),
        ("党员人数:\n  - {自: 2015-09-09, 正式: 1, 预备: 0}\n", [("R209", 5)]),
        ("覆盖单位:\n  - {自: 2018-01-02, 单位: []}\n  - {自: 2018-01-01, 单位: []}\n", [("R206", 6)]),
        ("支委:\n  - {职务: 书记, 自: 2018-01-02, 至: 2018-01-02}\n", []),
        ("支委:\n  - {职务: 书记, 自: 2018-01-02, 至: 2018-01-01}\n", [("R122", 5)]),
        ("支委:\n  - {职务: 书记, 自: 2017-01-01, 至: 2018-01-01}\n  - {职务: 书记, 自: 2018-01-01}\n", []),
        ("支委:\n  - {职务: 书记, 自: 2017-01-01, 至: 2018-01-02}\n  - {职务: 书记, 自: 2018-01-01}\n", [("R208", 6)]),
        ("支委:\n  - {职务: 书记, 自: 2017-01-01}\n  - {职务: 书记, 自: 2018-01-01}\n", [("R208", 6)]),
        ("支委:\n  - {职务: 宣传委员, 自: 2017-01-01}\n  - {职务: 宣传委员, 自: 2018-01-01}\n", []),
        ("党小组:\n  - {名称: 甲组, 自: 2017-01-01}\n  - {名称: 甲组, 自: 2018-01-01}\n", [("R208", 6)]),
        ("党小组:\n  - {名称: 甲组, 自: 2017-01-01}\n  - {名称: 乙组, 自: 2018-01-01}\n", []),
        ("党小组:\n  - {名称: 甲组, 自: 2015-09-09}\n", [("R209", 5)]),
    ],
)
def test_a_profile(found: Callable[..., Any], places: Callable[..., Any], text: str, expected: Any) -> None:
    assert places(found(profile=HEAD + text)) == expected


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        (date(2019, 10, 19), [("R217", 6)]),
        (date(2019, 10, 20), []),
        (date(2020, 12, 31), []),
        (date(2021, 1, 1), [("R217", 6)]),
    ],
)
def test_an_introduction_is_public_while_its_approval_holds(
    found: Callable[..., Any], places: Callable[..., Any], as_of: date, expected: Any
) -> None:
    approval = "{提出: 甲, 审核: 乙, 审核日期: 2018-10-18, 保密审查: 保密员, 保密审查日期: 2018-10-18, 审批: 丙, 日期: 2019-10-20, 范围: 社会公开, 期限: 2020-12-31}"
    text = f"{HEAD}公开简介:\n  简介: 甲\n  审批: {approval}\n"
    assert places(found(profile=text, as_of=as_of)) == expected


def test_an_introduction_may_wait_for_its_approval(found: Callable[..., Any]) -> None:
    assert found(profile=f"{HEAD}公开简介: {{简介: 甲}}\n") == []


def test_an_approval_may_hold_for_one_day(found: Callable[..., Any]) -> None:
    approval = "{提出: 甲, 审核: 乙, 审核日期: 2018-10-18, 保密审查: 保密员, 保密审查日期: 2018-10-18, 审批: 丙, 日期: 2019-11-25, 范围: 社会公开, 期限: 2019-11-25}"
    assert found(profile=f"{HEAD}公开简介: {{简介: 甲, 审批: {approval}}}\n") == []


def test_an_approval_that_ends_before_it_begins(found: Callable[..., Any], places: Callable[..., Any]) -> None:
    approval = "{提出: 甲, 审核: 乙, 审核日期: 2018-10-18, 保密审查: 保密员, 保密审查日期: 2018-10-18, 审批: 丙, 日期: 2019-10-20, 范围: 社会公开, 期限: 2019-10-19}"
    assert places(found(profile=f"{HEAD}公开简介: {{简介: 甲, 审批: {approval}}}\n")) == [("R122", 4)]


def test_overlap_names_both_lines(found: Callable[..., Any]) -> None:
    text = f"{HEAD}支委:\n  - {{职务: 书记, 自: 2017-01-01}}\n  - {{职务: 书记, 自: 2018-01-01}}\n"
    (problem,) = found(profile=text)
    assert str(problem) == (
        "branch.yml:6:17: 警告[R208] “书记”的两段时间重叠：第 5 行未写“至”，这一行自 2018-01-01。"
        "请给前一段写上“至”，或改正日期。"
    )
