"""A page offers the PDFs that lie in the edition, says how large and of which day they are, and no others."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from generator.build.unit_prints import UNIT_PRINTS
from generator.disclose.view import BranchView
from generator.model import words
from generator.model.dossier import Dossier
from generator.model.finding import Assessment
from generator.model.judged_year import JudgedYear
from generator.model.placeholders import Slot
from generator.model.role import Role
from generator.present.branch.branch_year import branch_pages
from generator.present.kit.print_links import PrintLink, print_links
from generator.present.kit.site import Site
from generator.present.kit.slots import SlotContext, fill
from generator.present.kit.urls import url
from tests.present.conftest import AS_OF

MakeSite = Callable[..., Site]


def offered(html: str) -> list[str]:
    return re.findall(r'href="([^"]+)"', html)


def test_a_link_says_kind_size_and_day() -> None:
    rows = [("downloads/handbook.pdf", "手册"), ("downloads/plan-2019.pdf", "方案")]
    assert list(print_links({"downloads/plan-2019.pdf": 41_001}, "plan/", AS_OF, rows)) == [
        PrintLink(label="方案", target="../downloads/plan-2019.pdf", told="PDF，42 KB，截至2019年11月25日")
    ]


@pytest.mark.parametrize(
    ("size", "told"),
    [(1, "1 KB"), (1000, "1 KB"), (1001, "2 KB"), (999_000, "999 KB"), (999_001, "1 MB"), (1_000_001, "1.1 MB")],
)
def test_sizes_are_rounded_up(size: int, told: str) -> None:
    assert words.size_words(size) == told


@pytest.mark.parametrize("name", [Slot.HOME_PRINTS, Slot.ROLE_PRINTS, Slot.STANDARD_HEAD, Slot.ASPECT_STANDARDS])
def test_an_edition_without_pdfs_offers_none(make_site: MakeSite, meta: dict[str, str], name: Slot) -> None:
    at = SlotContext(site=make_site(prints={}), path="standards/3-1/", meta={**meta, "角色": "支部书记"})
    assert ".pdf" not in fill(at, name)
    assert "没有随站生成 PDF" in fill(at, Slot.PRINTS)


@pytest.mark.parametrize("role", Role)
def test_the_page_of_a_role_offers_its_own_part(make_site: MakeSite, role: Role) -> None:
    site = make_site(prints={f"downloads/role-{row}.pdf": 1 for row in Role})
    at = SlotContext(site=site, path="help/me/", meta={"角色": role.label})
    assert offered(fill(at, Slot.ROLE_PRINTS)) == [f"../../downloads/role-{role}.pdf"]


def test_a_page_of_no_role_offers_no_part(make_site: MakeSite) -> None:
    assert offered(fill(SlotContext(site=make_site(), path="help/me/"), Slot.ROLE_PRINTS)) == []


def test_the_list_holds_every_pdf_of_the_edition(make_site: MakeSite) -> None:
    site = make_site()
    assert sorted(offered(fill(SlotContext(site=site, path=""), Slot.PRINTS))) == sorted(site.prints)
    assert offered(fill(SlotContext(site=site, path=""), Slot.HOME_PRINTS)) == [
        "downloads/handbook.pdf",
        "downloads/handbook-large.pdf",
    ]


def test_every_pdf_of_a_branch_is_offered_on_its_page(
    make_site: MakeSite, dossier: Dossier, assessment: Assessment
) -> None:
    site = make_site()
    addresses = [row.address(dossier.id, site) for row in UNIT_PRINTS]
    view = BranchView(audience=site.audience, dossier=dossier, current=JudgedYear(assessment))
    page, *_ = branch_pages(site, view, dict.fromkeys(addresses, 1))
    assert addresses
    assert [address for address in addresses if f'href="{url(page.path, address)}"' not in page.body] == []
