"""Random workbooks of real rows, written in all the ways people write, with faults that are known."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import xlsxwriter

from generator.load.reader import parse
from generator.model.cell_text import cell_value
from generator.model.files import RECORD_FILES
from generator.model.numerals import han
from generator.model.record import Audience, Source
from generator.model.record_file import Owner, RecordFile
from generator.model.shape import FieldKind
from generator.model.sheet import rows_of, to_cells
from generator.model.sheet_layout import SheetColumn, SheetLayout
from generator.model.source_text import SourceText
from generator.model.workbook_stamp import WorkbookStamp
from tests.workbooks import patched, workbook

ROOT = Path(__file__).parents[3]
NAME = "台账.xlsx"
YEAR = 2019
_EPOCH = date(1899, 12, 30)

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Raw:
    """A cell that no library writes: the attributes and the content of its XML."""

    attributes: str
    content: str


@dataclass
class Planted:
    """A workbook, what is wrong with it (code and place, as it is told), and the rows that are right, by sheet."""

    data: bytes = b""
    faults: set[tuple[str, str]] = field(default_factory=set)
    rows: dict[str, list[Row]] = field(default_factory=dict)


def plain(value: Any) -> Any:
    """A tree as a YAML file holds it, without positions."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items() if "\0" not in key}
    return [plain(item) for item in value] if isinstance(value, list) else value


@cache
def pool() -> Mapping[str, tuple[SheetLayout, tuple[Row, ...]]]:
    """The layouts of a branch's sheets that hold lists, with all rows of the demonstration."""
    files = [
        file for file in RECORD_FILES if file.owner is Owner.BRANCH and file.yearly and file.sheets(Audience.RESTRICTED)
    ]
    found: dict[str, tuple[SheetLayout, list[Row]]] = {}
    for file in files:
        for tree in _trees(file):
            for layout in file.sheets(Audience.RESTRICTED):
                if layout.key and not layout.single:
                    found.setdefault(layout.title, (layout, []))[1].extend(rows_of(layout, tree))
    return {title: (layout, tuple(rows)) for title, (layout, rows) in found.items() if rows}


def _trees(file: RecordFile) -> Iterator[Row]:
    for path in file.present(ROOT / "records"):
        tree, _ = parse(SourceText(path.name, path.read_text(encoding="utf-8")))
        yield plain(tree)


def planted(seed: int) -> Planted:
    """The workbook of that seed."""
    return _Writer(random.Random(seed)).made()


class _Writer:
    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.planted = Planted()
        self.sheets: dict[str, list[list[Any]]] = {}
        self.changes: list[Callable[[xlsxwriter.Workbook], None]] = []
        self.raw: dict[int, Raw] = {}
        self.date_1904 = rng.random() < 0.1

    def made(self) -> Planted:
        titles = self.rng.sample(sorted(pool()), self.rng.randint(1, 5))
        for title in titles:
            _Sheet(self, *pool()[title]).write()
        if self.rng.random() < 0.2:
            self.sheets["随手记"] = [["买茶叶", 3]]
            self.fault("T119", f"{NAME}!随手记")
        stamp = WorkbookStamp.new("branch:aa-1", YEAR, Audience.RESTRICTED, "")
        data = workbook(self.sheets, stamp=stamp, date_1904=self.date_1904, change=self._change)
        for number in range(1, len(self.sheets) + 1):
            data = patched(data, f"xl/worksheets/sheet{number}.xml", self._with_raw) if self.raw else data
        self.planted.data = data
        return self.planted

    def _change(self, book: xlsxwriter.Workbook) -> None:
        for change in self.changes:
            change(book)

    def fault(self, code: str, place: str) -> None:
        self.planted.faults.add((code, place))

    def cell(self, raw: Raw) -> int:
        number = 900_000_000 + len(self.raw)
        self.raw[number] = raw
        return number

    def _with_raw(self, part: bytes) -> bytes:
        return re.sub(rb'<c (r="\w+")[^>]*><v>(9\d{8})</v></c>', self._replaced, part)

    def _replaced(self, found: re.Match[bytes]) -> bytes:
        raw = self.raw.get(int(found[2]))
        if raw is None:
            return found[0]
        return f"<c {found[1].decode()} {raw.attributes}>{raw.content}</c>".encode()


