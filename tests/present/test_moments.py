"""时候 on the home page and on a page of its own, from what is declared."""

from __future__ import annotations

from lxml.html import HtmlElement, fragments_fromstring

from generator.model.records.moments import Moments
from generator.present.kit.site import Site
from generator.present.kit.slots import SlotContext, fill
from generator.present.prose_pages.values import drop_links, fill_values
from tests.present.conftest import MakeSite

MOMENTS = Moments.model_validate(
    {
        "时候": [
            {
                "编号": "general-meeting",
                "名称": "要开<大会>",
                "步骤": [
                    {"办": "票数[够]不够", "页": "standards/3-1.md#counting"},
                    {"办": "标准目录", "页": "standards/index.md"},
                    {"办": "发展党员", "页": "standards/5-1.md"},
                ],
            }
        ]
    }
)


def _site(make_site: MakeSite) -> Site:
    return make_site(moments=MOMENTS)


def test_a_card_leads_to_the_moment_and_to_every_step_that_the_handbook_has(make_site: MakeSite) -> None:
    (found,) = fragments_fromstring(fill(SlotContext(site=_site(make_site), path=""), "home-moments"))
    links: list[HtmlElement] = list(found.iter("a"))
    assert [(link.text_content(), link.get("href")) for link in links] == [
        ("要开<大会>", "moments/index.html#general-meeting"),
        ("票数[够]不够", "standards/3-1/index.html#counting"),
        ("标准目录", "standards/index.html"),
    ]


def test_where_none_is_declared_the_home_page_has_no_list(make_site: MakeSite) -> None:
    assert fill(SlotContext(site=make_site(), path=""), "home-moments").strip() == ""


def test_the_page_of_moments_is_markdown_with_an_address_each(make_site: MakeSite) -> None:
    site = _site(make_site)
    text = drop_links(site, fill_values(site, "# 时候\n\n[[moments]]\n", "moments/"), "moments.md")
    heading, *steps = text.split("\n\n", 1)[1].strip().split("\n\n")
    assert heading.endswith(" {#general-meeting}")
    assert "<" not in heading
    first, second, third = "".join(steps).split("\n")
    assert first.endswith("](standards/3-1.md#counting)")
    assert second == "1. [标准目录](standards/index.md)"
    assert third == "1. 发展党员"
