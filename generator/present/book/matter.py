"""The parts of the book that are no pages of the site: imprint, aspects, clauses, forms, revisions and terms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.errors import ConfigurationError
from generator.model import words
from generator.model.book_matter import (
    BookMatter,
    BookPart,
    ClauseLine,
    ImprintLine,
    IndexTerm,
    ListedForm,
    PartStandard,
    RevisionLine,
)
from generator.model.files import declared_forms
from generator.model.standard import Credibility
from generator.present.kit.catalogue import StandardView
from generator.present.kit.site import Site
from generator.present.kit.urls import CHECKLIST, FORMS
from generator.present.plan.citing import cited

_TERMS = "索引"
"""The key of the glossary's front matter that lists the terms of the index."""


def book_matter(site: Site, glossary: Mapping[str, Any]) -> BookMatter:
    """All of it for one edition; `glossary` is the front matter of the page of terms."""
    terms = tuple(map(_term, glossary.get(_TERMS, ())))
    return BookMatter(
        imprint=tuple(_imprint(site, indexed=bool(terms))),
        parts=tuple(_parts(site)),
        clauses=tuple(_clauses(site)),
        forms=tuple(ListedForm(row.layout.title, f"{FORMS}#{row.layout.id}") for row in declared_forms()),
        revisions=tuple(_revisions(site)),
        terms=terms,
        unindexed=(FORMS, CHECKLIST, site.text_path),
    )


def _imprint(site: Site, *, indexed: bool) -> Iterator[ImprintLine]:
    chosen = site.sets_in_force[0]
    yield ImprintLine("书名", f"{chosen.name}（{chosen.version}）")
    yield ImprintLine("版别", f"{site.audience.label}，截至{words.day(site.as_of)}")
    if site.draft_note:
        yield ImprintLine(
            "性质", f"{site.draft_note}。项目怎样分、叫什么名是编者的整理；取得官方文本和授权后，以官方文本为准"
        )
    for each in site.sets_in_force:
        since = f"自{words.day(each.valid_from)}起" if each.valid_from else "起始日没有写"
        until = f"，至{words.day(each.valid_until)}止" if each.valid_until else ""
        kinds = "、".join(kind.value for kind in each.kinds)
        yield ImprintLine("适用", f"{kinds}党支部：{each.name}（{each.version}），{since}{until}")
    yield ImprintLine("依据", _grounds(site))
    yield ImprintLine("批准", "记录里没有批准单位和批准日期")
    reading = "书内每处“见”都注页码；✔ 有原文依据，◐ 二手引文，○ 待核；标“自拟”的线最多出“提示”"
    yield ImprintLine("读法", reading + ("；术语从书末索引查" if indexed else ""))


def _grounds(site: Site) -> str:
    """How many documents the book rests on, by how well they are known."""
    rows = site.sources.documents
    counts = [(mark, sum(row.credibility is mark for row in rows)) for mark in Credibility]
    told = "、".join(f"{mark.value} {count} 份" for mark, count in counts if count)
    return f"方案、党内法规和文件共 {len(rows)} 份（{told}），逐份列在“口径”一章的依据文件里"


def _parts(site: Site) -> Iterator[BookPart]:
    for aspect in site.default.aspects:
        yield BookPart(aspect.number, aspect.name, aspect.path, tuple(map(_standard, aspect.standards)))


def _standard(view: StandardView) -> PartStandard:
    name = f"{view.name}（{view.set_name}）" if view.set_name else view.name
    return PartStandard(view.id, name, view.path)


def _clauses(site: Site) -> Iterator[ClauseLine]:
    if site.plan is None:
        return
    by_standard = cited(site, site.plan)
    for clause in site.clauses.values():
        resting = [_standard(view) for view, clauses in by_standard.items() if clause.id in clauses]
        yield ClauseLine(clause.id, f"{site.text_path}#{clause.anchor}", tuple(resting))


def _revisions(site: Site) -> Iterator[RevisionLine]:
    """The latest first; what was changed alike in several standards is one line."""
    found: dict[tuple[str, str], list[PartStandard]] = {}
    for row in site.standards:
        for change in row.standard.revisions:
            found.setdefault((change.on.isoformat(), change.text), []).append(_standard(row.view))
    for (day, text), standards in sorted(found.items(), key=lambda item: item[0][0], reverse=True):
        yield RevisionLine(day, text, tuple(dict.fromkeys(standards)))


def _term(row: Any) -> IndexTerm:
    match row:
        case {"词": str(word), "读音": str(reading), "分": [*parts]} if word and reading.strip():
            return IndexTerm(word, reading, tuple(map(str, parts)))
        case {"词": str(word), "读音": str(reading)} if word and reading.strip() and "分" not in row:
            return IndexTerm(word, reading)
    raise ConfigurationError(f"术语页页首的“{_TERMS}”里有一行看不懂：{row}。请写成 {{词: 党课, 读音: dǎng kè}}。")
