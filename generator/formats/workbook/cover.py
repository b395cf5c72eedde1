"""The first sheet of a workbook: for whom it is, how to fill it in, where to send it, and what the other sheets hold."""

from __future__ import annotations

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from generator.formats.workbook.cell_styles import CellStyles
from generator.formats.workbook.content import UnitWorkbook
from generator.formats.workbook.drop_downs import plainly
from generator.model.workbook_stamp import COVER_SHEET

_STEPS = (
    "每张表的第一行是栏目名，带 ＊、浅红底的必填。把鼠标停在栏目名上，看写什么、怎么写。栏目名不要改。",
    "灰色斜体的一行是样例，照着写，不用删。",
    "一条记录写一行。有几个议题、几项落实的，从第二个起写在下面一行的那几栏，别的栏空着。",
    "一格要写几项的，用顿号隔开，或者按 Alt＋Enter 换行。",
    "有箭头的从下拉里选。日期写成 {year}-03-14，也可以写 {year}/3/14。人数、票数只写数字，不带“人”“票”。",
    "不知道的空着，不写“无”“/”。要说明“一个也没有”的（如未划党小组），只在第一栏写（无）。",
    "记过的直接在原处改。从表里删去一行，不等于从台账里删去：要删的另外说明。",
    "不写身份证号、手机号；除“姓名”栏外写职务，不写姓名。",
)
_INDEX = ("表", "写什么", "属于", "什么时候写", "已记")
_WIDTHS = (150, 330, 130, 260, 60)


def write_cover(book: Workbook, content: UnitWorkbook, styles: CellStyles, footer: str) -> None:
    """Add the cover to the workbook; it has to be the first sheet."""
    made = book.add_worksheet(COVER_SHEET)
    made.hide_gridlines(2)
    made.set_paper(9)
    made.fit_to_pages(1, 0)
    made.set_footer(footer)
    for at, width in enumerate(_WIDTHS):
        made.set_column_pixels(at, at, width)
    made.set_row(0, 36)
    made.write_string(0, 0, f"{content.name} {content.year} 年台账", styles.title)
    made.merge_range(1, 0, 1, len(_WIDTHS) - 1, _about(content), styles.prose)
    row = _write_steps(made, content, styles, 3)
    row = _write_index(made, content, styles, row + 1)
    _write_branches(made, content, styles, row + 1)


def _about(content: UnitWorkbook) -> str:
    day = f"{content.as_of.year}年{content.as_of.month}月{content.as_of.day}日"
    return f"{content.audience.label}　截至 {day} 的记录已经填在里面。只供本单位填报，不上网、不外传。"


def _write_steps(made: Worksheet, content: UnitWorkbook, styles: CellStyles, row: int) -> int:
    sent = f"填好以后存盘，把这个文件发回{content.recipient}：用内网邮箱、办公系统，不发工作群，不截图。"
    made.write_string(row, 0, "怎么填（看完约三分钟）", styles.strong)
    steps = [step.format(year=content.year) for step in _STEPS]
    for at, step in enumerate((*steps, sent), 1):
        made.merge_range(row + at, 0, row + at, len(_WIDTHS) - 1, "", styles.prose)
        made.write_string(row + at, 0, f"{at}. {step}", styles.strong if step is sent else styles.prose)
        made.set_row(row + at, 34 if len(step) > 60 else 18)
    return row + len(_STEPS) + 2


def _write_index(made: Worksheet, content: UnitWorkbook, styles: CellStyles, row: int) -> int:
    for at, word in enumerate(_INDEX):
        made.write_string(row, at, word, styles.head)
    for sheet in content.sheets:
        row += 1
        title = sheet.layout.title
        heads = "、".join(dict.fromkeys(column.path[0] for column in sheet.layout.columns))
        made.write_url(row, 0, f"internal:'{title}'!B1", styles.link, title)
        made.write_string(row, 1, plainly(sheet.layout.hint) or heads, styles.prose)
        made.write_string(row, 2, sheet.file, styles.prose)
        made.write_string(row, 3, sheet.when, styles.prose)
        made.write_number(row, 4, sheet.rows, styles.prose)
    return row + 1


def _write_branches(made: Worksheet, content: UnitWorkbook, styles: CellStyles, row: int) -> None:
    if content.branches:
        made.write_string(row, 0, "支部编号", styles.head)
        made.write_string(row, 1, "支部", styles.head)
    for at, (id, name) in enumerate(content.branches, row + 1):
        made.write_string(at, 0, id, styles.prose)
        made.write_string(at, 1, name, styles.prose)
