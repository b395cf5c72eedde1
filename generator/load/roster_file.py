"""A roster's file, a workbook or .csv, as committees and branches."""

from __future__ import annotations

from pathlib import Path

from generator.errors import reason
from generator.load.filesystem import display_path
from generator.load.unit_roster import committees_of
from generator.load.workbook.csv_grid import read_csv
from generator.load.workbook.grids import read_workbook
from generator.model.problem import Problem, has_errors
from generator.model.problem_codes import report
from generator.model.record import Source
from generator.model.unit_roster import RosterCommittee

_READERS = {".csv": read_csv, ".xlsx": read_workbook, ".xlsm": read_workbook, ".xls": read_workbook}
"""What these say of a file in an old format is better than that it is none of theirs."""


def read_roster(path: Path, root: Path) -> tuple[tuple[RosterCommittee, ...], list[Problem]]:
    """The committees and branches of a roster; none where there is any 错误."""
    shown = display_path(path, root)
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        told = f"名册是 .xlsx 或 .csv，不是 {path.suffix or '没有扩展名的文件'}"
        return (), [report("C110", Source(shown), told, "请在 Excel 或 WPS 里另存为“Excel 工作簿（.xlsx）”。")]
    try:
        tables, problems = reader(path.read_bytes(), shown)
    except OSError as error:
        return (), [report("C110", Source(shown), f"读不出：{reason(error)}", "请核对文件名和权限。")]
    if has_errors(problems):
        return (), problems
    committees, further = committees_of(tables)
    return committees, [*problems, *further]
