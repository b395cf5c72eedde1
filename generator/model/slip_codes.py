"""The problem codes of slips that change what a file means: marks that look right and are not; see `problem_codes`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from generator.model.problem import ProblemCode, Severity

_ERROR = Severity.ERROR

SLIP_CODES: Mapping[str, ProblemCode] = MappingProxyType(
    {
        "R029": ProblemCode(
            "列表的“- ”写得不对", _ERROR, "列表的每一项以半角连字符加一个空格开头，别的横线、圆点都不算"
        ),
        "R030": ProblemCode("开头的括号须加引号", _ERROR, "值以方括号或花括号开头就是列表，括号后面不能再有文字"),
        "R031": ProblemCode("用了全角逗号分隔", _ERROR, "方括号、花括号里的各项用半角逗号分开，全角的逗号、顿号是文字"),
        "R032": ProblemCode(
            "用了中文引号或全角括号", _ERROR, "中文引号和全角括号是文字的一部分，不起引号、方括号的作用"
        ),
        "P118": ProblemCode("台账没有被读取", _ERROR, "文件名不对或是表格，里面记的都没有算进去"),
    }
)
