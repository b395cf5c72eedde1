"""The systems (系统) that the plan calls for, Y01 to Y44: one name each, and where what they rest on is written down.

A standard names its systems in its front matter (`系统`), a record kind in `SYSTEMS`, a page kind in `systems`.  From these
follow which file and key a system is registered under, which checks judge it and which pages show it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class PlanSystem(NamedTuple):
    """One system: its number, name and clause.

    `unjudged` says why software should not judge it, of the few that no check and no task of the plan rests on.
    """

    id: str
    name: str
    clause: str
    unjudged: str = ""


SYSTEMS: Mapping[str, PlanSystem] = {
    row.id: row
    for row in (
        PlanSystem("Y01", "标准库（7 方面 34 项）", "二", "标准是尺子，不是被量的事：程序只核它写得对不对"),
        PlanSystem("Y02", "一支部一策", "二", "对策合不合适由支部和基层党委看：程序只列过了期限没有完成的"),
        PlanSystem("Y03", "阶段任务台账", "三"),
        PlanSystem("Y04", "动员部署、会议传达", "三（一）1"),
        PlanSystem("Y05", "手册配发登记", "三（一）2"),
        PlanSystem("Y06", "培训轮训登记", "三（一）3"),
        PlanSystem("Y07", "支部推进计划报审", "三（一）3"),
        PlanSystem("Y08", "支部设置校验", "三（二）1"),
        PlanSystem("Y09", "支委会设置校验", "三（二）1"),
        PlanSystem("Y10", "软弱涣散整顿", "三（二）2"),
        PlanSystem("Y11", "支部党员大会", "三（二）3"),
        PlanSystem("Y12", "支部委员会会议", "三（二）3"),
        PlanSystem("Y13", "党小组会", "三（二）3"),
        PlanSystem("Y14", "党课", "三（二）3"),
        PlanSystem("Y15", "主题党日", "三（二）3"),
        PlanSystem("Y16", "双重组织生活", "三（二）3"),
        PlanSystem("Y17", "谈心谈话", "三（二）3"),
        PlanSystem("Y18", "组织生活质量", "三（二）3"),
        PlanSystem("Y19", "学习积分", "三（二）4"),
        PlanSystem("Y20", "学时", "三（二）4"),
        PlanSystem("Y21", "双带头人", "三（二）5"),
        PlanSystem("Y22", "领导联系支部", "三（二）6"),
        PlanSystem("Y23", "发展党员", "三（二）7"),
        PlanSystem("Y24", "毕业生材料核查归档", "三（二）7"),
        PlanSystem("Y25", "政治文化", "三（二）8"),
        PlanSystem("Y26", "党费收支公示", "三（二）9"),
        PlanSystem("Y27", "阵地与经费", "三（二）9"),
        PlanSystem("Y28", "政治仪式", "三（三）1"),
        PlanSystem("Y29", "特色活动", "三（三）2"),
        PlanSystem("Y30", "知识测试竞赛", "三（三）5"),
        PlanSystem("Y31", "双培养", "三（三）6"),
        PlanSystem("Y32", "对标争先表彰", "三（三）7"),
        PlanSystem("Y33", "结对共建", "三（三）8"),
        PlanSystem("Y34", "观摩点", "三（四）1"),
        PlanSystem("Y35", "交叉观摩", "三（四）1"),
        PlanSystem("Y36", "主题立项", "三（四）2"),
        PlanSystem("Y37", "四步考核", "三（四）3"),
        PlanSystem("Y38", "选树标准化、样板支部", "三（四）3"),
        PlanSystem("Y39", "倒序 5%", "三（四）3"),
        PlanSystem("Y40", "述职评议", "三（四）4"),
        PlanSystem(
            "Y41", "离退休支部另依标准", "四（一）", "它定的是按哪一套判，不是判什么：程序按支部类型和日期选标准集"
        ),
        PlanSystem("Y42", "季度督查", "四（三）"),
        PlanSystem("Y43", "季度研判", "四（三）"),
        PlanSystem("Y44", "反形式主义守则", "四（三）"),
    )
}
"""Every system by its number."""
