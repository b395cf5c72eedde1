"""The problem codes of setting up: the roster (名册) that `zhibu init` reads; see `problem_codes`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from generator.model.problem import ProblemCode, Severity

_ERROR, _WARNING = Severity.ERROR, Severity.WARNING

START_CODES: Mapping[str, ProblemCode] = MappingProxyType(
    {
        "C101": ProblemCode(
            "名册里没有找到表头", _ERROR, "名册须有一行表头，至少写明基层党委、支部名称、类型和成立日期"
        ),
        "C102": ProblemCode("名册缺少必需的列", _ERROR, "没有这一列，支部概况写不出来"),
        "C103": ProblemCode("名册有两列是同一项", _ERROR, "一项内容只能有一列，否则不知道取哪一列"),
        "C104": ProblemCode(
            "名册有一格没有填", _ERROR, "每个支部都要有基层党委、名称、类型、成立日期；写了正式人数的也写预备人数"
        ),
        "C105": ProblemCode("名册有一格写得不对", _ERROR, "日期、人数、类型和编号各有写法，写错了的不猜"),
        "C106": ProblemCode("名册里重复了", _ERROR, "一个基层党委里支部不同名，全校的编号不相同"),
        "C107": ProblemCode("名册前后不一致", _ERROR, "一个基层党委只有一个编号、一个类型"),
        "C108": ProblemCode("名册有不认识的列", _WARNING, "这一列没有读，别的照读"),
        "C109": ProblemCode("名册里没有支部", _ERROR, "表头下面一行都没有"),
        "C110": ProblemCode("名册打不开", _ERROR, "名册是 .xlsx 工作簿或 .csv 文件"),
    }
)
