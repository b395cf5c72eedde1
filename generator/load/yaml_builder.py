"""Builds a `yaml_tree` from PyYAML's events.

A loop without recursion, so that deep nesting cannot exhaust the stack; events instead of composed nodes, which takes
less time and needs no second pass for positions.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from yaml import CSafeLoader
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from generator.load.dashes import loose_lines
from generator.load.invisible import character_problem, invisible_characters
from generator.load.yaml_errors import DEPTH_LIMIT, TOO_DEEP
from generator.load.yaml_tree import REJECTED, Rejected, YamlList, YamlMapping, block_at, empty_list
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.source_text import Mark, SourceText

_CUT = re.compile(r" #(?=[^\s#])")
"""A # that begins a comment without a space behind it: probably meant as text."""

_WIDE = "\u3000\u00a0"


class WideIndentError(Exception):
    """A key begins with U+3000 or U+00A0: what looks like indentation is not.  The reader corrects it."""

    def __init__(self, mark: Mark) -> None:
        super().__init__()
        self.mark = mark


class _StopError(Exception):
    """Stop parsing; the Problem is among the faults."""


class Builder:
    """Builds the tree of the first document and collects Problems of what is not allowed in it."""

    def __init__(self, source_text: SourceText) -> None:
        self.faults: list[Problem] = []
        self.root: Any = None
        self.root_is_plain = False
        self.dashed: list[int] = []
        """Lines of texts that go on, and begin as an item of a list does but for its mark."""
        self._sheet = source_text
        self._cuts = frozenset(match.start() for match in _CUT.finditer(source_text.text))
        self._loose = loose_lines(source_text.text)
        self._documents = 0
        self._open: list[tuple[YamlMapping | YamlList | None, str | Rejected | None, Mark | None]] = []
        self._frame: YamlMapping | YamlList | None = None
        self._key: str | Rejected | None = None
        self._key_mark: Mark | None = None

    def build(self) -> None:
        """Run to the end of the document; raises yaml's errors where the text is not YAML."""
        handlers: dict[type, Callable[[Any], None]] = {
            ScalarEvent: self._scalar,
            MappingStartEvent: self._start,
            SequenceStartEvent: self._start,
            MappingEndEvent: self._end,
            SequenceEndEvent: self._end,
            AliasEvent: self._alias,
            DocumentStartEvent: self._document,
        }
        get = CSafeLoader(self._sheet.text).get_event
        try:
            while (event := get()) is not None:
                if (handler := handlers.get(type(event))) is not None:
                    handler(event)
        except _StopError:
            pass

    def _fault(self, code: str, mark: Mark, message: str, hint: str) -> None:
        self.faults.append(report(code, self._sheet.source_of(mark), message, hint))

    def _document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            self._fault("R017", event.start_mark, "这里开始了第二份文档", "请删去独占一行的 ---，或拆成两个文件。")
            raise _StopError

    def _scalar(self, event: Any) -> None:
        style = event.style
        if self._cuts or self._loose or style == '"' or event.tag is not None or event.anchor is not None:
            self._check_scalar(event)
        frame, key = self._frame, self._key
        # `_put` inlined for nearly all scalars: a non-empty value in a mapping.
        if type(key) is str and (value := event.value) and type(frame) is YamlMapping:
            frame[key] = value
            frame.place.marks[key] = (self._key_mark or event.start_mark, event.start_mark)
            self._key = None
        else:
            self._put(event.value, event.start_mark, plain=not style)

    def _check_scalar(self, event: Any) -> None:
        if event.tag is not None or event.anchor is not None:
            self._report_properties(event)
        if self._loose and not event.style:
            self._note_dashes(event.start_mark, event.end_mark)
        if not event.style and event.end_mark.index in self._cuts:
            line, column = event.end_mark.line, event.end_mark.column + 1
            hint = "是正文就给整句加引号；是注释就在 # 后空一格。"
            self.faults.append(report("R022", self._sheet.source(line, column), "从“ #”起的文字被当作注释丢掉了", hint))
        if event.style == '"':
            self.faults += [
                character_problem(each, self._sheet.source_of(event.start_mark))
                for each in invisible_characters(event.value)
            ]

    def _note_dashes(self, start: Mark, end: Mark) -> None:
        """Of a plain text, the lines that are whole its own."""
        own = not self._sheet.line(start.line)[: start.column].strip()
        self.dashed += sorted(self._loose & set(range(start.line + (not own), end.line + 1)))

    def _start(self, event: Any) -> None:
        if event.tag is not None or event.anchor is not None:
            self._report_properties(event)
        if len(self._open) >= DEPTH_LIMIT:
            self._fault(TOO_DEEP.code, event.start_mark, TOO_DEEP.message, TOO_DEEP.hint)
            raise _StopError
        mark: Mark = event.start_mark
        container = self._block(mark) if type(event) is MappingStartEvent else empty_list()
        self._put(container, mark)
        self._open.append((self._frame, self._key, self._key_mark))
        self._frame, self._key = container, None

    def _end(self, _: Any) -> None:
        self._frame, self._key, self._key_mark = self._open.pop()

    def _alias(self, event: Any) -> None:
        self._fault("R014", event.start_mark, f"用了引用 *{event.anchor}", "请把内容写全；若本是文字，请加引号。")
        self._put(REJECTED, event.start_mark)

    def _report_properties(self, event: Any) -> None:
        if event.anchor is not None:
            self._fault("R014", event.start_mark, f"用了锚点 &{event.anchor}", "请删去锚点；若本是文字，请加引号。")
        if event.tag is not None:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self._fault("R016", event.start_mark, f"用了标签 {tag}", "标签不会执行，请删去；若本是文字，请加引号。")

    def _block(self, mark: Mark) -> YamlMapping:
        source_text = self._sheet
        return block_at(source_text.source_of(mark), source_text)

    def _put(self, value: object, mark: Mark, *, plain: bool = False) -> None:
        frame = self._frame
        if isinstance(frame, YamlMapping):
            if self._key is None:
                self._key, self._key_mark = self._checked_key(frame, value, mark, plain=plain), mark
            else:
                self._enter(frame, value, mark)
        elif frame is not None:
            frame.append(value)
            frame.marks.append(mark)
        else:
            self.root, self.root_is_plain = value, plain

    def _enter(self, block: YamlMapping, value: object, mark: Mark) -> None:
        key, self._key = self._key, None
        if isinstance(key, str) and self._key_mark is not None:
            if value == "":
                key, value = self._split(key, self._key_mark)
            block[key] = value
            block.place.marks[key] = (self._key_mark, mark if value != "" else self._key_mark)

    def _split(self, key: str, mark: Mark) -> tuple[str, str]:
        """`{事项：审议}` and `{请假:1}`: in a flow mapping a mistyped colon leaves a key without a value."""
        for colon, code, fault in (("：", "R007", "用了全角冒号"), (":", "R008", "冒号后缺空格")):
            name, found, value = key.partition(colon)
            if found and name and value:
                self._fault(code, mark, f"“{key}”{fault}", f"请改成“{name}: {value.strip()}”。")
                return name, value.strip()
        return key, ""

    def _checked_key(self, block: YamlMapping, value: object, mark: Mark, *, plain: bool) -> str | Rejected:
        """The key, or REJECTED where it is not allowed; its value is then parsed and discarded."""
        if not isinstance(value, str) or value == "":
            if value is not REJECTED:
                self._fault("R021", mark, "冒号前面不是一个词", "请在冒号前写一个键名。")
            return REJECTED
        if value == "<<" and plain:
            self._fault("R015", mark, "用了合并键 <<", "请删去这一行，把内容写全。")
            return REJECTED
        if value[0] in _WIDE and plain:
            raise WideIndentError(mark)
        if value in block:
            first, again = block.place.of_key(value), self._sheet.source_of(mark)
            message = (
                f"“{value}”写了两次（第 {first.line} 行第 {first.column} 列、第 {again.line} 行第 {again.column} 列）"
            )
            self._fault("R013", mark, message, "请合并成一个，或删去多写的一个。")
            return REJECTED
        return value
