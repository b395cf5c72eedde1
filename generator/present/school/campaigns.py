"""特色活动: the activities of a year, each with its turnout as numbers; in the public edition the approved ones only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.model import words
from generator.model.page import Page
from generator.model.records.school_activity import Campaign, GroupTurnout
from generator.present.committee.views import InstitutionView
from generator.present.kit.page_kind import EVERY_EDITION, YEAR, Heading, PageKind
from generator.present.kit.publication import publication_note
from generator.present.kit.school_urls import campaigns_path
from generator.present.kit.site import Site
from generator.present.kit.templates import render
from generator.present.kit.units import school_register
from generator.present.kit.urls import plan_path, task_path, url


@dataclass(frozen=True, slots=True, kw_only=True)
class CampaignBlock:
    """One activity as a page shows it; `public` says whether the public edition has it, where that is not plain."""

    anchor: str
    name: str
    kind: str
    days: str
    hosts: str
    clause: Markup
    turnout: tuple[str, ...]
    public: str


def _pages(view: InstitutionView) -> Iterator[Page]:
    """One for each year of which this edition has any."""
    for year in view.site.unit_years(view.site.index.further):
        site = view.site.of(year)
        path = campaigns_path(site.year_folder)
        title = f"{site.year}年特色活动"
        rows = sorted(school_register(site).campaigns, key=lambda row: row.on)
        if not rows:
            continue
        body = render(
            "school/campaigns",
            title=title,
            edition=site.edition,
            plan_target=url(path, plan_path(site.year_folder)) if site.plan else "",
            rows=tuple(_block(site, row, path) for row in rows),
        )
        yield Page(path=path, kind="campaigns", title=title, body=body)


PAGES = (
    PageKind(
        name="campaigns",
        about="当年的特色活动：什么时候、谁办、有多少人参加",
        subject=InstitutionView,
        paths=(campaigns_path(), campaigns_path(YEAR)),
        editions=EVERY_EDITION,
        tab=plan_path(),
        headings=(Heading(2, "activities", "活动"),),
        make=_pages,
        systems=("Y29",),
    ),
)


def _block(site: Site, row: Campaign, path: str) -> CampaignBlock:
    until = f"—{words.day(row.until)}" if row.until else ""
    return CampaignBlock(
        anchor=row.id,
        name=row.name,
        kind=row.kind.value,
        days=f"{words.day(row.on)}{until}",
        hosts="、".join(row.hosts),
        clause=_clause(site, row, path),
        turnout=tuple(_turnout(row.turnout, site)),
        public=publication_note(site, row),
    )


def _clause(site: Site, row: Campaign, path: str) -> Markup:
    """The task that it is for, as a link; its clause alone where the year's plan has no such task."""
    for each in site.plan.tasks if site.plan and row.clause else ():
        if each.task.clause == row.clause:
            target = url(path, task_path(each.task.slug, site.year_folder))
            return Markup('<a href="{}">{} {}</a>').format(target, row.clause, each.task.name)
    return Markup("{}").format(row.clause or "")


def _turnout(rows: Iterable[GroupTurnout], site: Site) -> Iterator[str]:
    """Small numbers are left out, in the public edition also those of who stayed away."""
    for row in rows:
        if row.small:
            yield f"{row.group}：不足 10 人，不列人数"
        elif site.judged:
            yield f"{row.group}：应参加 {row.expected}，实参加 {row.attended}"
        else:
            yield f"{row.group}：{row.attended} 人"
