"""A page of a finished site as a folder of its own."""

from __future__ import annotations

import pytest

from generator.prose.offline import OfflinePage, offline_page

PAGE = """<!doctype html><html><head><title>照着做 - 手册</title>
<link rel="stylesheet" href="../../assets/a.css"><link rel="stylesheet" href="../../assets/print.css" media="print">
<link rel="icon" href="../../favicon.png"></head><body><header><a href="../../index.html">首页</a></header>
<article class="md-content__inner md-typeset">ARTICLE</article>
<script src="../../assets/site.js"></script><script src="../../assets/own.js"></script></body></html>"""
SITE = {
    "assets/a.css": b'@import "b.css"; .x { background: url(pictures/x.svg#a) } .y { background: url(data:image/png,) }',
    "assets/b.css": b'.z { background: url("../fonts/z.woff2?v=1") }',
    "assets/print.css": b"",
    "assets/pictures/x.svg": b"<svg/>",
    "fonts/z.woff2": b"z",
    "assets/own.js": b"own",
    "assets/site.js": b"site",
    "showcases/aa/photos/a-480.webp": b"480",
    "showcases/aa/photos/a.jpg": b"jpg",
    "downloads/a.docx": b"docx",
    "downloads/aa.zip": b"zip",
    "standards/3-1/index.html": b"page",
}


def made(article: str, site: dict[str, bytes] | None = None) -> OfflinePage:
    files = {"showcases/aa/index.html": PAGE.replace("ARTICLE", article).encode(), **(SITE if site is None else site)}
    return offline_page(files.get, "showcases/aa/index.html", {"assets/own.js"}.__contains__)


def test_styles_and_what_they_name_go_along_and_of_the_scripts_the_wanted() -> None:
    page = made("<p>文</p>")
    assert page.title == "照着做 - 手册"
    assert page.article == "<p>文</p>"
    assert page.styles == (("files/assets/a.css", ""), ("files/assets/print.css", "print"))
    assert page.scripts == ("files/assets/own.js",)
    assert sorted(page.files) == [
        "files/assets/a.css",
        "files/assets/b.css",
        "files/assets/own.js",
        "files/assets/pictures/x.svg",
        "files/assets/print.css",
        "files/fonts/z.woff2",
    ]


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        ('<a href="../../standards/3-1/index.html#rule">3.1</a>', "<span>3.1</span>"),
        ('<a href="../index.html" class="zb-button">观摩</a>', '<span class="zb-button">观摩</span>'),
        ('<a href="../">观摩</a>', "<span>观摩</span>"),
        ('<a href="../../downloads/aa.zip">离线包</a>', "<span>离线包</span>"),
        ('<a href="#route">路线</a>', '<a href="#route">路线</a>'),
        ('<a href="https://e.org/showcases/#aa">网页</a>', '<a href="https://e.org/showcases/#aa">网页</a>'),
        ('<a href="../../downloads/a.docx">样表</a>', '<a href="files/downloads/a.docx">样表</a>'),
        ('<img src="photos/a.jpg" alt="a">', '<img src="files/showcases/aa/photos/a.jpg" alt="a">'),
        (
            '<source srcset="photos/a-480.webp 480w, photos/a.jpg 960w">',
            '<source srcset="files/showcases/aa/photos/a-480.webp 480w, files/showcases/aa/photos/a.jpg 960w">',
        ),
        ('一<p class="zb-online">打包下载</p>二', "一二"),
        ("<p>文</p><script>run()</script>", "<p>文</p>"),
    ],
)
def test_links_lead_into_the_folder_or_nowhere(article: str, expected: str) -> None:
    assert made(article).article == expected


def test_only_what_the_page_hands_out_goes_along() -> None:
    page = made('<a href="../../downloads/a.docx">样表</a><a href="../../standards/3-1/index.html">3.1</a>')
    assert page.files["files/downloads/a.docx"] == b"docx"
    assert [name for name in page.files if name.endswith((".html", ".zip"))] == []


def test_a_file_that_is_missing_is_no_package() -> None:
    with pytest.raises(KeyError, match=r"showcases/aa/photos/b\.jpg"):
        made('<img src="photos/b.jpg" alt="b">')


def test_a_page_without_an_article_is_none() -> None:
    with pytest.raises(ValueError, match="no article"):
        offline_page({"a/index.html": b"<p>a</p>"}.get, "a/index.html", lambda _: True)