class _Sheet:
    """One sheet: some rows, some columns fewer, in another order, below a title; with some faults."""

    def __init__(self, writer: _Writer, layout: SheetLayout, rows: Sequence[Row]) -> None:
        self.writer, self.rng, self.layout = writer, writer.rng, layout
        self.rows = self.rng.sample(rows, min(len(rows), self.rng.randint(1, 8)))
        self.lines: list[list[Any]] = []
        self.above = self.rng.choice([0, 0, 0, 1, 3])
        self.since = date(1904, 1, 1) if writer.date_1904 else _EPOCH
        self.unused: list[int] = []
        self.head: list[int | str] = [*self._kept(), *(["列外"] if self.rng.random() < 0.1 else [])]
        self.rng.shuffle(self.head)

    def _kept(self) -> list[int]:
        """The columns that are kept: optional ones that no row uses may be missing."""
        used = {at for row in self.rows for line in to_cells(self.layout, row) for at, text in enumerate(line) if text}
        needed = [at for at, each in enumerate(self.layout.columns) if each.required or at in used]
        free = [at for at in range(len(self.layout.columns)) if at not in needed]
        self.unused = self.rng.sample(free, self.rng.randint(0, len(free)))
        return [*needed, *self.unused]

    def write(self) -> None:
        right = []
        for row in self.rows:
            lines = [list(line) for line in to_cells(self.layout, row)]
            spoilt = self.rng.random() < 0.3
            place = self._spoil(lines) if spoilt else None
            if len(lines) > 1 and not spoilt and self.rng.random() < 0.3:
                self._merge(lines)
            for number, line in enumerate(lines):
                self.lines.append([self._written(at, text, place == (number, at)) for at, text in enumerate(line)])
            if place is None:
                right.append(row)
            if self.rng.random() < 0.05:
                self.lines.append([""] * len(self.layout.columns))
        self._finish()
        self.writer.planted.rows[self.layout.title] = right

    def _spoil(self, lines: list[list[str]]) -> tuple[int, int] | None:
        """The cell of a row that gets a fault: one with content, whose line is known by others too."""
        cells = [(number, at) for number, line in enumerate(lines) for at, text in enumerate(line) if text]
        number, at = self.rng.choice(cells)
        peers = self.layout.lists[self.layout.columns[at].listed]
        return (number, at) if sum(bool(lines[number][each]) for each in peers) > 1 else None

    def _written(self, at: int, text: str, spoilt: bool) -> Any:
        column = self.layout.columns[at]
        if not spoilt:
            return loosely_written(self.rng, column, text, since=self.since) if text else ""
        code, value = self.rng.choice(list(self._faults(column, text)))
        row = self.above + 1 + len(self.lines)
        self.writer.fault(code, str(Source(f"{NAME}!{self.layout.title}", row + 1, self.head.index(at) + 1)))
        return value

    def _merge(self, lines: Sequence[Sequence[str]]) -> None:
        """Merge the row's own texts over all of its lines, as people do."""
        top, bottom = self.above + 1 + len(self.lines), self.above + len(self.lines) + len(lines)
        texts = {at: lines[0][at] for at in self.layout.lists[()] if self.layout.columns[at].kind is FieldKind.TEXT}
        for at, text in texts.items():
            if text and at in self.head:
                self.writer.changes.append(self._merging((top, bottom, self.head.index(at)), text))

    def _merging(self, lines: tuple[int, int, int], text: str) -> Callable[[xlsxwriter.Workbook], None]:
        title, (top, bottom, column) = self.layout.title, lines
        return lambda book: book.get_worksheet_by_name(title).merge_range(top, column, bottom, column, text)

    def _finish(self) -> None:
        title = self.layout.title
        sheet: list[list[Any]] = [["示例大学"], [], ["填表说明"]][: self.above]
        heads = [self._loosely(self.layout.columns[at].header) if isinstance(at, int) else at for at in self.head]
        if "列外" in heads:
            self._fault("T118", heads.index("列外"))
        if self.unused and self.rng.random() < 0.1:
            column = self.head.index(self.unused[0])
            heads[column] = f"{self.layout.columns[self.unused[0]].label}数"
            self._fault("T113", column)
        elif self.unused and self.rng.random() < 0.1:
            heads.append(self.layout.columns[self.unused[0]].label)
            self._fault("T114", len(heads) - 1)
        if self.rng.random() < 0.1:
            self.writer.fault("T116", f"{NAME}!{title}")
            self.writer.changes.append(
                lambda book: book.get_worksheet_by_name(title).set_row(self.above + 1, 20, None, {"hidden": True})
            )
        sheet.append(heads)
        sheet += ([line[at] if isinstance(at, int) else "另记" for at in self.head] for line in self.lines)
        self.writer.sheets[title] = sheet

    def _fault(self, code: str, column: int) -> None:
        self.writer.fault(code, str(Source(f"{NAME}!{self.layout.title}", self.above + 1, column + 1)))

    def _loosely(self, head: str) -> str:
        return self.rng.choice([head, head, f" {head} ", head.replace("＊", ""), head.replace("·", "•")])

    def _faults(self, column: SheetColumn, text: str) -> Iterator[tuple[str, Any]]:
        cell, kind = self.writer.cell, column.kind
        yield "T121", cell(Raw("", "<f>1+1</f>"))
        yield "T122", cell(Raw('t="e"', "<v>#SPILL!</v>"))
        yield "T123", cell(Raw('t="str"', '<f>_xlfn.DISPIMG("ID_1",1)</f><v>=DISPIMG("ID_1",1)</v>'))
        yield "R010", f"{text}\u200b"
        if column.required and not column.many:
            yield "R101", ""
        yield from _FAULTS.get(kind, ())
        if kind is FieldKind.NUMBER:
            yield ("R108" if column.path[-1] == "学时" else "R115"), "约3"


