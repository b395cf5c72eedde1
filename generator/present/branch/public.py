"""The public page of a branch: its approved profile."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.page import Page
from generator.present.branch.branch_year import PublicBranch
from generator.present.branch.head import branch_head, branch_name
from generator.present.branch.profile import profile_section
from generator.present.kit.page_kind import ID, PUBLIC_EDITION, Heading, PageKind
from generator.present.kit.templates import render
from generator.present.kit.urls import COMMITTEES, branch_path


def _pages(branch: PublicBranch) -> Iterator[Page]:
    site, dossier = branch.site, branch.dossier
    path = branch_path(dossier.id)
    section = profile_section(site, dossier, branch.chosen)
    body = render("branch/public", head=branch_head(site, dossier, path), **section._asdict())
    yield Page(path=path, kind="branch", title=branch_name(site, dossier.profile), body=body)


PAGES = (
    PageKind(
        name="branch",
        about="支部概况、空白检查清单和观摩展示",
        subject=PublicBranch,
        paths=(branch_path(ID),),
        editions=PUBLIC_EDITION,
        tab=COMMITTEES,
        headings=(Heading(2, "profile", "支部概况"), Heading(2, "more", "表格与展示")),
        make=_pages,
    ),
)
