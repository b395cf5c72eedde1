from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.evaluate.checks import parameter_models
from generator.load.standards import load_standards
from generator.model.check import CheckDescription
from generator.model.fields import Count
from generator.model.kinds import BranchKind
from generator.model.period import Cycle
from generator.model.record import Audience, entry

HEAD = "---\n标准集: {名称: 手册, 版本: 2019-03, 适用类型: [教师, 学生]}\n---\n"
STANDARD = """---
编号: "3.1"
名称: 支部党员大会
方面: 组织生活
类别: 定量
稿源: 整理
依据: [{文件: 方案2019, 条款: 三（二）3, 可信度: ✔}]
要点:
  - 编号: "3.1.1"
    要求: 每季度至少召开 1 次
    责任主体: 支部
    生效: 2019-03-01
    检查: 频次
    参数: {每: 季, 至少: 1}
口径: [A11]
修订: [{日期: 2019-03-01, 内容: 首次整理}]
---

# 3.1
"""


class Frequency(CheckDescription):
    """Parameters of the only check these tests know."""

    cycle: Cycle = entry("每", Audience.PUBLIC, example="季")
    at_least: Count = entry("至少", Audience.PUBLIC, example="1")


@pytest.fixture
def load(write: Callable[[str, str | bytes], Path], tmp_path: Path) -> Callable[..., Any]:
    def loading(**pages: str) -> Any:
        write("docs/aspects/3.md", "---\n方面: 组织生活\n---\n# 三、组织生活\n")
        for name, text in ({"index": HEAD} | pages).items():
            write(f"docs/standards/{name.replace('_', '-').replace('--', '/')}.md", text)
        return load_standards(tmp_path / "docs", tmp_path, {"频次": Frequency})

    return loading


def test_a_set_with_its_standards_and_parameters(load: Callable[..., Any]) -> None:
    (only,), problems = load(
        **{"3-10": STANDARD.replace("3.1", "3.10"), "3-2": STANDARD.replace("3.1", "3.2"), "3-1": STANDARD}
    )
    assert problems == []
    assert only.complete
    assert (only.id, only.name, only.version) == ("", "手册", "2019-03")
    assert only.kinds == (BranchKind.TEACHERS, BranchKind.STUDENTS)
    assert [standard.id for standard in only.standards] == ["3.1", "3.2", "3.10"]
    frequency = only.parameters["3.1.1"]
    assert isinstance(frequency, Frequency)
    assert (frequency.cycle, frequency.at_least) == (Cycle.QUARTER, 1)
    assert only.standards[0].criteria[0].parameters == {"每": "季", "至少": "1"}
    assert only.standards[0].criteria[0].source == ("docs/standards/3-1.md", 9, 5)


def test_further_sets_stand_in_folders(load: Callable[..., Any]) -> None:
    sets, problems = load(
        **{"3-1": STANDARD, "lt--index": HEAD.replace("2019-03,", "2019-04, 失效: 2020-12-31,"), "lt--3-1": STANDARD}
    )
    assert problems == []
    assert [(each.id, each.version, each.valid_until) for each in sets] == [
        ("", "2019-03", None),
        ("lt", "2019-04", date(2020, 12, 31)),
    ]


