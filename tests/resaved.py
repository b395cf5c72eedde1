"""Workbooks opened and saved by LibreOffice: `python -m tests.resaved` fails where a cell or a rule is not what it was.

Values, validations, number formats, hidden sheets and columns are compared as openpyxl reads them; that our own reader then
finds the file as it was written out is compared too.  Needs `soffice` (Debian: libreoffice-calc-nogui); run by
`.ci/nightly`.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from generator.build.unit_workbook import guarded_contents, unit_workbooks
from generator.cli.options import read_settings
from generator.formats.workbook.book import to_xlsx
from generator.judge import records_shown
from generator.model.record_file import Owner
from generator.model.workbook_stamp import OWN_SHEETS
from generator.survey import survey

ROOT = Path(__file__).parents[1]
SCOPES = ("branch:xx-js1", "branch:sm-sy", "committee:xinxi", None)
"""A branch of every sheet, one with restricted files, a committee with lists on the hidden sheet, 学校."""


def written() -> Iterator[tuple[str, bytes]]:
    """Workbooks of the demonstration for the narrowest edition, by file name."""
    for scope in SCOPES:
        settings = read_settings(ROOT / "mkdocs.yml", {"audience": "restricted", "scope": scope})
        owner = {"b": Owner.BRANCH, "c": Owner.COMMITTEE}[scope[0]] if scope else Owner.INSTITUTION
        for content in guarded_contents(unit_workbooks(survey(settings), records_shown, (owner,)), tuple):
            yield content.file_name, to_xlsx(content)


def resave(files: list[Path], folder: Path) -> None:
    """Have LibreOffice open the files and save them under the same names in a folder."""
    profile = f"-env:UserInstallation={(folder.parent / 'profile').as_uri()}"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", str(folder), *map(str, files)],
        check=True,
        stdout=subprocess.DEVNULL,
        timeout=600,
    )


def facts(path: Path) -> Iterator[tuple[str, Any]]:
    """What a workbook is, as openpyxl reads it, each with its place."""
    book = load_workbook(path)
    for sheet in book:
        yield f"{sheet.title}: state", sheet.sheet_state
        for row in sheet.iter_rows():
            yield from ((f"{sheet.title}!{cell.coordinate}", cell.value) for cell in row if cell.value is not None)
        if sheet.title not in OWN_SHEETS:
            yield f"{sheet.title}: marks hidden", sheet.column_dimensions["A"].hidden
            yield from _blank_cells(sheet)
            yield from _rules(sheet)


def _blank_cells(sheet: Worksheet) -> Iterator[tuple[str, Any]]:
    """The number formats of blank lines; `sheet` is asked far below what is written."""
    formats = {letter: row.number_format.replace("\\", "") for letter, row in sheet.column_dimensions.items()}
    last = ""
    for number in range(1, sheet.max_column + 1):
        letter = get_column_letter(number)
        last = formats.get(letter, last)  # one entry may stand for several columns that are alike
        yield f"{sheet.title}!{letter}: format", last


def _rules(sheet: Worksheet) -> Iterator[tuple[str, Any]]:
    for rule in sheet.data_validations.dataValidation:
        told = (rule.type, rule.errorStyle or "stop", bool(rule.showErrorMessage), bool(rule.showDropDown))
        formulas = tuple((each or "").replace("$", "").replace("'", "") for each in (rule.formula1, rule.formula2))
        limits = ("between", *formulas) if rule.type != "list" else formulas[:1]
        yield from (
            (f"{sheet.title}!{area}: rule", (*told, *limits, rule.error)) for area in map(str, rule.sqref.ranges)
        )


def main() -> int:
    """Print what is different."""
    with TemporaryDirectory() as name:
        before, after = Path(name) / "before", Path(name) / "after"
        before.mkdir()
        for file, data in written():
            (before / file).write_bytes(data)
        files = sorted(before.iterdir())
        resave(files, after)
        wrong, seen = [], 0
        for path in files:
            was, now = dict(facts(path)), dict(facts(after / path.name))
            seen += len(was)
            wrong += [
                f"{path.name} {place}: {was.get(place)!r} is {now.get(place)!r}"
                for place in sorted(was.keys() | now.keys())
                if was.get(place) != now.get(place)
            ]
    print(*wrong[:20], f"{len(files)} workbooks, {seen} facts, {len(wrong)} different", sep="\n")  # noqa: T201 - what the nightly run says
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
