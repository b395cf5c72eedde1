"""Prose with something foreign in it, through a whole build: refused with its place, or seen at the last look."""

from __future__ import annotations

import lxml.html
import markdown
import pytest

from generator.errors import RecordsRefusedError
from generator.model.record import Audience
from generator.plugin import exact
from generator.plugin.foreign import problems
from generator.products import site as builder
from tests.conftest import Project


def refused(project: Project, caplog: pytest.LogCaptureFixture) -> str:
    with pytest.raises(RecordsRefusedError):
        builder.build(project.config, project.settings(Audience.PUBLIC), project.site, strict=False)
    return caplog.text


def test_a_script_in_a_standard_stops_the_build_with_its_place(
    project: Project, caplog: pytest.LogCaptureFixture
) -> None:
    standard = project.root / "docs/standards/3-1.md"
    text = standard.read_text(encoding="utf-8")
    lines = text.count("\n")
    standard.write_text(f"{text}\n甲 <b onclick='x'>乙</b>\n", encoding="utf-8")
    assert f"docs/standards/3-1.md:{lines + 2}:3: 错误[H121]" in refused(project, caplog)


def test_an_outside_picture_in_a_showcase_stops_the_build_with_its_place(
    project: Project, caplog: pytest.LogCaptureFixture
) -> None:
    showcase = project.branch / "showcase.md"
    text = showcase.read_text(encoding="utf-8")
    showcase.write_text(f"{text}\n![图](http://example.com/a.jpg)\n", encoding="utf-8")
    found = refused(project, caplog)
    assert f"showcase.md:{text.count(chr(10)) + 2}:1: 错误[H122]" in found


def test_a_web_page_that_is_attached_is_looked_at_too_and_has_no_say_in_the_policy(
    project: Project, caplog: pytest.LogCaptureFixture
) -> None:
    project.write("docs/a.html", "<p>甲</p>")
    page = project.root / "docs/committees.md"
    page.write_text(f"{page.read_text(encoding='utf-8')}\n[甲](a.html)\n", encoding="utf-8")
    builder.build(project.config, project.settings(Audience.PUBLIC), project.site, strict=False)
    before = (project.site / "_headers").read_text(encoding="utf-8")
    assert (project.site / "a.html").is_file()
    project.write("docs/a.html", "<p>甲</p><script>alert(1)</script>")
    assert "docs/a.html: 错误[H121]" in refused(project, caplog)
    assert "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='" not in before


@pytest.mark.parametrize(
    ("html", "codes"),
    [
        ("<a href='java&#10;script:x'>甲</a>", ["H121"]),
        ("<a\n href=' file:///x'>甲</a><p STYLE='x'>", ["H123", "H125"]),
        ("<svg onload=x></svg>", ["H121"]),
        ("<input type='checkbox' disabled>", []),
        ("<input type='text'>", ["H126"]),
        ("<p>&lt;script&gt;</p><code>&lt;iframe&gt;</code>", []),
    ],
)
def test_the_last_look_sees_it_however_it_was_written(html: str, codes: list[str]) -> None:
    assert [row.code for row in problems(html, "docs/a.md")] == codes


def test_tables_are_aligned_by_class() -> None:
    table = markdown.markdown("| 甲 | 乙 | 丙 |\n|:--|:-:|--:|\n| 1 | 2 | 3 |", extensions=["tables", exact.NAME])
    page = lxml.html.fromstring(table)
    assert page.xpath("//@class") == ["zb-left", "zb-center", "zb-right"] * 2
    assert page.xpath("//@style") == []