def test_a_folder_of_pictures_is_no_set(load: Callable[..., Any], write: Callable[[str, str | bytes], Path]) -> None:
    write("docs/standards/img/a.png", b"")
    assert [each.id for each in load(**{"3-1": STANDARD})[0]] == [""]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("检查: 频次", "检查: 频度", [("S101", 13, 9)]),
        ("每: 季, 至少: 1", "每: 旬, 至少: 1", [("S102", 14, 13)]),
        ("每: 季, 至少: 1", "每: 季, 最少: 1", [("S102", 14, 16)]),
        ("每: 季, 至少: 1", "至少: 1", [("S102", 14, 9)]),
        ("    参数: {每: 季, 至少: 1}\n", "", [("S102", 9, 5), ("S102", 9, 5)]),
        ("    参数: {每: 季, 至少: 1}\n", "    参数: 季\n", [("R112", 14, 9)]),
        ('编号: "3.1"\n', "编号: 3.2\n", [("S104", 2, 5)]),
        ('编号: "3.1"\n', "编号: 三\n", [("S104", 2, 5)]),
        ('"3.1.1"', '"3.11.1"', [("S105", 9, 9)]),
        ('"3.1.1"', '"3.1"', [("S105", 9, 9)]),
        ('"3.1.1"', '"3.1.x"', [("S105", 9, 9)]),
        ("依据: [{文件: 方案2019, 条款: 三（二）3, 可信度: ✔}]", "依据: []", [("S106", 7, 5)]),
        ("依据: [{文件: 方案2019, 条款: 三（二）3, 可信度: ✔}]\n", "", [("R101", 2, 1)]),
        ("可信度: ✔", "可信度: 高", [("R104", 7, 35)]),
        ("口径: [A11]", "口径: [A11, B1]", [("S108", 15, 5)]),
        ("修订: [{日期: 2019-03-01, 内容: 首次整理}]", "修订: []", [("S114", 16, 5)]),
        ("修订: [{日期: 2019-03-01, 内容: 首次整理}]\n", "", [("R101", 2, 1)]),
        ("内容: 首次整理}]", "内容: 首次整理}, {日期: 2019-02-28, 内容: 甲}]", [("S114", 16, 5)]),
        ("内容: 首次整理}]", "内容: 首次整理}, {日期: 2019-03-01, 内容: 甲}]", []),
        ("首次整理}]", '首次整理, 改前: {"3.1.1": 每季度 2 次, "3.1.9": 撤下的一条}}]', []),
        ("首次整理}]", '首次整理, 改前: {"3.2.1": 每季度 2 次}}]', [("S160", 16, 37)]),
        ("首次整理}]", '首次整理, 改前: {"3.1.1": 每季度至少召开 1 次}}]', [("S160", 16, 37)]),
        (
            "首次整理}]",
            '首次整理, 改前: {"3.1.1": 每季度至少召开 1 次}}, {日期: 2019-04-01, 内容: 甲, 改前: {"3.1.1": 每季度 2 次}}]',
            [],
        ),
        ("方面: 组织生活", "方面: 组织建设", [("S110", 4, 5)]),
        ("方面: 组织生活", "方面: 组织生活\n系统: [Y11, Y44]", []),
        ("方面: 组织生活", "方面: 组织生活\n系统: [Y11, Y45]", [("S140", 5, 5)]),
        ("方面: 组织生活", "方面: 组织生话", [("S110", 4, 5)]),
        ("类别: 定量", "类别: 定性", [("S111", 9, 5)]),
        ("生效: 2019-03-01", "生效: 2019-03-01\n    失效: 2019-02-28", [("R122", 13, 9)]),
        ("生效: 2019-03-01", "生效: 2019-03-01\n    失效: 2019-03-01", []),
        ("名称: 支部党员大会", "名字: 支部党员大会", [("R102", 3, 1)]),
    ],
)
def test_a_mistake_is_named_in_the_lines_of_the_front_matter(
    load: Callable[..., Any], places: Callable[..., Any], old: str, new: str, expected: Any
) -> None:
    assert old in STANDARD
    assert sorted(places(load(**{"3-1": STANDARD.replace(old, new, 1)})[1])) == expected


def test_a_standard_needs_criteria(load: Callable[..., Any], places: Callable[..., Any]) -> None:
    start, _, rest = STANDARD.partition("要点:")
    assert places(load(**{"3-1": f"{start}要点: []\n口径:{rest.rpartition('口径:')[2]}"})[1]) == [("S109", 8, 5)]


def test_criterion_ids_are_unique_in_a_set(load: Callable[..., Any]) -> None:
    double = STANDARD.replace(
        "口径: [A11]\n", '  - {编号: "3.1.1", 要求: 甲, 责任主体: 支部, 检查: 频次, 参数: {每: 季, 至少: 1}}\n'
    )
    _, (problem,) = load(**{"3-1": double})
    assert problem.code == "S103"
    assert problem.message == "评价要点“3.1.1”的编号用了两次，先见于 docs/standards/3-1.md:9:9"


def test_an_unknown_check_names_the_nearest_one(load: Callable[..., Any]) -> None:
    _, (problem,) = load(**{"3-1": STANDARD.replace("检查: 频次", "检查: 频度")})
    assert str(problem) == "docs/standards/3-1.md:13:9: 错误[S101] 没有“频度”这种检查。是否想写“频次”？"


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("# 标准\n", ("R026", 1, 1)),
        ("---\n标题: 甲\n---\n", ("S107", 2, 1)),
        ("---\n标准集: 手册\n---\n", ("S107", 2, 6)),
        ("---\n标准集: {名称: 手册, 版本: 1}\n---\n", ("R101", 2, 6)),
        ("---\n标准集: {名称: 手册, 版本: 1, 适用类型: [教工]}\n---\n", ("R104", 2, 29)),
        (
            "---\n标准集: {名称: 手册, 版本: 1, 适用类型: [教师], 生效: 2019-03-01, 失效: 2019-02-28}\n---\n",
            ("R122", 2, 54),
        ),
    ],
)
def test_the_head_of_a_set(load: Callable[..., Any], places: Callable[..., Any], head: str, expected: Any) -> None:
    assert places(load(index=head, **{"3-1": STANDARD})[1]) == [expected]


def test_without_a_head_the_standards_are_still_checked(load: Callable[..., Any], places: Callable[..., Any]) -> None:
    sets, problems = load(index="---\n标题: 甲\n---\n", **{"3-1": STANDARD.replace("定量", "定量的")})
    assert sets == ()
    assert places(problems) == [("S107", 2, 1), ("R104", 5, 5)]


def test_no_standards_at_all(tmp_path: Path) -> None:
    sets, problems = load_standards(tmp_path / "docs", tmp_path, {})
    assert sets == ()
    assert [str(problem.source) for problem in problems] == ["docs/standards"]


