"""The page of a showcase that opens from a folder, without the rest of the site."""

from __future__ import annotations

from markupsafe import Markup

from generator.model import words
from generator.model.index import ShowcaseEntry
from generator.present.kit.site import Site
from generator.present.kit.templates import render
from generator.present.kit.urls import landing_address
from generator.prose.offline import OfflinePage


def offline_showcase(site: Site, page: OfflinePage, entry: ShowcaseEntry, site_url: str) -> str:
    """The whole page; `site_url` is empty where the site has no address."""
    approval = entry.showcase.approval
    return render(
        "showcase/offline",
        page=page,
        article=Markup(page.article),  # noqa: S704 - a finished page of ours
        institution=site.institution.name,
        as_of=words.day(site.as_of),
        until=words.day(approval.until) if approval else "",
        address=landing_address(site_url, entry.branch.id),
    )
