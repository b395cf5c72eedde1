"""Printings of the handbook through a whole build: what they hold, on which paper, and what pages say of them."""

from __future__ import annotations

import re
from dataclasses import replace

import pypdfium2

from generator.cli.options import read_settings
from generator.model import words
from generator.model.book_order import BookOrder
from generator.model.book_style import BOOK_STYLES
from generator.model.role import Role
from generator.products.site import build
from tests.conftest import Project

ORDERS = (BookOrder(aspect=3), BookOrder(role=Role.SECRETARY), BookOrder(aspect=3, style=BOOK_STYLES["large"]))
MILLIMETRE = 72 / 25.4


def test_printings_hold_their_part_on_their_paper_and_pages_say_their_size(project: Project) -> None:
    project.write("docs/index.md", "# 首页\n\n<!-- slot: home-prints -->\n\n<!-- slot: prints -->\n")
    project.write(
        "docs/readings.md", "# 口径\n\n## 数\n\n### A1 以上 {#a1}\n\n含本数\n\n### A11 每季 {#a11}\n\n自然季\n"
    )
    project.write("docs/glossary.md", "# 术语\n\n支部\n")
    nav = project.config.read_text(encoding="utf-8")
    project.config.write_text(f"{nav}  - 口径: readings.md\n  - 术语: glossary.md\n", encoding="utf-8")
    standard = project.root / "docs/standards/3-1.md"
    standard.write_text(
        standard.read_text(encoding="utf-8").replace("要点:\n", "口径: [A11]\n要点:\n", 1), encoding="utf-8"
    )
    settings = replace(read_settings(project.config, {}), pdf=("pocket",), books=ORDERS)
    build(project.config, settings, project.site, strict=False)

    aspect, role, large = (project.site / f"downloads/{order.name}.pdf" for order in ORDERS)
    for path in (aspect, role, large):
        text = read(path)
        assert "3.1支部党员大会" in text
        assert "自然季" in text
        assert "含本数" not in text
        assert "术语" not in text
    assert offered(project) == {path.name: words.size_words(path.stat().st_size) for path in (aspect, role)}
    assert "支部书记分册" in read(role)
    assert [paper(path) for path in (aspect, role, large)] == [(210, 297), (148, 210), (210, 297)]
    assert "downloads/handbook.pdf" not in (project.site / "standards/3-1/index.html").read_text(encoding="utf-8")


def read(path: object) -> str:
    pages = pypdfium2.PdfDocument(path)
    return "".join("".join(page.get_textpage().get_text_bounded().split()) for page in pages)


def paper(path: object) -> tuple[int, ...]:
    return tuple(round(side / MILLIMETRE) for side in pypdfium2.PdfDocument(path)[0].get_size())


def offered(project: Project) -> dict[str, str]:
    """The files that any page offers, with the sizes it tells."""
    pages = ("index.html", "aspects/3/index.html")
    text = "".join((project.site / name).read_text(encoding="utf-8") for name in pages)
    return dict(re.findall(r'downloads/([\w-]+\.pdf)">[^<]*<small>PDF，([^，]+)，', text))
