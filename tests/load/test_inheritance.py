"""沿用: a further set takes over what it does not say itself, and every way of getting it wrong has its place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.load.standards import load_standards
from generator.model.check import CheckDescription
from generator.model.fields import Count
from generator.model.record import Audience, entry
from generator.model.standard_set import StandardSet

HEAD = "---\n标准集: {名称: 手册, 版本: 甲, 适用类型: [教师]}\n---\n"
FURTHER = "---\n标准集: {名称: 另集, 版本: 乙, 沿用: 主, 适用类型: [离退休]}\n---\n"
STANDARD = """---
编号: "3.1"
名称: 支部党员大会
方面: 组织生活
类别: 定量
稿源: 整理
版别: 党内版
依据: [{文件: 方案2019, 可信度: ✔}]
修订: [{日期: 2019-03-01, 内容: 首次整理}]
要点:
  - {编号: "3.1.1", 要求: 开会, 责任主体: 支部, 检查: 频次, 参数: {至少: 4}}
---
"""
LEFT = """---
编号: "3.2"
不适用: 离退休党支部不在名单内
稿源: 整理
依据: [{文件: 方案2019, 可信度: ◐}]
修订: [{日期: 2019-04-01, 内容: 首次整理}]
---
"""


class Frequency(CheckDescription):
    """Parameters of the only check these tests know."""

    at_least: Count = entry("至少", Audience.PUBLIC, example="1")


Load = Callable[..., Any]


@pytest.fixture
def load(write: Callable[[str, str | bytes], Path], tmp_path: Path) -> Load:
    """A main set of 3.1, 3.2 and 3.3, and what else a test says."""

    def loading(pages: dict[str, str]) -> Any:
        write("docs/aspects/3.md", "---\n方面: 组织生活\n---\n")
        usual = {"index": HEAD} | {f"3-{number}": standard(number) for number in (1, 2, 3)}
        for name, text in (usual | pages).items():
            write(f"docs/standards/{name}.md", text)
        return load_standards(tmp_path / "docs", tmp_path, {"频次": Frequency})

    return loading


def standard(number: int, least: int = 4) -> str:
    return STANDARD.replace("3.1", f"3.{number}").replace("至少: 4", f"至少: {least}")


def least(one: StandardSet) -> dict[str, int]:
    return {id: row.at_least for id, row in one.parameters.items() if isinstance(row, Frequency)}


def test_a_further_set_is_whole_though_it_holds_only_what_differs(load: Load) -> None:
    (main, further), problems = load({"lt/index": FURTHER, "lt/3-1": standard(1, least=2), "lt/3-2": LEFT})
    assert problems == []
    assert [row.id for row in further.standards] == ["3.1", "3.2", "3.3"]
    assert least(main) == {"3.1.1": 4, "3.2.1": 4, "3.3.1": 4}
    assert least(further) == {"3.1.1": 2, "3.2.1": 4, "3.3.1": 4}
    assert further.standards[2] is main.standards[2]
    assert [further.origin(id) for id in ("3.1", "3.2", "3.3")] == ["lt", "lt", ""]
    assert [further.differs(id) for id in ("3.1", "3.2", "3.3")] == [True, True, False]
    assert [row.id for row in further.own] == ["3.1", "3.2"]
    assert [row.id for row in main.own] == ["3.1", "3.2", "3.3"]
    assert further.inapplicable["3.2"].reason == "离退休党支部不在名单内"
    assert [basis.credibility.value for basis in further.standards[1].basis] == ["◐"]
    assert (main.root, further.root, further.bases) == ("", "", ("",))


def test_a_set_may_be_based_on_one_that_is_based_on_another(load: Load) -> None:
    third = FURTHER.replace("沿用: 主", "沿用: lt").replace("离退休", "学生")
    pages = {"lt/index": FURTHER, "lt/3-1": standard(1, least=2), "lt/3-2": LEFT, "aa/index": third}
    (main, third_set, further), problems = load({**pages, "aa/3-2": standard(2, least=1)})
    assert problems == []
    assert (main.id, third_set.id, further.id) == ("", "aa", "lt")
    assert least(third_set) == {"3.1.1": 2, "3.2.1": 1, "3.3.1": 4}
    assert [third_set.origin(id) for id in ("3.1", "3.2", "3.3")] == ["lt", "aa", ""]
    assert (third_set.bases, third_set.root, third_set.inapplicable) == (("lt", ""), "", {})


def test_a_set_that_names_no_base_stands_alone(load: Load) -> None:
    (_, alone), problems = load({"lt/index": FURTHER.replace("沿用: 主, ", ""), "lt/3-1": standard(1, least=2)})
    assert problems == []
    assert ([row.id for row in alone.standards], alone.root, alone.bases) == (["3.1"], "lt", ())
    assert not alone.differs("3.1")


def test_where_the_base_could_not_be_read_the_set_is_not_complete(load: Load, places: Callable[..., Any]) -> None:
    sets, problems = load({"3-3": "# 3.3\n", "lt/index": FURTHER, "lt/3-9": standard(9)})
    assert places(problems) == [("R026", 1, 1)]
    assert [row.complete for row in sets] == [False, False]


def test_a_base_whose_head_cannot_be_read_is_not_missed_as_well(load: Load, places: Callable[..., Any]) -> None:
    (further,), problems = load({"index": "---\n标题: 甲\n---\n", "lt/index": FURTHER, "lt/3-1": standard(1)})
    assert places(problems) == [("S107", 2, 1)]
    assert not further.complete


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        ({"lt/index": FURTHER.replace("沿用: 主", "沿用: 主集")}, [("S122", 2, 26)]),
        ({"lt/index": FURTHER.replace("沿用: 主", "沿用: lt")}, [("S123", 2, 26)]),
        (
            {
                "lt/index": FURTHER.replace("主", "aa"),
                "aa/index": FURTHER.replace("主", "lt").replace("离退休", "学生"),
            },
            [("S123", 2, 26), ("S123", 2, 26)],
        ),
        (
            {
                "lt/index": FURTHER.replace("主", "aa"),
                "aa/index": FURTHER.replace("主", "aa").replace("离退休", "学生"),
            },
            [("S123", 2, 26)],
        ),
        ({"lt/index": FURTHER, "lt/3-4": standard(4)}, [("S124", 2, 5)]),
        ({"lt/index": FURTHER, "lt/3-4": LEFT.replace("3.2", "3.4")}, [("S124", 2, 5)]),
        ({"lt/index": FURTHER, "lt/3-2": LEFT.replace(" 离退休党支部不在名单内", "")}, [("S125", 3, 1)]),
        ({"lt/index": FURTHER, "lt/3-2": LEFT.replace("离退休党支部不在名单内", "[甲]")}, [("R111", 3, 6)]),
        ({"lt/index": FURTHER.replace("沿用: 主, ", ""), "lt/3-2": LEFT}, [("S125", 3, 6)]),
        ({"3-2": LEFT}, [("S125", 3, 6)]),
        ({"lt/index": FURTHER, "lt/3-2": LEFT.replace("可信度: ◐", "可信度: 中")}, [("R104", 5, 24)]),
        ({"lt/index": FURTHER, "lt/3-3": LEFT}, [("S104", 2, 5)]),
        ({"lt/index": FURTHER, "lt/3-2": LEFT.replace("[{文件: 方案2019, 可信度: ◐}]", "[]")}, [("S106", 5, 5)]),
        ({"3-1": STANDARD.replace("党内版", "专人版"), "lt/index": FURTHER, "lt/3-1": STANDARD}, [("S126", 7, 5)]),
        ({"LT/index": FURTHER}, [("S129", 0, 0)]),
        ({"3-1/index": FURTHER}, [("S129", 0, 0)]),
        ({"2019/index": FURTHER}, [("S129", 0, 0)]),
    ],
)
def test_every_mistake_has_its_place(
    load: Load, places: Callable[..., Any], pages: dict[str, str], expected: list[tuple[str, int, int]]
) -> None:
    assert places(load(pages)[1]) == expected


def test_a_base_that_is_not_there_names_those_that_are(load: Load) -> None:
    _, (problem,) = load({"lt/index": FURTHER.replace("沿用: 主", "沿用: 主集")})
    assert problem.message == "没有标准集“主集”可以沿用"
    assert problem.hint.endswith("“主”？") or problem.hint == "可以写：主。"
