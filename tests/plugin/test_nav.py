"""The navigation: aspects and standards stand where `mkdocs.yml` says, in the order of the handbook."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from generator.plugin.nav import with_handbook
from generator.present.kit.catalogue import AspectView, StandardView


def standard(id: str) -> StandardView:
    path = f"standards/{id.replace('.', '-')}/"
    return StandardView(
        id=id,
        name="甲",
        anchor="",
        path=path,
        file=f"{path}index.html",
        aspect=int(id[0]),
        category="定量",
        basis=Markup(),
        grounds="",
        withheld=False,
        criteria=(),
    )


def aspect(number: int, numeral: str, name: str, *ids: str) -> AspectView:
    path = f"aspects/{number}/"
    return AspectView(
        number=number,
        numeral=numeral,
        name=name,
        path=path,
        file=f"{path}index.html",
        standards=tuple(map(standard, ids)),
    )


ASPECTS = (aspect(2, "二", "组织设置", "2.1", "2.10"), aspect(5, "五", "党员队伍建设"))
SECTIONS = [
    {"二、组织设置": [{"组织设置概览": "aspects/2.md"}, "standards/2-1.md", "standards/2-10.md"]},
    {"五、党员队伍建设": [{"党员队伍建设概览": "aspects/5.md"}]},
]
FURTHER: list[dict[str, list[Any]]] = [{"另集": [{"标准目录": "standards/lt/index.md"}, "standards/lt/2-1.md"]}]


def test_the_entry_gives_way_to_a_section_for_each_aspect() -> None:
    nav = [{"首页": "index.md"}, {"手册": ["standards/index.md", "aspects/", {"附录": ["aspects/"]}]}]
    assert with_handbook(nav, ASPECTS, FURTHER) == [
        {"首页": "index.md"},
        {"手册": ["standards/index.md", *SECTIONS, *FURTHER, {"附录": [*SECTIONS, *FURTHER]}]},
    ]


def test_a_navigation_without_the_entry_stays_as_it_is() -> None:
    nav = [{"手册": [{"三、组织生活": ["aspects/3.md", "standards/3-1.md"]}]}]
    assert with_handbook(nav, ASPECTS, FURTHER) == nav
    assert with_handbook(None, ASPECTS, FURTHER) is None
