"""What only the restricted edition may see changes no byte of the others, the site's own marker included."""

from __future__ import annotations

import base64
import hashlib
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.cli.options import read_settings
from generator.model.draw import DrawList, drawn, list_digest, list_text, tickets
from generator.products import site as builder

if TYPE_CHECKING:
    from tests.conftest import Project

ROOT = Path(__file__).parents[1]
_SHORT, _LONG = 12, 9
"""So much of a digest is looked for; text from which so much is looked for in base64."""

_PLAN = """年度: 2019
编号: 方案2019
名称: 推进方案
阶段:
  - 条款: 三（二）
    名称: 对标整改
    自: 2019-05-01
    至: 2019-06-30
    任务:
      - {条款: 三（二）2, 名称: 整顿, 责任单位: [党支部], 标准: ["7.3"], 台账: 整顿PROGRESS}
"""
_STANDARD = """---
编号: "2.5"
名称: 整顿
方面: 组织建设
类别: 定性
稿源: 整理
版别: 专人版
依据: [{文件: 方案2019, 可信度: ✔}]
修订: [{日期: 2019-03-01, 内容: 首次整理}]
要点: [{编号: "2.5.1", 要求: 限期整顿, 类别: 定性, 责任主体: 支部, 检查: 人工评, 参数: {每: 年}}]
---
# 2.5 整顿

<!-- slot: standard-head -->
"""
_LAST = """要点:
  - {编号: "7.3.1", 要求: 名额不超, 责任主体: 学校, 检查: 末位名额, 参数: {每: 年, 比例: 5, 取整: 向下}}
"""
_PLACES = """分母: 1
确定日期: 2019-11-20
名单: [{支部: aa-1, 名次: 1, 事由: 工作不力, 事实: 全年没有研究支部工作}]
"""
_DEVELOPING = (
    _STANDARD.replace("2.5", "5.1")
    .replace("组织建设", "党员队伍建设")
    .replace("版别: 专人版\n", "")
    .replace("类别: 定性\n", "类别: 定量\n")
    .replace("类别: 定性, 责任主体: 支部, 检查: 人工评", "责任主体: 支部, 检查: 发展环节")
)
_SOURCES = """方案: 方案2019
文件:
  - {编号: 方案2019, 名称: 推进方案, 年度: 2019, 可信度: ✔}
  - {编号: 发展党员工作细则（2014）, 名称: 发展党员工作细则, 可信度: ◐}
  - {编号: 发展党员工作细则（2026）, 名称: 发展党员工作细则, 可信度: ◐}
"""
_RECTIFIED = _STANDARD.replace("类别: 定性\n", "类别: 混合\n").replace(
    "检查: 人工评, 参数: {每: 年}}]",
    """检查: 人工评, 参数: {每: 年}},
 {编号: "2.5.2", 要求: 验收, 责任主体: 基层党委, 检查: 整顿, 参数: {环节: 验收, 每: 年}},
 {编号: "2.5.3", 要求: 巩固, 责任主体: 支部, 检查: 整顿, 参数: {环节: 巩固, 每: 月}}]""",
)
_RECTIFICATION = """台账核对至: 2019-10-31
整顿:
  - 支部: aa-1
    列入日期: 2019-05-06
    问题: [{问题: 支委会半年没有开, 措施: 每月开, 完成日期: 2019-08-20}]
    巩固: [{日期: 2019-09-19, 内容: 没有反弹}]
"""
_TABLES = """专人支部评定:
  - {要点: 2.5.1, 评定单位: 学院党委, 日期: 2019-11-08, 结论: 缺项, 意见: 整顿还没有完成}
"""
_COMMITTEE = """台账核对至: 2019-10-31
双带头人:
  合计: [{日期: 2019-11-11, 已认定: 1}]
政治生日: [{月份: 2019-06, 人数: 12}, {月份: 2019-07, 人数: 9}]
述职评议:
  - {支部: aa-1, 日期: 2020-01-09, 会议: 述职评议会}
研判: [{日期: 2019-03-21}]
"""
_LISTED = DrawList("教师", 1, ("aa-1", "aa-2"))
_SCHOOL_APPRAISAL = f"""抽签:
  - 编号: chouqian-7
    摘要: {list_digest([_LISTED])}
    公布日期: 2019-11-18
    种子来源: 会上当众掷六次骰子
    种子: "352614"
    种子日期: 2019-11-20
    日期: 2019-11-20
    各类: [{{类别: 教师, 个数: 1, 名单: [aa-1, aa-2], 抽到: [{drawn([_LISTED], "352614")[0][0]}]}}]
抽验意见:
  - {{支部: aa-1, 日期: 2019-11-21, 谁看的: [抽验组组长], 总的意见: 复评说的站得住, 逐项: [{{标准: "3.1", 材料: 第九本手册, 意见: 签到相符}}]}}
选树推荐:
  - {{支部: aa-1, 选树: 样板党支部, 日期: 2019-11-20, 推荐单位: 甲学院推荐, 推荐理由: 写得实, 决定: 缓议, 决定单位: 决定的会, 决定日期: 2019-11-22, 签字: 签字的人}}
"""
_COMMITTEE_APPRAISAL = """群众测评:
  - {支部: aa-1, 日期: 2019-11-08, 发出: 7041, 收回: 7038, 无效: 7001, 结果: [{选项: 很是满意, 份数: 7}]}
复评意见:
  - {支部: aa-1, 日期: 2019-11-20, 谁看的: [复评组组长], 总的意见: 议题空泛要改, 逐项: [{标准: "3.1", 材料: 第八本手册, 意见: 表决漏记}]}
述职评议意见:
  - {支部: aa-1, 日期: 2019-11-22, 逐项: [{项目: 记得好好, 意见: 述职讲得虚}]}
"""
_PROGRESS = ", 完成情况: [{日期: 2019-06-21, 单位: 组织部, 状态: 进行中, 说明: 正在办}]"


