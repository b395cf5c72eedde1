"""The pages for people at work, followed from top to bottom: every command that they give, in one project.

What people do by hand between two commands is done here as the pages say it: the tables that the pages draw are the rows
that are filled in.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator, Mapping
from pathlib import Path

import lxml.html
import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from tests.contracts.examples import FILES, ROOT, YEAR

PAGES = ("organizer", "officer", "engineer")
"""The pages with commands; the secretary's has none."""

SENT, RETURNED = f"发出/branch-xx-js2-{YEAR}.xlsx", f"收回/branch-xx-js2-{YEAR}.xlsx"
_BLOCK = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)


def text_of(page: str) -> str:
    """The page's Markdown, with the year that the demonstration shows."""
    text = (ROOT / f"docs/help/{page}.md").read_text(encoding="utf-8")
    return text.replace("[[year]]", YEAR).replace("[[year+1]]", str(int(YEAR) + 1))


def lines(page: str) -> Iterator[list[str]]:
    """Every line that is typed, by its words."""
    for block in _BLOCK.findall(text_of(page)):
        yield from (shlex.split(line) for line in block.splitlines())


def drawn(page: str) -> list[list[str]]:
    """The rows of the table that the page draws, its heads first."""
    (table,) = re.findall(r"<table>.*?</table>", text_of(page), re.DOTALL)
    return [[cell.text or "" for cell in row.iter("th", "td")] for row in lxml.html.fromstring(table).iter("tr")]


def expanded(words: list[str], folder: Path) -> list[str]:
    """As a shell hands them over: names that match a pattern in place of the pattern."""
    found: list[str] = []
    for word in words:
        names = sorted(path.relative_to(folder).as_posix() for path in folder.glob(word)) if "*" in word else []
        found += names or [word]
    return found


def before(words: list[str], folder: Path) -> None:
    """What a person has to have done before typing this."""
    if "收回/*.xlsx" in words and not (folder / RETURNED).exists():
        fill_in(folder / SENT, folder / RETURNED)
    if "收回/*.txt" in words:
        FILES["记录.txt"](folder / "收回/记录.txt")
    for word in words:
        if word in HANDED and not (folder / word).exists():
            HANDED[word](folder / word)


def after(words: list[str], folder: Path) -> None:
    """What a person does with what this has made."""
    if words[:3] == ["zhibu", "new", "branch"]:
        (made,) = folder.glob(f"records/units/*/{words[3]}/branch.yml")
        text = made.read_text(encoding="utf-8")
        for key, value in {"名称": "数理学部第二学生党支部", "类型": "学生", "成立": f"{YEAR}-09-10"}.items():
            text = re.sub(rf"(?m)^{key}:$", f"{key}: {value}", text)
        made.write_text(text, encoding="utf-8")


def fill_in(sent: Path, returned: Path) -> None:
    """Write the rows that the secretary's page draws below those of the sheet 活动."""
    book = openpyxl.load_workbook(sent)
    sheet: Worksheet = book["活动"]
    heads = [cell.value for cell in sheet[1]]
    last = max(cell.row for row in sheet.iter_rows() for cell in row if cell.value)
    names, *rows = drawn("secretary")
    for at, row in enumerate(rows, last + 1):
        for name, value in zip(names, row, strict=True):
            sheet.cell(at, heads.index(name) + 1).value = value or None
    returned.parent.mkdir(exist_ok=True)
    book.save(returned)


HANDED = {**FILES, "手册.docx": FILES["方案.docx"]}
"""What makes a file that others hand over, by its name on the pages."""

TEXTS: Mapping[str, str] = {page: text_of(page) for page in ("secretary", *PAGES)}
