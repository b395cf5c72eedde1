"""A committee's year by workbooks: they go out empty, are filled in all the ways people write, come back, and are its year."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner

from generator.cli import cli
from generator.load.reader import parse
from generator.model.files import REGISTER
from generator.model.record import Audience
from generator.model.sheet import rows_of, to_cells
from generator.model.source_text import SourceText
from tests.load.workbook.random_workbooks import loosely_written, plain

ROOT = Path(__file__).parents[2]
COMMITTEE = "xinxi"
YEAR = 2019


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("docs", "records"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copyfile(ROOT / "mkdocs.yml", tmp_path / "mkdocs.yml")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _tree(path: Path) -> dict[str, Any]:
    """What a register holds; rows are entered by their days, whatever their order was."""
    tree, _ = parse(SourceText(path.name, path.read_text(encoding="utf-8")))
    return {key: sorted(value, key=repr) if isinstance(value, list) else value for key, value in plain(tree).items()}


def _run(*arguments: str) -> str:
    ended = CliRunner().invoke(cli, list(arguments))
    assert ended.exit_code == 0, ended.output
    return ended.output


def _fill(path: Path, year: Mapping[str, Any]) -> None:
    """Write a register's rows below the heads of a workbook, as a person at a keyboard might."""
    rng, book = random.Random(path.name), openpyxl.load_workbook(path)
    for layout in REGISTER.sheets(Audience.RESTRICTED):
        sheet = book[layout.title]
        heads = {str(cell.value).rstrip("＊"): cell.column for cell in sheet[1]}
        at = max(row for row in range(1, 60) if any(cell.value for cell in sheet[row]))
        for line in _lines(layout, year):
            at += 1
            for column, text in zip(layout.columns, line, strict=True):
                if text:
                    sheet.cell(at, heads[column.label]).value = loosely_written(rng, column, text)
    book.save(path)


def _lines(layout: Any, year: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    for row in rows_of(layout, year):
        yield from to_cells(layout, row)


@pytest.mark.load
def test_a_year_that_was_filled_into_workbooks_is_the_year_that_was_written(
    project: Path, load: Callable[[int], int]
) -> None:
    registers = REGISTER.present(project / "records", committee=COMMITTEE, year=str(YEAR))[: load(20)]
    years = {path: _tree(path) for path in registers}
    for path in registers:
        path.unlink()
    for path, year in years.items():
        name = f"{path.parent.name}.xlsx"
        _run("form", "--scope", f"branch:{path.parent.name}", "--audience", "restricted", "-o", name)
        _fill(project / name, year)
    _run("import", "workbook", *(f"{path.parent.name}.xlsx" for path in years), "--yes")
    for path, year in years.items():
        assert _tree(path) == year, path.parent.name
