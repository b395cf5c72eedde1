from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.check_digits import is_card_number, is_id_number
from generator.model.record import Source
from generator.model.records.approval import Approval
from generator.model.records.register import Register
from generator.validate.privacy import scan, scan_text

ID = "11010519491231002X"
CARD = "6222020000000000000"


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (ID, ["V101"]),
        (ID.lower(), ["V101"]),
        (f"证件号{ID}。", ["V101"]),
        ("110105194912310021", []),
        ("110105194913310028", []),
        (f"1{ID}", []),
        ("13800138000", ["V102"]),
        ("138 0013 8000", ["V102"]),
        ("138-0013-8000", ["V102"]),
        ("+86 13800138000", ["V102"]),
        ("１３８００１３８０００", ["V102"]),
        ("12800138000", []),
        ("138001380001", []),
        ("1380013800", []),
        (CARD, ["V103"]),
        ("6222 0200 0000 0000 000", ["V103"]),
        ("6222020000000000001", []),
        ("zhang@example.org", ["V104"]),
        ("zhang＠example.org", ["V104"]),
        ("@张三", []),
        ("a@b", []),
        ("学号 20191234567", []),
        ("2019-03-14 14:30-16:10", []),
        ("记录本第 12 页，共 18 人", []),
        (f"{ID} 13800138000 zhang@example.org", ["V101", "V102", "V104"]),
    ],
)
def test_patterns(text: str, codes: list[str]) -> None:
    assert [problem.code for problem in scan_text(text, Source("f.yml", 1, 1))] == codes


def test_the_value_is_masked() -> None:
    (problem,) = scan_text("电话13800138000", Source("f.yml", 3, 5))
    assert str(problem) == "f.yml:3:5: 错误[V102] 这里像是手机号（13****）。手机号不得入库，请删去。"


@given(st.text("0123456789", min_size=17, max_size=17))
def test_exactly_one_check_digit_makes_an_id(digits: str) -> None:
    assert sum(is_id_number(digits + last) for last in "0123456789X") == 1


@given(st.text("0123456789", min_size=15, max_size=18))
def test_exactly_one_check_digit_makes_a_card(digits: str) -> None:
    assert sum(is_card_number(digits + last) for last in "0123456789") == 1


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({"备注": "联系 13800138000"}, 8),
        ({"落实": "[{事项: 甲, 责任: 13800138000}]"}, 8),
        ({"主持": "13800138000"}, 4),
    ],
)
def test_any_text_of_a_register_is_searched(
    activity: Callable[..., Any], places: Callable[..., Any], fields: Any, line: str
) -> None:
    assert places(activity(**fields)) == [("V102", line)]


def test_a_name_in_the_profile_is_searched(found: Callable[..., Any], places: Callable[..., Any]) -> None:
    text = "名称: 甲\n类型: 教师\n成立: 2015-09-10\n支委:\n  - {职务: 书记, 姓名: 13800138000, 自: 2018-06-20}\n"
    assert places(found(profile=text)) == [("V102", 5)]


def texts(*words: str) -> Register:
    rows = [{"事项": word} for word in words]
    held = {"类型": ["党课"], "日期": "2019-03-14", "主持": "支部书记", "应到": "9", "实到": "8", "议题": rows}
    return Register.model_validate({"活动": [held]})


@pytest.mark.parametrize(
    ("word", "names", "found"),
    [
        ("请钱乙丙同志组织", ["钱乙丙"], ["钱乙丙"]),
        ("钱乙、孙丙丁负责", ["钱乙", "孙丙丁"], ["钱乙", "孙丙丁"]),
        ("收取党费的金钱乙方核对", ["钱乙"], []),
        ("由组织委员组织", ["钱乙丙"], []),
    ],
)
def test_names_are_to_be_posts(word: str, names: list[str], found: list[str]) -> None:
    problems = scan(texts(word), names=names)
    assert [(row.code, row.message) for row in problems] == [
        ("R271", f"这里写了委员或组长的姓名（{name[0]}…）") for name in found
    ]


def test_digits_in_a_digest_are_no_mobile_number() -> None:
    approval = {
        "提出": "书记",
        "审核": "副书记",
        "审批": "党委书记",
        "日期": "2019-10-20",
        "范围": "社会公开",
        "期限": "2020-12-31",
        "摘要": "ab13800138000cdef0123456789abcdef",
    }
    assert scan(Approval.model_validate(approval)) == []
    assert [row.code for row in scan(Approval.model_validate(approval | {"摘要": "ab13800138000c"}))] == ["V102"]
