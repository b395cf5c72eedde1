from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.load.records import read_record
from generator.load.shapes import fields_of, kind_at
from generator.model.record import SOURCE_KEY, Source
from generator.model.records.activity import Activity
from generator.model.records.activity_parts import AgendaItem
from generator.model.records.profile import Profile
from generator.model.records.register import Register
from generator.model.standard import Criterion, Standard

ROW = "  - 类型: [党课]\n    日期: 2019-03-14\n    主持: 支部书记\n    应到: 18\n    实到: 16\n"


@pytest.fixture
def register(write: Callable[[str, str | bytes], Path], tmp_path: Path) -> Callable[..., Any]:
    def reading(text: str) -> Any:
        return read_record(write("records/2019.yml", text), tmp_path, Register)

    return reading


@pytest.fixture
def profile(write: Callable[[str, str | bytes], Path], tmp_path: Path) -> Callable[..., Any]:
    def reading(text: str) -> Any:
        return read_record(write("branch.yml", text), tmp_path, Profile)

    return reading


def test_a_record_knows_the_places_of_its_fields(register: Callable[..., Any]) -> None:
    record, problems = register(f"活动:\n{ROW}    缺席: {{请假: 2}}\n")
    assert problems == []
    (row,) = record.activities
    assert row.source == Source("records/2019.yml", 2, 5)
    assert str(row.where("attended")) == "records/2019.yml:6:9"
    assert row.where("absences") == Source("records/2019.yml", 7, 9)
    assert row.where("place") == row.source


@pytest.mark.parametrize(
    ("written", "on_leave", "without_leave"),
    [
        ("{请假: 2, 未请假: 1}", 2, 1),
        ("{未请假: 1}", 0, 1),
        ("{公出: 1, 病假: 2}", 3, 0),
        ("{病假: 2, 请假: 1, 未请假: 4}", 3, 4),
        ("{}", 0, 0),
    ],
)
def test_reasons_of_absence_are_read_as_leave_and_not_kept(
    register: Callable[..., Any], written: str, on_leave: int, without_leave: int
) -> None:
    record, problems = register(f"活动:\n{ROW}    缺席: {written}\n")
    assert problems == []
    absences = record.activities[0].absences
    assert (absences.on_leave, absences.without_leave) == (on_leave, without_leave)
    assert "病" not in repr(record)


@pytest.mark.parametrize("written", ["{病假: 两人}", "{请假: 1, 病假: -1}", "{13800138000: 2}", "{病假: }"])
def test_no_message_tells_a_reason_of_absence(register: Callable[..., Any], written: str) -> None:
    record, (problem,) = register(f"活动:\n{ROW}    缺席: {written}\n")
    assert record is None
    assert str(problem).startswith("records/2019.yml:7:9: 错误[R115] “缺席”")
    assert "病" not in str(problem)
    assert "138" not in str(problem)


@pytest.mark.parametrize("rest", ["", "    地点: 甲 #乙\n"])
def test_a_place_can_be_copied_and_pickled(register: Callable[..., Any], rest: str) -> None:
    record, _ = register(f"活动:\n{ROW}{rest}")
    source = record.activities[0].source
    assert copy.deepcopy(source) == pickle.loads(pickle.dumps(source)) == source
    assert type(copy.deepcopy(source)) is Source


def test_all_mistakes_of_a_file_at_once(register: Callable[..., Any], places: Callable[..., Any]) -> None:
    _, problems = register(
        "活动:\n"
        "  - 类型: [党客]\n"
        "    时期: 2019-03-14\n"
        "    主持:\n"
        "    应到: 18人\n"
        "    实到: -1\n"
        "    议题: 审议\n"
        "    党课: {题目: 甲}\n"
        "    主持: 再写\n"
    )
    assert places(problems) == [
        ("R104", 2, 10),
        ("R102", 3, 5),
        ("R110", 4, 5),
        ("R107", 5, 9),
        ("R107", 6, 9),
        ("R113", 7, 9),
        ("R101", 8, 9),
        ("R013", 9, 5),
    ]


