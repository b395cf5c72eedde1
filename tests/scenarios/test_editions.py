"""Scenarios that cross several readings, in the editions as readers get them: who sees what, and who does not.

T1 an appointment without election, T2 an election with some not counted, T4 an attendance list that differs from the
roll, T5 a month of holidays, T7 a branch that was merged into another.  Withdrawal and a changed text (T9) are told in
`test_approve.py`.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import lxml.html
import pytest
from click.testing import CliRunner

from generator import cli
from generator.cli.options import read_settings
from generator.products import site as builder
from tests.conftest import Project

DOCS = Path(__file__).parents[2] / "docs"
STANDARDS = ("1-2", "2-2", "2-3", "3-1", "3-2", "3-3", "3-5", "3-6")
OFFICERS = """支委:
  - {职务: 书记, 自: 2023-06-20, 分工: 全面}
  - {职务: 组织委员, 自: 2023-06-20, 分工: 组织、纪检}
  - {职务: 宣传委员, 自: 2023-06-20, 分工: 宣传}
"""
APPOINTED = """名称: 甲学院任命党支部
类型: 教师
成立: 2015-09-10
党员人数: [{自: 2018-09-01, 正式: 14, 预备: 0}]
支委:
  - {职务: 书记, 自: 2023-06-20, 至: 2024-09-10}
  - {职务: 书记, 自: 2024-09-12, 分工: 全面}
  - {职务: 组织委员, 自: 2023-06-20, 分工: 组织、纪检}
  - {职务: 宣传委员, 自: 2023-06-20, 分工: 宣传}
党小组: []
未划党小组理由: 党员集中在一层楼
台账核对至: 2024-10-31
"""
ELECTED_2023 = """换届:
  - 日期: 2023-06-20
    产生方式: 支委会选
    应到有选举权: 14
    实到有选举权: 13
    应选: 3
    候选: 4
    支委会实到: 3
    当选:
      - {职务: 书记, 大会得票: 13, 得票: 3}
      - {职务: 组织委员, 得票: 12}
      - {职务: 宣传委员, 得票: 11}
"""
APPOINTED_2024 = "换届: [{日期: 2024-09-12, 产生方式: 指派, 当选: [{职务: 书记}], 批复: 学院党委文件}]\n"
PLAIN = f"""名称: 甲学院NAME党支部
类型: 学生
成立: 2015-09-10
党员人数: HEADCOUNT
{OFFICERS}党小组: GROUPS
台账核对至: 2026-10-10
"""
NOT_COUNTED = """换届:
  - 日期: 2022-06-16
    产生方式: 支委会选
    应到有选举权: 14
    不计入: {合计: 2, 依据: ["无表决权、选举权", "选举口径：上级同意并经大会通过"]}
    实到有选举权: 12
    应选: 3
    候选: 4
    发出票: 12
    收回票: 12
    支委会实到: 3
    当选:
      - {职务: 书记, 大会得票: 12, 得票: 3}
      - {职务: 组织委员, 得票: 11}
      - {职务: 宣传委员, 得票: 7}
"""
LATE_ROLL = """活动:
  - 类型: [支部党员大会]
    日期: 2026-06-25
    主持: 支部书记
    应到: 8
    实到: 6
    议题:
      - 事项: 接收预备党员
        表决: {类别: 接收预备党员, 应到会有表决权: 8, 到会: 6, 赞成: 6}
        决议: 通过
"""
FREE = "免开: [{类型: 主题党日, 月份: 2026-08, 理由: 全月暑假, 批准: 学院党委组织员同意}]\n"
HOLIDAYS = """名称: 示例大学
假期:
  - {名称: 考试周, 自: 2026-07-20, 至: 2026-07-31}
  - {名称: 暑假, 自: 2026-08-01, 至: 2026-09-01}
"""
MEETING_2025 = """活动:
  - {类型: [支部党员大会], 日期: 2025-03-14, 主持: 支部书记, 应到: 14, 实到: 13, 议题: [{事项: 商量与接收支部合并}]}
"""
JOINT_LIFE = """活动:
  - 类型: [组织生活会]
    日期: 2026-03-25
    主持: 支部书记
    应到: 14
    实到: 13
    议题: [{事项: 2025 年度组织生活会，与并入的支部合开}]
  - 类型: [民主评议党员]
    日期: 2026-03-25
    主持: 支部书记
    应到: 14
    实到: 13
    议题: [{事项: 2025 年度民主评议党员，与并入的支部合开}]
