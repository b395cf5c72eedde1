"""Blank forms laid out for A4: short lines beside each other, two lines to write on where a sentence is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from math import ceil

from generator.model import words
from generator.model.files import declared_forms
from generator.model.form import Form, FormField, FormTable
from generator.model.form_sheet import BlankCell, BlankRow, BlankTable, FormBooklet, FormSheet
from generator.model.paper_fit import ems
from generator.model.shape import FieldKind
from generator.present.forms.answers import answered_standards
from generator.present.forms.lines import FormLine, form_lines
from generator.present.forms.prefilled import planned_blanks
from generator.present.kit.site import Site

_TITLE = "空表汇编"

_HALF = 15.0
"""Characters of what stands already in a cell that may lie beside another."""

_HINT = 38.0
"""Characters of the small print below such a cell."""

_BOX = 0.6
"""What a box to tick is wider than its sign, in characters, with the space after its word."""

_WIDTHS = {FieldKind.DAY: 5.0, FieldKind.MONTH: 4.5, FieldKind.BRANCH: 7.0, FieldKind.COUNT: 3.0, FieldKind.NUMBER: 4.5}
"""Of columns, in characters, where a hand writes that kind of value."""

_TEXT = 13.0
_BRIEF_WIDTH = 5.5
BRIEF = frozenset(
    {
        "主持", "记录", "地点", "责任", "谁", "原始记录", "记录本", "单位", "评定单位", "述职人", "审批单", "领学", "报给",
        "谁看的", "编号", "主讲", "班次", "对方", "领导", "名称", "党小组", "日期", "学时", "几分钟", "何时答复", "职务",
        "谁来答（职务）", "形式（集中、在线）", "列席人员（职务、人数）", "领誓人（职务）", "参加人签到", "举办单位", "固定时段", "选项", "项目",
    }
)  # fmt: skip
"""Texts that are a post, a place, a number or a name: one line is enough, and a narrow column."""

_SIGNED = 5.5
_TEXTS = (FieldKind.TEXT, FieldKind.NAME)


def form_booklet(
    site: Site, forms: Iterable[Form] = declared_forms(), given: Mapping[str, str] | None = None
) -> FormBooklet:
    """The forms bound together; a form alone bears its own title."""
    sheets = form_sheets(site, forms, given)
    return FormBooklet(
        title=sheets[0].title if len(sheets) == 1 else _TITLE,
        institution=site.institution.name,
        note=site.draft_note,
        as_of=site.as_of,
        sheets=sheets,
    )


def form_sheets(
    site: Site, forms: Iterable[Form] = declared_forms(), given: Mapping[str, str] | None = None
) -> tuple[FormSheet, ...]:
    """The forms as sheets; `given` is what their heads say already, by label, and where it is not given the planned day's rule."""
    known = planned_blanks(site) if given is None else given
    return tuple(_sheet(site, form, known) for form in forms)


def _sheet(site: Site, form: Form, given: Mapping[str, str]) -> FormSheet:
    layout = form.layout
    return FormSheet(
        id=layout.id,
        number=layout.number,
        revised=words.day(layout.revised),
        title=layout.title,
        note=layout.note,
        answers=tuple(f"{row.id} {row.name}" for row in answered_standards(site, form)),
        blocks=tuple(_log(form, given) if layout.log else _blocks(form, given)),
        signatures=() if layout.log else layout.signatures,
    )


def _blocks(form: Form, given: Mapping[str, str]) -> Iterator[tuple[BlankRow, ...] | BlankTable]:
    lines = form_lines(form)
    yield (*_head_rows(form, given), *_rows(_cell(line, given) for line in lines if not line.below))
    yield from map(_table, form.tables)
    if below := [_cell(line, given) for line in lines if line.below]:
        yield tuple(_rows(below))


def _head_rows(form: Form, given: Mapping[str, str]) -> Iterator[BlankRow]:
    """Whom it is about has the whole width, for names are long."""
    yield from ((BlankCell(label, parts=(given.get(label, ""),)),) for label in form.heading)


def _cell(line: FormLine, given: Mapping[str, str]) -> BlankCell:
    parts = (given[line.label],) if given.get(line.label) else line.parts
    lines = 2 if line.roomy and not line.parts and line.label not in BRIEF else 1
    return BlankCell(line.label, line.required, line.hint, parts, lines)


def _rows(cells: Iterable[BlankCell]) -> Iterator[BlankRow]:
    """Two short cells share a row; one that waits for another lets one long cell pass."""
    waiting, passed = None, False
    for cell in cells:
        if not _is_half(cell):
            if waiting is not None and passed:
                yield (waiting,)
                waiting = None
            yield (cell,)
            passed = True
        elif waiting is None:
            waiting, passed = cell, False
        else:
            yield waiting, cell
            waiting = None
    if waiting is not None:
        yield (waiting,)


def _is_half(cell: BlankCell) -> bool:
    width = sum(ems(part) + 1 + _BOX * part.count("□") for part in cell.parts)
    return cell.lines == 1 and width <= _HALF and ems(cell.hint) <= _HINT


def _table(table: FormTable) -> BlankTable:
    heads = tuple(_head(column, table.columns) for column in table.columns)
    blanks = ("",) * (len(heads) - 1)
    rows = tuple((table.first[at] if table.first else "", *blanks) for at in range(table.rows))
    lines = 2 if any(_takes_lines(column) for column in table.columns[bool(table.first) :]) else 1
    return BlankTable(table.label, _note(table), heads, tuple(map(_width, table.columns)), rows, lines)


def _log(form: Form, given: Mapping[str, str]) -> Iterator[tuple[BlankRow, ...] | BlankTable]:
    """A row each time: the lines of the form as columns, and a column for each who signs."""
    yield tuple(_head_rows(form, given))
    columns, signed = form.lines, form.layout.signatures
    heads = (*(_head(column, columns) for column in columns), *(f"{who}签字" for who in signed))
    widths = (*map(_width, columns), *(_SIGNED for _ in signed))
    told = [f"{column.label}：{column.hint}" for column in columns if column.hint]
    note = "；".join([*filter(None, [_choices(columns)]), *told])
    lines = 2 if any(map(_takes_lines, columns)) else 1
    yield BlankTable("", note, heads, widths, (("",) * len(heads),), lines, fills=True)


def _head(field: FormField, columns: Iterable[FormField]) -> str:
    """What stands above a column; where two are called the same, with the group that it is of."""
    twins = sum(row.label == field.label for row in columns)
    name = f"{field.group}{field.label}" if twins > 1 and len(field.path) > 2 else field.label
    return f"{name}*" if field.required else name


def _note(table: FormTable) -> str:
    known = table.columns[1:] if table.first else table.columns
    return "；".join(filter(None, [table.hint, _choices(known)]))


def _choices(columns: Iterable[FormField]) -> str:
    return "；".join(f"{row.label}写{'、'.join(row.choices)}" for row in columns if row.choices)


def _takes_lines(field: FormField) -> bool:
    return field.kind in _TEXTS and field.label not in BRIEF


def _width(field: FormField) -> float:
    if field.choices:
        return min(8.0, max(4.0, *map(ems, field.choices)))
    if field.kind in _TEXTS:
        return _TEXT if _takes_lines(field) else _BRIEF_WIDTH
    return max(_WIDTHS.get(field.kind, 4.5), 1 + ceil(ems(field.label) / 3))
