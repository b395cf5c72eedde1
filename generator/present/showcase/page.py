"""Showcases (观摩展示): the Markdown page of each, and the live parts around its prose."""

from __future__ import annotations

import json

from markupsafe import Markup

from generator.model import words
from generator.model.index import ShowcaseEntry
from generator.model.placeholders import Slot
from generator.model.records.showcase import Showcase, Takeaway
from generator.present.kit.catalogue import Catalogue
from generator.present.kit.exact import harmless
from generator.present.kit.pictures import picture_on
from generator.present.kit.site import Site
from generator.present.kit.slots import SlotContext
from generator.present.kit.templates import render
from generator.present.kit.urls import branch_path, showcase_path, url


def showcase_markdown(site: Site, entry: ShowcaseEntry) -> str:
    """The showcase as a page for MkDocs.  The branch's prose keeps its Markdown; whatever else it holds is text."""
    showcase, path = entry.showcase, showcase_path(entry.branch.id)
    catalogue = site.catalogue_for(entry.branch.kind)
    return render(
        "showcase/page",
        title=_quoted(showcase.title),
        description=_quoted(f"{entry.branch.name}：{showcase.why}"),
        heading=showcase.title,
        why=showcase.why,
        figure=picture_on(path, entry, showcase.photos[0]) if showcase.photos else None,
        highlights=showcase.highlights,
        standards=catalogue.links(showcase.standards, path),
        prose=Markup(harmless(entry.prose)),  # noqa: S704 - Markdown, of which nothing is HTML now
        route=showcase.route,
        minutes=sum(station.minutes for station in showcase.route),
        open_hours=showcase.open_hours,
        takeaways=[(row.name, _takeaway_target(catalogue, path, row)) for row in showcase.takeaways],
        counted=showcase.numbers is not None,
        gallery=[picture_on(path, entry, photo) for photo in showcase.photos[1:]],
    )


def _head(at: SlotContext) -> str:
    """Under the title: the edition, and whose showcase it is."""
    entry, path = _entry(at), at.path
    if entry is None:
        return ""
    target = url(path, branch_path(entry.branch.id))
    return render("showcase/head", edition=at.site.edition, branch=entry.branch.name, target=target)


def _tail(at: SlotContext) -> str:
    """数说, the numbers as they were approved; for readers inside, who approved, or why the public does not see it."""
    entry = _entry(at)
    if entry is None:
        return ""
    numbers, barred = entry.showcase.numbers, entry.barred(at.site.as_of)
    return render(
        "showcase/tail",
        counts=[(kind.value, number) for kind, number in numbers.counts.items()] if numbers else [],
        through=words.day(numbers.through) if numbers else "",
        approval=_approval(entry.showcase),
        barred=barred.message if barred else "",
    )


SLOTS = {Slot.SHOWCASE_HEAD: _head, Slot.SHOWCASE_TAIL: _tail}


def _entry(at: SlotContext) -> ShowcaseEntry | None:
    """The showcase whose page it is; None on any other page."""
    return next((row for row in at.site.index.showcases if showcase_path(row.branch.id) == at.path), None)


def _quoted(text: str) -> Markup:
    """Text as a quoted scalar of the front matter."""
    return Markup(json.dumps(text, ensure_ascii=False))  # noqa: S704 - front matter, not HTML


def _takeaway_target(catalogue: Catalogue, path: str, row: Takeaway) -> str:
    view = catalogue.standards.get(row.standard or "")
    return url(path, view.path) if view else ""


def _approval(showcase: Showcase) -> str:
    approval = showcase.approval
    if approval is None:
        return ""
    secrecy = f"，{approval.secrecy_by}保密审查" if approval.secrecy_by else ""
    steps = f"{approval.proposed_by}提出，{approval.reviewed_by}审核{secrecy}，{approval.approved_by}审批"
    return f"{steps}，{words.day(approval.on)}；范围：{approval.scope}；期限到{words.day(approval.until)}"
