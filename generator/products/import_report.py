"""What an import would do, in words: file by file, row by row, old and new value of every cell that changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from generator.edit.merge import text_difference
from generator.edit.row_merge import MergeKind, RowMerge
from generator.edit.transaction import FileChange
from generator.products.importing import ImportPlan
from generator.products.register_import import RegisterImport

_NOTHING = "（空）"
_LONGEST = 40
"""Characters of a value, beyond which it is cut."""

_HELD = "有错未写"


def describe_import(planned: ImportPlan) -> Iterator[str]:
    """The lines of every file of which something came back."""
    for file in planned.files:
        counts = Counter(_HELD if row.row.source in file.held else row.kind.value for row in file.merge.rows)
        order = [*(kind.value for kind in MergeKind), _HELD]
        said = "，".join(f"{word} {counts[word]} 行" for word in order if counts[word]) or "没有可写的行"
        missing = sum(map(len, file.merge.missing.values()))
        kept = f"；台账里有、交回的表里没有的 {missing} 行没有动" if missing else ""
        yield f"{file.name}：{said}{kept}。"
        for row in file.written:
            yield from _written(file, row)


def describe_question(file: RegisterImport, row: RowMerge) -> Iterator[str]:
    """A row in question: what stands on file, and what came back."""
    why = (
        "几份交回的不一样"
        if row.rivals
        else {MergeKind.CONFLICT: "导出以后台账里改过"}.get(row.kind, "台账里已有同一天、同类的一行")
    )
    yield f"{file.name} {_called(file, row)}：{why}"
    if row.before is not None:
        yield f"  台账里：{_said(file, row, row.before)}"
    for each in (row.row, *row.rivals):
        yield f"  {each.source}：{_said(file, row, each.values)}"


def unified_difference(change: FileChange, name: str) -> str:
    """The change of a file's text as a unified difference."""
    return text_difference(name, change.old or "", change.new, "导入以后")


def _written(file: RegisterImport, row: RowMerge) -> Iterator[str]:
    yield f"  {row.kind.value} {_called(file, row)}（{row.row.source}）"
    if row.before is not None:
        columns = file.columns[row.key]
        old, new = dict(_flat(columns.form(row.before), "")), dict(_flat(columns.form(row.after), ""))
        for label in dict.fromkeys([*new, *old]):
            if old.get(label) != new.get(label):
                yield f"    {label}：{_short(old.get(label))} → {_short(new.get(label))}"


def _called(file: RegisterImport, row: RowMerge) -> str:
    """How people call a row: 活动 2019-03-14 党课."""
    return f"{file.columns[row.key].layout.title} {file.columns[row.key].called(row.after)}".rstrip()


def _said(file: RegisterImport, row: RowMerge, values: Mapping[str, Any]) -> str:
    return "，".join(f"{label}{_short(text)}" for label, text in _flat(file.columns[row.key].form(values), ""))


def _flat(form: Any, label: str) -> Iterator[tuple[str, str]]:
    """The texts in a form, each with the keys that lead there: 议题·2·事项."""
    if isinstance(form, str):
        yield label, form
        return
    items = form.items() if isinstance(form, dict) else enumerate(form or (), 1)
    for key, each in items:
        yield from _flat(each, f"{label}·{key}" if label else str(key))


def _short(text: str | None) -> str:
    line = "、".join((text or _NOTHING).splitlines())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}……"
