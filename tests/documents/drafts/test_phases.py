"""Phases and tasks of plans as they are written: at any level, by the word 阶段, by their time, in tables."""

from __future__ import annotations

from time import process_time

import pytest

from generator.documents.drafts.phases import plan_outline
from generator.documents.drafts.tasks import task_name
from generator.documents.outline.parser import parse_outline
from generator.model.records.plan import clause_slug


def drawn(body: str) -> list[str]:
    """Each phase in a line: its clause, name and days, and its tasks."""
    tree = parse_outline(f"示例大学2024年党支部工作方案\n\n{body}")
    return [
        f"{row.clause} {row.name} {row.since or '?'}~{row.until or '?'} {' '.join(task.id for task in row.tasks)}".strip()
        for row in plan_outline(tree).phases
    ]


FIRST = """一、动员部署阶段（3月1日—4月30日）
1．制定方案。（责任单位：党委组织部）
2．部署动员。（责任单位：党支部）
二、整改提升阶段（5月1日—10月31日）
1．对照检查。（责任单位：党支部）
三、组织保障
（一）加强领导（全年）。各单位高度重视。
"""
DEEP = """一、总体要求
坚持标准。
二、方法步骤（3月—12月）
（一）主要安排
1．动员阶段（3月）
（1）制定方案。责任单位：党委组织部
2．总结阶段（12月）
（1）形成报告。责任单位：党支部
三、工作保障
（一）专项检查（9月1日—10月31日）
（二）集中评议（11月）
"""
GROUPED = """一、第一阶段：动员部署（3月1日—4月30日）
（一）组织发动
1．制定方案。
责任单位：党委组织部
2．召开会议。
责任单位：党支部
（二）学习培训
1．轮训书记。
责任单位：党委组织部
二、第二阶段（5月—6月）：对照检查
（一）自查。各支部自查。
（二）互查。各支部互查。
"""
BY_LINE = """一、实施步骤
（一）学习动员
时间：3月1日至3月31日
1．学习文件。责任单位：党支部
（二）对照整改
1．时间安排：4月1日至6月30日
2．逐项整改。责任单位：党支部
"""
SENTENCES = """一、实施步骤
（一）学习动员阶段。3月1日至3月31日，各支部组织学习。
1．学习文件。责任单位：党支部
（二）对照整改阶段，4月1日至6月30日。
1．逐项整改。责任单位：党支部
（三）总结阶段
1．形成报告。责任单位：党支部
（四）巩固阶段（12月底前）
1．形成长效。责任单位：党支部
"""
LOOSE = """一、主要任务
（一）3月至5月，组织学习。各支部制定计划。
（二）6月至9月，对照整改。各支部列出清单。
"""
BY_WORD = """一、实施步骤
第一阶段：学习动员（3月1日—4月30日）
1．印发方案。责任单位：党委组织部
第二阶段（5月—6月）
1．对照检查。责任单位：党支部
二、保障
加强领导。第三阶段主要是总结。
"""
BY_NAME = """一、实施步骤
学习动员阶段（3月1日—4月30日）
1．印发方案。责任单位：党委组织部
**对照检查阶段（5月—6月）**
1．逐项检查。责任单位：党支部
2．形成清单。责任单位：党支部
二、保障
"""
IN_BRACKETS = """一、实施步骤
（一）动员部署（即日起至3月底）
1．动员。责任单位：党支部
（二）全面实施（4月至11月底）
1．实施。责任单位：党支部
（三）总结评估（12月）
1．总结。责任单位：党支部
"""
TIME_FIRST = """一、3月1日—4月30日：动员部署阶段
1．制定方案。责任单位：党委组织部
二、5月1日—10月31日：整改提升阶段
1．对照检查。责任单位：党支部
"""
CHAPTERS = """第一章 总则
第一条 为规范工作，制定本方案。
第二章 学习动员阶段（3月1日—4月30日）
第二条 制定方案。责任单位：党委组织部
第三章 整改阶段（2024年5月至2025年1月）
第三条 对照检查。责任单位：党支部
"""
MARKDOWN = """## 一、总体要求

坚持标准。

## 二、实施步骤

### 第一阶段 动员部署（3月1日—4月30日）

1. 印发方案（责任单位：党委组织部）

### 第二阶段 整改提升（5月1日—10月31日）

1. 对照检查（党支部负责）
"""
UNDATED_TASKS = """一、实施步骤
（一）自查阶段（3月1日—4月30日）
1．列出清单（3月）。责任单位：党支部
2．形成报告（4月）。责任单位：党支部
"""


