"""Where the handbook tells of articles of regulations (条文), and in short what each says: found by what cites them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from generator.model import words
from generator.model.article_reference import article_references, articles_named, reference_pattern
from generator.model.page import page_file, path_of_markdown
from generator.model.records.sources import Article, CitedDocument, Sources


class ArticlePlace(NamedTuple):
    """Where an article is told, from the site's root, and its card: what it says, as plain text."""

    target: str
    card: str


@dataclass(frozen=True, kw_only=True)
class ArticlePlaces:
    """The articles of one edition; `on` is the day by which its pages judge: it decides which of two versions is meant."""

    sources: Sources
    on: date

    def cited(self, text: str) -> Iterator[tuple[int, int, ArticlePlace]]:
        """From where to where a text cites an article, and its place; what is not told here is left out."""
        if self._pattern is None or "第" not in text:
            return
        for reference in article_references(self._pattern, text):
            document = self._meant(reference.name)
            for one in reference.articles:
                if (article := document.by_key.get(one.key)) is not None:
                    yield one.start, one.end, self._all[document.id, article.place]

    def of_clause(self, document: CitedDocument, clause: str) -> ArticlePlace | None:
        """The place of the first article that a clause names and that is told here."""
        found = (document.by_key.get(key) for key in articles_named(clause))
        return next((self._all[document.id, row.place] for row in found if row is not None), None)

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        return reference_pattern(self.sources.named)

    @cached_property
    def _all(self) -> Mapping[tuple[str, str], ArticlePlace]:
        """Every article's place and card, by its document's id, made once."""
        return {
            (document.id, row.place): ArticlePlace(_target(document, row), self._card(document, row))
            for document in self.sources.documents
            for row in document.articles
        }

    def _meant(self, name: str) -> CitedDocument:
        """The document of that name; of several versions the one in force on the day."""
        candidates = self.sources.named[name]
        return next((row for row in candidates if row.holds(self.on)), candidates[0])

    def _card(self, document: CitedDocument, row: Article) -> str:
        told = "，".join(filter(None, (row.credibility.told, row.note)))
        force = _held(document, self.on)
        return f"《{document.name}》{row.clause or ''}　{row.subject}：{row.summary}。（{told}；{force}）"


def article_names(sources: Sources) -> Iterator[tuple[str, str, str]]:
    """The file and the anchor of every article that has a number, and what it is cited as: 条例第十一条, one name a line."""
    for document in sources.documents:
        called = dict.fromkeys((*document.short_names, document.id))
        for row in document.articles:
            if row.clause:
                names = "\n".join(f"{name}{row.clause}" for name in called)
                yield regulation_file(document), article_anchor(document, row), names


def document_target(document: CitedDocument) -> str:
    """Where the handbook tells of a document that has articles, from the site's root; "" where it has none."""
    return f"{regulation_file(document)}#{document.code}" if document.articles else ""


def article_anchor(document: CitedDocument, article: Article) -> str:
    """Its permanent anchor: `branch-11`."""
    return f"{document.code}-{article.place}"


def regulation_file(document: CitedDocument) -> str:
    """The file of the page that lists its articles."""
    return page_file(path_of_markdown(document.articles_page or "index.md"))


def force_state(document: CitedDocument, on: date) -> str:
    """That a document is not in force on a day; "" where it is, as far as is known."""
    if document.holds(on):
        return ""
    return "截至日已经失效" if document.until is not None and document.until < on else "截至日还没有施行"


def _held(document: CitedDocument, on: date) -> str:
    """Since when and until when a document holds, how that is on a day, and what takes its place."""
    since = f"{words.day(document.since)}起施行" if document.since else "" if document.until else "施行日待核"
    until = f"至{words.day(document.until)}" if document.until else ""
    after = f"其后见{document.successor}" if document.successor else ""
    return "，".join(filter(None, (since, until, force_state(document, on), after)))


def _target(document: CitedDocument, article: Article) -> str:
    return f"{regulation_file(document)}#{article_anchor(document, article)}"
