"""The sheets of a workbook as rows of values, with every cell that cannot be read marked as such, never left empty."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum, XmlError

from generator.load.workbook.markup import ROWS_LIMIT, Markup, known_errors, look, reaches_too_far
from generator.load.workbook.package import Package, open_package
from generator.model.grid import CellFault, CellValue, Grid, UnreadCell
from generator.model.problem import Problem, has_errors
from generator.model.problem_codes import report
from generator.model.record import Source

PIXELS = "DISPIMG("
"""What WPS writes for a picture in a cell: `=DISPIMG("ID_…",1)`."""


SHARED_TEXT_LIMIT = 1 << 32
"""Bytes of text that all cells might hold together; a text that cells share is stored once in the file."""


def read_workbook(data: bytes, name: str) -> tuple[tuple[Grid, ...], list[Problem]]:
    """The sheets of an .xlsx file, hidden ones included; none where it is refused, and why."""
    package, problems = open_package(data, name)
    if package is None:
        return (), problems
    try:
        return _grids(package, name)
    except (CalamineError, XmlError):
        hint = "请用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”再导入。"
        return (), [report("T101", Source(name), "读不下去，文件不完整", hint)]


def _grids(package: Package, name: str) -> tuple[tuple[Grid, ...], list[Problem]]:
    sheets = {part: text for part, text in package.parts.items() if part.startswith("xl/worksheets/") and b"<" in text}
    if too_large := list(_too_large(package, sheets, Source(name))):
        return (), too_large
    workbook = CalamineWorkbook.from_filelike(
        package.repacked({part: known_errors(text) for part, text in sheets.items()})
    )
    titles = [each.name for each in workbook.sheets_metadata if each.typ is SheetTypeEnum.WorkSheet]
    problems = list(_problems_of(titles, Source(name)))
    if has_errors(problems):
        return (), problems
    parts = _parts_of_sheets(package)
    grids = []
    for number, each in enumerate(workbook.sheets_metadata):
        if each.typ is SheetTypeEnum.WorkSheet:
            seen = look(sheets.get(parts.get(each.name, ""), b""), pictures=_has_pictures(package))
            grid = _grid(workbook.get_sheet_by_index(number), seen, f"{name}!{each.name}")
            problems += _told(grid, seen)
            hidden = each.visible is not SheetVisibleEnum.Visible
            grids.append(replace(grid, from_1904=_counts_from_1904(package), hidden=hidden))
    return tuple(grids), problems


def _too_large(package: Package, sheets: Mapping[str, bytes], source: Source) -> Iterator[Problem]:
    """What would take more memory than it is worth: cells far out, and long texts that many cells share."""
    for cell in filter(None, map(reaches_too_far, sheets.values())):
        hint = f"请删去多余的行和列：选中后整行删除，不是清空。一张表至多 {ROWS_LIMIT} 行。"
        yield report("T110", source, f"{cell} 还有内容，表太大", hint)
    texts, cells = package.parts.get("xl/sharedstrings.xml", b""), sum(text.count(b"<") for text in sheets.values())
    if cells * len(texts) > SHARED_TEXT_LIMIT and cells * max(map(len, texts.split(b"si>"))) > SHARED_TEXT_LIMIT:
        yield report("T110", source, "同一段长文字用在许多格里，表太大", "请核对来源；长文字不放在表里。")


def _problems_of(titles: list[str], source: Source) -> Iterator[Problem]:
    if not titles:
        yield report("T107", source, "里面没有工作表", "请核对是不是另存时选错了；工作簿至少要有一张表。")
    for title, times in Counter(title.casefold().strip() for title in titles).items():
        if times > 1:
            told = f"有 {times} 张同名的工作表“{title}”"
            yield report("T108", source, told, "请改成不同的名称，或合成一张。")


def _grid(sheet: CalamineSheet, seen: Markup, path: str) -> Grid:
    rows: list[list[CellValue]] = [list(row) for row in sheet.to_python(skip_empty_area=False)]
    for (row, column), (fault, shown) in seen.faults.items():
        while len(rows) <= row:
            rows.append([])
        rows[row] += [""] * (column + 1 - len(rows[row]))
        rows[row][column] = UnreadCell(fault, shown)
    for line in rows:
        for column, value in enumerate(line):
            if type(value) is str and PIXELS in value and value.lstrip("=").removeprefix("_xlfn.").startswith(PIXELS):
                line[column] = UnreadCell(CellFault.PICTURE)
    return Grid(
        title=sheet.name,
        place=Source(path),
        rows=rows,
        merged=tuple(sheet.merged_cell_ranges or ()),
        hidden_rows=seen.hidden_rows,
        hidden_columns=seen.hidden_columns,
    )


def _told(grid: Grid, seen: Markup) -> Iterator[Problem]:
    """What is said of a sheet as such: much that is empty, pictures that lie on it."""
    if seen.formatted_rows - len(grid.rows) > ROWS_LIMIT:
        told = f"有 {seen.formatted_rows - len(grid.rows)} 个只有格式的空行，已略过"
        yield report("T109", grid.place, told, "不影响导入；选中空行整行删除，文件会小得多。")
    if seen.drawing:
        yield report(
            "T117", grid.place, "表上有图片或图表，没有导入", "照片放在支部的 photos 文件夹里，见展示的填写说明。"
        )


_SHEET = re.compile(rb"<(?:\w+:)?sheet\b([^>]*)>")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\b([^>]*)>")
_ATTRIBUTE = re.compile(r"([\w:]+)\s*=\s*\"([^\"]*)\"|([\w:]+)\s*=\s*'([^']*)'")
_ENTITY = re.compile(r"&(?:#x([0-9A-Fa-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}


def _parts_of_sheets(package: Package) -> Mapping[str, str]:
    """The name of the part in which each sheet stands, by its title."""
    targets = {}
    for each in _RELATION.finditer(package.parts.get("xl/_rels/workbook.xml.rels", b"")):
        relation = _attributes(each[1])
        target = relation.get("Target", "")
        targets[relation.get("Id", "")] = (target.lstrip("/") if target.startswith("/") else f"xl/{target}").lower()
    sheets = (_attributes(each[1]) for each in _SHEET.finditer(package.parts["xl/workbook.xml"]))
    return {sheet.get("name", ""): targets.get(_relation_id(sheet), "") for sheet in sheets}


def _relation_id(sheet: Mapping[str, str]) -> str:
    return next((value for key, value in sheet.items() if key.endswith(":id")), "")


def _attributes(text: bytes) -> dict[str, str]:
    found = _ATTRIBUTE.findall(text.decode("utf-8", "replace"))
    return {first or second: _ENTITY.sub(_character, one or two) for first, one, second, two in found}


def _character(entity: re.Match[str]) -> str:
    if entity[3]:
        return _NAMED[entity[3]]
    return chr(min(int(entity[1], 16) if entity[1] else int(entity[2]), 0x10FFFF))


def _has_pictures(package: Package) -> bool:
    return b"_localImage" in package.parts.get("xl/richdata/rdrichvaluestructure.xml", b"")


def _counts_from_1904(package: Package) -> bool:
    return re.search(rb"\bdate1904=[\"'](?:1|true)[\"']", package.parts["xl/workbook.xml"]) is not None
