"""Showcases (观摩展示): the Markdown page of each, and the live parts around its prose."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from generator.model import words
from generator.model.files import declared_forms
from generator.model.index import ShowcaseEntry
from generator.model.placeholders import Slot
from generator.model.records.approval import Approval, ApprovedFor
from generator.model.records.showcase import Takeaway
from generator.model.records.showcase_visit import Highlight, Station
from generator.model.records.visit_note import VisitNote
from generator.model.showcase_story import COVER, WAY
from generator.present.kit.catalogue import Catalogue
from generator.present.kit.pictures import PictureOnPage
from generator.present.kit.print_links import PrintLink, print_links
from generator.present.kit.site import Site
from generator.present.kit.slots import SlotContext
from generator.present.kit.templates import render
from generator.present.kit.urls import (
    branch_path,
    form_download,
    form_file,
    form_print,
    guide_file,
    open_days_file,
    showcase_package_file,
    showcase_path,
    showcase_review_path,
    sign_file,
    url,
)
from generator.present.showcase.facts import COMMON_RULES, access, visit_facts
from generator.present.showcase.opening_state import opening_state
from generator.present.showcase.story import figures_at, left_over, story

_NOTE = VisitNote.FORMS[0].id
"""The note that a visitor fills in."""


class HighlightView(NamedTuple):
    """看点, with its standard as a link."""

    row: Highlight
    standard: str
    target: str
    anchor: str


class StationView(NamedTuple):
    """A station with its photos, and the address of its place on the page."""

    row: Station
    figures: tuple[PictureOnPage, ...]
    anchor: str


class TakeawayFile(NamedTuple):
    """A file to download: its address, and what it is in a word or two."""

    target: str
    told: str


class TakeawayView(NamedTuple):
    """Something to take home: what it is, for which standard, where to look at it, and its files."""

    name: str
    standard: str
    page: str
    files: tuple[TakeawayFile, ...]


def showcase_markdown(site: Site, entry: ShowcaseEntry, sizes: Mapping[str, int]) -> str:
    """The showcase as a page for MkDocs.  The branch's prose keeps its Markdown; whatever else it holds is text.

    `sizes` are those of the templates to take home, in bytes, by form or by file.
    """
    showcase, path = entry.showcase, showcase_path(entry.branch.id)
    catalogue = site.catalogue_for(entry.branch.kind)
    return render(
        "showcase/page",
        title=_quoted(showcase.title),
        description=_quoted(f"{entry.branch.name}：{showcase.why}"),
        showcase=showcase,
        facts=tuple(visit_facts(site, showcase)),
        mode=opening_state(showcase.opening, site.as_of),
        cover=figures_at(entry, path, COVER),
        way=figures_at(entry, path, WAY),
        highlights=_highlights(catalogue, entry, path),
        parts=story(entry, path),
        stations=_stations(entry, path),
        access=access(showcase.getting_there),
        history=[(row, words.month(row.month)) for row in showcase.history],
        takeaways=[_takeaway(site, entry, row, sizes) for row in showcase.takeaways],
        rules=(*COMMON_RULES, *showcase.rules),
        gallery=left_over(entry, path),
    )


def _head(at: SlotContext) -> str:
    """Under the title: the edition, and whose showcase it is."""
    entry, path = _entry(at), at.path
    if entry is None:
        return ""
    target = url(path, branch_path(entry.branch.id))
    return render("showcase/head", edition=at.site.edition, branch=entry.branch.name, target=target)


def _tail(at: SlotContext) -> str:
    """数说, the numbers as they were approved; who approved; for readers inside, why the public does not see it."""
    entry = _entry(at)
    if entry is None:
        return ""
    showcase, barred = entry.showcase, entry.barred(at.site.as_of) if at.site.judged else None
    numbers = showcase.numbers
    return render(
        "showcase/tail",
        counts=[(kind.value, number) for kind, number in numbers.counts.items()] if numbers else [],
        year=numbers.through.year if numbers else 0,
        through=words.day(numbers.through) if numbers else "",
        approval=_approved(showcase.approval) if showcase.approval else "",
        barred=barred.message if barred else "",
        package=url(at.path, showcase_package_file(entry.branch.id)) if _packed(at.site) else "",
        sign=_sign(at, entry),
        review=url(at.path, showcase_review_path(entry.branch.id)) if at.site.judged else "",
    )


def _sign(at: SlotContext, entry: ShowcaseEntry) -> PrintLink | None:
    """The sign that the host puts at the door: on the host's own pages, where one is printed."""
    approval, rows = entry.showcase.approval, [(sign_file(entry.branch.id), "门牌（贴在门口）")]
    public = approval is not None and approval.scope is ApprovedFor.PUBLIC
    found = print_links(at.site.prints, at.path, at.site.as_of, rows if at.site.judged and public else ())
    return next(found, None)


