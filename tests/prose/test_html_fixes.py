"""The theme's HTML, mended."""

from __future__ import annotations

import pytest

from generator.prose.html_fixes import fix_markup, fix_not_found


def test_toggles_lose_autocomplete_and_text_fields_keep_it() -> None:
    html = '<input class="md-toggle" type="checkbox" id="__drawer" autocomplete="off"><input type="text" autocomplete="off">'
    assert (
        fix_markup(html)
        == '<input class="md-toggle" type="checkbox" id="__drawer"><input type="text" autocomplete="off">'
    )


def test_empty_tabindex_goes_and_zero_stays() -> None:
    assert (
        fix_markup('<label tabindex="">甲</label><div tabindex="0"></div>')
        == '<label>甲</label><div tabindex="0"></div>'
    )


def test_task_list_boxes_say_whether_they_are_done() -> None:
    html = (
        '<li class="task-list-item"><label class="task-list-control"><input type="checkbox" disabled checked/>'
        '<span class="task-list-indicator"></span></label> 甲</li>'
        '<li class="task-list-item"><label class="task-list-control"><input type="checkbox" disabled/>'
        '<span class="task-list-indicator"></span></label> 乙</li>'
    )
    mended = fix_markup(html)
    assert mended.count('aria-label="已完成"') == 1
    assert mended.count('aria-label="未完成"') == 1
    assert "/>" not in mended


def test_only_the_script_of_the_theme_waits_for_the_page() -> None:
    own = '<script src="../assets/zhibu/own.js"></script>'
    html = f'{own}<script src="../assets/javascripts/bundle.a5f9d56c.min.js"></script>'
    assert fix_markup(html) == f'{own}<script src="../assets/javascripts/bundle.a5f9d56c.min.js" defer></script>'


def test_the_404_page_works_at_any_depth_and_as_a_file() -> None:
    html = (
        '<meta charset="utf-8"><link rel="stylesheet" href="/party/assets/a.css">'
        '<a href="/party/index.html">首页</a><a href="/party/">首页</a><a href="/party/standards/">标准</a>'
        '<script id="__config" type="application/json">{}</script>'
        '<script src="/party/assets/javascripts/bundle.x.js"></script>'
    )
    mended = fix_not_found(fix_markup(html), "/party/")
    assert "<base" not in mended
    assert 'zbBase="/party/"' in mended
    style = '<link rel="stylesheet" href="/party/assets/a.css">'
    assert f"<script>zbLoad('{style}')</script><noscript>{style}</noscript>" in mended
    assert mended.count('<a href="/party/index.html">') == 2
    assert '<a href="/party/standards/index.html">' in mended
    assert mended.index("d.search.slice(zbBase.length)") < mended.index("bundle.x.js")
    assert """zbLoad('<script src="/party/assets/javascripts/bundle.x.js" defer><\\/script>')""" in mended


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("2018 年 7 月", "2018-07"),
        ("2020 年 7 月 13 日", "2020-07-13"),
        ("2019 年底", "2019"),
        ("2019年3月1日", "2019-03-01"),
    ],
)
def test_a_date_in_force_has_a_form_that_machines_read(written: str, form: str) -> None:
    html = f'<p><time class="in-force">{written}</time></p>'
    assert fix_markup(html) == f'<p><time class="in-force" datetime="{form}">{written}</time></p>'
