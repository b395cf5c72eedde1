"""A blank form as a paper of one sheet: the lines of the printed form, rows as high as the sheet has room for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.model.form import Form, FormTable
from generator.model.paper import (
    Paper,
    PaperBlock,
    PaperCell,
    PaperLook,
    PaperTable,
    PaperText,
    TextLook,
    cells,
    headed_table,
)
from generator.model.paper_fit import fits_one_page
from generator.present.forms.lines import FormLine, form_lines

_WIDTHS = (1.0, 4.6)
_HEIGHTS = (11.0, 10.0, 9.0, 8.5, 8.0, 7.5, 7.0, 6.5, 6.0, 5.5)
"""Of a row, the most room first."""

_ROOMY = 1.6
"""How much higher a row is in which a sentence or two are written."""


def form_paper(form: Form, given: Mapping[str, str], note: str = "") -> Paper:
    """The form; `given` is what its head says already, by label, `note` what stands above its title."""
    tries = (_paper(form, given, note, height) for height in _HEIGHTS)
    return next((paper for paper in tries if fits_one_page(paper)), _paper(form, given, note, _HEIGHTS[-1]))


def _paper(form: Form, given: Mapping[str, str], note: str, height: float) -> Paper:
    return Paper(form.layout.title, tuple(_blocks(form, given, note, height)), PaperLook.SHEET)


def _blocks(form: Form, given: Mapping[str, str], note: str, height: float) -> Iterator[PaperBlock]:
    if note:
        yield PaperText(note, TextLook.NOTE)
    yield PaperText(form.layout.title, TextLook.TITLE)
    yield PaperText(f"{form.layout.note}带 * 的必填。", TextLook.NOTE)
    lines = form_lines(form)
    head = [(cells(label, given.get(label, "")), height) for label in form.heading]
    yield _table_of_lines([*head, *_rows_of([line for line in lines if not line.below], given, height)])
    for table in form.tables:
        yield PaperText(f"{table.label}{f'（{table.hint}）' if table.hint else ''}", TextLook.NOTE)
        yield _table_of_rows(table, height)
    if below := [line for line in lines if line.below]:
        yield _table_of_lines([*_rows_of(below, given, height)])
    if form.layout.signatures:
        yield PaperText("　　".join(map(_signature, form.layout.signatures)), TextLook.PLAIN)


def _rows_of(
    lines: Iterable[FormLine], given: Mapping[str, str], height: float
) -> Iterator[tuple[tuple[PaperCell, ...], float]]:
    """The rows of lines, each with its least height."""
    return ((_line(line, given), height * (_ROOMY if line.roomy else 1)) for line in lines)


def _table_of_lines(rows: Sequence[tuple[tuple[PaperCell, ...], float]]) -> PaperTable:
    return PaperTable(tuple(row for row, _ in rows), _WIDTHS, named=True, heights=tuple(least for _, least in rows))


def _line(line: FormLine, given: Mapping[str, str]) -> tuple[PaperCell, PaperCell]:
    star = "*" if line.required else ""
    return PaperCell(f"{line.label}{star}"), PaperCell(given.get(line.label) or "　".join(line.parts), line.hint)


def _table_of_rows(table: FormTable, height: float) -> PaperTable:
    heads = [f"{column.label}{'*' if column.required else ''}" for column in table.columns]
    rows = ((table.first[at] if table.first else "", *[""] * (len(heads) - 1)) for at in range(table.rows))
    widths = tuple(max(3.0, column.width) for column in table.columns)
    return headed_table(heads, rows, widths, (0.8 * height, height))


def _signature(who: str) -> str:
    """Who signs, with room to do so; a day, and whoever is told with a remark, is just named."""
    sign = "" if "日期" in who or "（" in who else "签字"
    return f"{who}{sign}：＿＿＿＿＿＿"
