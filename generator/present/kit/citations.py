"""Citations of plans and regulations, resolved to the document that is meant, and linked where its text is on this site.

方案三（二）3 leads to the plan's own words where that plan is the institution's own plan of the year; any other plan is plain
text with its name.  条例第十一条 leads to where the handbook tells of that article, and its title says in short what it asks:
`assets/zhibu/hover.js` shows it as a card.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from markupsafe import Markup, escape

from generator.model import words
from generator.model.article_places import ArticlePlace, ArticlePlaces, document_target
from generator.model.page import page_file, path_of_markdown
from generator.model.records.sources import CitedDocument, Sources
from generator.model.standard import Basis

_PLAN = "方案"
"""What a plan is called where the context tells which."""

_NUMERALS = "[一二三四五六七八九十]+"
_CLAUSES = (
    rf"(?P<first>(?P<phase>{_NUMERALS}（{_NUMERALS}）)(?:\d+)?)(?P<more>(?:、(?:{_NUMERALS}（{_NUMERALS}）)?\d+)*)"
)
_MORE = re.compile(rf"、(?P<phase>{_NUMERALS}（{_NUMERALS}）)?(?P<number>\d+)")


_CARD = 90
"""Characters of a clause that its card shows."""

_APART = re.compile(r"(<a\b.*?</a>|<[^>]*>)", re.DOTALL)
"""What of HTML holds no running text: links and tags."""


class PlanText(NamedTuple):
    """Where the own words of one of the institution's plans stand: the URL path, the clauses' places on that page, and what they say."""

    path: str
    anchors: Mapping[str, str]
    clauses: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, kw_only=True)
class Citations:
    """What one edition cites: the declared documents, and by their ids the words of the institution's plans of all years.

    `own` is the id of the plan of the year that is shown.  `on` is the day by which the pages judge: what was not in
    force then says so.
    """

    sources: Sources
    own: str
    texts: Mapping[str, PlanText]
    on: date

    @cached_property
    def articles(self) -> ArticlePlaces:
        """The articles of regulations that the handbook tells of."""
        return ArticlePlaces(sources=self.sources, on=self.on)

    def linked(self, text: str, root: str) -> Markup:
        """Words of the institution's own records as HTML: 方案 is its own plan.  `root` leads to the site's root.

        方案三（二）3、4 are two clauses; a clause of the first level (方案一) cannot be distinguished from an enumeration, and stays text.
        """
        return self._found(str(escape(text)), root, self.own)

    def handbook(self, html: str, root: str) -> Markup:
        """Words of the handbook, HTML already and without links: 方案 is the plan that the handbook was written for."""
        return self._found(html, root, self.sources.plan or "", card=True)

    def clause(self, clause: str, root: str, *, card: bool = False) -> Markup:
        """方案 三（二）3 of the institution's own plan, of whatever level; plain text where it has no such clause."""
        shown = str(escape(f"{_PLAN} {clause}"))
        return Markup(self._link(shown, clause, root, self.own, card=card))  # noqa: S704 - escaped above

    def basis(self, basis: Basis, root: str, *, card: bool = True) -> Markup:
        """A basis in short, and whether its document was in force; with a `card` of what an article says."""
        if basis.document == self.own:
            return self.clause(basis.clause, root, card=card) if basis.clause else escape(_PLAN)
        shown = Markup("<cite>{}</cite>").format(self._named(basis))
        document = self.sources.by_id.get(basis.document)
        if document is None:
            return shown
        return self._opened(shown, basis, document, root, card=card) + self.force(document)

    def _opened(self, shown: Markup, basis: Basis, document: CitedDocument, root: str, *, card: bool) -> Markup:
        """What is shown, as a link to the very clause where that is known, or to the page with the document's words."""
        if document.id in self.texts:
            linked = self._link(shown, basis.clause or "", root, document.id, card=card)
            return Markup(linked)  # noqa: S704 - escaped by the caller
        page = self.page(document)
        if page:
            return Markup('<a href="{}">{}</a>').format(f"{root}{page}", shown)
        return self.articles_shown(shown, document, basis.clause, root, card=card)

    def articles_shown(
        self, shown: Markup, document: CitedDocument, clause: str | None, root: str, *, card: bool = True
    ) -> Markup:
        """What cites a document, or articles of it, as a link to where they are told; as it is where they are not."""
        if clause is None:
            target = document_target(document)
            return Markup('<a href="{}{}">{}</a>').format(root, target, shown) if target else shown
        place = self.articles.of_clause(document, clause)
        if place is None:
            return shown
        return (
            _article(shown, place, root) if card else Markup('<a href="{}{}">{}</a>').format(root, place.target, shown)
        )

    def bases(self, bases: Iterable[Basis], root: str) -> Markup:
        """The bases of a judgement, each once; what had not come into force by then is not among them.

        They stand on every branch's pages, and so without cards.
        """
        held = (row for row in bases if not self._is_yet_to_come(row))
        return Markup("；").join(dict.fromkeys(self.basis(row, root, card=False) for row in held))

    def _is_yet_to_come(self, basis: Basis) -> bool:
        document = self.sources.by_id.get(basis.document)
        return document is not None and document.since is not None and self.on < document.since

    def page(self, document: CitedDocument) -> str:
        """The file of the page with a document's words; "" where they are not on this site."""
        if document.id in self.texts:
            return page_file(self.texts[document.id].path)
        return page_file(path_of_markdown(document.text)) if document.text else ""

    def grounds(self, bases: Iterable[Basis]) -> tuple[str, ...]:
        """What binds this institution on that day, as text: not the plans of others, nor what was not in force."""
        binding = (row for row in bases if self._binds(row))
        return tuple(
            dict.fromkeys(
                self._named(row) if row.document != self.own else f"{_PLAN} {row.clause or ''}".strip()
                for row in binding
            )
        )

    def _binds(self, basis: Basis) -> bool:
        document = self.sources.by_id.get(basis.document)
        if document is None or basis.document == self.own:
            return True
        return not document.year and document.holds(self.on)

    def force(self, document: CitedDocument) -> Markup:
        """What to say of a document that was not in force on the day in question."""
        if document.holds(self.on):
            return Markup()
        if document.since is not None and self.on < document.since:
            return Markup("（{}起施行，当时还没有）").format(in_force(document.since))
        after = self.successor(document)
        return Markup("（{}止{}）").format(in_force(document.until), Markup("，") + after if after else "")

    def successor(self, document: CitedDocument) -> Markup:
        """其后见……, where something took its place; by its id, for a new version may have the name of the old."""
        return Markup("其后见<cite>{}</cite>").format(document.successor) if document.successor else Markup()

    def _named(self, basis: Basis) -> str:
        document = self.sources.by_id.get(basis.document)
        name = f"《{document.name}》" if document is not None and document.year else f"{basis.document} "
        return f"{name}{basis.clause}" if basis.clause else name.strip()

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        """A plan by a declared name, or 方案 alone, with its clauses; 2020年方案 is another plan, which nobody declared."""
        names = {name for row in self._plans for name in (row.id, row.name)}
        known = "|".join(re.escape(str(escape(name))) for name in sorted(names, key=len, reverse=True))
        named = rf"《?(?P<name>{known})》?|" if known else "(?P<name>(?!))|"
        return re.compile(rf"(?:{named}(?<![年》]){_PLAN})\s?{_CLAUSES}")

    @cached_property
    def _plans(self) -> tuple[CitedDocument, ...]:
        return tuple(row for row in self.sources.documents if row.year)

    def _found(self, html: str, root: str, meant: str, *, card: bool = False) -> Markup:
        """HTML in which every clause that a plan of the institution has is a link, and every article that is told of."""
        if _PLAN not in html:
            return Markup(self._articles(html, root))  # noqa: S704 - the caller has escaped it
        ids = {str(escape(name)): row.id for row in self._plans for name in (row.id, row.name)}

        def link(found: re.Match[str]) -> str:
            cited = ids[found["name"]] if found["name"] else meant
            if cited not in self.texts:
                return self._elsewhere(found, cited)
            first = found[0][: found.end("first") - found.start()]
            return self._link(first, found["first"], root, cited, card=card) + self._more(found, root, cited, card=card)

        linked = self._pattern.sub(link, html)
        return Markup(self._articles(linked, root))  # noqa: S704 - the caller has escaped it

    def _articles(self, html: str, root: str) -> str:
        """HTML in which every article that is told here is a link; what is a link already stays as it is."""
        pieces = _APART.split(html)
        return "".join(piece if at % 2 else self._cited(piece, root) for at, piece in enumerate(pieces))

    def _cited(self, html: str, root: str) -> str:
        pieces: list[str] = []
        at = 0
        for start, end, place in self.articles.cited(html):
            pieces += html[at:start], _article(Markup(html[start:end]), place, root)  # noqa: S704 - HTML already
            at = end
        return "".join((*pieces, html[at:]))

    def _elsewhere(self, found: re.Match[str], cited: str) -> str:
        """Clauses of a plan whose words are not here: its name where it was only called 方案, and no link."""
        document = self.sources.by_id.get(cited)
        if document is None or cited == self.own:
            return found[0]
        told = found[0] if found["name"] else f"《{escape(document.name)}》{found['first']}{found['more']}"
        return f"<cite>{told}</cite>"

    def _more(self, cited: re.Match[str], root: str, id: str, *, card: bool) -> str:
        phase = cited["phase"]

        def link(found: re.Match[str]) -> str:
            nonlocal phase
            phase = found["phase"] or phase
            return "、" + self._link(found[0][1:], f"{phase}{found['number']}", root, id, card=card)

        return _MORE.sub(link, cited["more"])

    def _link(self, shown: str, clause: str, root: str, id: str, *, card: bool) -> str:
        """A clause as a link to its own words; with a `card`, their beginning is the link's title."""
        text = self.texts.get(id)
        anchor = text.anchors.get(clause) if text else None
        if text is None or not anchor:
            return shown
        said = text.clauses.get(clause, "") if card else ""
        told = f' class="zb-article" title="{escape(self._beginning(id, clause, said))}"' if said else ""
        return f'<a{told} href="{root}{page_file(text.path)}#{escape(anchor)}">{shown}</a>'

    def _beginning(self, id: str, clause: str, said: str) -> str:
        document = self.sources.by_id.get(id)
        name = f"《{document.name}》" if document else _PLAN
        first = said.split("\n", 1)[0]
        return f"{name}{clause}　{first[:_CARD]}{'……' if len(first) > _CARD else ''}"


def _article(shown: Markup, place: ArticlePlace, root: str) -> Markup:
    return Markup('<a class="zb-article" href="{}{}" title="{}">{}</a>').format(root, place.target, place.card, shown)


def in_force(day: date | None) -> Markup:
    """A day from which, or until which, a document is in force: no day of the year that a page is about."""
    return Markup('<time class="in-force" datetime="{}">{}</time>').format(day, words.day(day)) if day else Markup()