def test_an_aspect_is_called_what_its_page_calls_it(load: Callable[..., Any], places: Callable[..., Any]) -> None:
    renamed = STANDARD.replace("组织生活", "组织生活规范")
    assert places(load(**{"3-1": renamed})[1]) == [("S110", 4, 5)]
    sets, problems = load(**{"3-1": renamed, "../aspects/3": "---\n方面: 组织生活规范\n---\n"})
    assert problems == []
    assert [(row.aspect_number, row.aspect) for row in sets[0].standards] == [(3, "组织生活规范")]


def test_an_aspect_without_a_page_is_missed_once(load: Callable[..., Any]) -> None:
    far = STANDARD.replace("3.1", "4.1")
    _, problems = load(**{"3-1": STANDARD, "4-1": far, "4-2": far.replace("4.1", "4.2")})
    (problem,) = problems
    assert problem.source == ("docs/standards/4-1.md", 2, 5)
    assert problem.message == "手册没有第四方面，标准 4.1 写的是“组织生活”"
    assert problem.hint == "请补上 docs/aspects/4.md，或改编号。"


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("4", "---\n方面: 队伍建设\n---\n", [("S121", 2, 5)]),
        ("4", "---\n方面: 组织生活\n---\n", [("S120", 2, 5), ("S121", 2, 5)]),
        ("10", "---\n方面: 队伍建设\n---\n", [("S120", 0, 0)]),
        ("four", "---\n方面: 队伍建设\n---\n", [("S120", 0, 0)]),
        ("3", "# 三、组织生活\n", [("R026", 1, 1)]),
        ("3", "---\n名称: 组织生活\n---\n", [("R101", 2, 1), ("R102", 2, 1)]),
    ],
)
def test_what_can_be_wrong_with_the_page_of_an_aspect(
    load: Callable[..., Any], places: Callable[..., Any], name: str, text: str, expected: Any
) -> None:
    assert sorted(places(load(**{"3-1": STANDARD, f"../aspects/{name}": text})[1])) == expected


@pytest.mark.parametrize(
    "broken", [STANDARD.replace("名称:", "名字:"), STANDARD.replace('编号: "3.1"', "编号: 3.2"), "# 3.1\n"]
)
def test_a_set_knows_that_a_standard_of_it_could_not_be_read(load: Callable[..., Any], broken: str) -> None:
    (only,), problems = load(**{"3-1": broken})
    assert not only.complete
    assert len(problems) == 1


def test_a_criterion_that_is_only_text(load: Callable[..., Any], places: Callable[..., Any]) -> None:
    assert places(load(**{"3-1": STANDARD.replace("要点:\n", "要点:\n  - 一句话\n")})[1]) == [("R112", 9, 5)]


def test_only_pages_are_aspects(load: Callable[..., Any], write: Callable[[str, str | bytes], Path]) -> None:
    write("docs/aspects/plan.png", b"")
    assert load(**{"3-1": STANDARD})[1] == []


def test_an_aspect_that_is_dropped_has_no_page(load: Callable[..., Any], places: Callable[..., Any]) -> None:
    dropped = HEAD.replace("}", ", 停用方面: [3, 8]}")
    (problem,) = load(index=dropped, **{"3-1": STANDARD})[1]
    assert (problem.code, problem.source.path, problem.source.line) == ("S120", "docs/standards/index.md", 2)
    assert problem.message == "第三方面写着停用，却还有 docs/aspects/3.md"


@pytest.mark.parametrize(
    ("check", "parameters", "expected"),
    [
        ("人数范围", "{计数: 正式党员}", ("S102", 14, 9)),
        ("人工评", "{每: 年, 记录: [党课, 党刻]}", ("S102", 14, 25)),
    ],
)
def test_what_a_check_says_of_its_parameters(
    load: Callable[..., Any], tmp_path: Path, places: Callable[..., Any], check: str, parameters: str, expected: Any
) -> None:
    load(**{"3-1": STANDARD.replace("频次", check).replace("{每: 季, 至少: 1}", parameters)})
    assert places(load_standards(tmp_path / "docs", tmp_path, parameter_models())[1])[:1] == [expected]


@pytest.mark.parametrize(("duty", "codes"), [("支部", ["S130"]), ("基层党委", [])])
def test_a_check_that_cannot_judge_the_duty_is_told(
    write: Callable[[str, str | bytes], Path], tmp_path: Path, duty: str, codes: list[str]
) -> None:
    """研判 is a section of a committee's register, and of no branch's."""
    asked = STANDARD.replace("检查: 频次", "检查: 登记频次").replace("{每: 季, 至少: 1}", "{记录: 研判, 每: 季}")
    write("docs/aspects/3.md", "---\n方面: 组织生活\n---\n# 三、组织生活\n")
    write("docs/standards/index.md", HEAD)
    write("docs/standards/3-1.md", asked.replace("责任主体: 支部", f"责任主体: {duty}"))
    _, problems = load_standards(tmp_path / "docs", tmp_path, parameter_models())
    assert [row.code for row in problems] == codes
