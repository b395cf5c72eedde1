"""One fact, one verdict; and what becomes of a branch that was merged away (A39): over built editions."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from generator.cli.options import read_settings
from generator.products import site as builder
from tests.conftest import Project

_STANDARD = """---
编号: "{id}"
名称: {name}
方面: {aspect}
类别: 混合
稿源: 整理
依据: [{{文件: 方案2019, 可信度: ✔}}]
修订: [{{日期: 2019-03-01, 内容: 首次整理}}]
要点:
{criteria}---
# {id} {name}
"""
_ABOVE = _STANDARD.format(
    id="7.1",
    name="督查研判",
    aspect="考核评价",
    criteria="""  - {编号: "7.1.1", 要求: 学校每季度督查 1 次, 责任主体: 学校, 检查: 人工评, 参数: {每: 年}}
  - {编号: "7.1.2", 要求: 基层党委每季度研判 1 次, 责任主体: 基层党委, 检查: 人工评, 参数: {每: 年}}
""",
)
_LIFE = _STANDARD.format(
    id="3.6",
    name="组织生活会",
    aspect="组织生活",
    criteria="""  - {编号: "3.6.1", 要求: 每年召开 1 次, 责任主体: 支部, 截止: 次年03-31, 检查: 频次, 参数: {记录: 组织生活会, 每: 年, 至少: 1}}
  - {编号: "3.6.3", 要求: 程序完整, 类别: 定性, 责任主体: 支部, 截止: 次年03-31, 检查: 人工评, 参数: {每: 年, 记录: 组织生活会}}
""",
)
_PEOPLE = _STANDARD.format(
    id="1.2",
    name="政治功能",
    aspect="政治建设",
    criteria="""  - {编号: "1.2.1", 要求: 起把关引领作用, 类别: 定性, 责任主体: 支部, 检查: 人工评, 参数: {每: 年}}
""",
)
_SCHOOL = """名称: 示例大学
评定:
  - {年度: 2019, 要点: "7.1.1", 结论: 符合, 评定单位: 党委组织部, 日期: 2019-10-21, 意见: 前三季度各督查一次}
"""
_COMMITTEE = """名称: 示例学院党委
类型: 基层党委
评定:
  - {年度: 2019, 要点: "7.1.2", 结论: 缺项, 评定单位: 示例学院党委, 日期: 2019-10-22, 意见: 第三季度没有研判}
"""


_ASPECTS = {"1": "政治建设", "3": "组织生活", "7": "考核评价"}


def _with_standards(project: Project, **standards: str) -> Project:
    for slug, text in standards.items():
        number = slug[1]
        project.write(f"docs/standards/{slug.strip('s').replace('_', '-')}.md", text)
        project.write(f"docs/aspects/{number}.md", f"---\n方面: {_ASPECTS[number]}\n---\n# {number}\n")
    return project


@pytest.fixture
def watched(project: Project) -> Project:
    """Two branches under one committee, with a standard that others have to meet."""
    project.write("records/institution.yml", _SCHOOL)
    project.write("records/units/aa/committee.yml", _COMMITTEE)
    return _with_standards(project, s7_1=_ABOVE)


def build(project: Project, target: Path | None = None, **options: object) -> Path:
    out = target or project.site
    builder.build(project.config, read_settings(project.config, {"audience": "internal", **options}), out, strict=False)
    return out


def page(folder: Path, name: str) -> str:
    return (folder / name / "index.html").read_text(encoding="utf-8")


def detail(folder: Path, branch: str, standard: str) -> str:
    """What a branch's page shows of one standard."""
    found = re.search(rf'id="s-{standard}">.*?</details>', page(folder, f"branches/{branch}"), re.DOTALL)
    assert found is not None
    return found[0]


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def from_nothing(project: Project) -> dict[str, bytes]:
    away = project.root.with_name("nothing")
    made = tree(build(project, away / "site"))
    shutil.rmtree(away)
    return made


def test_every_branch_quotes_the_same_verdict_from_the_same_place(watched: Project) -> None:
    folder = build(watched)
    first, second = (detail(folder, branch, "7-1") for branch in ("aa-1", "aa-2"))
    assert first == second
    assert "引用学校的判定" in first
    assert "引用基层党委的判定" in first
    school, committee = page(folder, "institution"), page(folder, "committees/aa/register")
    assert "党委组织部2019年10月21日评定为符合，意见：前三季度各督查一次" in school
    assert "<small>institution.yml</small>" in school
    assert "示例学院党委2019年10月22日评定为缺项" in committee
    assert "<small>committee.yml</small>" in committee


def test_roll_ups_count_it_once_and_in_no_branch(watched: Project) -> None:
    folder = build(watched)
    committee, matrix = page(folder, "committees/aa"), page(folder, "matrix")
    above = committee.partition('id="above"')[2].partition("</ul>")[0]
    assert above.count("7.1 督查研判") == 1
    assert re.sub(r"<[^>]+>|\s", "", above).endswith("基层党委▲缺项学校●符合")
    row = re.search(r"示例学院党委</a>.*?</tr>", matrix, re.DOTALL)
    assert row is not None
    assert re.findall(r"缺项</i>(\d*)</td>", row[0]) == ["2", ""]  # 3.1 of two branches, 7.1 once
    assert re.findall(r'<td class="zb-a7">(\d*)</td>', matrix.partition("<tfoot>")[2]) == ["", "", "", ""]


