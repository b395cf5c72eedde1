"""The problem codes of rows that are merged into registers, from workbooks and notes alike; see `problem_codes`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from generator.model.problem import ProblemCode, Severity

_ERROR = Severity.ERROR

MERGE_CODES: Mapping[str, ProblemCode] = MappingProxyType(
    {
        "M101": ProblemCode("两边都改了同一行", _ERROR, "导出以后台账里改过这一行，交回来的又改得不一样，程序不替人选"),
        "M102": ProblemCode("可能是已有的一行", _ERROR, "台账里同一天已有同类的一行，不知道是改它还是另有一次"),
        "M103": ProblemCode("几份交回的不一样", _ERROR, "同一行在几份工作簿或记录里写得不同，程序不替人选"),
        "M104": ProblemCode("台账原来就有错误", _ERROR, "要写的台账现在读不通，写进去对不对无从核对"),
        "M105": ProblemCode("台账的写法程序改不了", _ERROR, "这个文件的写法少见，程序只改看得懂的写法，不整个重写"),
        "M106": ProblemCode("写进去会使别处出错", _ERROR, "这一行单看没有错，和别的记录放在一起有错"),
    }
)
