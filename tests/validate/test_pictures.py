"""Pictures of the handbook: drawings that are more than drawings, files that are no pictures."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from generator.media.showcase_pictures import uncached
from generator.validate.pictures import check_pictures, check_svg

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">'


def told(inner: str, head: str = HEAD, before: str = "") -> list[str]:
    data = f"{before}{head}\n{inner}\n</svg>".encode()
    return [f"{row.source} {row.code} {row.message}" for row in check_svg(data, "docs/a.svg")]


@pytest.mark.parametrize(
    ("inner", "what"),
    [
        ("<script>alert(1)</script>", "“script”这种内容"),
        ("<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>甲</p></foreignObject>", "“foreignObject”这种内容"),
        ("<rect onclick='go()'/>", "脚本（onclick）"),
        ("<image href='https://e.org/a.png'/>", "外部引用"),
        ("<image xlink:href='data:image/png;base64,AA'/>", "外部引用"),
        ("<use href='other.svg#a'/>", "外部引用"),
        ("<rect style='fill: url(https://e.org/a)'/>", "外部引用"),
        ("<style>@import 'a.css';</style>", "外部引用"),
        ("<a href='#a'><rect/></a>", "“a”这种内容"),
        ("<rect id='r'/><set href='#r' attributeName='href' to='x'/>", "外部引用"),
        ("<metadata>somebody</metadata>", "“metadata”这种内容"),
        ("<rect xmlns:i='http://www.inkscape.org/namespaces/inkscape' i:label='甲'/>", "“label”这种附带信息"),
        ("<?xml-stylesheet href='a.css'?>", "处理指令或实体"),
    ],
)
def test_what_is_no_drawing_is_told_with_its_line(inner: str, what: str) -> None:
    first, *_ = told(inner)
    assert first == f"docs/a.svg:2:1 P122 SVG 图里有{what}"


def test_entities_and_broken_files_are_refused() -> None:
    bomb = '<!DOCTYPE svg [<!ENTITY a "甲甲">]>'
    assert told("<text>&a;</text>", before=bomb)[0] == "docs/a.svg:1:1 P122 SVG 图里有 DOCTYPE"
    assert told("<rect>") == ["docs/a.svg P122 SVG 图打不开"]
    assert told("<rect/>" * 400_000) == ["docs/a.svg P122 SVG 图超过 2 MB"]


def test_a_drawing_is_no_problem() -> None:
    inner = "<!-- 示意 --><defs><path id='p' d='M0 0'/></defs><use href='#p' style='fill:url(#g)'/><text>甲</text>"
    assert told(inner) == []


def test_files_that_are_no_pictures(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"<html>")
    (tmp_path / "b.svg").write_text("<html/>", encoding="utf-8")
    (tmp_path / "c.md").write_text("# 甲", encoding="utf-8")
    Image.new("RGB", (2, 2)).save(tmp_path / "d.webp")
    rows = check_pictures(sorted(tmp_path.iterdir()), tmp_path, uncached)
    assert [(row.source.path, row.code) for row in rows] == [("a.png", "P111"), ("b.svg", "P122")]
