"""What of a text is not read as it is written: invisible characters, radicals, marks of Markdown and HTML, page numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from itertools import chain

from generator.documents.outline.folding import Edit, TextFold, as_line_end, as_nothing
from generator.documents.outline.html_marks import HTML_FOLDS, UNSEEN_HTML, line_breaks
from generator.documents.outline.html_tables import table_edits
from generator.documents.outline.labels import label_of
from generator.model.clause import Note, NoteKind, Style
from generator.model.radicals import RADICAL, ideograph

_INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef"
_UNSEEN = re.compile(f"[{_INVISIBLE}]")
_LINE = r"(?m:^)[ \t\u3000]*"


_ALWAYS = (
    TextFold(_UNSEEN, as_nothing, NoteKind.INVISIBLE, "有 {count} 个看不见的字符，原样保留"),
    TextFold(
        RADICAL,
        ideograph,
        NoteKind.READ_AS,
        "有 {count} 个字是部首或兼容字（“{first}”读作“{read}”），按通用的字读，原文保留",
    ),
    TextFold(re.compile("[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]"), as_line_end),
    TextFold(
        re.compile(
            rf"{_LINE}(?:[-—–－─·]{{1,2}}[ \t]?\d{{1,4}}[ \t]?[-—–－─·]{{1,2}}|第[ \t]?\d{{1,4}}[ \t]?页(?:[ \t，,/]{{0,2}}共[ \t]?\d{{1,4}}[ \t]?页)?)[ \t\u3000]*$",
            re.MULTILINE,
        ),
        as_nothing,
        NoteKind.LEFT_OUT,
        "有 {count} 行页码没有读入",
    ),
)
_MARKUP = (
    TextFold(
        re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,30}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});"),
        lambda found: _UNSEEN.sub("", unescape(found[0])),
    ),
    TextFold(
        re.compile(
            r"!\[[^\]\n]{0,300}\]\([^()\n]{0,500}\)|!\[\[[^\[\]\n]{1,300}\]\]|<img\s[^<>]{0,500}>", re.IGNORECASE
        ),
        as_nothing,
        NoteKind.LEFT_OUT,
        "有 {count} 幅图片没有读入",
    ),
    TextFold(re.compile(rf"{_LINE}(?:>[ \t]?)+"), as_nothing),
    TextFold(re.compile(rf"{_LINE}[-*+][ \t]+(?=[（(\[第一二三四五六七八九十\d*])"), as_nothing),
    TextFold(re.compile(r"^[ \t]*(?:={3,}|-{3,}|\*{3,}|_{3,})[ \t]*$", re.MULTILINE), as_nothing),
    TextFold(re.compile(r"^[ \t]*\[{1,2}toc\]{1,2}[ \t]*$", re.MULTILINE | re.IGNORECASE), as_nothing),
    TextFold(re.compile(r"\[[¶#§]\]\(#[^()\n]{0,300}\)"), as_nothing),
    TextFold(
        re.compile(r"^[ \t]*[!?]{3}\+?[ \t]+[\w-]{1,30}(?:[ \t]+\"(?P<words>[^\"\n]{0,100})\")?", re.MULTILINE),
        lambda found: found["words"] or "",
    ),
    TextFold(
        re.compile(r"^[ \t]*\[\^(?P<number>[^\]\s]{1,30})\]:[ \t]*", re.MULTILINE),
        lambda found: f"注{found['number']}：",
    ),
    TextFold(re.compile(r"\[\^[^\]\s]{1,30}\]"), as_nothing),
    TextFold(re.compile(r"^:{3,}[ \t]*[\w-]*[ \t]*", re.MULTILINE), as_nothing),
    TextFold(re.compile(r"^[ \t]*(?:`{3,}|~{3,})[^\n]*$", re.MULTILINE), as_nothing),
    TextFold(
        re.compile(r"(?<!!)\[\[(?:[^\[\]|\n]{1,200}\|)?(?P<words>[^\[\]|\n]{1,200})\]\]"), lambda found: found["words"]
    ),
    TextFold(re.compile(r"==(?=\S)(?P<words>[^=\n]{1,200})(?<=\S)=="), lambda found: found["words"]),
    TextFold(
        re.compile(r"~~(?=\S)[^~\n]{1,200}(?<=\S)~~"), as_nothing, NoteKind.LEFT_OUT, "有 {count} 处划去的文字没有读入"
    ),
    TextFold(re.compile(r"\{[{%][^{}\n]{0,300}[%}]\}"), as_nothing, NoteKind.LEFT_OUT, "有 {count} 处模板代码没有读入"),
    TextFold(re.compile(r"\\([!-/:-@\[-`{-~])"), lambda found: found[1]),
    TextFold(re.compile(rf"({_LINE})\\(?=\d)"), lambda found: found[1]),
    TextFold(re.compile(r"[ \t]{0,4}\{:?[ \t]*[#.][^{}\n]{1,200}\}[ \t]*$", re.MULTILINE), as_nothing),
)
_LINK = re.compile(
    r"\[(?P<words>[^\[\]\n]{1,300})\]\((?=[^()\s]{0,300}[./#])[^()\s]{1,300}(?:[ \t]\"[^\"\n]{0,200}\")?\)"
)
_FRONT_MATTER = re.compile(
    r"(?:---[ \t]*\n(?=[^\n]*:)(?:(?!---|\.\.\.)[^\n]*\n)+(?:---|\.\.\.)|\+{3}[ \t]*\n(?:(?!\+{3})[^\n]*\n)+\+{3})[ \t]*(?:\n|$)"
)
_BOLD_LINE = re.compile(r"^[ \t]*(?P<bold>\*\*[^*\n]{1,60}\*\*)[ \t]*$", re.MULTILINE)
_EMPHASIS = re.compile(r"(?<![*0-9A-Za-z])(?P<mark>\*{1,3})(?=[^\s*])[^*\n]{1,300}?(?<=\S)(?P<end>(?P=mark))(?!\*)")


def front_matter_end(text: str) -> int:
    """Where the front matter of a Markdown file ends; 0 where it has none."""
    found = _FRONT_MATTER.match(text)
    return found.end() if found else 0


def marks_of(text: str, begin: int, *, markup: bool) -> tuple[list[Edit], list[Note]]:
    """The edits that fold a text from `begin`, in its order, and notes on those that a reader must know of.

    `markup` says whether marks of Markdown and HTML are marks.
    """
    edits = list(table_edits(text, begin)) if markup else []  # first, because inside a table a line end is a space
    notes: list[Note] = []
    for fold in (*_ALWAYS, *((*_MARKUP, *HTML_FOLDS) if markup else ())):
        found = [
            Edit(each.start(), each.end(), words)
            for each in fold.pattern.finditer(text, begin)
            if (words := fold.words(each)) != each[0]
        ]
        edits += found
        if found and fold.kind is not None:
            notes.append(_note(fold.kind, fold.told, found, text))
    if markup:
        for told, unseen in ((told, list(found(text, begin))) for told, found in UNSEEN_HTML):
            edits += unseen
            notes += [_note(NoteKind.LEFT_OUT, told, unseen, text)] if unseen else []
        edits += chain(_links(text, begin), line_breaks(text, begin), _emphasis(text, begin))
    return sorted(edits, key=lambda edit: (edit.start, -edit.end)), notes


def _note(kind: NoteKind, told: str, edits: list[Edit], text: str) -> Note:
    start, end, words = edits[0]
    return Note(kind, told.format(count=len(edits), first=text[start:end], read=words), start)


def _links(text: str, begin: int) -> Iterator[Edit]:
    """A link is read as its words."""
    for found in _LINK.finditer(text, begin):
        yield Edit(found.start(), found.start("words"), "")
        yield Edit(found.end("words"), found.end(), "")


def _emphasis(text: str, begin: int) -> Iterator[Edit]:
    """Stars around words, but for those of a line that is a heading by being wholly bold."""
    headings = {found.start("bold") for found in _BOLD_LINE.finditer(text, begin) if _is_heading(found[0])}
    for found in _EMPHASIS.finditer(text, begin):
        if found.start() not in headings:
            yield Edit(found.start(), found.end("mark"), "")
            yield Edit(found.start("end"), found.end(), "")


def _is_heading(line: str) -> bool:
    label = label_of(line)
    return label is not None and label.style is Style.HEADING
