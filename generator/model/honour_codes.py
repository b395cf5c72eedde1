"""The problem codes of what 学校 confers and funds: 表彰, 选树, 主题立项; see `problem_codes`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from generator.model.problem import ProblemCode, Severity

_ERROR, _WARNING = Severity.ERROR, Severity.WARNING

HONOUR_CODES: Mapping[str, ProblemCode] = MappingProxyType(
    {
        "W301": ProblemCode(
            "没有定下来的写了公开审批", _WARNING, "推荐、公示中的表彰和没有立项的项目不进公开版，谁批都一样"
        ),
        "W302": ProblemCode("级别和发文单位不合", _ERROR, "学校自己选树的写校级；写教育部的，发文单位就是教育部的"),
        "W303": ProblemCode("选树没有文号", _WARNING, "命名、通过验收的有文件，写文号"),
        "W311": ProblemCode("没有立项就结项", _ERROR, "结项以前先有立项"),
        "W312": ProblemCode("没有这份立项通知", _WARNING, "项目的“通知”写立项通知的编号，当年或上一年台账里的都可以"),
        "W313": ProblemCode("资助超过上限", _WARNING, "立项的资助不多于立项通知写的上限"),
        "W314": ProblemCode("两个项目用了同一个编号", _ERROR, "项目各有一页，按编号找，各年之间也不能重复"),
        "W315": ProblemCode("主题立项里没有这项标准", _ERROR, "项目的标准须是标准编号"),
        "W316": ProblemCode("结项没有写成果", _WARNING, "通过结项的项目写明留下了什么、谁在用"),
        "W317": ProblemCode("申报晚于截止日", _WARNING, "申报日期不晚于立项通知的申报截止"),
    }
)
