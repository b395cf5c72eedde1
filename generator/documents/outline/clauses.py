"""Builds the clause tree from labelled lines: nesting, ids, and notes on irregular numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from generator.documents.outline.clause_names import ClauseNames
from generator.model.clause import Note, NoteKind, Style
from generator.model.numerals import han
from generator.model.text_line import Label, TextLine

_RANKS = {
    style: float(rank)
    for rank, style in enumerate(
        (
            Style.VOLUME,
            Style.CHAPTER,
            Style.SECTION,
            Style.ARTICLE,
            Style.HAN,
            Style.HAN_BRACKETED,
            Style.DIGIT,
            Style.DIGIT_BRACKETED,
            Style.CIRCLED,
        )
    )
}
_GENERAL = frozenset({"总则", "附则"})
_UNCOUNTED = frozenset({Style.WORD, Style.HEADING, Style.PARAGRAPH})


@dataclass(slots=True)
class ClauseNode:
    """A clause while the tree is built; `end` is where its own text ends."""

    style: Style
    number: int
    label: str
    rank: float
    start: int
    body: int
    end: int
    id: str = ""
    anchor: str = ""
    level: int = 0
    children: list[ClauseNode] = field(default_factory=list)
    last: dict[Style, int] = field(default_factory=dict)

    def walk(self) -> Iterator[ClauseNode]:
        """This node and all below it, in the order of the text."""
        yield self
        for child in self.children:
            yield from child.walk()


def build_clauses(lines: Sequence[TextLine], prefix: tuple[str, str]) -> tuple[list[ClauseNode], list[Note]]:
    """The clauses of one document's body; lines before the first label are in none of them.

    `prefix` goes before ids and anchors where a file has several documents.
    """
    tree = _TreeBuilder(lines, prefix)
    for position, line in enumerate(lines):
        tree.take(position, line)
    return tree.root.children, tree.notes


class _TreeBuilder:
    """A stack of open clauses; a new clause closes those of the same or a deeper rank."""

    def __init__(self, lines: Sequence[TextLine], prefix: tuple[str, str]) -> None:
        labels = [line.label for line in lines]
        self._ranks = _ranks_of(labels)
        self._next = _next_ranks(labels, self._ranks)
        numbered = [self._ranks[label.style] for label in labels if label and label.style in self._ranks]
        self._top = min(numbered, default=_RANKS[Style.HAN])
        self._names = ClauseNames(prefix)
        self._last: dict[Style, int] = {}
        self._closed = False
        self.root = ClauseNode(Style.HEADING, 0, "", -1.0, 0, 0, 0)
        self.stack = [self.root]
        self.notes: list[Note] = []

    def take(self, position: int, line: TextLine) -> None:
        """The next line: a new clause, a further 款 of an article, or more words of the open clause."""
        if line.label is not None:
            self._open(line, line.label, self._rank(line.label, position))
        elif self._is_paragraph(line):
            self._open_paragraph(line)
        else:
            self.stack[-1].end = line.end
        if not line.is_blank:
            self._closed = line.closes

    def _rank(self, label: Label, position: int) -> float:
        if label.style in self._ranks:
            return self._ranks[label.style]
        if label.style is Style.WORD:
            beside = next((node.rank for node in reversed(self.stack) if node.style is Style.WORD), None)
            return self.stack[-1].rank + 0.4 if beside is None else beside
        # Fractional ranks put clauses between the numbered ones: a heading above what follows it (-0.5), 款 below its
        # article (+0.2), 一核： below the clause it is in (+0.4).
        below = self._next[position]
        if label.text in _GENERAL:
            return below - 0.5 if below is not None and below <= self._top else self._top
        return below - 0.5 if below is not None else self._top

    def _open(self, line: TextLine, label: Label, rank: float) -> None:
        self._add(
            ClauseNode(label.style, label.number, label.text, rank, line.start, line.start + label.body, line.end)
        )

    def _add(self, node: ClauseNode) -> None:
        while self.stack[-1].rank >= node.rank:
            self.stack.pop()
        parent = self.stack[-1]
        node.level = len(self.stack)
        node.id, node.anchor = self._names.of(node, parent)
        if node.style not in _UNCOUNTED:
            self._count(node, parent)
        parent.children.append(node)
        self.stack.append(node)

    def _is_paragraph(self, line: TextLine) -> bool:
        """Whether a line is 款, a further paragraph of an article: the one before it ended with a full stop."""
        if line.is_blank or not self._closed or line.bare.startswith(("|", "（", "责任", "牵头", "配合")):
            return False
        return any(node.style is Style.ARTICLE for node in self.stack) and not self._in_list()

    def _in_list(self) -> bool:
        """Whether a list inside the article is open; its paragraphs are not the article's."""
        return any(node.style in {Style.HAN, Style.HEADING, Style.WORD} for node in self._inside_article())

    def _inside_article(self) -> list[ClauseNode]:
        at = next(place for place, node in enumerate(self.stack) if node.style is Style.ARTICLE)
        return self.stack[at + 1 :]

    def _open_paragraph(self, line: TextLine) -> None:
        article = next(node for node in self.stack if node.style is Style.ARTICLE)
        number = article.last.get(Style.PARAGRAPH, 1) + 1
        article.last[Style.PARAGRAPH] = number
        body = line.start + len(line.text) - len(line.text.lstrip())
        self._add(ClauseNode(Style.PARAGRAPH, number, "", article.rank + 0.2, line.start, body, line.end))

    def _count(self, node: ClauseNode, parent: ClauseNode) -> None:
        """Note a missing, repeated or smaller number; numbering may continue from the last clause of the style."""
        before = parent.last.get(node.style, 0)
        runs_on = before == 0 and node.number == self._last.get(node.style, 0) + 1
        if node.style is Style.ARTICLE and node.number != 1:
            before = self._last.get(node.style, 0)
        if node.number > before + 1 and not runs_on:
            self.notes.append(Note(NoteKind.MISSING, _missing(node, before), node.start))
        elif node.number == before:
            self.notes.append(Note(NoteKind.REPEATED, f"{node.id}：编号“{node.label}”与上一条重复", node.start))
        elif node.number < before:
            self.notes.append(Note(NoteKind.BACKWARDS, f"{node.id}：编号“{node.label}”小于上一条的编号", node.start))
        parent.last[node.style] = self._last[node.style] = node.number


