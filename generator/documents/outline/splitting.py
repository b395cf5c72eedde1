"""Splits a file into documents: attachments, a notice with the plan it issues, several in a row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.documents.outline.parts import is_attached, is_complete_title, is_listed, may_be_title
from generator.documents.outline.written_days import written_day
from generator.model.clause import Style
from generator.model.text_line import TextLine

_ORDER = list(Style)
_BLOCK = 4
"""Lines over which a title may run, blank ones included."""

_LEADING = frozenset({Style.VOLUME, Style.CHAPTER, Style.ARTICLE, Style.HAN})
"""Styles that number whole documents.  1. is not one of them: it restarts under many headings."""


class DocumentLines(NamedTuple):
    """The lines of one document; `name` is 附件1 where it is an attachment."""

    lines: Sequence[TextLine]
    name: str


def split_documents(lines: Sequence[TextLine]) -> Iterator[DocumentLines]:
    """Split the lines of a file into documents."""
    following = _following(lines)
    start, name, state = 0, "", _State()
    for at, line in enumerate(lines):
        if line.is_blank:
            state.closed = True
            continue
        attached = _attachment(line, state)
        if attached is not None or (state.has_words and _begins(lines, at, following, state)):
            yield DocumentLines(lines[start:at], name)
            start, name, state = at, attached or "", _State(attached=attached is not None)
        state.take(line)
    yield DocumentLines(lines[start:], name)


class _State:
    """The state of the document that is being read."""

    def __init__(self, *, attached: bool = False) -> None:
        self.has_words = False
        self.signed = False
        self.closed = True
        self.listing = False
        self.outermost: Style | None = None
        self.reached = 0
        self.begun = self.attached = attached

    def take(self, line: TextLine) -> None:
        self.begun = True
        if self.has_words and written_day(line.bare):
            self.signed = True
        self.listing = is_listed(line) or (self.listing and line.label is not None)
        if line.is_numbered and line.label is not None and not self.listing:
            if self.outermost is None or _ORDER.index(line.label.style) < _ORDER.index(self.outermost):
                self.outermost = line.label.style
            self.reached = line.label.number if line.label.style is self.outermost else self.reached
            self.signed = False
        self.has_words = self.has_words or line.closes or line.label is not None
        self.closed = line.closes or self.signed


def _attachment(line: TextLine, state: _State) -> str | None:
    """The attachment that a line opens.  附件 alone always does; 附件1：清单 only after the signature, before it is a list."""
    found = is_attached(line)
    if found is None or not state.begun:
        return None
    alone = not found["title"] and not line.bare.endswith(("：", ":"))
    titled = (state.signed or state.attached) and (is_listed(line) or bool(found["number"])) and not line.closes
    return f"附件{found['number']}" if alone or titled else None


def _begins(lines: Sequence[TextLine], at: int, following: Sequence[int], state: _State) -> bool:
    """Whether a document begins: a title after a signature, or a title after which numbering restarts at 1."""
    if state.listing or not may_be_title(lines[at]) or written_day(lines[at].bare):
        return False
    if _heads_another(lines, at, following[at], state):
        return True
    if not state.closed:
        return False
    end = at
    while end < min(len(lines), at + _BLOCK) and may_be_title(lines[end]) and not written_day(lines[end].bare):
        end += 1
        if is_complete_title("".join(line.bare for line in lines[at:end])):
            return state.signed or _restarts(lines, following[at], state)
    return state.signed and any(line.closes or line.is_numbered for line in lines[end : end + _BLOCK])


def _heads_another(lines: Sequence[TextLine], at: int, next_at: int, state: _State) -> bool:
    """Whether the outermost numbering, which had passed 1, restarts right below: then it is a title, however it ends."""
    if state.outermost not in _LEADING or state.reached < 2 or next_at - at > _BLOCK:
        return False
    between = all(line.is_blank or may_be_title(line) for line in lines[at:next_at])
    return between and _restarts(lines, next_at, state)


def _restarts(lines: Sequence[TextLine], next_at: int, state: _State) -> bool:
    label = lines[next_at].label if next_at < len(lines) else None
    if label is None or label.number != 1 or label.inserted:
        return False
    return state.outermost is None or _ORDER.index(label.style) <= _ORDER.index(state.outermost)


def _following(lines: Sequence[TextLine]) -> list[int]:
    """For each line the index of the next numbered one."""
    places, place = [0] * len(lines), len(lines)
    for at in reversed(range(len(lines))):
        places[at] = place
        if lines[at].is_numbered:
            place = at
    return places
