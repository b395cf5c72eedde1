"""A workbook as a file (.xlsx).  Same content, same bytes."""

from __future__ import annotations

from datetime import datetime, time
from io import BytesIO

from xlsxwriter import Workbook

from generator.formats.workbook.cell_styles import CellStyles
from generator.formats.workbook.content import UnitWorkbook
from generator.formats.workbook.cover import write_cover
from generator.formats.workbook.drop_downs import WordLists
from generator.formats.workbook.table_sheet import write_table
from generator.model.sheet import cells_digest
from generator.model.workbook_stamp import LISTS_SHEET, STAMP_SHEET, WorkbookStamp


def to_xlsx(content: UnitWorkbook) -> bytes:
    """The file: a cover, a sheet a section, and two hidden sheets, of the lists and of what the workbook is."""
    made = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(made, options) as book:
        book.set_properties(
            {
                "title": f"{content.name} {content.year} 年台账",
                "comments": content.audience.label,
                "created": datetime.combine(content.as_of, time()),
            }
        )
        styles, lists = CellStyles(book), WordLists(content.words, content.year)
        footer = f"&L{content.audience.label}&C{content.name}　&A&R&P/&N"
        write_cover(book, content, styles, footer)
        for sheet in content.sheets:
            write_table(book, sheet, styles, lists, footer)
        _write_lists(book, lists, styles)
        _write_stamp(book, content, styles)
    return made.getvalue()


def _write_lists(book: Workbook, lists: WordLists, styles: CellStyles) -> None:
    if lists.columns:
        made = book.add_worksheet(LISTS_SHEET)
        made.hide()
        for at, words in enumerate(lists.columns):
            for row, word in enumerate(words):
                made.write_string(row, at, word, styles.plain)


def _write_stamp(book: Workbook, content: UnitWorkbook, styles: CellStyles) -> None:
    digest = cells_digest((sheet.layout, (*sheet.example, *sheet.lines)) for sheet in content.sheets)
    made = book.add_worksheet(STAMP_SHEET)
    made.hide()
    stamp = WorkbookStamp.new(content.scope, content.year, content.audience, digest)
    for row, line in enumerate(stamp.lines):
        for at, text in enumerate(line):
            made.write_string(row, at, text, styles.plain)