@pytest.mark.parametrize(
    ("line", "code", "message", "hint"),
    [
        ("日期: 2019-02-30", "R106", "没有“2019-02-30”这一天", "请核对月份和日子。"),
        ("日期: 2019-2-3", "R105", "“2019-2-3”不是日期的写法", "请写成 2019-02-03。"),
        ("日期: 2019.9.1", "R105", "“2019.9.1”不是日期的写法", "请写成 2019-09-01。"),
        ("日期: 2019年9月1日", "R105", "“2019年9月1日”不是日期的写法", "请写成 2019-09-01。"),
        ("日期: ２０１９-09-01", "R105", "“２０１９-09-01”不是日期的写法", "请写成 2019-09-01。"),
        ("日期: 2019-2-30", "R105", "“2019-2-30”不是日期的写法", "没有这一天，请核对年、月、日。"),
        (
            "日期: 1552521600",
            "R105",
            "“1552521600”不是日期的写法",
            "请写成“年-月-日”：四位年、两位月、两位日，用半角连字符。",
        ),
        ("应到: 18人", "R107", "“18人”不是非负整数", "请写成 18。"),
        ("应到: １８", "R107", "“１８”不是非负整数", "请写成 18。"),
        ("应到: -1", "R107", "“-1”不是非负整数", "请写阿拉伯数字，不带单位。"),
        ("应到: 1.5", "R107", "“1.5”不是非负整数", "请写阿拉伯数字，不带单位。"),
        ("应到: 十八", "R107", "“十八”不是非负整数", "请写阿拉伯数字，不带单位。"),
        ("主持: [书记]", "R111", "“主持”应写一段文字", "请把内容写在冒号后面；有特殊符号就加引号。"),
        ("主持: {书记: 1}", "R111", "“主持”应写一段文字", "请把内容写在冒号后面；有特殊符号就加引号。"),
        ("主持: ' '", "R110", "“主持”没有填内容", "请填上内容；没有的就把这一行整行删去。"),
        ("类型: 党课、主题党日", "R113", "“类型”应写成列表", "请写成 [党课, 主题党日]，或一行一个“- ”。"),
        (
            "类型: [党课、主题党日]",
            "R031",
            "“党课、主题党日”是几个值，没有用半角逗号分开",
            "请写成列表：[党课, 主题党日]。",
        ),
        (
            "类型: [党课，主题党日]",
            "R031",
            "“党课，主题党日”是几个值，没有用半角逗号分开",
            "请写成列表：[党课, 主题党日]。",
        ),
        (
            "类型: ［党课，主题党日］",
            "R032",
            "［党课，主题党日］ 用了全角括号，会当成文字",
            "请改成半角方括号：[党课, 主题党日]。",
        ),
        ("类型: 【党课】", "R032", "【党课】 用了全角括号，会当成文字", "请改成半角方括号：[党课]。"),
        ("类型: [“党课”]", "R032", "“党课” 两头是中文引号，会当成文字的一部分", '请去掉引号，或改成半角的："党课"。'),
        (
            "日期: ‘2019-03-14’",
            "R032",
            "‘2019-03-14’ 两头是中文引号，会当成文字的一部分",
            '请去掉引号，或改成半角的："2019-03-14"。',
        ),
    ],
)
def test_a_wrong_value_is_told_in_three_beats(
    register: Callable[..., Any], line: str, code: Any, message: str, hint: str
) -> None:
    key = line.partition(":")[0]
    lines = [line if each.strip(" -").startswith(f"{key}:") else each.strip(" -") for each in ROW.splitlines()]
    _, (problem,) = register("活动:\n  - " + "\n    ".join(lines) + "\n")
    assert (problem.code, problem.message, problem.hint) == (code, message, hint)
    assert problem.source.line == lines.index(line) + 2


def test_a_number_of_five_thousand_digits_is_no_count(register: Callable[..., Any]) -> None:
    _, (problem,) = register(f"活动:\n{ROW.replace('应到: 18', '应到: ' + '9' * 5000)}")
    assert problem.code == "R107"
    assert len(problem.message) < 80


def test_an_unknown_value_lists_the_allowed_ones_and_the_nearest(profile: Callable[..., Any]) -> None:
    _, problems = profile("名称: 甲\n类型: 老师\n成立: 2015-09-10\n")
    assert problems[0].message == "“老师”不是可选的值"
    assert problems[0].hint == "是否想写“教师”？可选：教师、机关、学生、离退休。"


