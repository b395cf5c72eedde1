"""The records that a new institution starts with, as text with comments: what has to be checked or filled in says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from generator.model.files import BRANCH, COMMITTEE, INSTITUTION, PLAN
from generator.model.record_file import RecordFile
from generator.model.sample import as_yaml
from generator.model.unit_roster import RosterBranch, RosterCommittee
from generator.model.working_days import KNOWN_YEARS, public_holidays

_UNITS = """
# 方案里出现的责任单位；同一单位的别的写法写进别名
责任单位:
  - {名称: 党委组织部, 别名: [组织部]}
  - {名称: 党委宣传部, 别名: [宣传部]}
  - {名称: 党委学生工作部, 别名: [学生工作部]}
  - {名称: 党委教师工作部, 别名: [教师工作部]}
  - {名称: 基层党委（党总支）, 别名: [各基层党委（党总支）, 基层党委, 党总支]}
  - {名称: 党支部, 别名: [各党支部]}
"""
_READINGS = """
# 有歧义的两条由学校自己定，见网站的“口径”；官方手册的原文有授权才写“是”，随附的整理稿不必
口径: {A2: 提示, A16: 合并计次}
公开设置: {手册可公开: 否}
"""
TO_CHECK = "# 待核"


def first_records(name: str, year: int, committees: Iterable[RosterCommittee]) -> dict[str, str]:
    """The text of every file under `records/`, by its path there."""
    files = {_path(INSTITUTION): _institution(name, year), _path(PLAN, year=year): plan_draft(name, year)}
    for committee in committees:
        files[_path(COMMITTEE, committee=committee.id)] = _committee(committee)
        for branch in committee.branches:
            files[_path(BRANCH, committee=committee.id, branch=branch.id)] = profile_text(branch, year)
    return files


def holiday_lines(year: int) -> Iterator[str]:
    """Rows of 假期: the public holidays of a year, each to be checked; a year that nobody knows yet has none."""
    if year not in KNOWN_YEARS:
        yield f"  # {year} 年的放假通知还没有收进程序，法定节假日没有填：通知印发后照写 {TO_CHECK[2:]}"
    for row in public_holidays(year):
        yield f"  - {{名称: {row.name}, 自: {row.since}, 至: {row.until}}} {TO_CHECK}"
    for vacation in ("寒假", "暑假", "期末考试周"):
        yield f"  # - {{名称: {vacation}, 自: , 至: }} # 照本校校历填好，再去掉行首的井号"


def plan_draft(name: str, year: int) -> str:
    """A plan without phases, so that nothing is judged by what nobody has issued."""
    head = as_yaml({"年度": str(year), "编号": f"{name}{year}年方案", "名称": f"{name}{year}年党支部工作方案（草稿）"})
    return (
        f"# {year} 年工作方案，草稿：印发以后用 zhibu import document 方案.docx --as plan 导入，核对以后移到这里，或照下面的样子手工填\n"
        f"# 没有阶段就不据方案判定；写法见网站的“填报说明”\n{head}阶段: []\n"
        "# 阶段:\n"
        f"#   - 条款: 二（一）\n#     名称: 摸清底数，对照检查\n#     自: {year}-03-02\n#     至: {year}-05-31\n"
        "#     任务:\n#       - {条款: 二（一）1, 名称: 核对支部设置和支委任期, 责任单位: [基层党委], "
        '标准: ["2.1", "2.2"]}\n'
    )


def _institution(name: str, year: int) -> str:
    rows = list(holiday_lines(year))
    key = "假期:" if public_holidays(year) else "假期: [] # 填的时候删去方括号"
    told = f"\n# 校历里的假期和考试周。法定节假日照 {year} 年的放假通知填入，请逐条核对，核过的删去“待核”\n"
    return (
        "# 学校：名称、责任单位与别名、假期、口径、公开设置。改完运行 zhibu check\n"
        f"{as_yaml({'名称': name})}{_UNITS}{told}{key}\n" + "".join(f"{row}\n" for row in rows) + _READINGS
    )


def _committee(committee: RosterCommittee) -> str:
    return f"# 基层党委（党总支）\n{as_yaml({'名称': committee.name, '类型': committee.kind.value})}"


def profile_text(branch: RosterBranch, year: int) -> str:
    """支部概况 of a branch of the roster, in its first year here."""
    told = as_yaml({"名称": branch.name, "类型": branch.kind.value, "成立": str(branch.founded)})
    return f"# 支部概况\n{told}" + "".join(f"{line}\n" for line in (*_headcount(branch, year), *_secretary(branch)))


def _headcount(branch: RosterBranch, year: int) -> Iterator[str]:
    if branch.full_members is None:
        return
    since = branch.counted_on or max(branch.founded, date(year, 1, 1))
    mark = "" if branch.counted_on else f" {TO_CHECK}：名册没有写从哪一天起是这个人数"
    yield "党员人数:"
    yield f"  - {{自: {since}, 正式: {branch.full_members}, 预备: {branch.probationary_members}}}{mark}"


def _secretary(branch: RosterBranch) -> Iterator[str]:
    """Set aside: a committee of which only the secretary is told would be found wanting for what the roster does not say."""
    if branch.secretary is None:
        return
    day = str(branch.secretary_since or "")
    row = {"职务": "书记", "姓名": branch.secretary, "自": day, "分工": ""}
    yield "# 书记照名册。写上分工、补齐其他委员（和任职日期）以后，再去掉下面各行行首的“# ”"
    yield from (f"# {line}" for line in as_yaml({"支委": [row]}).replace('""', "").splitlines())


def _path(file: RecordFile, **parts: object) -> str:
    return file.pattern.format(**parts)