def loosely_written(rng: random.Random, column: SheetColumn, text: str, *, since: date = _EPOCH) -> Any:
    """The value of a cell in one of the ways in which people and programs write it; serial numbers count days `since`."""
    if not column.many:
        return rng.choice([text, *_ways(column, text, since)])
    parts = cell_value(column.kind, text, many=True, words=column.choices)
    listed = column.kind in {FieldKind.CHOICE, FieldKind.DAY, FieldKind.MONTH} and not any(
        "、" in part for part in parts
    )
    return rng.choice("\n、；").join(parts) if listed and len(parts) > 1 else text


def _ways(column: SheetColumn, text: str, since: date) -> Iterator[Any]:
    kind = column.kind
    if kind is FieldKind.DAY:
        day = date.fromisoformat(text)
        yield from (
            day,
            f"{day.year}.{day.month}.{day.day}",
            f"{day.year}年{day.month}月{day.day}日",
            f"{day:%Y/%m/%d}",
        )
        yield from (f" {text} ", _full_width(text), f"{text}（星期{'一二三四五六日'[day.weekday()]}）")
        yield from (f"{day:%Y%m%d}", (day - since).days)
    elif kind is FieldKind.MONTH:
        first = date.fromisoformat(f"{text}-01")
        yield from (first, f"{first.year}年{first.month}月", f"{first.year}.{first.month}", int(f"{first:%Y%m}"))
        yield _full_width(text)
    elif kind is FieldKind.TIMES and "-" in text:
        yield from (text.replace(":", "：").replace("-", "—"), text.replace("-", " 至 ").replace(":", "："))
    elif kind is FieldKind.COUNT and text.isdigit():
        yield from (
            int(text),
            float(text),
            _full_width(text),
            f" {text} ",
            han(int(text)) if 0 < int(text) < 1000 else text,
        )
    elif kind is FieldKind.NUMBER and text.isdigit():
        yield from (int(text), _full_width(text))
        yield from (timedelta(hours=int(text)),) if column.path[-1] == "学时" else ()
    elif kind is FieldKind.FLAG:
        yield from ("√", True, "TRUE") if text == "是" else ("×", False, "FALSE")
    elif kind in {FieldKind.CHOICE, FieldKind.TEXT, FieldKind.NAME}:
        yield f" {text}　"


def _full_width(text: str) -> str:
    return "".join(chr(ord(each) + 0xFEE0) if each.isdigit() else each for each in text)


_FAULTS: Mapping[FieldKind, Sequence[tuple[str, Any]]] = {
    FieldKind.DAY: [("R106", "2019-02-30"), ("T125", "26-9-20"), ("R105", "待定"), ("T124", 2019.1), ("T126", "2019年3月14日星期五"), ("T124", time(9, 20))],
    FieldKind.MONTH: [("T124", 2019.1), ("T125", "9月"), ("R117", "2019-13"), ("R117", "待定")],
    FieldKind.TIMES: [("R132", "25:00"), ("R131", "下午"), ("R132", "16:10-14:30"), ("T124", 0.6)],
    FieldKind.COUNT: [("R107", "18人"), ("R107", "-1"), ("R107", 1.5), ("T127", date(2019, 3, 14))],
    FieldKind.FLAG: [("R109", "也许")],
    FieldKind.CHOICE: [("R104", "没有这样的词"), ("T127", time(9))],
    FieldKind.IDENTIFIER: [("R114", "甲")],
    FieldKind.BRANCH: [("R114", "甲")],
    FieldKind.NAME: [("R133", "长" * 101), ("T124", 3.1)],
    FieldKind.TEXT: [("R133", "长" * 2001), ("T127", date(2019, 3, 14)), ("T124", 3.1)],
}  # fmt: skip