def _packed(site: Site) -> bool:
    """Whether this edition carries showcases as zips; only the public one does."""
    return site.packages and not site.judged


def _sheets(at: SlotContext) -> str:
    """What a visitor prints or subscribes to."""
    entry = _entry(at)
    files = tuple(_visitor_files(at, entry.branch.id)) if entry else ()
    return Markup(" ").join(Markup('<a href="{}" download>{}</a>').format(*file) for file in files)


SLOTS = {Slot.SHOWCASE_HEAD: _head, Slot.SHOWCASE_SHEETS: _sheets, Slot.SHOWCASE_TAIL: _tail}


def _entry(at: SlotContext) -> ShowcaseEntry | None:
    """The showcase whose page it is; None on any other page."""
    return next((row for row in at.site.index.showcases if showcase_path(row.branch.id) == at.path), None)


def _quoted(text: str) -> Markup:
    """Text as a quoted scalar of the front matter."""
    return Markup(json.dumps(text, ensure_ascii=False))  # noqa: S704 - front matter, not HTML


def _stations(entry: ShowcaseEntry, path: str) -> tuple[StationView, ...]:
    rows = enumerate(entry.showcase.route, 1)
    return tuple(StationView(row, figures_at(entry, path, row.name), f"stop-{number}") for number, row in rows)


def _highlights(catalogue: Catalogue, entry: ShowcaseEntry, path: str) -> tuple[HighlightView, ...]:
    anchors = {view.row.name: view.anchor for view in _stations(entry, path)}
    return tuple(
        HighlightView(row, *_standard(catalogue, path, row.standard), anchors.get(row.station, ""))
        for row in entry.showcase.highlights
    )


def _standard(catalogue: Catalogue, path: str, id: str) -> tuple[str, str]:
    """Number and name of a standard, and its address; the number alone of one that there is not."""
    return next(iter(catalogue.links([id], path)), (id, ""))


def _takeaway(site: Site, entry: ShowcaseEntry, row: Takeaway, sizes: Mapping[str, int]) -> TakeawayView:
    path, catalogue = showcase_path(entry.branch.id), site.catalogue_for(entry.branch.kind)
    standard, target = _standard(catalogue, path, row.standard)
    known = {form.layout.id for form in declared_forms()}
    size = sizes.get(row.form or row.file or "")
    if row.form in known:
        word = TakeawayFile(url(path, form_download(row.form)), _file_words("docx", size))
        paper = TakeawayFile(url(path, form_print(row.form)), ".pdf，A4 一页")
        files = (word, paper) if entry.branch.id in site.printed_showcases else (word,)
        return TakeawayView(row.name, standard, url(path, form_file(row.form)), files)
    told = _file_words((row.file or "").rpartition(".")[2], size)
    return TakeawayView(row.name, standard, target, (TakeawayFile(url(path, f"{path}{row.file}"), told),))


def _file_words(kind: str, size: int | None) -> str:
    return f".{kind}，{words.size_words(size)}" if size else f".{kind}"


def _visitor_files(at: SlotContext, id: str) -> Iterator[TakeawayFile]:
    rows = ((guide_file(id), "导览单（A4 两面）"), (form_print(_NOTE), "观摩记录单（A4 一页）"))
    for row in print_links(at.site.prints, at.path, at.site.as_of, rows):
        yield TakeawayFile(row.target, f"{row.label} {row.told}")
    yield TakeawayFile(url(at.path, open_days_file(id)), "开放日历（.ics）")


def _approved(approval: Approval) -> str:
    """The offices and days of an approval; never a person."""
    secrecy = f"，{approval.secrecy_by}保密审查{_on(approval.secrecy_on)}" if approval.secrecy_by else ""
    steps = f"{approval.proposed_by}提出，{approval.reviewed_by}审核{_on(approval.reviewed_on)}{secrecy}"
    ends = f"{approval.approved_by}审批（{words.day(approval.on)}）"
    return f"{steps}，{ends}；范围：{approval.scope}；公开到{words.day(approval.until)}"


def _on(day: date | None) -> str:
    return f"（{words.day(day)}）" if day else ""
