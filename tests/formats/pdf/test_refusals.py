"""What cannot be set right stops the PDF, and says in Chinese what and where."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import pytest

from generator.errors import PdfError
from generator.formats.pdf.book import Chapter, Cover, write_handbook
from generator.formats.pdf.engine import TypstSource, compile_pdf
from generator.formats.pdf.typefaces import LEAN
from generator.model.book_matter import NO_MATTER
from generator.model.book_style import BOOK
from generator.settings import Typefaces


def attempt(
    html: str, cover: Cover, tmp_path: Path, *, root: Path | None = None, faces: Typefaces | None = None
) -> str:
    chapter = Chapter(title="3.1 支部党员大会", path="standards/3-1/", level=1, html=html)
    with pytest.raises(PdfError) as caught:
        write_handbook([chapter], cover, tmp_path / "no.pdf", root, faces or Typefaces())
    assert not list(tmp_path.glob("*.pdf"))
    return str(caught.value)


@pytest.mark.parametrize(
    "html",
    ["<p>会议\U0001f600开始</p>", "<h1>\U0001f600</h1>", "<pre><code>\U0001f600</code></pre>", "<td>\U0001f600</td>"],
)
def test_a_character_without_a_glyph_is_named(html: str, cover: Cover, tmp_path: Path) -> None:
    message = attempt(html, cover, tmp_path)
    assert "\U0001f600" in message
    assert "U+1F600" in message
    assert "3.1 支部党员大会" in message
    assert "standards/3-1/" in message


def test_every_missing_character_is_named_at_once(cover: Cover, tmp_path: Path) -> None:
    message = attempt("<p>\U0001f600</p><table><tr><td>\U0001f389</td></tr></table>", cover, tmp_path)
    assert "U+1F600" in message
    assert "U+1F389" in message


def test_a_cover_character_without_a_glyph_is_named(cover: Cover, tmp_path: Path) -> None:
    bad = Cover(title="手册\U0001f389", subtitle="", institution="甲", audience_label="公开版", as_of=cover.as_of)
    with pytest.raises(PdfError, match="封面“手册\U0001f389”：“\U0001f389”（U\\+1F389）"):
        write_handbook([Chapter(title="空", path="", level=1, html="")], bad, tmp_path / "no.pdf")


@pytest.mark.parametrize("alt", ["", 'alt=""', 'alt=" "'])
def test_a_picture_without_words_is_named(alt: str, cover: Cover, tmp_path: Path, site: Path) -> None:
    message = attempt(f'<p><img src="../../assets/room.png" {alt}></p>', cover, tmp_path, root=site)
    assert "替代文字" in message
    assert "../../assets/room.png" in message
    assert "standards/3-1/" in message


@pytest.mark.parametrize("source", ["../../assets/none.png", "../../../outside.png"])
def test_a_picture_that_is_not_there_is_named(source: str, cover: Cover, tmp_path: Path, site: Path) -> None:
    message = attempt(f'<img src="{source}" alt="会场">', cover, tmp_path, root=site)
    assert source.lstrip("./") in message
    assert "不存在" in message


def test_a_link_out_of_the_site_is_not_followed(cover: Cover, tmp_path: Path, site: Path) -> None:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "room.png").symlink_to(site / "assets" / "room.png")
    assert "不存在" in attempt('<img src="/room.png" alt="会场">', cover, tmp_path, root=folder)


def test_a_picture_that_is_none_is_named(cover: Cover, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "fake.jpg").write_text("不是照片")
    assert "打不开：fake.jpg" in attempt('<img src="/fake.jpg" alt="会场">', cover, tmp_path, root=folder)


def test_an_unknown_typeface_is_named_with_a_near_one(cover: Cover, tmp_path: Path) -> None:
    message = attempt("<p>字</p>", cover, tmp_path, faces=Typefaces(fang=("Noto Serif S",)))
    assert "仿宋（fang）" in message
    assert "是否想写 Noto Serif SC？" in message


def test_a_folder_of_fonts_that_is_not_there_is_named(cover: Cover, tmp_path: Path) -> None:
    assert "none" in attempt("<p>字</p>", cover, tmp_path, faces=Typefaces(folders=(tmp_path / "none",)))


def test_a_warning_of_the_engine_stops_the_pdf_and_names_the_chapter(cover: Cover) -> None:
    chapters = [("“甲”（a/）", "#[字];"), ("“乙”（b/）", '#set text(font: "Nope")\n#[字];')]
    front = dict.fromkeys(("title", "subtitle", "institution", "audience", "note", "as-of", "stamp"), "字")
    source = TypstSource(
        template="handbook",
        cover=front | {"date": "2019-11-25", "style": BOOK.for_template(), "matter": asdict(NO_MATTER)},
        as_of=cover.as_of,
        chapters=chapters,
        pictures={},
    )
    with pytest.raises(PdfError, match="“乙”（b/）：unknown font family: nope"):
        compile_pdf(source, LEAN)
