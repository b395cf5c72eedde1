"""法规: the articles that the handbook rests on, by document; versions of one document side by side, each with what rests on it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.model.article_places import article_anchor, force_state, regulation_file
from generator.model.article_reference import article_keys
from generator.model.page import page_file
from generator.model.placeholders import Block
from generator.model.records.sources import Article, CitedDocument
from generator.present.handbook.documents import document_days, document_remarks, issued
from generator.present.kit.exact import plain
from generator.present.kit.findings import reading_links
from generator.present.kit.site import Site
from generator.present.kit.templates import render
from generator.present.kit.urls import criterion_anchor, root, url

_YEARS = re.compile(r"\d{4}—\d{4}年", re.ASCII)
"""The years of a plan: they tell versions of it apart, and are not its title."""

_MANY = 10
"""A reference to more articles than these (第五条至第三十八条) is one to the document."""

_PROCESS_PAGE = "development/"


@dataclass(frozen=True, slots=True, kw_only=True)
class RegulationVersion:
    """One version of a document: its anchor, its short name, its particulars, and who cites it without naming an article."""

    anchor: str
    name: str
    particulars: Markup
    standards: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleBox:
    """One article of one version: what it is called there, in force when, what it says, and what rests on it.

    `heading` is the anchor that the heading above it has.
    """

    anchor: str
    heading: str
    document: str
    clause: str
    days: Markup
    summary: str
    known: str
    standards: Markup
    steps: Markup
    readings: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleSubject:
    """A subject with the articles about it: of each version those that there are, else its label alone.

    `anchor` is that of the first article, which the heading has.
    """

    heading: str
    anchor: str
    versions: tuple[tuple[str, tuple[ArticleBox, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Regulation:
    """A document with all its versions on the page, and its subjects."""

    name: str
    versions: tuple[RegulationVersion, ...]
    subjects: tuple[ArticleSubject, ...]


def _articles(site: Site, path: str) -> str:
    """The documents whose articles are listed on the page at `path`, as Markdown with a heading for each subject."""
    here = [row for row in site.sources.documents if row.articles and regulation_file(row) == page_file(path)]
    return render("handbook/regulations", regulations=[_regulation(site, path, each) for each in _versions(here)])


BLOCKS = {Block.ARTICLES: _articles}


def _versions(documents: Sequence[CitedDocument]) -> list[list[CitedDocument]]:
    """Documents in their order; one that takes the place of another stands with it."""
    groups: list[list[CitedDocument]] = []
    for row in documents:
        before = next((group for group in groups if group[-1].successor == row.id), None)
        if before is None:
            groups.append([row])
        else:
            before.append(row)
    return groups


def _regulation(site: Site, path: str, versions: list[CitedDocument]) -> Regulation:
    subjects = dict.fromkeys(row.subject for each in versions for row in each.articles)
    return Regulation(
        name=plain(f"《{_YEARS.sub('', versions[-1].name)}》"),
        versions=tuple(_version(site, path, row) for row in versions),
        subjects=tuple(_subject(site, path, versions, subject) for subject in subjects),
    )


def _version(site: Site, path: str, document: CitedDocument) -> RegulationVersion:
    return RegulationVersion(
        anchor=document.code or "",
        name=document.id,
        particulars=_particulars(site, document),
        standards=_standards(site, path, document, None),
    )


def _particulars(site: Site, document: CitedDocument) -> Markup:
    """Its full name, who issued it, since when and until when it holds, what is in force, how well that is known, where to read it."""
    where = () if document.text or document.read_at else ("何处可读没有登记，待核",)
    force = (document_days(document), force_state(document, site.as_of), site.cites.successor(document))
    remarks = (Markup("<cite>{}</cite>").format(row) for row in document_remarks(document))
    name = Markup("<cite>{}</cite>").format(f"《{document.name}》")
    told = (name, issued(document), *force, document.credibility.told, *remarks, *where)
    return Markup("，").join(row for row in told if row)


def _subject(site: Site, path: str, versions: list[CitedDocument], subject: str) -> ArticleSubject:
    found = [(row, [each for each in row.articles if each.subject == subject]) for row in versions]
    document, first = next((row, articles[0]) for row, articles in found if articles)
    alone = f"{first.clause}　{subject}" if len(versions) == 1 and first.clause else subject
    anchor = article_anchor(document, first)
    boxes = ((row.id, tuple(_box(site, path, row, each, anchor) for each in articles)) for row, articles in found)
    return ArticleSubject(heading=plain(alone), anchor=anchor, versions=tuple(boxes))


def _box(site: Site, path: str, document: CitedDocument, row: Article, heading: str) -> ArticleBox:
    return ArticleBox(
        anchor=article_anchor(document, row),
        heading=heading,
        document=document.id,
        clause=row.clause or "条号待核",
        days=document_days(document),
        summary=row.summary,
        known="，".join(filter(None, (row.credibility.told, row.note))),
        standards=_standards(site, path, document, row),
        steps=Markup("、").join(_steps(site, path, document, row)),
        readings=reading_links(row.readings, root(path)),
    )


def _standards(site: Site, path: str, document: CitedDocument, row: Article | None) -> Markup:
    """The standards that cite an article, with the criteria that rest on it; without one, those that cite the whole document."""
    found: dict[Markup, None] = {}
    for each in site.standards:
        for basis in each.standard.basis:
            if basis.document == document.id and _is_cited(basis.clause, row):
                name = f"{each.view.id} {each.view.name}{f'（{each.view.set_name}）' if each.view.set_name else ''}"
                criteria = _links((id, url(path, each.view.path, criterion_anchor(id))) for id in basis.criteria)
                standard = _links([(name, url(path, each.view.path))])
                found[standard + (Markup("（{}）").format(criteria) if criteria else "")] = None
    return Markup("、").join(found)


def _links(rows: Iterable[tuple[str, str]]) -> Markup:
    return Markup("、").join(Markup('<a href="{}">{}</a>').format(target, shown) for shown, target in rows)


def _is_cited(clause: str | None, row: Article | None) -> bool:
    keys = article_keys(clause) if clause else ()
    if row is None:
        return not keys or len(keys) > _MANY
    return len(keys) <= _MANY and not set(keys).isdisjoint(row.keys)


def _steps(site: Site, path: str, document: CitedDocument, row: Article) -> Iterator[Markup]:
    """The steps of 发展党员 that name the article, in the version of the process that goes by the document."""
    for version in site.processes.versions:
        if version.document == document.id:
            for step in version.steps.values():
                if step.clause is not None and _is_cited(step.clause, row):
                    yield Markup('<a href="{}">{} {}</a>').format(url(path, _PROCESS_PAGE), step.id, step.name)
