"""Whether a note came as it was written: its lines against the check digits in its last one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from generator.load.note.text import FoundNote, NoteLine
from generator.model.note_format import ALL_DIGITS, CHECK, DIGITS, LINE_DIGITS, check_of_all, check_of_line
from generator.model.problem import Problem
from generator.model.problem_codes import report

_WHOLE = re.compile(rf"{CHECK}(\d+)行·([{DIGITS}]{{{ALL_DIGITS}}})·((?:[{DIGITS}]{{{LINE_DIGITS}}})+)")
_LIKE = str.maketrans("OIL", "011")
_AGAIN = "请在填它的页面上重新复制，整段不要改；要改内容，在页面上改了再复制。"


class _Written(NamedTuple):
    """What the last line says: the check of all lines, and one of each."""

    all: str
    each: list[str]


class CheckedNote(NamedTuple):
    """The lines of a note without what others put between them, and what is wrong with them."""

    lines: tuple[NoteLine, ...]
    problems: tuple[Problem, ...]


def checked(note: FoundNote, path: str, known: Callable[[NoteLine], bool]) -> CheckedNote:
    """Compare a note that has a first and a last line.

    A line that was not there when the note was written, and that holds no `known` key, is the name of who sent it or the
    like, and is left out.
    """
    if note.head is None or note.closing is None:
        raise ValueError("only a note with both its ends can be checked")
    written = _written(note.closing)
    if written is None:
        told = report("N102", note.closing.source(path), "末行的校验不全，记录多半被截断了", _AGAIN)
        return CheckedNote((), (told,))
    lines = (note.head, *note.lines)
    found = [check_of_line(line.said) for line in lines]
    noise = _noise(lines, found, written.each, known)
    kept = tuple(line for at, line in enumerate(lines) if at not in noise)
    codes = [code for at, code in enumerate(found) if at not in noise]
    whole = check_of_all(line.said for line in kept) == written.all
    if whole and codes == written.each:
        return CheckedNote(kept, ())
    differing = () if whole else tuple(_differences(kept, codes, written.each, note.closing, path))
    unclear = report("N106", note.closing.source(path), "末行的校验和前面的内容对不上", _AGAIN)
    return CheckedNote(kept, differing or (unclear,))


def _written(line: NoteLine) -> _Written | None:
    said = line.said.removeprefix(CHECK)
    found = _WHOLE.match(CHECK + said.upper().translate(_LIKE))
    if found is None:
        return None
    each = [found[3][at : at + LINE_DIGITS] for at in range(0, len(found[3]), LINE_DIGITS)]
    return _Written(found[2], each) if len(each) == int(found[1]) else None


def _noise(
    lines: Sequence[NoteLine], found: Sequence[str], written: Sequence[str], known: Callable[[NoteLine], bool]
) -> frozenset[int]:
    """The places of lines that nobody wrote into the note and that hold no key."""
    inserted = (
        at for tag, start, end, _, _ in _compared(found, written) if tag == "insert" for at in range(start, end)
    )
    return frozenset(at for at in inserted if not known(lines[at]))


def _compared(found: Sequence[str], written: Sequence[str]) -> Iterator[tuple[str, int, int, int, int]]:
    """What became of the lines: 'replace', 'insert' (more than written) or 'delete', with the range in both."""
    names = {"replace": "replace", "insert": "delete", "delete": "insert"}
    for tag, start, end, first, last in SequenceMatcher(None, found, written, autojunk=False).get_opcodes():
        if tag != "equal":
            yield names[tag], start, end, first, last


def _differences(
    lines: Sequence[NoteLine], found: Sequence[str], written: Sequence[str], check: NoteLine, path: str
) -> Iterator[Problem]:
    if found != written and Counter(found) == Counter(written):
        first = next(at for at, code in enumerate(found) if code != written[at])
        yield report("N109", lines[first].source(path), "从这一行起，行的先后和生成时不同", _AGAIN)
        return
    for tag, start, end, first, last in _compared(found, written):
        after = lines[start] if start < len(lines) else check
        changed = min(end - start, last - first)
        for line in lines[start : start + changed]:
            yield report("N105", line.source(path), "这一行和生成时不一样", _AGAIN)
        more = end - start - changed
        shift = more if found[start + changed : end] == found[end : end + more] else 0  # the copy, not what was copied
        for at in range(start + changed + shift, end + shift):
            told = "这一行重复了" if found[at] in written else "这一行是后来加的"
            yield report("N108", lines[at].source(path), told, _AGAIN)
        if tag == "delete":
            yield report("N107", after.source(path), f"这一行之前少了 {last - first} 行", _AGAIN)
