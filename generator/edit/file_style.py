"""How a file is written, told by what stands in it: new rows look like those beside them."""

from __future__ import annotations

from generator.edit.text_edits import TextEdits
from generator.load.yaml_spans import ListNode, MappingNode, ScalarNode, YamlNode
from generator.model.yaml_lines import ITEM, StylePath, YamlStyle
from generator.model.yaml_scalars import is_fraction

_NEIGHBOURS = 8
"""Rows of a list, the last ones, that tell how its rows are written."""

_DEFAULT = YamlStyle()


def style_of(root: MappingNode | None, edits: TextEdits, keys: tuple[str, ...]) -> YamlStyle:
    """The style of a file for changes under these top-level keys."""
    watched = _Style(edits)
    for key, (at, value) in root.pairs.items() if root else ():
        if key in keys or watched.incomplete:
            watched.see_value(at, value, (key,))
    return watched.made()


class _Style:
    """What was seen so far; of two that differ the later one counts."""

    def __init__(self, edits: TextEdits) -> None:
        self._edits = edits
        self._steps: dict[str, int] = {}
        self._flow: dict[StylePath, bool] = {}
        self._fractions: set[StylePath] = set()

    @property
    def incomplete(self) -> bool:
        """Whether nothing tells the indentation so far."""
        return len(self._steps) < len(("step", "dash", "gap"))

    def made(self) -> YamlStyle:
        return _DEFAULT._replace(**self._steps, flow=self._flow, fractions=frozenset(self._fractions))

    def see_value(self, key: ScalarNode, value: YamlNode, path: StylePath) -> None:
        """Look at what stands under a key."""
        value = value.opened()
        if not value.flow:
            name = "dash" if isinstance(value, ListNode) else "step"
            self._steps[name] = self._edits.column(value.start) - self._edits.column(key.start)
        self._see(value, path)

    def _see(self, node: YamlNode, path: StylePath) -> None:
        if isinstance(node, ScalarNode):
            if not node.quoted and is_fraction(node.value):
                self._fractions.add(path)
        elif isinstance(node, ListNode) and node.items:
            self._flow[path] = node.flow
            for item in node.items[-_NEIGHBOURS:]:
                self._see_gap(node, item)
                self._see(item.opened(), (*path, ITEM))
        elif isinstance(node, MappingNode) and node.pairs:
            self._flow[path] = node.flow
            for key, (at, value) in node.pairs.items():
                self.see_value(at, value, (*path, key))

    def _see_gap(self, node: ListNode, item: YamlNode) -> None:
        start = self._edits.line_start(item.start)
        if not node.flow and self._edits.text[start : item.start].lstrip(" ")[:1] == ITEM:
            self._steps["gap"] = item.start - start - self._edits.column(node.start) - 1
