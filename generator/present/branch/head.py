"""What stands at the top of every page about a branch: its name, the edition, the ways to its neighbours."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import words
from generator.model.dossier import Dossier
from generator.model.records.profile import Profile
from generator.model.words import still_called
from generator.present.appraisal.kept import nominations_of
from generator.present.kit.appraisal_urls import nomination_path, review_book_path
from generator.present.kit.site import Site
from generator.present.kit.urls import branch_path, checklist_path, committee_path, file_path, showcase_path
from generator.present.kit.urls import root as root_of


@dataclass(frozen=True, slots=True, kw_only=True)
class BranchHead:
    """The head of a branch's pages; `…_file` are links from the site's root, empty where this edition has no such page."""

    title: str
    edition: str
    root: str
    kind: str
    committee: str
    committee_file: str
    branch_file: str
    checklist_file: str
    showcase_file: str
    review_file: str
    nomination_file: str


def branch_name(site: Site, profile: Profile) -> str:
    """What a branch's pages are called: those of a further year bear the year, those of a dissolved branch say so."""
    name = still_called(profile.name, profile.dissolved, site.as_of)
    return f"{name}{site.year}年度" if site.further else name


def ended(site: Site, profile: Profile) -> str:
    """That the branch is dissolved, and into which it was merged; nothing while it lives."""
    if profile.dissolved is None or site.as_of < profile.dissolved:
        return ""
    entry = site.branches.get(profile.merged_into) if profile.merged_into else None
    into = f"，并入{entry.name}" if entry else ""
    return f"本支部已于{words.day(profile.dissolved)}撤销{into}。不留待办，另计，不入各项合计"


def branch_head(site: Site, dossier: Dossier, path: str) -> BranchHead:
    """The head of the page at `path`."""
    nominated = site.whole and nominations_of(site.index.further, site.year, dossier.id)
    known = site.has_committees and dossier.committee in site.committee_names
    return BranchHead(
        title=branch_name(site, dossier.profile),
        edition=site.edition,
        root=root_of(path),
        kind=f"{dossier.profile.kind}党支部",
        committee=site.committee_names.get(dossier.committee, ""),
        committee_file=file_path(committee_path(dossier.committee)) if known else "",
        branch_file=file_path(branch_path(dossier.id, site.year_folder)),
        checklist_file=file_path(checklist_path(dossier.id, site.year_folder)),
        showcase_file=file_path(showcase_path(dossier.id)) if dossier.id in site.showcases else "",
        review_file=file_path(review_book_path(dossier.id, site.year_folder)) if site.shows_restricted else "",
        nomination_file=file_path(nomination_path(dossier.id, site.year_folder)) if nominated else "",
    )
