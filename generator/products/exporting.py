"""One table of an edition for other programs: what `zhibu export` writes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from generator.build.unit_workbook import guarded_contents, sheets_of, unit_workbooks
from generator.disclose.view import BranchView
from generator.errors import ConfigurationError, RecordsRefusedError
from generator.formats.flat_table import FlatTable, to_csv, to_json_rows
from generator.formats.workbook.content import FilledSheet, UnitWorkbook
from generator.formats.workbook.plain_table import table_to_xlsx
from generator.judge import judge, judge_units, records_shown
from generator.model.files import RECORD_FILES
from generator.model.finding import Finding, Verdict
from generator.model.nearest import did_you_mean
from generator.model.problem import Problem, errors_in
from generator.model.record import Audience
from generator.model.record_file import Owner
from generator.model.shape import FieldKind
from generator.model.sheet_reading import from_cells
from generator.model.standard_set import MAIN_SET
from generator.settings import Settings
from generator.survey import Survey, survey

_TEXT, _COUNT, _DAY = FieldKind.TEXT, FieldKind.COUNT, FieldKind.DAY
_FINDINGS, _GAPS, _SUMS = "判定", "缺项", "标准汇总"
_UNIT = (("单位编号", FieldKind.IDENTIFIER), ("单位", FieldKind.NAME), ("序号", _COUNT))
_FINDING_COLUMNS = (
    ("年度", _COUNT),
    ("基层党委", FieldKind.NAME),
    ("支部编号", FieldKind.IDENTIFIER),
    ("支部", FieldKind.NAME),
    ("标准集", FieldKind.IDENTIFIER),
    ("标准", FieldKind.STANDARD),
    ("要点", FieldKind.CRITERION),
    ("类别", FieldKind.CHOICE),
    ("责任主体", FieldKind.CHOICE),
    ("考核期", FieldKind.MONTH),
    ("结论", FieldKind.CHOICE),
    ("期限", _DAY),
    ("理由", _TEXT),
    ("佐证", _TEXT),
)


class _Judged(NamedTuple):
    """A finding with whom it is about."""

    year: int
    committee: str
    branch: str
    name: str
    standard_set: str
    finding: Finding


def export_table(settings: Settings, name: str, owner: Owner | None = None) -> FlatTable:
    """The table of that name, as the audience may see it.

    It is a section of a register, of all units of an `owner` within the scope (where several keep such a section, branches
    before committees before 学校), or 判定, 缺项 or 标准汇总.  Raises RecordsRefusedError for 错误 in the records.
    """
    owners = _owners(name, settings)
    if name not in (_FINDINGS, _GAPS, _SUMS) and (not owners or owner not in (None, *owners)):
        raise _unknown(name, settings)
    surveyed = survey(settings)
    _refuse(surveyed.problems)
    if owners:
        return _section(surveyed, name, owner or owners[0])
    if settings.audience is Audience.PUBLIC:
        raise ConfigurationError(
            f"公开版没有判定，不导出“{name}”。请写 --audience internal 或者 --audience restricted。"
        )
    found = list(_judged(surveyed))
    return _sums(found) if name == _SUMS else _findings(name, found)


def table_bytes(table: FlatTable, form: str, settings: Settings) -> bytes:
    """The table as a file of that form: csv, json or xlsx."""
    if form == "xlsx":
        return table_to_xlsx(table, settings.as_of, settings.audience.label)
    return (to_csv(table, marked=True) if form == "csv" else to_json_rows(table)).encode()


def _refuse(problems: Iterable[Problem]) -> None:
    if errors := errors_in(problems):
        raise RecordsRefusedError("台账或标准有错误，没有导出。", errors)


def _owners(name: str, settings: Settings) -> list[Owner]:
    """Who has a section of that name, branches first."""
    kept = {file.owner for file in RECORD_FILES for each in sheets_of(file, settings) if each.title == name}
    return [owner for owner in (Owner.BRANCH, Owner.COMMITTEE, Owner.INSTITUTION) if owner in kept]


def _unknown(name: str, settings: Settings) -> ConfigurationError:
    if any(
        each.title == name and each.kind.OWN_ONLY for file in RECORD_FILES for each in file.sheets(settings.audience)
    ):
        return ConfigurationError(f"“{name}”只给支部自己。请写 --scope branch:编号。")
    known = {each.title for file in RECORD_FILES for each in sheets_of(file, settings)} | {_FINDINGS, _GAPS, _SUMS}
    hint = did_you_mean(name, known, f"可写的有：{'、'.join(sorted(known))}。")
    return ConfigurationError(f"{settings.audience.label}没有“{name}”这张表。{hint}")


def _section(surveyed: Survey, name: str, owner: Owner) -> FlatTable:
    contents = guarded_contents(unit_workbooks(surveyed, records_shown, (owner,), (name,)), tuple)
    columns = next((sheet.layout.columns for content in contents for sheet in content.sheets), ())
    filled = [(content, sheet) for content in contents for sheet in content.sheets if sheet.rows]
    return FlatTable(
        title=name,
        columns=(*_UNIT, *((each.label, _TEXT if each.many else each.kind) for each in columns)),
        rows=[row for content, sheet in filled for row in _lines(content, sheet)],
        objects=[each for content, sheet in filled for each in _objects(content, sheet)],
    )


def _lines(content: UnitWorkbook, sheet: FilledSheet) -> Iterator[tuple[str, ...]]:
    """Each line of a row names the unit and the row's number, so that lines may be sorted and filtered."""
    number = 0
    for mark, *cells in sheet.lines:
        number += not mark.startswith("+")
        yield (_id(content), content.name, str(number), *cells)


