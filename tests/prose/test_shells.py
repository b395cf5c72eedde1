"""Shells and stamps."""

from __future__ import annotations

import pytest

from generator.errors import GeneratorError
from generator.model.page import Beside, Page, PageLink
from generator.prose.shells import (
    BESIDE_SENTINEL,
    BODY_SENTINEL,
    TITLE_SENTINEL,
    TRAIL_SENTINEL,
    Shell,
    Shells,
    stamp,
)

CANONICAL = "https://e.org/branches/zhibu-shell/"
HTML = f'<link rel="canonical" href="{CANONICAL}"><title>{TITLE_SENTINEL} - 站</title><span>{TITLE_SENTINEL}</span><main>{BODY_SENTINEL}</main>'
PAGE = Page(path="branches/xx-1/", kind="branch", title="甲 & <乙>", body="<h1>甲</h1>")


def test_a_stamped_page_is_the_page_the_theme_would_have_made() -> None:
    shell = Shell.capture(HTML, "branches/zhibu-shell/", CANONICAL)
    assert stamp(shell, PAGE, PAGE.body.encode(), "https://e.org/").decode() == (
        '<link rel="canonical" href="https://e.org/branches/xx-1/"><title>甲 &amp; &lt;乙&gt; - 站</title>'
        "<span>甲 &amp; &lt;乙&gt;</span><main><h1>甲</h1></main>"
    )


def test_a_body_that_names_a_sentinel_is_not_stamped_again() -> None:
    page = Page(path="branches/a/", kind="branch", title="甲", body=f"{TITLE_SENTINEL}{BODY_SENTINEL}")
    html = stamp(Shell.capture(HTML, "branches/zhibu-shell/", CANONICAL), page, page.body.encode(), "").decode()
    assert f"<main>{TITLE_SENTINEL}{BODY_SENTINEL}</main>" in html


def test_a_page_says_what_it_stands_below_and_what_stands_beside_it() -> None:
    shell = Shell.capture(f"<ol>{TRAIL_SENTINEL}</ol>{BODY_SENTINEL}{BESIDE_SENTINEL}", "", "")
    home, listed = PageLink("<乙>", "branches/b/"), PageLink("全部 2 个", "committees/c/")
    page = Page(path="branches/a/", kind="branch", title="甲", body="", trail=(listed,), beside=Beside(home, listed))
    assert stamp(shell, page, b"B", "").decode() == (
        '<ol><li class="md-path__item"><a href="../../committees/c/index.html" class="md-path__link">'
        '<span class="md-ellipsis">全部 2 个</span></a></li></ol>B<nav class="zb-beside" aria-label="前一个、后一个">'
        '<a rel="prev" href="../../branches/b/index.html">上一个：&lt;乙&gt;</a>'
        '<a href="../../committees/c/index.html">全部 2 个</a></nav>'
    )


def test_a_page_without_neighbours_leaves_nothing_of_the_marks() -> None:
    shell = Shell.capture(f"<ol>{TRAIL_SENTINEL}</ol>{BODY_SENTINEL}{BESIDE_SENTINEL}", "", "")
    assert stamp(shell, PAGE, b"B", "") == b"<ol></ol>B"


def test_without_a_site_address_there_is_no_canonical_link() -> None:
    assert (
        stamp(Shell.capture(f"<p>{BODY_SENTINEL}</p>", "branches/zhibu-shell/", ""), PAGE, b"<h1>x</h1>", "")
        == b"<p><h1>x</h1></p>"
    )


@pytest.mark.parametrize(
    "html", ["<p></p>", f"{BODY_SENTINEL}{BODY_SENTINEL}", f'{BODY_SENTINEL}<a href="../zhibu-shell/">']
)
def test_a_theme_that_changes_the_placeholder_is_refused(html: str) -> None:
    with pytest.raises(GeneratorError, match="请检查主题的改动"):
        Shell.capture(html, "branches/zhibu-shell/", "")


def test_a_shell_serves_one_kind_at_one_depth() -> None:
    shelf = Shells()
    shelf.put("branch", "branches/zhibu-shell/", Shell.capture(HTML, "", CANONICAL))
    assert shelf.stamp(PAGE, b"", "")
    with pytest.raises(GeneratorError, match="没有可用于"):
        shelf.stamp(Page(path="branches/a/b/", kind="branch", title="", body=""), b"", "")
    with pytest.raises(GeneratorError, match="没有可用于"):
        shelf.stamp(Page(path="branches/a/", kind="matrix", title="", body=""), b"", "")
