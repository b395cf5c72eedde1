"""Rows of registers put into the text of their file, so that the lines of these rows are all that changes.

Text goes in by position, as a person would write it in: comments, blank lines, order, quotes and line ends of everything
else stay.  What was made is read back, and refused where it does not hold what it should.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

from generator.edit.file_style import style_of
from generator.edit.item_edits import UNCHANGED, ItemEdit
from generator.edit.new_sections import add_sections
from generator.edit.text_edits import TextEdits
from generator.edit.yaml_edit import UneditableError, YamlEdit, node_value
from generator.load.line_spans import spans_by_line
from generator.load.plain_tree import placed_tree, plain_tree, plainly_written, without_positions
from generator.load.yaml_spans import ListNode, MappingNode, spans_of
from generator.model.problem import has_errors

_BOM = "\ufeff"


class SectionEdit(NamedTuple):
    """What changes under a top-level key: a whole new `value`, or rows of its list.

    `changed` are rows by their number on file, `added` new ones, each with the number of the row on file that it goes before
    (that of all of them: at the end).  Without any of these the key is taken out.
    """

    value: Any = None
    changed: Mapping[int, Mapping[str, Any]] = MappingProxyType({})
    added: Sequence[tuple[int, Mapping[str, Any]]] = ()

    def of(self, standing: Any) -> Any:
        """What stands under the key afterwards; None for nothing."""
        if not self.changed and not self.added:
            return self.value
        rows = standing or []
        return [rows[row.at or 0] if row.value is UNCHANGED else row.value for row in self.pairs(len(rows))]

    def pairs(self, count: int) -> list[ItemEdit]:
        """The rows afterwards, each with its number on file."""
        made: list[ItemEdit] = []
        for number in range(count + 1):
            made += [ItemEdit(None, row) for before, row in self.added if before == number]
            if number < count:
                made.append(ItemEdit(number, self.changed.get(number, UNCHANGED)))
        return made


class StandingText(NamedTuple):
    """A file as it stands: its text (None where there is none yet), what it holds, whether lines alone tell its parts apart."""

    text: str | None
    tree: Mapping[str, Any]
    by_line: bool

    @classmethod
    def read(cls, text: str | None) -> StandingText | None:
        """Read a text; None where it has mistakes."""
        placed, problems = placed_tree("", text or "")
        if placed is None or has_errors(problems):
            return None
        return cls(text, without_positions(placed), plainly_written(placed))


def rewritten(standing: StandingText, changes: Mapping[str, SectionEdit], order: Sequence[str]) -> str | None:
    """The text with these changes, by top-level key; `order` is that in which the keys are declared.

    None where it is written in a way that this program does not change.
    """
    mark = _BOM if standing.text and standing.text.startswith(_BOM) else ""
    old = (standing.text or "").removeprefix(_BOM)
    if "\r" in old.replace("\r\n", ""):
        return None
    try:
        made = _rewritten(old, spans_by_line(old) if standing.by_line else spans_of(old), changes, order)
    except UneditableError:
        return None
    expected = {**standing.tree, **{key: change.of(standing.tree.get(key)) for key, change in changes.items()}}
    sound = plain_tree(made) == {key: value for key, value in expected.items() if value is not None}
    return mark + made if sound else None


def _rewritten(text: str, root: MappingNode | None, changes: Mapping[str, SectionEdit], order: Sequence[str]) -> str:
    edits = TextEdits(text)
    style = style_of(root, edits, tuple(changes))
    editor = YamlEdit(edits, style)
    fresh: dict[str, Any] = {}
    for key, change in changes.items():
        if root is not None and key in root.pairs:
            _change(editor, root, key, change)
        elif (value := change.of(None)) is not None:
            fresh[key] = value
    add_sections(edits, style, root, fresh, order)
    return edits.done()


def _change(editor: YamlEdit, root: MappingNode, key: str, change: SectionEdit) -> None:
    at, node = root.pairs[key][0], root.pairs[key][1].opened()
    if isinstance(node, ListNode) and node.items and (change.changed or change.added):
        editor.items(at, node, change.pairs(len(node.items)), (key,))
        return
    new = change.of(node_value(node))
    if new is None:
        editor.mapping(root, {each: node_value(value) for each, (_, value) in root.pairs.items() if each != key}, ())
    else:
        editor.value(at, node, new, (key,), flow=root.flow)
