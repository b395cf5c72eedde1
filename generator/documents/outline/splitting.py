"""Splits a file into documents: attachments, a notice with the plan it issues, several in a row."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.documents.outline.attachment_list import attachment_lists
from generator.documents.outline.head_elements import elements_of
from generator.documents.outline.line_kinds import (
    attachment_heading,
    blanked,
    is_complete_title,
    is_listed,
    may_be_title,
    may_run_on,
)
from generator.documents.outline.sign_off import dated
from generator.model.clause import DocumentPart, Style
from generator.model.text_line import TextLine

_ORDER = list(Style)
_BLOCK = 4
"""Lines over which a title may run, blank ones included."""

_SPACED_BLOCK, _SIGNATURE, _HEAD_LENGTH = 16, 5, 400
_LETTERHEAD = frozenset({"serial", "secrecy", "urgency"})
_KEYED = re.compile(r"[^：:]{1,8}[：:]\s?\S")
"""联系人：甲, 附件：1.计划: a name and its value, no title."""

_LEADING = frozenset({Style.PART, Style.VOLUME, Style.CHAPTER, Style.ARTICLE, Style.LEGAL, Style.HAN})
"""Styles that number whole documents.  1. is not one of them: it restarts under many headings."""

_ENDS = frozenset({DocumentPart.TAIL, DocumentPart.REMARK, DocumentPart.WEB})
"""Parts outside the text that stand behind a document: after one of them, a title begins the next."""


class DocumentLines(NamedTuple):
    """The lines of one document; `name` is 附件1 where it is an attachment.  `outside` are those in no clause, by place."""

    lines: Sequence[TextLine]
    name: str
    outside: Mapping[int, DocumentPart]


def split_documents(lines: Sequence[TextLine], outside: Mapping[int, DocumentPart]) -> Iterator[DocumentLines]:
    """Split the lines of a file into documents."""
    shown = [blanked(line) if at in outside else line for at, line in enumerate(lines)]
    starts = [(0, ""), *_starts(shown, outside)]
    for (start, name), (end, _) in zip(starts, [*starts[1:], (len(lines), "")], strict=True):
        parts = {at - start: outside[at] for at in range(start, end) if at in outside}
        yield DocumentLines(lines[start:end], name, parts)


def _starts(lines: Sequence[TextLine], outside: Mapping[int, DocumentPart]) -> Iterator[tuple[int, str]]:
    """Where each further document begins, and its name."""
    listed = _listed(lines)
    following = _following(lines, listed)
    state = _State()
    for at, line in enumerate(lines):
        if line.is_blank:
            state.pass_over(outside.get(at))
            continue
        attached = _attachment(line, state) if at not in listed or state.attached else None
        if attached is not None and _goes_on(lines, following[at], state):
            attached = None
        if attached is not None or (at not in listed and _begins(lines, at, following, state)):
            yield at, attached or ""
            state = _State(attached=attached is not None)
        state.take(line, listed=at in listed)


class _State:
    """The state of the document that is being read."""

    def __init__(self, *, attached: bool = False) -> None:
        self.has_words = self.contents = False
        self.words = ""
        self.signed = False
        self.closed = True
        self.outermost: Style | None = None
        self.reached = 0
        self.begun = self.attached = attached

    def pass_over(self, part: DocumentPart | None) -> None:
        """A blank line, or one that is outside the text."""
        self.closed = True
        self.signed = self.signed or (self.has_words and part in _ENDS)
        self.contents = self.contents or (self.begun and part is DocumentPart.CONTENTS)

    def take(self, line: TextLine, *, listed: bool) -> None:
        """The next line of the text."""
        self.begun = True
        if not self.has_words and len(self.words) < _HEAD_LENGTH:
            self.words += line.bare
        if self.has_words and dated(line):
            self.signed = True
        if line.is_numbered and line.label is not None and not listed:
            if self.outermost is None or _ORDER.index(line.label.style) < _ORDER.index(self.outermost):
                self.outermost = line.label.style
            self.reached = line.label.number if line.label.style is self.outermost else self.reached
            self.signed = False
        self.has_words = self.has_words or line.closes or line.label is not None
        self.closed = line.closes or self.signed


def _listed(lines: Sequence[TextLine]) -> Collection[int]:
    """The lines that only name attachments: of lists with several lines, or with nothing behind but the signature."""
    found: set[int] = set()
    for each in attachment_lists(lines):
        inline = attachment_heading(lines[each.start])
        if len(each.names) > 1 or (inline and inline["title"] and not inline["number"]) or _ends(lines, each.end):
            found.update(range(each.start, each.end))
    return found


def _ends(lines: Sequence[TextLine], start: int) -> bool:
    """Whether only a signature follows, or nothing before the next attachment."""
    names = 0
    for at in range(start, len(lines)):
        line = lines[at]
        if line.is_blank:
            continue
        heading = attachment_heading(line)
        if dated(line) or (heading is not None and not heading["title"]):
            return True
        names += 1
        if names == _SIGNATURE or not may_be_title(line):
            return False
    return names <= 1


def _attachment(line: TextLine, state: _State) -> str | None:
    """The attachment that a line opens: 附件1 always does, 附件 too except within a form, 附件1：清单 where it is no list."""
    found = attachment_heading(line)
    if found is None or not state.begun:
        return None
    expected = bool(found["number"]) if state.attached else state.signed or state.closed
    field = line.bare.endswith(("：", ":")) and not expected
    alone = not found["title"] and not field and (bool(found["number"]) or state.closed or not state.attached)
    apart = is_listed(line) or line.bare[: found.start("title")].endswith((" ", "\u3000", "\t", "】", "]"))
    behind = state.signed or state.attached or (state.has_words and state.closed and apart)
    titled = behind and not line.closes and (bool(found["number"]) or (is_listed(line) and state.signed))
    if not (alone or titled):
        return None
    kind = "".join(found["kind"].split())
    return f"{'附件' if kind == '附' else kind}{found['number'] or ''}"


def _goes_on(lines: Sequence[TextLine], next_at: int, state: _State) -> bool:
    """Whether the outermost numbering goes on below: then 附表1 stands within the text."""
    label = lines[next_at].label if next_at < len(lines) else None
    return label is not None and label.style is state.outermost and label.number == state.reached + 1


def _begins(lines: Sequence[TextLine], at: int, following: Sequence[int], state: _State) -> bool:
    """Whether a document begins: a title after a signature, or a title after which numbering restarts at 1."""
    if dated(lines[at]) or _KEYED.match(lines[at].bare):
        return False
    if not state.has_words:
        return state.contents and lines[at].bare not in state.words and _heads_next(lines, at, following, state)
    if state.signed and _heads_letter(lines, at):
        return True
    if not may_be_title(lines[at]):
        return False
    return _heads_another(lines, at, following[at], state) or (
        state.closed and _heads_next(lines, at, following, state)
    )


def _heads_next(lines: Sequence[TextLine], at: int, following: Sequence[int], state: _State) -> bool:
    """Whether a complete title begins here, behind a signature or above numbering that restarts."""
    end = at
    while end < min(len(lines), at + _BLOCK) and may_be_title(lines[end]) and not dated(lines[end]):
        end += 1
        if is_complete_title("".join(line.bare for line in lines[at:end])):
            return state.signed or _restarts(lines, following[at], state)
    return state.signed and any(line.closes or line.is_numbered for line in lines[end : end + _BLOCK])


def _heads_letter(lines: Sequence[TextLine], at: int) -> bool:
    """Whether a line is the first of 版头, or of a title that runs over blank lines."""
    said = elements_of(lines[at])
    if said:
        return not said.keys().isdisjoint(_LETTERHEAD)
    joined = ""
    for line in lines[at : at + _SPACED_BLOCK]:
        if line.is_blank:
            continue
        if dated(line) or _KEYED.match(line.bare) or not (may_be_title(line) or may_run_on(line)):
            return False
        joined += line.bare
        if is_complete_title(joined):
            return True
        if joined.endswith("文件"):
            return True
    return False


def _heads_another(lines: Sequence[TextLine], at: int, next_at: int, state: _State) -> bool:
    """Whether the outermost numbering, which had passed 1, restarts right below: then it is a title, however it ends."""
    if state.outermost not in _LEADING or state.reached < 2 or next_at - at > _BLOCK:
        return False
    between = all(line.is_blank or _may_head(line) for line in lines[at:next_at])
    return between and _restarts(lines, next_at, state)


def _may_head(line: TextLine) -> bool:
    return may_be_title(line) and not dated(line) and attachment_heading(line) is None


def _restarts(lines: Sequence[TextLine], next_at: int, state: _State) -> bool:
    label = lines[next_at].label if next_at < len(lines) else None
    if label is None or label.number != 1 or label.inserted:
        return False
    return state.outermost is None or _ORDER.index(label.style) <= _ORDER.index(state.outermost)


def _following(lines: Sequence[TextLine], listed: Collection[int]) -> list[int]:
    """For each line the index of the next numbered one."""
    places, place = [0] * len(lines), len(lines)
    for at in reversed(range(len(lines))):
        places[at] = place
        if lines[at].is_numbered and at not in listed:
            place = at
    return places