def test_public_and_other_pages_hold_no_word_of_it(watched: Project) -> None:
    folder = build(watched, audience="public")
    assert not [name for name, data in tree(folder).items() if "前三季度各督查一次".encode() in data]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("records/institution.yml", "前三季度各督查一次", "每季度督查一次"),
        ("records/units/aa/committee.yml", "第三季度没有研判", "第二季度没有研判"),
    ],
)
def test_a_second_build_ends_as_one_from_nothing(watched: Project, file: str, old: str, new: str) -> None:
    build(watched)
    text = (watched.root / file).read_text(encoding="utf-8")
    assert old in text
    watched.write(file, text.replace(old, new))
    assert tree(build(watched)) == from_nothing(watched)


def test_a_branch_that_is_dissolved_is_counted_apart_in_public_too(watched: Project) -> None:
    build(watched, audience="public")
    profile = watched.branch / "branch.yml"
    profile.write_text(profile.read_text(encoding="utf-8") + "撤销: 2019-06-30\n", encoding="utf-8")
    folder = build(watched, audience="public")
    assert "另有已撤销 1" in page(folder, "committees")
    assert "支部 1 个" in page(folder, "committees/aa")
    assert "另有已撤销 1 个，不计在内" in page(folder, "committees/aa")


_MERGED = """名称: 第一党支部
类型: 教师
成立: 2015-09-10
撤销: 2026-03-31
并入: aa-2
党员人数: [{自: 2018-09-01, 正式: 4, 预备: 0}]
台账核对至: 2026-03-31
"""
_JOINT = """活动:
  - 类型: [组织生活会]
    日期: 2026-03-25
    主持: 支部书记
    应到: 12
    实到: 11
    议题: [{事项: 与第一党支部合开 2025 年度组织生活会}]
"""
_REVIEWED = """评定:
  - {要点: "3.6.3", 结论: 符合, 评定单位: 示例学院党委, 日期: 2026-04-08, 意见: 程序完整}
"""
_WAIVED = "不评: {理由: 三月底并入第二党支部, 单位: 示例学院党委, 日期: 2026-04-10}\n"


@pytest.fixture
def merged(project: Project) -> Project:
    """T7: aa-1 was merged into aa-2 on 31 March; the life meeting of the year before was held together on the 25th."""
    project.write("records/units/aa/aa-1/branch.yml", _MERGED)
    project.write("records/units/aa/aa-1/2026.yml", "活动: []\n")
    project.write("records/units/aa/aa-2/2025.yml", _JOINT + _REVIEWED)
    return _with_standards(project, s1_2=_PEOPLE, s3_6=_LIFE)


def april(project: Project, year: int) -> Path:
    return build(project, as_of="2026-04-15", year=year)


def test_t7_the_life_meeting_quotes_the_receiving_branch(merged: Project) -> None:
    shown = detail(april(merged, 2025), "aa-1", "3-6")
    meeting = shown.partition('id="zb')[0]
    assert "引用接收支部" in meeting
    assert "3月25日组织生活会" in meeting
    assert "缺项" not in re.sub(r"\d 期缺项", "", meeting)
    assert "待人工评" not in meeting
    assert "示例学院党委2026年4月8日评定为符合" in meeting


def test_t7_what_people_judge_is_awaited_until_the_committee_waives_it(merged: Project) -> None:
    assert "待人工评" in detail(april(merged, 2026), "aa-1", "1-2")
    merged.write("records/units/aa/aa-1/2026.yml", f"活动: []\n{_WAIVED}")
    shown = detail(april(merged, 2026), "aa-1", "1-2")
    assert "待人工评" not in shown
    assert "示例学院党委2026年4月10日定为本年度不评，理由：三月底并入第二党支部（A39）" in shown


def test_t7_it_is_counted_apart(merged: Project) -> None:
    committee = page(april(merged, 2026), "committees/aa")
    assert "支部 1 个" in committee
    assert "另有已撤销 1 个，不计在内" in committee


def test_t7_the_public_edition_shows_nothing_of_it(merged: Project) -> None:
    approved = merged.branch / "showcase.md"
    approved.write_text(approved.read_text(encoding="utf-8").replace("2020-12-31", "2027-12-31"), encoding="utf-8")
    merged.seal()
    assert (build(merged, audience="public", as_of="2026-03-30") / "showcases/aa-1").is_dir()
    assert not (build(merged, audience="public", as_of="2026-03-31") / "showcases/aa-1").exists()


def test_a_change_of_the_receiving_branch_reaches_the_one_that_quotes_it(merged: Project) -> None:
    april(merged, 2025)
    merged.write("records/units/aa/aa-2/2025.yml", _JOINT.replace("2026-03-25", "2026-03-24") + _REVIEWED)
    assert "3月24日组织生活会" in detail(april(merged, 2025), "aa-1", "3-6")
