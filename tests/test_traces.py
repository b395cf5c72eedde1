"""The search through every byte finds what it has to find: a word and a picture in each kind of carrier."""

from __future__ import annotations

import base64
import gzip
import io
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pikepdf
import pytest
import typst
from PIL import Image, ImageDraw, PngImagePlugin

from tests.traces import traces

WORD = "照着标准做"


def zipped(name: str, data: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return made.getvalue()


def tarred(data: bytes) -> bytes:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w") as archive:
        info = tarfile.TarInfo("a.txt")
        info.size = len(data)
        archive.addfile(info, io.BytesIO(data))
    return made.getvalue()


def drawn() -> Image.Image:
    image = Image.new("RGB", (640, 480), "white")
    pen = ImageDraw.Draw(image)
    pen.rectangle((40, 60, 300, 420), fill=(158, 27, 31))
    pen.ellipse((320, 40, 600, 300), fill=(30, 90, 160))
    return image


def noted() -> bytes:
    made, notes = io.BytesIO(), PngImagePlugin.PngInfo()
    notes.add_itxt("Comment", WORD)
    Image.new("RGB", (8, 8)).save(made, "PNG", pnginfo=notes)
    return made.getvalue()


def paper(text: str) -> bytes:
    return bytes(typst.compile(f'#set page(width: 40mm)\n#set text(font: "Noto Serif SC")\n{text}'.encode()))


def titled() -> bytes:
    made = io.BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page()
        document.docinfo["/Title"] = WORD
        document.save(made)
    return made.getvalue()


CARRIERS: dict[str, Callable[[], bytes]] = {
    "page.html": f"<p>{WORD}</p>".encode,
    "broken.html": "照着\n  标准做".encode,
    "index.json": lambda: b'"' + "".join(f"\\u{ord(each):04x}" for each in WORD).encode() + b'"',
    "search.js": "照着\u200b标准\u200b做".encode,
    "entities.html": lambda: "".join(f"&#{ord(each)};" for each in WORD).encode(),
    "quoted.html": f'<a href="{quote(WORD)}">'.encode,
    "windows.txt": lambda: WORD.encode("gb18030"),
    "wide.txt": lambda: WORD.encode("utf-16"),
    "map.gz": lambda: gzip.compress(WORD.encode()),
    "form.docx": lambda: zipped("word/document.xml", WORD.encode()),
    "name.zip": lambda: zipped(f"{WORD}.txt", b""),
    "pack.zip": lambda: zipped("in.zip", zipped("a/page.html", WORD.encode())),
    "pack.tar": lambda: tarred(WORD.encode()),
    "data.html": lambda: b"data:text/html;base64," + base64.b64encode(WORD.encode()),
    "guide.pdf": lambda: paper(WORD),
    "title.pdf": titled,
    "note.png": noted,
}


@pytest.mark.parametrize("name", CARRIERS)
def test_a_word_is_found_in_every_carrier(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(CARRIERS[name]())
    assert list(traces(tmp_path, [WORD, "照着做"])) == [WORD]


def test_a_word_is_found_in_names(tmp_path: Path) -> None:
    (tmp_path / WORD).mkdir()
    assert traces(tmp_path, [WORD]) == {WORD: [WORD]}


@pytest.mark.parametrize("kind", ["JPEG", "WEBP", "PNG"])
def test_a_picture_is_found_by_its_pixels_whatever_it_is_called(tmp_path: Path, kind: str) -> None:
    drawn().save(tmp_path / "original.png")
    Image.new("RGB", (640, 480), (158, 27, 31)).save(tmp_path / "other.png")
    site, made = tmp_path / "site", io.BytesIO()
    site.mkdir()
    drawn().resize((480, 360)).save(made, kind)
    wanted = {"drawn": tmp_path / "original.png", "other": tmp_path / "other.png"}
    (site / "a").write_bytes(made.getvalue())
    assert traces(site, [], wanted) == {"drawn": ["a"]}
    (site / "a").write_bytes(zipped("b", made.getvalue()))
    assert traces(site, [], wanted) == {"drawn": ["a!b"]}


def test_a_picture_is_found_in_a_pdf(tmp_path: Path) -> None:
    drawn().save(tmp_path / "original.png")
    (tmp_path / "guide.typ").write_text('#image("original.png", alt: "a", width: 20mm)', encoding="utf-8")
    site = tmp_path / "site"
    site.mkdir()
    typst.compile(tmp_path / "guide.typ", output=site / "guide.pdf")
    assert list(traces(site, [], {"drawn": tmp_path / "original.png"})) == ["drawn"]
