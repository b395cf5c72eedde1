"""Values of a YAML text changed where they stand: whatever is not changed keeps its characters, comments included."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from generator.edit.headings import heading_end
from generator.edit.item_edits import UNCHANGED, ItemEdit, paired
from generator.edit.text_edits import TextEdits
from generator.load.yaml_spans import ListNode, MappingNode, ScalarNode, YamlNode
from generator.model.yaml_lines import ITEM, StylePath, YamlStyle
from generator.model.yaml_scalars import quoted

_COLON = re.compile(r"\s*:")


class UneditableError(Exception):
    """The text is written in a way that this program does not change; nobody writes registers so."""


class YamlEdit:
    """Changes of one text, in the style of its file."""

    def __init__(self, edits: TextEdits, style: YamlStyle) -> None:
        self._edits = edits
        self._style = style

    def value(self, key: ScalarNode, node: YamlNode, new: Any, path: StylePath, *, flow: bool) -> None:
        """Make the value under a key another one; `flow` within brackets."""
        node = node.opened()
        if node_value(node) == new:
            return
        if new and isinstance(node, MappingNode) and isinstance(new, dict) and node.pairs.keys() & new.keys():
            self.mapping(node, new, path)
        elif new and isinstance(node, ListNode) and isinstance(new, list) and node.items:
            self.items(key, node, paired(list(map(node_value, node.items)), new), path)
        else:
            self._instead(key, node, new, path, flow=flow)

    def mapping(self, node: MappingNode, new: Mapping[str, Any], path: StylePath) -> None:
        """Make a mapping another one that has a key in common with it."""
        gone = [key for key in node.pairs if key not in new]
        for key, (at, value) in node.pairs.items():
            if key in new:
                self.value(at, value, new[key], (*path, key), flow=node.flow)
        if gone:
            (self._cut_flow if node.flow else self._cut_pairs)(node, gone)
        before = next(key for key in node.pairs if key in new)
        for key, value in new.items():
            if key in node.pairs:
                before = key
            else:
                self._add_pair(node, before, key, value, path)

    def items(self, key: ScalarNode, node: ListNode, pairs: Sequence[ItemEdit], path: StylePath) -> None:
        """Make a list that holds something another one that does; `key` is the one that it stands under."""
        pairs = [self._item(node, each, (*path, ITEM)) for each in pairs]
        kept = {each.at for each in pairs if each.at is not None}
        if node.flow:
            self._flow_items(node, pairs, kept, path)
        else:
            self._block_items(key, node, pairs, kept, path)

    def _item(self, items: ListNode, pair: ItemEdit, path: StylePath) -> ItemEdit:
        """Change an item; one in blocks that has nothing in common with what it is to be goes, and the other is new."""
        if pair.at is None or pair.value is UNCHANGED:
            return pair
        node, new = items.items[pair.at].opened(), pair.value
        if node_value(node) == new:
            return pair
        if isinstance(node, MappingNode) and isinstance(new, dict) and node.pairs.keys() & new.keys():
            self.mapping(node, new, path)
            return pair
        if not node.flow:
            return ItemEdit(None, new)
        gap = "" if node.end > node.start else " "
        self._edits.replace(node.start, node.end, gap + self._text(node, new, path, flow=items.flow))
        return pair

    def _instead(self, key: ScalarNode, node: YamlNode, new: Any, path: StylePath, *, flow: bool) -> None:
        """Write a value in the place of one that has nothing in common with it."""
        short = flow or not isinstance(new, dict | list) or self._style.in_brackets(new, path)
        colon = _COLON.match(self._edits.text, key.end)
        if short and node.flow and node.end > node.start:
            self._edits.replace(node.start, node.end, self._text(node, new, path, flow=flow))
            return
        if not node.flow:
            self._edits.cut_lines(self._edits.line_end(key.end), self._edits.line_end(node.end))
        elif colon and not short:
            self._edits.replace(colon.end(), node.end, "")
        if short:
            at = colon.end() if colon else key.end
            self._edits.replace(at, at, f"{'' if colon else ':'} {self._text(node, new, path, flow=flow)}")
        else:
            lines = self._style.below(new, path)
            end = max(key.end, node.end) if node.flow else key.end
            self._edits.insert_lines(self._edits.line_end(end), self._indented(key, lines))

    def _text(self, node: YamlNode, new: Any, path: StylePath, *, flow: bool) -> str:
        """A value on one line; in quotes where the one that it replaces is."""
        if isinstance(new, str) and isinstance(node, ScalarNode) and node.quoted:
            return quoted(new)
        return self._style.text(new, path, flow=flow)

    def _add_pair(self, node: MappingNode, before: str, key: str, value: Any, path: StylePath) -> None:
        at, last = node.pairs[before]
        end = max(at.end, last.end)
        if node.flow:
            entry = self._style.text({key: value}, path, flow=True)[1:-1]
            self._edits.replace(end, end, f", {entry}")
            return
        place = self._edits.behind(end, self._edits.column(at.start))
        self._edits.insert_lines(place, self._indented(at, self._style.entry(key, value, path)))

    def _indented(self, key: ScalarNode, lines: Iterable[str]) -> Iterable[str]:
        indent = " " * self._edits.column(key.start)
        return (indent + line for line in lines)

    def _cut_pairs(self, node: MappingNode, gone: Sequence[str]) -> None:
        """Take keys out of a mapping in blocks; the first one may stand behind a dash, where the next one then stands."""
        text, keys = self._edits.text, list(node.pairs)
        first = next(key for key in keys if key not in gone)
        start, keeps = node.start, node.pairs[first][0].start
        behind_dash = bool(text[self._edits.line_start(start) : start].strip())
        if behind_dash and keys[0] in gone:
            lines = self._edits.line_end(start), self._edits.line_start(keeps)
            self._edits.replace(start, keeps, "")
            self._edits.insert_lines(self._edits.line_start(start), self._edits.comments(*lines))
        for key in gone:
            at, value = node.pairs[key]
            if not behind_dash or at.start > keeps:
                self._edits.cut_lines(self._edits.line_start(at.start), self._edits.line_end(max(at.end, value.end)))

    def _cut_flow(self, node: MappingNode, gone: Sequence[str]) -> None:
        spans = [(at.start, max(at.end, value.end)) for at, value in node.pairs.values()]
        self._cut_spans(spans, {number for number, key in enumerate(node.pairs) if key not in gone})

    def _cut_spans(self, spans: Sequence[tuple[int, int]], kept: set[int]) -> None:
        """Take items out of brackets with their commas; at least one is kept."""
        first = min(kept)
        if first:
            self._edits.replace(spans[0][0], spans[first][0], "")
        for number in range(first + 1, len(spans)):
            if number not in kept:
                self._edits.replace(spans[number - 1][1], spans[number][1], "")

    def _flow_items(self, node: ListNode, pairs: Sequence[ItemEdit], kept: set[int], path: StylePath) -> None:
        if not kept:
            text = self._style.text([each.value for each in pairs], path, flow=True)
            self._edits.replace(node.start, node.end, text)
            return
        self._cut_spans([(item.start, item.end) for item in node.items], kept)
        last: YamlNode | None = None
        first = node.items[min(kept)]
        for each in pairs:
            if each.at is not None:
                last = node.items[each.at]
                continue
            text = self._style.text(each.value, (*path, ITEM), flow=True)
            place = last.end if last else first.start
            self._edits.replace(place, place, f", {text}" if last else f"{text}, ")

    def _block_items(
        self, key: ScalarNode, node: ListNode, pairs: Sequence[ItemEdit], kept: set[int], path: StylePath
    ) -> None:
        column = self._edits.column(node.start)
        dashes = [self._dash(node, item, column) for item in node.items]
        place = self._edits.line_end(key.end)
        for number, dash in enumerate(dashes):
            if number not in kept:
                self._edits.cut_lines(dash, self._edits.line_end(node.items[number].end))
        following = 0
        for each in pairs:
            if each.at is not None:
                place, following = self._edits.behind(node.items[each.at].end, column), each.at + 1
                continue
            if following < len(dashes):
                place = heading_end(self._edits, place, dashes[following], each.value)
            lines = (" " * column + line for line in self._style.item(each.value, path))
            self._edits.insert_lines(place, lines)

    def _dash(self, node: ListNode, item: YamlNode, column: int) -> int:
        """Where the line of an item's dash begins."""
        start = self._edits.line_start(item.start)
        while self._edits.text[start : start + column + 1] != " " * column + ITEM:
            if start <= node.start:
                raise UneditableError  # the list begins behind another dash
            start = self._edits.line_start(start - 1)
        return start


def node_value(node: YamlNode) -> Any:
    """What stands in a node."""
    node = node.opened()
    if isinstance(node, MappingNode):
        return {key: node_value(value) for key, (_, value) in node.pairs.items()}
    if isinstance(node, ListNode):
        return [node_value(item) for item in node.items]
    assert isinstance(node, ScalarNode)
    return node.value
