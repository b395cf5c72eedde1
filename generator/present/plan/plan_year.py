"""What the pages of a plan are about: one year's plan in one edition."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.page import Page
from generator.model.records.plan import Plan
from generator.present.kit.registry import pages_about
from generator.present.kit.site import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanYear:
    """The plan of the year of `site`, which holds its tasks' standings."""

    site: Site
    plan: Plan


def plan_pages(site: Site) -> Iterator[Page]:
    """Every record page of the year's plan; none where the year has no plan."""
    return pages_about(PlanYear(site=site, plan=site.plan), site.audience) if site.plan else iter(())
