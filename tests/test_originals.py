"""公开设置 {手册可公开: 否}: the official handbook's own words, and what of them the public edition may hold: nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import lxml.html
import pytest
from docx import Document

from generator.cli.options import read_settings
from generator.disclose.originals import WHY, bare_page, is_original
from generator.disclose.text import readable
from generator.errors import LeakError
from generator.plugin import events
from generator.products import site as builder

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Project

BODY = "雀鸟每逢清晨在枝头齐声歌唱"
CRITERION = "雀鸟每季至少换一次羽毛并登记"
PAGE = f"""---
稿源: 原文
条款: 第三条
description: {BODY}
---
# 第三条 歌唱的要求

{BODY}，**不得**无故缺席。[样表](../assets/sample.docx)

## 其二雀鸟在傍晚另行集合 {{#second}}

其余从略。
"""


@pytest.fixture
def original(project: Project) -> Project:
    """A project that has imported an official handbook, and drawn a standard from it word for word."""
    project.write("docs/handbook/article-3.md", PAGE)
    document = Document()
    document.add_paragraph("样表")
    (project.root / "docs/assets").mkdir(exist_ok=True)
    document.save(str(project.root / "docs/assets/sample.docx"))
    project.write("docs/index.md", "# 首页\n\n见[第三条](handbook/article-3.md#second)。\n")
    standard = project.root / "docs/standards/3-1.md"
    text = standard.read_text(encoding="utf-8").replace("稿源: 整理", "稿源: 原文")
    text = text.replace("要求: 每季度至少召开 1 次", f"要求: {CRITERION}").replace("每季度开一次，例见", f"{BODY}，见")
    standard.write_text(text, encoding="utf-8")
    project.plugins("{zhibu: {as_of: 2019-11-25, pdf: [handbook]}}")
    config = project.config.read_text(encoding="utf-8")
    project.config.write_text(config.replace("首页: index.md", "首页: index.md\n  - handbook/article-3.md"), "utf-8")
    return project


SCHOOL = "名称: 示例大学\n假期: [{名称: 暑假, 自: 2019-07-13, 至: 2019-09-01}]\n"


def declare(project: Project, answer: str) -> None:
    project.write("records/institution.yml", f"{SCHOOL}公开设置: {{手册可公开: {answer}}}\n")


def build(project: Project, audience: str = "public") -> Path:
    options = {"audience": audience}
    builder.build(project.config, read_settings(project.config, options), project.site, strict=True)
    return project.site


def holding(folder: Path, *words: str) -> list[str]:
    """The files in which a reader, or a reader's tool, finds one of the words."""
    return [
        path.relative_to(folder).as_posix()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and any(word in text for text in readable_or_not(path) for word in words)
    ]


def readable_or_not(path: Path) -> list[str]:
    text = path.read_bytes().decode(errors="ignore")
    return (
        [text, *readable(path)] if path.suffix in {".html", ".js", ".json", ".pdf", ".ics", ".xml", ".docx"} else [text]
    )


def test_undeclared_the_public_sees_numbers_names_and_why(original: Project) -> None:
    declare(original, "否")
    site = build(original)
    assert holding(site, "雀鸟", BODY[2:], CRITERION[2:]) == []
    for name in ("handbook/article-3/index.html", "standards/3-1/index.html"):
        assert WHY in (site / name).read_text(encoding="utf-8")
    assert "歌唱的要求" in (site / "handbook/article-3/index.html").read_text(encoding="utf-8")
    assert "handbook/article-3/" in (site / "sitemap.xml").read_text(encoding="utf-8")
    assert (site / "downloads/handbook.pdf").is_file()
    assert not (site / "assets/sample.docx").exists()


def test_links_into_such_a_page_stay_good(original: Project) -> None:
    declare(original, "否")
    page = lxml.html.parse(str(build(original) / "handbook/article-3/index.html")).getroot()
    assert page.xpath("//*[@id='second']")
    assert build(original).joinpath("standards/3-1/index.html").read_text(encoding="utf-8").count('id="rule"') == 1


def test_no_declaration_is_a_no_and_a_yes_is_seen_at_the_next_build(original: Project) -> None:
    assert holding(build(original), "雀鸟") == []
    declare(original, "是")
    seen = holding(build(original), "雀鸟")
    assert {"handbook/article-3/index.html", "standards/3-1/index.html", "downloads/handbook.pdf"} <= set(seen)
    assert (original.site / "assets/sample.docx").is_file()
    declare(original, "否")
    assert holding(build(original), "雀鸟") == []


def test_words_of_the_search_do_not_let_them_out(original: Project) -> None:
    declare(original, "否")
    original.write("docs/search.yml", f"常问:\n  - {{在: index.md, 问: {BODY}}}\n")
    with pytest.raises(LeakError, match="雀鸟＊"):
        build(original)


def test_how_a_criterion_read_before_stays_inside_as_well(original: Project) -> None:
    declare(original, "否")
    page = original.root / "docs/standards/3-1.md"
    text = page.read_text(encoding="utf-8")
    before = '改前: {"3.1.1": 雀鸟从前每月至少换一次羽毛}'
    revised = re.sub(r"(?m)^(修订:.*?内容: [^,}]+)", rf"\1, {before}", text, count=1, flags=re.DOTALL)
    assert before in revised
    page.write_text(f"{revised}\n<!-- slot: standard-changes -->\n", encoding="utf-8")
    assert holding(build(original), "雀鸟", "从前每月") == []
    declare(original, "是")
    assert "standards/3-1/index.html" in holding(build(original), "从前每月")


def test_the_internal_edition_has_it_all(original: Project) -> None:
    declare(original, "否")
    assert "standards/3-1/index.html" in holding(build(original, "internal"), BODY)


def test_the_gate_proves_it(original: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    declare(original, "否")
    with monkeypatch.context() as patch:
        patch.setattr(events, "bare_page", lambda html, _title: html)
        with pytest.raises(LeakError, match="雀鸟＊"):
            build(original)
    document = Document()
    document.add_paragraph(f"另存：{BODY}。")
    document.save(str(original.root / "docs/assets/copy.docx"))
    original.write("docs/index.md", "# 首页\n\n[另存](assets/copy.docx)\n")
    with pytest.raises(LeakError, match=r"assets/copy\.docx：不属本版的内容“雀鸟＊"):
        build(original)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (PAGE, True),
        ('---\n"稿源": "原文"\n---\n', True),
        ("---\n稿源: 整理\n---\n", False),
        ("稿源: 原文\n", False),
        ("---\n说明: 稿源 原文\n---\n", False),
    ],
)
def test_a_page_says_of_itself_whose_words_it_holds(text: str, *, answer: bool) -> None:
    assert is_original(text) is answer


def test_a_bare_page_has_a_heading_of_its_own_where_there_is_none() -> None:
    assert bare_page('<p id="a">甲</p>', "乙&丙") == f'<h1>乙&amp;丙</h1>\n<p>{WHY}<span id="a"></span></p>\n'
