"""支部查找: the search box, and the data that its script reads."""

from __future__ import annotations

import json

from generator.model.index import CommitteeEntry
from generator.model.placeholders import Slot
from generator.present.kit.pager import MOST_LISTED
from generator.present.kit.site import Site
from generator.present.kit.slots import SlotContext
from generator.present.kit.templates import render
from generator.present.kit.urls import FINDER_DATA, FINDER_SCRIPT, branch_path, committee_path, file_path, root, url


def finder_script(site: Site) -> str:
    """The data of 支部查找 as a script, so that it also loads from a folder; no branch's verdict is in it."""
    rows = [
        [branch.id, branch.called(site.as_of), committee.committee.name, branch.kind.value]
        for committee in site.index.committees
        for branch in committee.branches
    ]
    data = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        data = data.replace(character, f"\\u{ord(character):04x}")
    return f"window.zhibuBranches={data};\n"


def _finder(at: SlotContext) -> str:
    """The search box over branches' names and ids, and the committees for those who browse without scripts."""
    site, path = at.site, at.path
    return render(
        "prose_pages/finder",
        page=f"{root(path)}{file_path(branch_path('{id}'))}",
        script=url(path, FINDER_SCRIPT),
        data=url(path, FINDER_DATA),
        groups=[(entry.committee.name, *_way_in(site, path, entry)) for entry in site.index.committees[:MOST_LISTED]],
        number=len(site.index.committees),
    )


SLOTS = {Slot.FINDER: _finder}


def _way_in(site: Site, path: str, entry: CommitteeEntry) -> tuple[str, str, list[tuple[str, str]]]:
    """The committee's page; where the edition has none, its branches one by one."""
    if site.has_committees:
        return url(path, committee_path(entry.id)), f"{len(entry.living(site.as_of))} 个支部", []
    return "", "", [(branch.called(site.as_of), url(path, branch_path(branch.id))) for branch in entry.branches]