_MEMBERS = "党员: [{截至: 2019-09-30, 正式: 8, 预备: 1, 核对人: 组织员核对}]\n"
_DEVELOPMENT = """发展:
  - 编号: fazhan-7
    环节:
      - {环节: 2, 日期: 2019-03-04}
      - {环节: 1, 日期: 2019-03-05, 满18岁核对: 组织委员}
      - {环节: 25, 日期: 2019-06-20, 应归: 25, 已归: 24, 特殊情况: 档案柜搬迁}
"""


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def build(project: Project, audience: str, *, anew: bool = False) -> dict[str, bytes]:
    if anew:
        shutil.rmtree(project.site)
        shutil.rmtree(project.root / ".zhibu")
    settings = read_settings(project.config, {"audience": audience})
    builder.build(project.config, settings, project.site, strict=False)
    return tree(project.site)


def ask_for_last_places(project: Project) -> None:
    """A standard of the restricted edition that is judged from the file of the last places."""
    last = _STANDARD.replace("2.5", "7.3").replace("组织建设", "考核评价").replace("类别: 定性", "类别: 定量", 1)
    head, _, rest = last.partition("要点: ")
    project.write("docs/standards/7-3.md", f"{head}{_LAST}---{rest.partition('---')[2]}")
    project.write("docs/aspects/7.md", "---\n方面: 考核评价\n---\n# 考核评价\n")


def change(project: Project) -> None:
    """Something of every kind that only the restricted edition may see."""
    folder = project.branch
    profile = (folder / "branch.yml").read_text(encoding="utf-8")
    officer, group = "{职务: 组织委员, 姓名: 吴戊己, 自: 2018-06-20}", "{名称: 一组, 组长: 郑庚辛, 自: 2018-06-20}"
    assert officer in profile
    assert group in profile
    profile = profile.replace(officer, officer.replace("吴戊己", "王壬癸")).replace(group, group.replace("郑", "冯"))
    (folder / "branch.yml").write_text(profile, encoding="utf-8")
    register = (folder / "2019.yml").read_text(encoding="utf-8")
    review = "专人评定: [{要点: 2.5.1, 结论: 缺项, 评定单位: 学院党委, 日期: 2019-11-08, 意见: 正在整顿}]\n"
    text = review + register.replace("    主持:", "    备注: 补录于次日\n    主持:")
    (folder / "2019.yml").write_text(text, encoding="utf-8")
    (folder / "members.yml").write_text(_MEMBERS, encoding="utf-8")
    (folder / "development.yml").write_text(_DEVELOPMENT, encoding="utf-8")
    project.write("records/plan/2019.yml", _PLAN.replace("PROGRESS", _PROGRESS))
    project.write("records/school/2019-restricted.yml", _PLACES)
    (folder.parent / "2019-rectification.yml").write_text(_RECTIFICATION, encoding="utf-8")
    project.write("records/school/2019-appraisal.yml", _SCHOOL_APPRAISAL)
    project.write("records/units/aa/2019-appraisal.yml", _COMMITTEE_APPRAISAL)
    told = _COMMITTEE.replace("人数: 9", "人数: 8").replace("会议: 述职评议会", "会议: 述职评议会, 等次: 一般等次以下")
    told = told.replace("\n政治", "\n  认定: [{支部: aa-1, 认定日期: 2019-03-05}]\n政治")
    project.write("records/units/aa/2019.yml", told + _TABLES)


