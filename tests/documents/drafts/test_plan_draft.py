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