def _missing(node: ClauseNode, before: int) -> str:
    first, last = _shown(node.style, before + 1), _shown(node.style, node.number - 1)
    gap = first if first == last else f"{first}至{last}"
    return f"{node.id}：“{node.label}”之前缺{gap}"


def _shown(style: Style, value: int) -> str:
    if style in {Style.VOLUME, Style.CHAPTER, Style.SECTION, Style.ARTICLE}:
        return f"第{han(value)}{style.value}"
    return {Style.HAN: f"{han(value)}、", Style.HAN_BRACKETED: f"（{han(value)}）"}.get(style, str(value))


def _ranks_of(labels: Sequence[Label | None]) -> dict[Style, float]:
    """The usual nesting, except that articles are inside 一、 in a document that begins with 一、."""
    firsts: dict[Style, int] = {}
    for position, label in enumerate(labels):
        if label is not None:
            firsts.setdefault(label.style, position)
    if Style.ARTICLE in firsts and firsts.get(Style.HAN, len(labels)) < firsts[Style.ARTICLE]:
        return {**_RANKS, Style.ARTICLE: _RANKS[Style.HAN] + 0.2}
    return _RANKS


def _next_ranks(labels: Sequence[Label | None], ranks: dict[Style, float]) -> list[float | None]:
    """For each line the rank of the next numbered line."""
    following: float | None = None
    found: list[float | None] = []
    for label in reversed(labels):
        found.append(following)
        following = ranks.get(label.style, following) if label is not None else following
    return found[::-1]
