"""The plan's own words as a chapter of the book, so that what cites a clause leads to it."""

from __future__ import annotations

from generator.model.page import Page
from generator.present.kit.site import Site
from generator.present.plan.plan_year import plan_pages


def plan_words(site: Site) -> Page | None:
    """The page of the site that holds them; None without a plan, or where its words are not kept."""
    return next((page for page in plan_pages(site) if page.path == site.text_path), None)
