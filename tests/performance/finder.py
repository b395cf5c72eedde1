"""支部查找 at any size, made by the program itself, for a browser to search in (tests/browser/finder.mjs).

    python tests/performance/finder.py 10000 /tmp/finder

Only the frame of the page is not the real one: what is measured is the box, its script and its data.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from institution import PER_COMMITTEE, ROOT, Unit, units

from generator.model.index import BranchEntry, CommitteeEntry, Index
from generator.model.kinds import BranchKind
from generator.model.placeholders import Slot
from generator.model.record import Audience
from generator.model.records.organisation import Committee, Institution
from generator.model.records.sources import NONE
from generator.present.kit.site import Site
from generator.present.kit.slots import SlotContext, fill
from generator.present.kit.urls import FINDER
from generator.present.prose_pages.finder import finder_script

_ASSETS = "assets/zhibu"
_PAGE = """<!doctype html>
<html lang="zh">
<head>
<meta charset="utf-8">
<title>支部查找</title>
<link rel="stylesheet" href="../assets/zhibu/zhibu.css">
</head>
<body>
{body}
</body>
</html>
"""


def finder_page(branches: int, target: Path) -> None:
    """Write the page `finder/` and what it loads."""
    site = _site(branches)
    assets = target / _ASSETS
    shutil.copytree(ROOT / "generator/theme" / _ASSETS, assets)
    (assets / "finder-data.js").write_text(finder_script(site), encoding="utf-8")
    (target / "finder").mkdir()
    page = _PAGE.format(body=fill(SlotContext(site=site, path=FINDER), Slot.FINDER))
    (target / "finder/index.html").write_text(page, encoding="utf-8")


def _site(branches: int) -> Site:
    about = Institution.model_validate({"名称": "示例大学"})
    index = Index(institution=about, committees=tuple(_committees(branches)))
    day = date(2019, 11, 25)
    return Site(
        institution=about, index=index, sets=(), sources=NONE, as_of=day, year=day.year, audience=Audience.INTERNAL
    )


def _committees(branches: int) -> Iterator[CommitteeEntry]:
    rows = list(units(branches))
    for start in range(0, branches, PER_COMMITTEE):
        own = rows[start : start + PER_COMMITTEE]
        about = Committee.model_validate({"名称": own[0].committee_name, "类型": "基层党委", "审批权限": "是"})
        yield CommitteeEntry(id=own[0].committee, committee=about, branches=tuple(map(_branch, own)))


def _branch(unit: Unit) -> BranchEntry:
    return BranchEntry(
        id=unit.branch, committee=unit.committee, name=unit.name, kind=BranchKind(unit.kind), folder=Path()
    )


if __name__ == "__main__":
    finder_page(int(sys.argv[1]), Path(sys.argv[2]))
