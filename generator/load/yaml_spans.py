"""A YAML text as nodes that know from where to where they stand, for who changes a file by its text.

Only of texts that the complete reader takes without an error: aliases, tags and merge keys are refused there.
"""

from __future__ import annotations

from typing import Any

from yaml import CSafeLoader
from yaml.events import CollectionEndEvent, MappingStartEvent, ScalarEvent, SequenceStartEvent


class YamlNode:
    """A node from `start` to `end`, indexes into the text; `flow` where it stands in brackets, or is a value on its own.

    `start` of a block collection is that of its first key or dash, `end` of any collection in blocks that of its last
    value: comments and blank lines behind it are no part of it.
    """

    __slots__ = ("end", "flow", "start")

    def __init__(self, start: int, end: int, *, flow: bool) -> None:
        self.start = start
        self.end = end
        self.flow = flow

    def opened(self) -> YamlNode:
        """The node with what is in it; another one where this was not looked into so far."""
        return self


class ScalarNode(YamlNode):
    """A text; `quoted` where it stands in quotes or is a block scalar."""

    __slots__ = ("quoted", "value")

    def __init__(self, start: int, end: int, value: str, *, quoted: bool) -> None:
        super().__init__(start, end, flow=True)
        self.value = value
        self.quoted = quoted


class ListNode(YamlNode):
    """A list."""

    __slots__ = ("items",)

    def __init__(self, start: int, *, flow: bool) -> None:
        super().__init__(start, start, flow=flow)
        self.items: list[YamlNode] = []

    def add(self, node: YamlNode) -> None:
        """Add an item, as the events come."""
        self.items.append(node)


class MappingNode(YamlNode):
    """A mapping: by key, the key's own node and that of its value."""

    __slots__ = ("_key", "pairs")

    def __init__(self, start: int, *, flow: bool) -> None:
        super().__init__(start, start, flow=flow)
        self.pairs: dict[str, tuple[ScalarNode, YamlNode]] = {}
        self._key: ScalarNode | None = None

    def add(self, node: YamlNode) -> None:
        """Add a key or the value of the last one, as the events come."""
        if self._key is None:
            assert isinstance(node, ScalarNode)
            self._key = node
        else:
            self.pairs[self._key.value] = self._key, node
            self._key = None


def spans_of(text: str) -> MappingNode | None:
    """The mapping that a text holds; None where it holds nothing.  Raises yaml's errors where the text is no YAML."""
    root = compose(text, 0)
    return root if isinstance(root, MappingNode) else None


def compose(text: str, offset: int) -> YamlNode | None:
    """The node that a piece of a text holds, the piece beginning at `offset`."""
    open_: list[ListNode | MappingNode] = []
    root: YamlNode | None = None
    get = CSafeLoader(text).get_event
    while (event := get()) is not None:
        if isinstance(event, CollectionEndEvent):
            _close(open_.pop(), event, offset)
            continue
        node = _node(event, text, offset)
        if node is None:
            continue
        if open_:
            open_[-1].add(node)
        else:
            root = node
        if isinstance(node, ListNode | MappingNode):
            open_.append(node)
    return root


def _node(event: Any, text: str, offset: int) -> YamlNode | None:
    """The node that an event begins; None for the events around it."""
    kind = type(event)
    if kind is ScalarEvent:
        start, end = event.start_mark.index, event.end_mark.index
        if event.style in ("|", ">"):  # the mark behind one is that of what comes next
            end = start + len(text[start:end].rstrip())
        return ScalarNode(start + offset, end + offset, event.value, quoted=bool(event.style))
    if kind is MappingStartEvent:
        return MappingNode(event.start_mark.index + offset, flow=event.flow_style)
    if kind is SequenceStartEvent:
        return ListNode(event.start_mark.index + offset, flow=event.flow_style)
    return None


def _close(node: ListNode | MappingNode, event: Any, offset: int) -> None:
    """Give a collection its end: a bracket, or the end of its last value."""
    if node.flow:
        node.end = event.end_mark.index + offset
    elif isinstance(node, ListNode):
        node.end = node.items[-1].end
    else:
        key, value = next(reversed(node.pairs.values()))
        node.end = max(key.end, value.end)
