"""Builds the clause tree from labelled lines: nesting, ids, and notes on irregular numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from generator.documents.outline.clause_names import ClauseNames
from generator.documents.outline.clause_numbers import NumberCheck
from generator.documents.outline.line_runs import Ahead, ahead_of, refers_back, unnumbered_lists
from generator.model.clause import UNNUMBERED_STYLES, Note, NoteKind, Style
from generator.model.text_line import Label, TextLine

_RANKS = {
    style: float(rank)
    for rank, style in enumerate(
        (
            Style.PART,
            Style.VOLUME,
            Style.CHAPTER,
            Style.SECTION,
            Style.ARTICLE,
            Style.LEGAL,
            Style.HAN,
            Style.HAN_BRACKETED,
            Style.DIGIT,
            Style.DIGIT_BRACKETED,
            Style.CIRCLED,
        )
    )
}
_ITEMS = frozenset({Style.HAN_BRACKETED, Style.DIGIT, Style.DIGIT_BRACKETED, Style.CIRCLED})
_SHORT_ITEM = 24
_GENERAL = frozenset({"总则", "附则"})
_UNCOUNTED = UNNUMBERED_STYLES | {Style.PARAGRAPH}
_FIELD = re.compile(
    r"[|（(•●■◆▪○◇□★☆►✓·\-–—]|[一二三四五六七八九十][是要]|责任|(?:牵头|配合|承办|主办|协办|完成|时间|时限|期限|地点|联系人)[^，。；：:]{0,6}[：:]"
)
"""How lines begin that say more about the clause before them and are no 款: 责任单位：, rows of a table, bullets, 一是."""


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
    inserted: int = 0
    id: str = ""
    anchor: str = ""
    level: int = 0
    children: list[ClauseNode] = field(default_factory=list)
    last: dict[Style, int] = field(default_factory=dict)
    runs_over: bool = False

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
        self._ahead = ahead_of(lines)
        self._lists = {at: found for found in unnumbered_lists(lines) for at in found}
        numbered = [self._ranks[label.style] for label in labels if label and label.style in self._ranks]
        self._top = min(numbered, default=_RANKS[Style.HAN])
        self._names = ClauseNames(prefix)
        self._numbers = NumberCheck()
        self._above: TextLine | None = None
        self.root = ClauseNode(Style.HEADING, 0, "", -1.0, 0, 0, 0)
        self.stack = [self.root]
        self.notes: list[Note] = []

    def take(self, position: int, line: TextLine) -> None:
        """The next line: a new clause, a further 款 of an article, or more words of the open clause."""
        if line.label is not None:
            self._open(line, line.label, self._rank(line.label, position))
        elif not self._is_listed(position, line) and self._is_paragraph(position, line):
            self._open_paragraph(line)
        else:
            self.stack[-1].end = line.end
        if not line.is_blank:
            self._above = line

    def _is_listed(self, position: int, line: TextLine) -> bool:
        """Whether a line is in a list whose numbers were lost; the list is noted once.

        Lines that all end with full stops are one only in an article: elsewhere they are paragraphs.
        """
        found = self._lists.get(position)
        if found is None or (line.closes_paragraph and position == found.start and self._article() is None):
            return False
        if position == found.start and len(self.stack) > 1:
            count = len(found)
            self.notes.append(Note(NoteKind.LOST_NUMBERS, _lost_numbers(self.stack[-1], count), line.start))
        return True

    def _rank(self, label: Label, position: int) -> float:
        if label.rank is not None:
            return label.rank
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
            ClauseNode(
                label.style,
                label.number,
                label.text,
                rank,
                line.start,
                line.start + label.body,
                line.end,
                label.inserted,
            )
        )

    def _add(self, node: ClauseNode) -> None:
        while self.stack[-1].rank >= node.rank:
            self.stack.pop()
        parent = self.stack[-1]
        node.level = len(self.stack)
        node.id, node.anchor = self._names.of(node, parent)
        if node.style not in _UNCOUNTED and node.label:
            self.notes += self._numbers.take(node, parent)
        parent.children.append(node)
        self.stack.append(node)

    def _article(self) -> ClauseNode | None:
        return next((node for node in self.stack if node.style is Style.ARTICLE), None)

    def _is_paragraph(self, position: int, line: TextLine) -> bool:
        """Whether a line is 款, a further paragraph of an article: the one before it ended with a full stop."""
        above = self._above
        if above is None or line.is_blank or line.quoted or _FIELD.match(line.bare):
            return False
        if not (above.closes_paragraph or (refers_back(line) and (above.closes or _is_short_item(above)))):
            return False
        if self._article() is None or self._in_list():
            return False
        return not self._runs_over(self._ahead[position], line)

    def _runs_over(self, ahead: Ahead, line: TextLine) -> bool:
        """Whether a paragraph still belongs to an item: the next item follows it.

        Behind the last item it does where another item of the list had two paragraphs, and 前款… is still to come.
        """
        items = [node for node in self._inside_article() if node.style is not Style.PARAGRAPH]
        if ahead.label is not None:
            for item, above in zip(items, self.stack[-len(items) - 1 :], strict=False):
                if item.style is ahead.label.style and item.number + 1 == ahead.label.number:
                    above.runs_over = True
                    return True
        if not items or refers_back(line):
            return False
        return self.stack[-len(items) - 1].runs_over and ahead.refers_back

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


def _is_short_item(line: TextLine) -> bool:
    """Whether a line is an item that ends without a mark, as those of short lists do."""
    return line.label is not None and line.label.style in _ITEMS and len(line.bare) <= _SHORT_ITEM


def _lost_numbers(node: ClauseNode, count: int) -> str:
    return f"{node.id}：冒号后的 {count} 行像是列表，但没有编号（可能是自动编号没有带过来），按这一条的文字读入"


def _ranks_of(labels: Sequence[Label | None]) -> dict[Style, float]:
    """The usual nesting, except that articles are inside 一、 in a document that begins with 一、.

    甲、 is used at any level: it is below the style that it first follows, and above all where it comes first.
    """
    firsts: dict[Style, int] = {}
    ranks = dict(_RANKS)
    for position, label in enumerate(labels):
        if label is not None:
            firsts.setdefault(label.style, position)
    if Style.ARTICLE in firsts and firsts.get(Style.HAN, len(labels)) < firsts[Style.ARTICLE]:
        ranks[Style.ARTICLE] = ranks[Style.HAN] + 0.2
    if Style.STEM in firsts:
        above = next(
            (label.style for label in reversed(labels[: firsts[Style.STEM]]) if label and label.style in ranks), None
        )
        ranks[Style.STEM] = ranks[above] + 0.3 if above is not None else -0.4
    return ranks


def _next_ranks(labels: Sequence[Label | None], ranks: dict[Style, float]) -> list[float | None]:
    """For each line the rank of the next numbered line."""
    following: float | None = None
    found: list[float | None] = []
    for label in reversed(labels):
        found.append(following)
        following = ranks.get(label.style, following) if label is not None else following
    return found[::-1]
