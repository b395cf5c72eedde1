"""Line ends that a copy from a PDF has made or lost: a paragraph cut at the page's width, several clauses in one line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.documents.outline.folding import Edit
from generator.documents.outline.labels import label_of
from generator.model.clause import Note, NoteKind, Style
from generator.model.text_line import TextLine

_NARROWEST, _WIDEST = 18, 60
"""Characters of a full line: a column of a brochure, a landscape page."""

_RAGGED = 2
"""A full line may lack so many characters, because punctuation does not begin a line."""

_FULL_SHARE, _OPEN_SHARE = 0.3, 0.7
"""Of all lines so many are full, and of the full ones so many end inside a sentence."""

_FEWEST = 4
_ENDS = re.compile(r"[。！？；：;:!?.|…）)》”]$")
_SENTENCE = re.compile(r"[。！？；：][”）]?$")
_BEGINS = re.compile(r"[\s\u3000#|*>（(《“\"【\[]|附\s*件|(?:责任|牵头|配合)(?:单位|部门)|抄送|抄报|主题词")
_FEW, _MANY = 2, 3
"""So many numbers in a row are no enumeration inside a sentence; 一、 is hardly ever used for one."""

_ITEM = re.compile(
    r"(?<=[。；;：:！？）)\s])(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[.．、](?!\d))(?![项款、和及至或])"
    r"|第[一二三四五六七八九十百]{1,5}条(?=[ \t\u3000])"
)


def wrapped_edits(text: str, begin: int) -> list[Edit]:
    """Line ends inside sentences, where most of a text's full lines end so; each is read as nothing."""
    lines = list(_lines(text, begin))
    width = max((len(text[start:end].rstrip()) for start, end in lines), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return []
    full = [at for at, (start, end) in enumerate(lines) if len(text[start:end].rstrip()) >= width - _RAGGED]
    inside = [at for at in full if not _ENDS.search(text[slice(*lines[at])].rstrip())]
    written = sum(1 for start, end in lines if text[start:end].strip())
    if len(full) < max(_FEWEST, written * _FULL_SHARE) or len(inside) < len(full) * _OPEN_SHARE:
        return []
    joined = [at for at in inside if _continues(text, lines, at)]
    if not _make_sentences(text, lines, joined):
        return []
    return [Edit(_stop(text, lines[at]), lines[at + 1][0], "") for at in joined]


def _make_sentences(text: str, lines: Sequence[tuple[int, int]], joined: Sequence[int]) -> bool:
    """Whether most runs of lines that would be joined end with a sentence, as those of a list do not."""
    going_on = set(joined)
    lasts = [at + 1 for at in joined if at + 1 not in going_on]
    ended = sum(1 for at in lasts if _SENTENCE.search(text[slice(*lines[at])].rstrip()))
    return ended * 2 >= len(lasts)


def _stop(text: str, line: tuple[int, int]) -> int:
    return line[0] + len(text[slice(*line)].rstrip())


def _continues(text: str, lines: Sequence[tuple[int, int]], at: int) -> bool:
    """Whether the line below goes on with the sentence: it is not blank, and begins like no paragraph."""
    if at + 1 == len(lines):
        return False
    below = text[slice(*lines[at + 1])]
    return bool(below.strip()) and not _BEGINS.match(below) and label_of(below) is None


def _lines(text: str, begin: int) -> Iterator[tuple[int, int]]:
    """Start and end of every line, without its line feed."""
    while begin < len(text):
        end = text.find("\n", begin)
        end = len(text) if end < 0 else end
        yield begin, end
        begin = end + 1


def joining_note(joined: Sequence[Edit]) -> Iterator[Note]:
    """A note where line ends are read as nothing."""
    if joined:
        told = f"像是从 PDF 复制的，有 {len(joined)} 处行末在句子中间，接着读"
        yield Note(NoteKind.LOST_BREAKS, told, joined[0].start)


def crowding_note(lines: Sequence[TextLine]) -> Iterator[Note]:
    """A note where lines still hold several items behind each other, once those that can be parted are lines of their own."""
    crowded = [line.start for line in lines if line.bare and _holds_items(line.text)]
    if crowded:
        told = f"有 {len(crowded)} 行里有几个相连的编号，像是复制时丢了换行；请对照原文，在编号前补上换行"
        yield Note(NoteKind.LOST_BREAKS, told, crowded[0])


def _holds_items(words: str) -> bool:
    """Whether numbers of one style that follow each other stand behind sentences inside a line: 一、…二、, 1.…2.…3.…."""
    before, run = None, 0
    for label in filter(None, (label_of(found[0]) for found in _ITEM.finditer(words))):
        follows = before is not None and (label.style, label.number - 1) == (before.style, before.number)
        before, run = label, run + 1 if follows else 1
        if run >= (_FEW if label.style is Style.HAN else _MANY):
            return True
    return False
