"""The problem codes of what a showcase hands out; see `problem_codes`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from generator.model.problem import ProblemCode, Severity

_WARNING = Severity.WARNING

SHOWCASE_PAPER_CODES: Mapping[str, ProblemCode] = MappingProxyType(
    {
        "W401": ProblemCode("附件打不开", _WARNING, "带走的附件须是完整的 .docx、.xlsx 或 .pdf，不带宏，不设密码"),
        "W402": ProblemCode("附件太大", _WARNING, "带走的是空白样表，不超过 2 MB；大的多半放了扫描件或大图"),
        "W403": ProblemCode("PDF 附件写着作者", _WARNING, "PDF 的属性里有作者的姓名，程序去不掉，不随附件公开"),
    }
)
