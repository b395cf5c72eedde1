"""The draft of a plan: what is written stands in it, and what is not is left for a person."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.documents.drafts.phases import plan_outline
from generator.documents.drafts.plan_draft import PlanHead, to_yaml, year_of
from generator.documents.drafts.subsets import subsets_of
from generator.documents.outline.parser import parse_outline
from generator.load.plain_tree import plain_tree
from generator.model.records.organisation import ResponsibleUnit
from generator.model.records.plan import clause_slug

ROOT = Path(__file__).parents[3]
UNITS = tuple(
    ResponsibleUnit.model_validate({"名称": name, "别名": aliases})
    for name, aliases in (
        ("党委组织部", ["组织部"]),
        ("基层党委（党总支）", ["基层党委", "党总支"]),
        ("党支部", ["各党支部"]),
        ("教职工党支部", []),
    )
)
PLAN = """示例大学2024年党支部工作方案

一、实施步骤
（一）动员阶段
1．印发方案。责任单位：党委组织部、相关基层党委
2．学习文件。责任单位：3个新成立党支部、教职工党支部
"""


def test_what_is_not_written_is_left_for_a_person() -> None:
    drafted = to_yaml(plan_outline(parse_outline(PLAN, UNITS)), PlanHead(2024, "方案2024", UNITS))
    assert "    自: # 待补：原文没有写\n    至: # 待补：原文没有写\n" in drafted
    tree = plain_tree(drafted)
    assert tree is not None
    assert tree["编号"] == "方案2024"
    assert (tree["阶段"][0]["自"], tree["阶段"][0]["至"]) == ("", "")
    assert tree["条件子集"] == [
        {"名称": "相关基层党委", "属于": "基层党委（党总支）"},
        {"名称": "3个新成立党支部", "属于": "党支部"},
    ]


TABLE = """示例大学2024年重点任务分解表

| 序号 | 重点任务 | 牵头单位 | 配合单位 | 完成时限 |
| 1 | 建强组织体系 | 党委组织部 | 各基层党委 | 5月20日前 |
| 2 | 规范组织生活，开展督查检查，形成问题清单、责任清单和整改清单，逐项销号 | 党委组织部 | 党支部 | 9月至10月 |
"""


def test_rows_of_a_task_table_are_tasks() -> None:
    drafted = to_yaml(plan_outline(parse_outline(TABLE, UNITS)), PlanHead(2024, "方案2024", UNITS))
    assert "# 原文没有分阶段：任务照任务分解表或一级标题起草" in drafted
    tree = plain_tree(drafted)
    assert tree is not None
    (phase,) = tree["阶段"]
    assert (phase["条款"], phase["名称"], phase["自"]) == ("行", "示例大学2024年重点任务分解表", "")
    assert phase["任务"] == [
        {
            "条款": "行1",
            "名称": "建强组织体系",
            "责任单位": ["党委组织部", "基层党委（党总支）"],
            "期限": "2024-05-20",
            "标准": [],
        },
        {
            "条款": "行2",
            "名称": "规范组织生活",
            "责任单位": ["党委组织部", "党支部"],
            "期限": "2024-10-31",
            "标准": [],
        },
    ]
    assert "条件子集" not in tree


def test_a_table_in_a_clause_has_its_number_and_one_that_is_attached_its_name() -> None:
    rows = TABLE.partition("\n\n")[2]
    inside = plan_outline(parse_outline(f"2024年方案\n\n一、要求\n从严。\n二、任务分解\n{rows}"))
    assert [(phase.clause, phase.name, len(phase.tasks)) for phase in inside.phases] == [("二", "任务分解", 2)]
    attached = plan_outline(parse_outline(f"2024年方案\n\n一、要求\n从严。\n\n附件1\n任务分解表\n{rows}"))
    assert [(phase.clause, phase.name, len(phase.tasks)) for phase in attached.phases] == [("附件1", "任务分解表", 2)]
    assert attached.document.title == "2024年方案"


def test_stages_of_an_attached_table_belong_to_the_plan() -> None:
    text = (
        "2024年方案\n\n一、要求\n从严。\n\n附件1\n任务分解表\n| 阶段 | 序号 | 任务 | 责任单位 |\n"
        "| 动员阶段 | 1 | 印发方案 | 党委组织部 |\n| 总结阶段 | 2 | 形成报告 | 党支部 |\n"
    )
    outline = plan_outline(parse_outline(text))
    assert (outline.document.title, outline.undivided) == ("2024年方案", False)
    assert [(phase.name, len(phase.tasks)) for phase in outline.phases] == [("动员", 1), ("总结", 1)]


def test_stages_in_a_table_are_phases() -> None:
    table = (
        "2024年方案\n\n| 阶段 | 工作内容 | 责任单位 | 完成时限 |\n| 动员阶段（3月—4月） | 印发方案 | 党委组织部 | 3月底前 |\n"
        "| 动员阶段（3月—4月） | 学习文件 | 党支部 | 4月底前 |\n| 总结阶段（12月） | 形成报告 | 党支部 | 12月底前 |\n"
    )
    phases = plan_outline(parse_outline(table)).phases
    assert [(phase.name, str(phase.since), str(phase.until), len(phase.tasks)) for phase in phases] == [
        ("动员", "2024-03-01", "2024-04-30", 2),
        ("总结", "2024-12-01", "2024-12-31", 1),
    ]
    assert len({clause_slug(task.id) for phase in phases for task in phase.tasks}) == 3


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("相关基层党委", "基层党委（党总支）"),
        ("学生党支部", "党支部"),
        ("新成立的教职工党支部", "教职工党支部"),
        ("有关组织部", "党委组织部"),
        ("党支部", None),
        ("教职工党支部", None),
        ("学院组织部", None),
        ("党委宣传部", None),
    ],
)
def test_parts_of_units(name: str, unit: str | None) -> None:
    assert list(subsets_of([name, name], UNITS)) == ([(name, unit)] if unit else [])


@pytest.mark.parametrize(
    ("title", "day", "year"),
    [
        ("示例大学2024年党支部工作方案", "2023年12月28日", 2024),
        ("关于做好2023年度组织生活会的通知", "2024年1月5日", 2024),
        ("关于印发《2024年工作方案》的通知", None, 2024),
        ("示例大学党支部工作方案", "2024年3月1日", 2024),
        ("示例大学党支部工作方案", None, None),
    ],
)
def test_year(title: str, day: str | None, year: int | None) -> None:
    signed = f"\n党委组织部\n{day}\n" if day else ""
    assert year_of(parse_outline(f"{title}\n\n一、安排\n（一）学习。\n{signed}").main) == year


def test_a_plan_is_cited_without_the_prefix_of_its_file() -> None:
    tree = parse_outline((ROOT / "tests/examples/documents/notice-wrapping.txt").read_text(encoding="utf-8"))
    assert {clause.id for clause in tree.main.walk()} >= {"二（一）1"}
    assert tree.citations["二（一）1"].text.startswith("各支部对照标准自查。")
    attached = parse_outline("关于印发方案的通知\n一、甲\n附件\n方案\n一、乙\n（一）丙\n（二）丁\n")
    assert attached.main.name == "附件"
    assert set(attached.citations) == {"一", "一（一）", "一（二）"}
    assert attached.citations["一"].text == "乙"
