"""The examples of commands, run in a copy of the demonstration.

A command declares its examples (`cli/declared.py`); help and documents show them, and here they are run.  A file that an
example is given, and the demonstration does not hold, has a line in `FILES`.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import docx
from xlsxwriter import Workbook

from generator.cli.declared import CommandExample
from generator.load.config import load_options
from generator.model.draw import DrawList, list_text
from tests.contracts import reference
from tests.load.notes import note_text

ROOT = Path(__file__).parents[2]
YEAR = str(load_options(ROOT / "mkdocs.yml")["as_of"])[:4]


def examples() -> Iterator[tuple[str, CommandExample]]:
    """Every example with the words of its command."""
    for words, command in reference.commands():
        yield from ((words, each) for each in command.examples)


def demonstration(folder: Path, call: str) -> Path:
    """A copy of the demonstration, with the files that the call names."""
    for name in ("docs", "records"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copyfile(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    for name, make in FILES.items():
        if name in call.split():
            make(folder / name)
    return folder


def _plan(path: Path) -> None:
    document = docx.Document()
    for line in (ROOT / f"records/plan/{YEAR}.txt").read_text(encoding="utf-8").splitlines():
        document.add_paragraph(line)
    document.save(str(path))


def _roster(path: Path) -> None:
    with Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row("A1", ["基层党委", "支部名称", "类型", "成立日期"])
        sheet.write_row("A2", ["甲党委", "甲支部", "教师", "2018-09-01"])


def _note(path: Path) -> None:
    row = {"类型": ["政治生日"], "日期": f"{YEAR}-07-01", "主持": "支部书记", "应到": "8", "实到": "8"}
    text = note_text({**row, "议题": [{"事项": "过政治生日"}]}, branch="xx-js1", year=int(YEAR))
    path.write_text(text, encoding="utf-8")


def _draw_list(path: Path) -> None:
    path.write_text(list_text([DrawList("教师", 1, ["xx-js1", "xx-js2"])]), encoding="utf-8")


FILES: Mapping[str, Callable[[Path], None]] = {
    "方案.docx": _plan,
    "名册.xlsx": _roster,
    "记录.txt": _note,
    "draw-list.txt": _draw_list,
}
"""What makes a file that examples name, by that name."""
