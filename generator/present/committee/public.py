"""The public page of a committee: its branches."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.page import Page
from generator.present.committee.branches import branch_list
from generator.present.committee.views import CommitteeView
from generator.present.kit.page_kind import ID, NUMBER, PUBLIC_EDITION, Heading, PageKind
from generator.present.kit.templates import render
from generator.present.kit.urls import COMMITTEES, committee_path, part_path


def _pages(view: CommitteeView) -> Iterator[Page]:
    for part in view.parts:
        body = render("committee/public", **branch_list(view.site, view.entry, part))
        path, title = part.path(committee_path(view.entry.id)), part.title(view.entry.committee.name)
        yield Page(path=path, kind="committee", title=title, body=body)


PAGES = (
    PageKind(
        name="committee",
        about="所属各支部的名单",
        subject=CommitteeView,
        paths=(committee_path(ID), part_path(committee_path(ID), NUMBER)),
        editions=PUBLIC_EDITION,
        tab=COMMITTEES,
        headings=(Heading(2, "branches", "支部"),),
        make=_pages,
    ),
)
