"""Names of persons: wherever they are also shown, it takes the consent of who bears them."""

from __future__ import annotations

import pytest

from generator.cli.options import read_settings
from generator.errors import LeakError
from generator.products import site as builder
from tests.conftest import Project

SECRETARY = "钱乙丙"
APPROVAL = "{提出: 书记, 审核: 副书记, 审核日期: 2019-10-18, 保密审查: 保密员, 保密审查日期: 2019-10-19, 审批: 党委书记, 日期: 2019-10-20, 范围: 社会公开, 期限: 2020-12-31}"


def build(project: Project, audience: str = "public") -> None:
    project.seal()
    settings = read_settings(project.config, {"audience": audience})
    builder.build(project.config, settings, project.site, strict=False)


def edit(project: Project, name: str, old: str, new: str) -> None:
    path = project.root / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


SHOWCASE = "records/units/aa/aa-1/showcase.md"
PROFILE = "records/units/aa/aa-1/branch.yml"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("标题: 照着做", f"标题: {SECRETARY}照着做"),
        ("一句话: 有计划有记录", f"一句话: {SECRETARY}说有计划"),
        ("看点: 一年一张表", f"看点: {SECRETARY}值守"),
        ("替代文字: 活动室一角", f"替代文字: {SECRETARY}在活动室"),
        ("图注: 活动室", f"图注: {SECRETARY}"),
        ("看什么: 展板", f"看什么: {SECRETARY}讲展板"),
        ("名称: 记录样表", f"名称: {SECRETARY}的样表"),
        ("照着标准做。", f"照着{SECRETARY}做。"),
    ],
)
def test_a_showcase_names_nobody_without_consent(project: Project, old: str, new: str) -> None:
    edit(project, SHOWCASE, old, new)
    with pytest.raises(LeakError, match=r"showcase\.md：不属本版的姓名“钱＊＊”.*姓名同意"):
        build(project)
    edit(project, SHOWCASE, "---\n标题", f"---\n姓名同意: [{SECRETARY}]\n标题")
    build(project)


def test_a_name_of_two_characters_and_of_another_branch_is_a_name_too(project: Project) -> None:
    edit(project, "records/units/aa/aa-2/branch.yml", SECRETARY, "周丁")
    edit(project, SHOWCASE, "照着标准做。", "照着周丁做。")
    with pytest.raises(LeakError, match="不属本版的姓名“周＊”"):
        build(project)


def test_the_internal_edition_may_name_a_secretary_and_no_other_officer(project: Project) -> None:
    edit(project, SHOWCASE, "照着标准做。", f"照着{SECRETARY}做。")
    build(project, "internal")
    edit(project, PROFILE, "自: 2018-06-20}]", "自: 2018-06-20}, {职务: 组织委员, 姓名: 吴戊己, 自: 2018-06-20}]")
    edit(project, SHOWCASE, "照着", "吴戊己照着")
    with pytest.raises(LeakError, match="不属本版的姓名“吴＊＊”"):
        build(project, "internal")


def test_an_introduction_takes_consent_as_well(project: Project) -> None:
    edit(project, PROFILE, "党小组: []", f"公开简介: {{简介: 书记{SECRETARY}, 审批: {APPROVAL}}}\n党小组: []")
    with pytest.raises(LeakError, match=r"branches/aa-1/index\.html：不属本版的姓名"):
        build(project)
    edit(project, PROFILE, "公开简介: {", f"公开简介: {{姓名同意: [{SECRETARY}], ")
    build(project)


def test_the_handbook_names_nobody_without_consent(project: Project) -> None:
    edit(project, "docs/index.md", "# ", f"写给{SECRETARY}\n\n# ")
    with pytest.raises(LeakError, match=r"docs/index\.md：不属本版的姓名"):
        build(project)
    path = project.root / "records/institution.yml"
    path.write_text(f"{path.read_text(encoding='utf-8')}\n公开设置: {{姓名同意: [{SECRETARY}]}}\n", encoding="utf-8")
    build(project)


def test_two_characters_in_the_handbook_may_be_a_word(project: Project) -> None:
    edit(project, PROFILE, SECRETARY, "任期")
    edit(project, "docs/index.md", "# ", "任期三年\n\n# ")
    build(project)


def test_words_of_the_search_are_the_handbooks(project: Project) -> None:
    asked = "常问:\n  - {在: index.md, 问: ASKED}\n"
    project.write("docs/search.yml", asked.replace("ASKED", f"{SECRETARY}的电话"))
    with pytest.raises(LeakError, match=r"docs/search\.yml：不属本版的姓名“钱＊＊”"):
        build(project)
    project.write(
        "docs/search.yml", asked.replace("ASKED", "研究实验室搬迁期间的会议安排")
    )  # a branch's register has it too
    build(project)


def test_registers_write_posts(project: Project, caplog: pytest.LogCaptureFixture) -> None:
    edit(project, PROFILE, "自: 2018-06-20}]", "自: 2018-06-20}, {职务: 组织委员, 姓名: 吴戊己, 自: 2018-06-20}]")
    edit(project, "records/units/aa/aa-1/2019.yml", "主持: 支部书记", "主持: 吴戊己（受委托）")
    with pytest.raises(LeakError, match=r"branches/aa-1/.*不属本版的姓名“吴＊＊”"):
        build(project, "internal")
    assert "aa-1/2019.yml:4:9: 警告[R271] 这里写了委员或组长的姓名（吴…）" in caplog.text
    caplog.clear()
    build(project, "restricted")
    edit(project, "records/units/aa/aa-1/2019.yml", "主持: 吴戊己（受委托）", "主持: 支部书记")
    build(project, "internal")


def test_a_name_that_comes_into_force_later_is_found_in_an_old_showcase(project: Project) -> None:
    edit(project, SHOWCASE, "照着标准做。", "照着郑庚辛做。")
    build(project)
    edit(project, "records/units/aa/aa-2/branch.yml", SECRETARY, "郑庚辛")
    with pytest.raises(LeakError, match="不属本版的姓名“郑＊＊”"):
        build(project)