def test_wrong_and_missing_key_become_one(profile: Callable[..., Any]) -> None:
    _, problems = profile("名称: 甲\n类形: 教师\n成立: 2015-09-10\n")
    assert [str(problem) for problem in problems] == [
        "branch.yml:2:1: 错误[R102] 没有“类形”这个键，又缺少“类型”。是否想写“类型”？"
    ]


def test_english_keys_are_unknown(profile: Callable[..., Any]) -> None:
    assert [problem.code for problem in profile("name: 甲\n类型: 教师\n成立: 2015-09-10\n")[1]] == ["R101", "R102"]


def test_an_unknown_key_with_nothing_near_lists_what_may_stand_there(profile: Callable[..., Any]) -> None:
    _, (problem,) = profile("名称: 甲\n类型: 教师\n成立: 2015-09-10\nxyz: 1\n")
    assert problem.message == "没有“xyz”这个键"
    assert problem.hint.startswith("这里还可以写：撤销、并入、党员人数、支委")


def test_an_unknown_key_near_one_that_may_be_left_out(profile: Callable[..., Any]) -> None:
    _, (problem,) = profile("名称: 甲\n类型: 教师\n成立: 2015-09-10\n撤消: 2019-03-01\n")
    assert str(problem) == "branch.yml:4:1: 错误[R102] 没有“撤消”这个键。是否想写“撤销”？"


def test_a_missing_key_is_told_with_an_example(profile: Callable[..., Any]) -> None:
    _, (problem,) = profile("名称: 甲\n类型: 教师\n")
    assert str(problem) == "branch.yml:1:1: 错误[R101] 缺少“成立”。请补上“成立”，例如“成立: 2015-09-10”。"


@pytest.mark.parametrize(("item", "code"), [("事项：审议", "R007"), ("事项:审议", "R008"), ("审议", "R112")])
def test_a_mapping_that_is_only_text(register: Callable[..., Any], item: str, code: Any) -> None:
    _, (problem,) = register(f"活动:\n{ROW}    议题:\n      - {item}\n")
    assert (problem.code, problem.source.line, problem.source.column) == (code, 8, 9)


def test_a_full_width_colon_with_a_further_colon(register: Callable[..., Any]) -> None:
    _, (problem,) = register("活动：[]: 1\n")
    assert (problem.code, problem.message) == ("R007", "“活动”后面是全角冒号")


def test_an_alias_is_reported_once(register: Callable[..., Any]) -> None:
    _, problems = register(f"活动:\n{ROW}    地点: &x 甲\n    时间: *x\n")
    assert [problem.code for problem in problems] == ["R014", "R014"]


def test_what_must_be_quoted_is_reported_once(register: Callable[..., Any]) -> None:
    _, problems = register(f"活动:\n{ROW.replace('2019-03-14', '@昨天')}    应参: 3\n")
    assert [problem.code for problem in problems] == ["R024", "R102"]


def test_an_empty_register_is_a_register_and_a_warning(register: Callable[..., Any]) -> None:
    record, (problem,) = register("")
    assert record == Register.model_validate({SOURCE_KEY: Source("records/2019.yml", 1, 1)})
    assert str(problem).startswith("records/2019.yml:1:1: 警告[R018]")


def test_a_warning_leaves_the_record(register: Callable[..., Any]) -> None:
    record, (problem,) = register(f"活动:\n{ROW}    地点: 甲 #乙\n")
    assert record.activities[0].place == "甲"
    assert problem.code == "R022"


def test_an_error_of_form_leaves_no_record(register: Callable[..., Any]) -> None:
    record, (problem,) = register(f"活动:\n{ROW}活动: []\n")
    assert record is None
    assert problem.code == "R013"


def test_shapes_follow_the_annotations() -> None:
    assert kind_at(Register, ("活动", 0, "议题", 1)) is AgendaItem
    assert kind_at(Standard, ("要点", 0, "参数", "每")) is None
    assert kind_at(Register, ("活动",)) is Activity
    assert kind_at(Register, ()) is Register
    assert fields_of(Criterion)["参数"].mapping
    assert kind_at(Standard, ("要点", 0)) is Criterion


def test_a_file_without_text_has_no_record(write: Callable[[str, str | bytes], Path], tmp_path: Path) -> None:
    record, (problem,) = read_record(write("branch.yml", b"\0"), tmp_path, Profile)
    assert record is None
    assert problem.code == "R003"