@pytest.mark.parametrize(
    ("body", "phases"),
    [
        (FIRST, ["一 动员部署 2024-03-01~2024-04-30 一1 一2", "二 整改提升 2024-05-01~2024-10-31 二1"]),
        (
            DEEP,
            [
                "二（一）1 动员 2024-03-01~2024-03-31 二（一）1（1）",
                "二（一）2 总结 2024-12-01~2024-12-31 二（一）2（1）",
            ],
        ),
        (
            GROUPED,
            [
                "一 动员部署 2024-03-01~2024-04-30 一（一）1 一（一）2 一（二）1",
                "二 对照检查 2024-05-01~2024-06-30 二（一） 二（二）",
            ],
        ),
        (
            BY_LINE,
            [
                "一（一） 学习动员 2024-03-01~2024-03-31 一（一）1",
                "一（二） 对照整改 2024-04-01~2024-06-30 一（二）2",
            ],
        ),
        (
            SENTENCES,
            [
                "一（一） 学习动员 2024-03-01~2024-03-31 一（一）1",
                "一（二） 对照整改 2024-04-01~2024-06-30 一（二）1",
                "一（三） 总结 ?~? 一（三）1",
                "一（四） 巩固 ?~2024-12-31 一（四）1",
            ],
        ),
        (LOOSE, ["一（一） 组织学习 2024-03-01~2024-05-31", "一（二） 对照整改 2024-06-01~2024-09-30"]),
        (
            BY_WORD,
            [
                "一第一阶段 学习动员 2024-03-01~2024-04-30 一第一阶段1",
                "一第二阶段 第二阶段 2024-05-01~2024-06-30 一第二阶段1",
            ],
        ),
        (
            BY_NAME,
            [
                "一学习动员阶段 学习动员 2024-03-01~2024-04-30 一学习动员阶段1",
                "一对照检查阶段 对照检查 2024-05-01~2024-06-30 一对照检查阶段1 一对照检查阶段2",
            ],
        ),
        (
            IN_BRACKETS,
            [
                "一（一） 动员部署 ?~2024-03-31 一（一）1",
                "一（二） 全面实施 2024-04-01~2024-11-30 一（二）1",
                "一（三） 总结评估 2024-12-01~2024-12-31 一（三）1",
            ],
        ),
        (TIME_FIRST, ["一 动员部署 2024-03-01~2024-04-30 一1", "二 整改提升 2024-05-01~2024-10-31 二1"]),
        (
            CHAPTERS,
            ["第二章 学习动员 2024-03-01~2024-04-30 第二条", "第三章 整改 2024-05-01~2025-01-31 第三条"],
        ),
        (
            MARKDOWN,
            [
                "二第一阶段 动员部署 2024-03-01~2024-04-30 二第一阶段1",
                "二第二阶段 整改提升 2024-05-01~2024-10-31 二第二阶段1",
            ],
        ),
        (UNDATED_TASKS, ["一（一） 自查 2024-03-01~2024-04-30 一（一）1 一（一）2"]),
    ],
    ids=[
        "first level",
        "third level",
        "grouped tasks",
        "line of time",
        "sentences",
        "first sentences",
        "by word",
        "by name",
        "in brackets",
        "time first",
        "chapters",
        "markdown",
        "dated tasks",
    ],
)
def test_phases(body: str, phases: list[str]) -> None:
    assert drawn(body) == phases


@pytest.mark.parametrize("words", ["甲" + " " * 60_000 + "乙", "（责任" * 20_000, "（第一阶段" * 20_000])
def test_hostile_texts_are_drafted_in_time(words: str) -> None:
    tree = parse_outline(f"2024年方案\n\n一、动员阶段\n1．{words}\n")
    began = process_time()
    (phase,) = plan_outline(tree).phases
    assert [len(task_name(task)) > 0 for task in phase.tasks] == [True]
    assert process_time() - began < 0.5


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("印发方案（责任单位：党委组织部）", "印发方案"),
        ("对照检查（党支部负责）", "对照检查"),
        ("报送材料（5月底前）。责任单位：党支部", "报送材料"),
        ("印发方案 牵头单位：党委组织部", "印发方案"),
        ("学习《方案（试行）》", "学习《方案（试行）》"),
    ],
)
def test_a_task_has_the_name_of_what_is_done(words: str, name: str) -> None:
    (phase,) = plan_outline(parse_outline(f"2024年方案\n\n一、动员阶段（3月）\n1．{words}\n")).phases
    assert [task_name(task) for task in phase.tasks] == [name]


@pytest.mark.parametrize(
    "body",
    [
        "一、总体要求\n工作分三个阶段。各支部要认真。\n二、主要任务\n（一）学习。\n",
        "一、要求\n（一）抓住当前关键阶段，认真落实。\n二、任务\n（一）3月1日前印发方案。\n",
    ],
    ids=["the word in prose", "a deadline is no window"],
)
def test_what_is_no_phase(body: str) -> None:
    assert drawn(body) == []


def test_a_plan_without_phases_has_one_for_each_heading_that_names_units() -> None:
    text = "2024年工作要点\n\n一、总体要求\n从严。\n二、主要任务\n（一）学习。责任单位：党支部\n（二）检查。\n三、保障\n（一）督查。\n"
    outline = plan_outline(parse_outline(text))
    assert outline.undivided
    assert [(row.clause, row.name, [task.id for task in row.tasks]) for row in outline.phases] == [
        ("二", "主要任务", ["二（一）", "二（二）"])
    ]


def test_a_phase_without_tasks_keeps_the_units_that_it_names() -> None:
    (phase,) = plan_outline(parse_outline("2024年方案\n\n一、动员阶段（3月）。召开会议。责任单位：党委组织部\n")).phases
    assert (phase.tasks, [mention.name for mention in phase.units]) == ((), ["党委组织部"])


def test_tasks_of_phases_without_numbers_have_addresses_of_their_own() -> None:
    tree = parse_outline(f"方案\n\n{BY_NAME}{BY_WORD.replace('一、', '三、')}")
    slugs = [clause_slug(task.id) for phase in plan_outline(tree).phases for task in phase.tasks]
    assert [slug for slug in slugs if "s" not in slug] == ["3-1-1", "3-2-1"]
    assert len(set(slugs)) == 5
    assert all(slug.isascii() for slug in slugs)
