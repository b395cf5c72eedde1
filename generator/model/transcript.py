"""What was read of a Word file, line by line, with what was left out and where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from generator.model.clause import Note, NoteKind
from generator.model.manuscript import Manuscript

_SHOWN = 60


class Reason(StrEnum):
    """What is left out of the text of a Word file, in the words of the note on it."""

    CONTENTS = "目录"
    HIDDEN = "隐藏的文字"
    DATE = "自动更新的日期"
    PLACEHOLDER = "控件里待填的提示语"
    FOOTNOTE = "脚注"
    ENDNOTE = "尾注"
    MARGIN = "页眉页脚"
    FIELD = "域"
    SYMBOL = "符号"
    PAGE = "页码"
    PICTURE = "图片"
    CHART = "图表"
    OBJECT = "嵌入的对象"
    RUBY = "拼音注音"
    COMMENT = "批注"
    REVISION = "修订"
    FILE = "插入的其他文件"


_REMARKS = frozenset({Reason.FOOTNOTE, Reason.ENDNOTE})
"""What is told in full and by itself, as it belongs to the document."""

_LISTED = frozenset({Reason.CONTENTS, Reason.FIELD, Reason.SYMBOL})
"""What is several things where it comes several times in one place."""

_COUNTED = frozenset(
    {
        Reason.PAGE, Reason.PICTURE, Reason.CHART, Reason.OBJECT, Reason.RUBY, Reason.COMMENT, Reason.REVISION,
        Reason.FILE,
    }
)  # fmt: skip
"""What is told once for the file, with its number and the first place."""


class LeftOut(NamedTuple):
    """Something left out, at an offset of the line where it would have stood; `words` may be empty."""

    reason: Reason
    words: str
    at: int


class ReadLine(NamedTuple):
    """A line of the text; None where all that it had was left out.  `is_row` says that it is a row of a table."""

    text: str | None
    left_out: Sequence[LeftOut] = ()
    is_row: bool = False


def assembled(lines: Sequence[ReadLine]) -> Manuscript:
    """The lines as one text, with the notes on it."""
    text = "".join(f"{line.text}\n" for line in lines if line.text is not None)
    return Manuscript(text, tuple(sorted(_notes(lines), key=lambda note: note.start)), markup=False)


def _notes(lines: Sequence[ReadLine]) -> Iterator[Note]:
    places: dict[Reason, list[int]] = {}
    groups: list[tuple[Reason, int, list[str]]] = []
    for reason, words, start in _placed(lines):
        if reason in _COUNTED:
            places.setdefault(reason, []).append(start)
        elif groups and groups[-1][:2] == (reason, start) and reason not in _REMARKS:
            groups[-1][2].append(words)
        else:
            groups.append((reason, start, [words]))
    for reason, starts in places.items():
        yield Note(NoteKind.LEFT_OUT, _counted(reason, len(starts)), starts[0])
    for reason, start, pieces in groups:
        if reason in _REMARKS:
            yield Note(NoteKind.REMARK, f"{reason}，不在正文里：{' '.join(pieces[0].split())}", start)
        else:
            yield Note(NoteKind.LEFT_OUT, _told(reason, pieces), start)


def _placed(lines: Sequence[ReadLine]) -> Iterator[tuple[Reason, str, int]]:
    offset = 0
    for line in lines:
        for left in line.left_out:
            yield left.reason, left.words, offset + left.at
        offset += 0 if line.text is None else len(line.text) + 1


def _counted(reason: Reason, count: int) -> str:
    if reason is Reason.REVISION:
        return f"文件里有修订，按全部接受来读，删去和移走的有 {count} 处"
    return f"{reason}没有读入，共 {count} 处"


def _told(reason: Reason, pieces: Sequence[str]) -> str:
    apart = "；" if reason in _LISTED else ""
    words = " ".join(apart.join(each.strip() if apart else each for each in pieces).split())
    short = words if len(words) <= _SHOWN else f"{words[:_SHOWN]}……"
    lines = f"，共 {len(pieces)} 行" if reason is Reason.CONTENTS and len(pieces) > 1 else ""
    return f"{reason}没有读入{lines}" + (f"：“{short}”" if short else "")
