"""The page of a showcase that opens from a folder, without the rest of the site."""

from __future__ import annotations

from markupsafe import Markup

from generator.model import words
from generator.model.records.approval import Approval
from generator.present.kit.site import Site
from generator.present.kit.templates import render
from generator.present.kit.urls import SHOWCASES
from generator.prose.offline import OfflinePage


def offline_showcase(site: Site, page: OfflinePage, id: str, approval: Approval, site_url: str) -> str:
    """The whole page; `approval` is what the showcase is public by, `site_url` empty where the site has no address."""
    return render(
        "showcase/offline",
        page=page,
        article=Markup(page.article),  # noqa: S704 - a finished page of ours
        institution=site.institution.name,
        as_of=words.day(site.as_of),
        until=words.day(approval.until),
        address=f"{site_url}{SHOWCASES}#{id}" if site_url else "",
    )
