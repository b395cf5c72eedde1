"""Headings whose words come again are no table of contents, and entries need no space behind their numbers."""

from __future__ import annotations

from generator.documents.outline.parser import parse_outline

REPEATED = """示例大学工作要点
一、组织领导
（一）材料报送
甲。
二、材料报送
（一）监督检查
1.材料报送
乙。
2.监督检查
丙。
"""
WITHOUT_SPACES = """示例手册
目录
第一编组织领导\t19
第一章方法步骤\t9
第二章宣传引导\t14
第二编工作保障\t26
第一编 组织领导
第一章 方法步骤
第一条 甲。
第二章 宣传引导
第二条 乙。
第二编 工作保障
第三章 方法步骤
第三条 丙。
"""
SIGNED = """关于做好工作的通知
各党支部：
一、要求
甲。
二、报送
乙。
中共示例大学委员会组织部
2024年3月8日
附件1
示例报送办法
一、范围
丙。
"""


def ids(text: str) -> list[str]:
    return [clause.id for clause in parse_outline(text).walk()]


def test_a_heading_that_another_level_repeats_is_a_clause() -> None:
    assert ids(REPEATED) == ["一", "一（一）", "二", "二（一）", "二（一）1", "二（一）2"]


def test_entries_without_a_space_behind_the_number() -> None:
    assert ids(WITHOUT_SPACES) == ["第一编", "第一章", "第一条", "第二章", "第二条", "第二编", "第三章", "第三条"]


def test_the_signature_above_a_date_heads_no_document() -> None:
    first, second = parse_outline(SIGNED).documents
    assert (first.signature, str(first.date), second.title) == (
        "中共示例大学委员会组织部",
        "2024-03-08",
        "示例报送办法",
    )