@pytest.mark.parametrize("audience", ["public", "internal"])
def test_a_restricted_change_changes_no_byte_of_the_other_editions(project: Project, audience: str) -> None:
    officers = "自: 2018-06-20}, {职务: 组织委员, 姓名: 吴戊己, 自: 2018-06-20}]"
    profile = (project.branch / "branch.yml").read_text(encoding="utf-8").replace("自: 2018-06-20}]", officers)
    profile = profile.replace("党小组: []", "党小组: [{名称: 一组, 组长: 郑庚辛, 自: 2018-06-20}]")
    (project.branch / "branch.yml").write_text(profile, encoding="utf-8")
    project.write("records/plan/2019.yml", _PLAN.replace("PROGRESS", ""))
    project.write("docs/standards/2-5.md", _RECTIFIED)
    project.write("records/units/aa/2019.yml", _COMMITTEE)
    ask_for_last_places(project)
    project.write("records/school/2019.yml", "台账核对至: 2019-10-31\n")
    project.write("docs/aspects/2.md", "---\n方面: 组织建设\n---\n# 组织建设\n")
    project.write("docs/standards/5-1.md", _DEVELOPING)
    project.write("docs/development.yml", (ROOT / "docs/development.yml").read_text(encoding="utf-8"))
    project.write("docs/sources.yml", _SOURCES)
    project.write("docs/aspects/5.md", "---\n方面: 党员队伍建设\n---\n# 党员队伍建设\n")
    project.plugins("{zhibu: {as_of: 2019-11-25, pdf: [handbook]}}")
    before = build(project, audience)
    change(project)
    for anew in (False, True):
        after = build(project, audience, anew=anew)
        assert [name for name in after.keys() | before if after.get(name) != before.get(name)] == []
    marks = marks_of_appraisal()
    assert {name for name, body in after.items() if any(mark in body for mark in marks)} == set()


def marks_of_appraisal() -> set[bytes]:
    """Every text and number of the files of 考核验收 that stands nowhere else, the whole files, and their digests."""
    texts = [_SCHOOL_APPRAISAL, _COMMITTEE_APPRAISAL, list_text([_LISTED]), list_digest([_LISTED]), *_words()]
    texts += [ticket.digits for ticket in tickets(list_digest([_LISTED]), "352614", _LISTED.ids)]
    plain = [text.encode() for text in texts]
    hashes = ("md5", "sha1", "sha256", "sha512", "blake2b", "blake2s")
    digests = [hashlib.new(name, each) for name in hashes for each in plain]
    hexes = [each.hexdigest()[:_SHORT].encode() for each in digests]
    coded = [base64.b64encode(each)[: len(each) * 4 // 3 // 4 * 4] for each in plain if len(each) >= _LONG]
    return {*plain, *hexes, *(each.digest()[:_SHORT] for each in digests), *coded}


def _words() -> list[str]:
    """What people have written, of at least four characters."""
    text = _SCHOOL_APPRAISAL + _COMMITTEE_APPRAISAL
    values = [each.strip('"') for each in re.findall(r"[:\[] ?([^,{}\[\]:\s]+)", text)]
    written = {each for each in values if len(each) > 3 and not re.fullmatch(r"[a-z\d-]+", each)}
    return sorted(written - {"样板党支部"})


def test_what_is_searched_for_is_in_the_restricted_edition(project: Project) -> None:
    """Else the search above proves nothing of the files of 考核验收."""
    project.write("records/school/2019-appraisal.yml", _SCHOOL_APPRAISAL)
    project.write("records/units/aa/2019-appraisal.yml", _COMMITTEE_APPRAISAL)
    found = b"".join(build(project, "restricted").values())
    words = _words()
    assert len(words) >= 15
    assert [word for word in words if word.encode() not in found] == []
    assert list_digest([_LISTED]).encode() in found
    assert b"7041" in found


def test_the_restricted_edition_shows_what_changed(project: Project) -> None:
    """Else the test above proves nothing of the files of the last places and of rectification."""
    ask_for_last_places(project)
    project.write("docs/standards/2-5.md", _RECTIFIED)
    project.write("docs/aspects/2.md", "---\n方面: 组织建设\n---\n# 组织建设\n")
    project.write("records/plan/2019.yml", _PLAN.replace("PROGRESS", ""))
    branch, school = "branches/aa-1/index.html", "institution/index.html"
    before = build(project, "restricted")
    assert "还没有过" in before[school].decode()
    assert "没有整顿登记" in before[branch].decode()
    project.write("records/school/2019-restricted.yml", _PLACES)
    project.write("records/units/aa/2019-rectification.yml", _RECTIFICATION)
    after = {name: body.decode() for name, body in build(project, "restricted").items() if name in (branch, school)}
    assert "超出 1 个" in after[school]
    assert "巩固记录 1 次" in after[branch]