def _objects(content: UnitWorkbook, sheet: FilledSheet) -> Iterator[Mapping[str, Any]]:
    for number, row in enumerate(from_cells(sheet.layout, sheet.lines), 1):
        yield {"单位编号": _id(content), "单位": content.name, "序号": number, **row.mapping}


def _id(content: UnitWorkbook) -> str:
    return content.scope.rpartition(":")[2]


def _judged(surveyed: Survey) -> Iterator[_Judged]:
    """Every finding that the audience may see: of 学校 and committees about their own duties, then branch by branch."""
    audience, scope = surveyed.settings.audience, surveyed.settings.scope
    alone = scope is not None and scope.kind == "branch"
    names = surveyed.names["committee"]
    for unit in () if alone else judge_units(surveyed, audience):
        committee = names.get(unit.unit, "")
        yield from (_Judged(unit.year, committee, "", "", unit.standard_set or MAIN_SET, row) for row in unit.findings)
    for judged in judge(surveyed):
        _refuse(judged.problems)
        view = BranchView.of(judged, audience, alone=alone)
        entry = judged.entry
        for year in view.years if view else ():
            made, committee = year.assessment, names.get(entry.committee, "")
            given = (made.year, committee, entry.id, entry.name, made.standard_set or MAIN_SET)
            yield from (_Judged(*given, row) for row in made.own)


def _findings(name: str, found: list[_Judged]) -> FlatTable:
    gaps = {Verdict.UNMET, Verdict.DUE_SOON}
    rows = [_finding(row) for row in found if name == _FINDINGS or row.finding.verdict in gaps]
    heads = [head for head, _ in _FINDING_COLUMNS]
    return FlatTable(name, _FINDING_COLUMNS, rows, [dict(zip(heads, row, strict=True)) for row in rows])


def _finding(row: _Judged) -> tuple[str, ...]:
    found = row.finding
    return (
        str(row.year),
        row.committee,
        row.branch,
        row.name,
        row.standard_set,
        found.standard,
        found.criterion,
        found.part.value,
        found.duty.value,
        found.period.name,
        found.verdict.value,
        found.due.isoformat() if found.due else "",
        found.reason,
        "\n".join(str(each.source) for each in found.evidence),
    )


def _sums(found: list[_Judged]) -> FlatTable:
    """How many findings of each verdict the branches of a committee have, standard by standard, in the order of the roster."""
    counts: dict[tuple[int, str, str, str], Counter[Verdict]] = {}
    for row in found:
        if row.branch:
            key = (row.year, row.committee, row.standard_set, row.finding.standard)
            counts.setdefault(key, Counter())[row.finding.verdict] += 1
    heads = ("年度", "基层党委", "标准集", "标准", *(each.value for each in Verdict))
    kinds = (_COUNT, FieldKind.NAME, FieldKind.IDENTIFIER, FieldKind.STANDARD, *(_COUNT for _ in Verdict))
    rows = [(str(key[0]), *key[1:], *(str(count[each]) for each in Verdict)) for key, count in counts.items()]
    return FlatTable(
        _SUMS, tuple(zip(heads, kinds, strict=True)), rows, [dict(zip(heads, row, strict=True)) for row in rows]
    )
