"""Top-level keys that a file does not have yet, put where their kind of record declares them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from generator.edit.text_edits import TextEdits
from generator.load.yaml_spans import MappingNode
from generator.model.yaml_lines import YamlStyle


def add_sections(
    edits: TextEdits, style: YamlStyle, root: MappingNode | None, fresh: Mapping[str, Any], order: Sequence[str]
) -> None:
    """Add keys with their values: each behind the last key on file that is declared before it, else at the end."""
    rank = {key: number for number, key in enumerate(order)}
    lone = _Sections(edits, style, root)
    for key in sorted(fresh, key=lambda key: rank.get(key, len(rank))):
        lone.add(key, fresh[key], _before(root, key, rank))


def _before(root: MappingNode | None, key: str, rank: Mapping[str, int]) -> str | None:
    """The key on file behind which another one goes."""
    present = list(root.pairs) if root else []
    known = [each for each in present if rank.get(each, len(rank)) < rank.get(key, len(rank))]
    return max(known, key=lambda each: rank[each], default=present[-1] if present else None)


class _Sections:
    """Where sections begin in a file, and whether a blank line stands between them."""

    def __init__(self, edits: TextEdits, style: YamlStyle, root: MappingNode | None) -> None:
        self._edits = edits
        self._style = style
        self._root = root
        self._indent = " " * edits.column(root.start) if root else ""
        self._last = _is_long(edits, root) if root else {}
        self._spaced = self._blank_lines()

    def add(self, key: str, value: Any, before: str | None) -> None:
        """Put a key behind another one, or at the end of a file that has none."""
        if self._root is not None and self._root.flow:
            self._into_brackets(key, value)
            return
        lines = [self._indent + line for line in self._style.entry(key, value)]
        long = len(lines) > 1
        if before is None or self._root is None:
            self._edits.insert_lines(len(self._edits.text), ([""] if long and self._edits.text else []) + lines)
            return
        at, node = self._root.pairs[before]
        place = self._edits.behind(max(at.end, node.end), self._edits.column(at.start))
        apart = self._spaced and (long or self._last[before])
        self._last[before] = long
        self._edits.insert_lines(place, ([""] if apart else []) + lines)

    def _into_brackets(self, key: str, value: Any) -> None:
        assert self._root is not None
        entry = self._style.text({key: value}, (), flow=True)[1:-1]
        last = next(reversed(self._root.pairs.values()), None)
        place = max(node.end for node in last) if last else self._root.start + 1
        self._edits.replace(place, place, f", {entry}" if last else entry)

    def _blank_lines(self) -> bool:
        """Whether sections stand apart in this file; where it cannot be told, they do."""
        if self._root is None or len(self._root.pairs) < 2:
            return True
        places = [at.start for at, _ in list(self._root.pairs.values())[1:]]
        return any(self._behind_blank(place) for place in places) or not any(self._last.values())

    def _behind_blank(self, index: int) -> bool:
        text = self._edits.text
        start = self._edits.line_start(index)
        while start and text[self._edits.line_start(start - 1) : start].lstrip().startswith("#"):
            start = self._edits.line_start(start - 1)
        return not text[self._edits.line_start(start - 1) : start].strip() if start else False


def _is_long(edits: TextEdits, root: MappingNode) -> dict[str, bool]:
    """Which keys have more than one line."""
    return {key: "\n" in edits.text[at.start : node.end] for key, (at, node) in root.pairs.items()}
