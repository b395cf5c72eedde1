"""A roster's file as tables of texts: a workbook or comma-separated values."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from generator.errors import reason
from generator.load.filesystem import SIZE_LIMIT, display_path
from generator.load.roster_columns import RosterTable
from generator.load.unit_roster import committees_of
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.record import Source
from generator.model.unit_roster import RosterCommittee


def read_roster(path: Path, root: Path) -> tuple[tuple[RosterCommittee, ...], list[Problem]]:
    """The committees and branches of a roster; none where there is any 错误."""
    shown = display_path(path, root)
    readers = {".csv": _csv_tables}
    reader = readers.get(path.suffix.lower())
    if reader is None:
        told = f"名册是 .xlsx 或 .csv，不是 {path.suffix or '没有扩展名的文件'}"
        return (), [report("C110", Source(shown), told, "请在 Excel 或 WPS 里另存为“Excel 工作簿（.xlsx）”。")]
    tables, problems = reader(path, shown)
    if problems:
        return (), problems
    return committees_of(tables)


def _csv_tables(path: Path, shown: str) -> tuple[list[RosterTable], list[Problem]]:
    try:
        if path.stat().st_size > SIZE_LIMIT:
            return [], [report("C110", Source(shown), "文件超过 5 MB", "请检查是否放错了文件。")]
        data = path.read_bytes()
    except OSError as error:
        return [], [report("C110", Source(shown), f"读不出：{reason(error)}", "请核对文件名和权限。")]
    text = _decoded(data)
    if text is None:
        return [], [report("C110", Source(shown), "不是文本", "请在 Excel 或 WPS 里另存为“CSV UTF-8”。")]
    rows = list(csv.reader(io.StringIO(text), delimiter="\t" if "\t" in text.partition("\n")[0] else ","))
    return [RosterTable("", rows, shown)], []


def _decoded(data: bytes) -> str | None:
    """Excel in Chinese saves CSV in GBK, and as UTF-8 with a byte order mark where it is asked to."""
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if "\0" in text else text
    return None