"""


def branch(project: Project, id: str, profile: str, **registers: str) -> None:
    project.write(f"records/units/aa/{id}/branch.yml", profile)
    for year, text in registers.items():
        project.write(f"records/units/aa/{id}/{year.removeprefix('y')}.yml", text)


def plain(name: str, headcount: str = "[{自: 2015-09-10, 正式: 14, 预备: 0}]", groups: str = "[]") -> str:
    text = PLAIN.replace("NAME", name).replace("HEADCOUNT", headcount).replace("GROUPS", groups)
    return text if groups != "[]" else f"{text}未划党小组理由: 党员集中在一层楼\n"


@pytest.fixture
def university(project: Project) -> Project:
    """The small project with the standards that the scenarios turn on, and without the branches that are not theirs."""
    for name in STANDARDS:
        shutil.copy(DOCS / f"standards/{name}.md", project.root / f"docs/standards/{name}.md")
    shutil.copy(DOCS / "sources.yml", project.root / "docs/sources.yml")
    shutil.copytree(DOCS / "regulations", project.root / "docs/regulations")
    shutil.rmtree(project.root / "docs/aspects")
    shutil.copytree(DOCS / "aspects", project.root / "docs/aspects", ignore=shutil.ignore_patterns("[4-9].md"))
    shutil.rmtree(project.root / "records/plan", ignore_errors=True)
    return project


def edition(project: Project, audience: str, as_of: str) -> Path:
    folder = project.root / f"site-{audience}"
    builder.build(
        project.config, read_settings(project.config, {"audience": audience, "as_of": as_of}), folder, strict=False
    )
    return folder


def words(folder: Path, name: str) -> str:
    return re.sub(r"\s+", "", lxml.html.parse(str(folder / name)).getroot().text_content())


def anywhere(folder: Path, word: str) -> bool:
    return any(word.encode() in path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_an_appointed_secretary_and_members_who_are_not_counted(university: Project) -> None:
    branch(university, "t1", APPOINTED, y2023=ELECTED_2023, y2024=APPOINTED_2024)
    numbers = "[{自: 2015-09-10, 正式: 16, 预备: 0}]"
    branch(
        university,
        "t2",
        plain("选举", numbers).replace("2023-06-20", "2022-06-16"),
        y2022=NOT_COUNTED,
        y2024="活动: []\n",
    )
    public, internal, restricted = (
        edition(university, audience, "2024-11-25") for audience in ("public", "internal", "restricted")
    )
    inside = words(internal, "branches/t1/index.html")
    assert "书记由上级指派，未经选举，批复：学院党委文件" in inside
    assert "到2026年6月20日" in inside
    assert not anywhere(public, "指派，未经选举")
    inside = words(internal, "branches/t2/index.html")
    assert "已按规定扣除" in inside
    assert "应选3名、候选4名" in inside
    assert not anywhere(internal / "branches", "选举口径：上级同意")
    assert "选举口径：上级同意并经大会通过" in words(restricted, "branches/t2/index.html")
    assert "已按规定扣除" not in words(public, "branches/t2/index.html")


@pytest.fixture
def in_2026(university: Project) -> Project:
    university.write("records/institution.yml", HOLIDAYS)
    numbers = "[{自: 2026-01-01, 正式: 12, 预备: 0}, {自: 2026-07-05, 正式: 8, 预备: 1}]"
    branch(university, "t4", plain("名册", numbers), y2026=LATE_ROLL)
    groups = "[{名称: 第一党小组, 自: 2023-06-20}, {名称: 第二党小组, 自: 2023-06-20}]"
    branch(university, "t5", plain("假期", groups=groups), y2026=FREE)
    merged = plain("并入").replace("成立: 2015-09-10", "成立: 2015-09-10\n撤销: 2026-03-31\n并入: t7-b")
    waiver = "不评: {理由: 3 月并入，存续不足 3 个月, 单位: 甲学院党委, 日期: 2026-10-12}\n"
    branch(university, "t7-a", merged, y2025=MEETING_2025, y2026=waiver)
    branch(university, "t7-b", plain("接收"), y2025=JOINT_LIFE, y2026="活动: []\n")
    showcase = (university.branch / "showcase.md").read_text(encoding="utf-8")
    showcase = showcase.replace("照着做", "并入前的展示").replace("期限: 2020-12-31", "期限: 2027-12-31")
    university.write("records/units/aa/t7-a/showcase.md", re.sub("照片: .*\n", "", showcase))
    university.seal()
    return university


def test_a_late_roll_a_month_of_holidays_and_a_merger(in_2026: Project) -> None:
    public, internal = (edition(in_2026, audience, "2026-10-15") for audience in ("public", "internal"))
    inside = words(internal, "branches/t4/index.html")
    assert "登记8名、按当日人数12名" in inside
    assert "请核签到与名册" in inside
    assert not anywhere(public, "请核签到与名册")

    holidays = words(internal, "branches/t5/index.html")
    assert holidays.count("全期在考试周、暑假内") + holidays.count("全期在暑假内") >= 3
    assert "学院党委组织员同意" in holidays

    gone = words(internal, "branches/t7-a/index.html")
    assert "甲学院并入党支部（已撤销）" in gone
    assert "定为本年度不评" in gone
    past = words(internal, "branches/t7-a/2025/index.html")
    assert "甲学院接收党支部" in past
    assert "3月25日" in past
    assert "另有已撤销1个" in words(internal, "committees/aa/index.html")
    assert not (public / "showcases/t7-a/index.html").exists()
    assert not anywhere(public, "并入前的展示")


def test_nobody_is_reminded_of_a_month_that_lies_in_holidays(in_2026: Project) -> None:
    command = ["remind", "--branch", "t5", "--as-of", "2026-08-25", "--days", "10", "--config", str(in_2026.config)]
    result = CliRunner().invoke(cli.cli, command)
    assert result.exit_code == 0, result.output
    assert "支部委员会会议" not in result.stdout
    assert "主题党日" not in result.stdout
