"""What a workbook says about itself on a hidden sheet: of which unit and year it is, and what it held when it was written out.

Who writes workbooks puts the lines there; who reads them goes by them, so that a file may be renamed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from generator.model.record import Audience

STAMP_SHEET = "工作簿"
"""The hidden sheet: a line each, name and value."""

COVER_SHEET = "怎么填"
"""The first sheet of a workbook that goes out: how it is filled in."""

LISTS_SHEET = "选项"
"""The hidden sheet of what may be chosen."""

REASONS_SHEET, REASON_HEAD = "退回原因", "原因"
"""In a workbook that goes back: the first sheet, and the head of the column beside the rows."""

OWN_SHEETS = frozenset({STAMP_SHEET, COVER_SHEET, LISTS_SHEET, REASONS_SHEET})
"""Sheets that hold nothing to import."""

SCHOOL_SCOPE = "school"
"""The scope of 学校's own workbook; those of units name their kind and id: `branch:xx-1`."""

STAMP_VERSION = "1"
"""The version of the layout of our workbooks; another one is refused."""

_FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "格式": "version",
        "范围": "scope",
        "年度": "year",
        "版别": "audience",
        "摘要": "digest",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkbookStamp:
    """`scope` is the unit (`branch:xx-1`, `committee:xx`, `school`); `digest` that of all cells as they were written out."""

    version: str
    scope: str
    year: str
    audience: str
    digest: str

    @classmethod
    def new(cls, scope: str, year: int, audience: Audience, digest: str) -> WorkbookStamp:
        """The stamp of a workbook that is written now."""
        return cls(version=STAMP_VERSION, scope=scope, year=str(year), audience=audience.value, digest=digest)

    @classmethod
    def read(cls, lines: Iterable[Sequence[str]]) -> WorkbookStamp:
        """The stamp that these lines make; empty texts for what is not there."""
        found = {
            _FIELDS[line[0].strip()]: line[1].strip() for line in lines if len(line) > 1 and line[0].strip() in _FIELDS
        }
        return cls(**dict.fromkeys(_FIELDS.values(), "") | found)

    @property
    def lines(self) -> tuple[tuple[str, str], ...]:
        """The lines of the hidden sheet."""
        return tuple((label, getattr(self, name)) for label, name in _FIELDS.items())
