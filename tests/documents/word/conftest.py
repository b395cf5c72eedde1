"""Word files written part by part, so that a test says which elements it means."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest

from generator.documents.source_file import manuscript_of
from generator.model.manuscript import Manuscript
from generator.model.record import Source

TRANSITIONAL = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
}
COMMON = {
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "x": "http://example.com/unknown",
}
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PURL = "http://purl.oclc.org/ooxml"
ROOTS = {"header1": "hdr", "footer1": "ftr"}


def written(parts: dict[str, str], *, strict: bool = False, main: str = "word/document.xml") -> bytes:
    """A package of the main part `document` (the content of its body) and of others by name, as `styles`."""
    names = {prefix: _strict(uri) if strict else uri for prefix, uri in TRANSITIONAL.items()} | COMMON
    spaces = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in names.items())
    office = f"{PURL}/officeDocument/relationships" if strict else OFFICE
    folder = main.rpartition("/")[0]
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", _list("content-types", "Types", []))
        packed.writestr("_rels/.rels", _relations([(f"{office}/officeDocument", f"/{main}")]))
        others = [(f"{office}/{name.rstrip('1')}", f"{name}.xml") for name in parts if name != "document"]
        packed.writestr(f"{folder}/_rels/{main.rpartition('/')[2]}.rels", _relations(others))
        for name, content in parts.items():
            root = ROOTS.get(name, name)
            inner = f"<w:body>{content}</w:body>" if name == "document" else content
            path = main if name == "document" else f"{folder}/{name}.xml"
            packed.writestr(path, f'<w:{root} {spaces} mc:Ignorable="x">{inner}</w:{root}>')
    return file.getvalue()


def _strict(uri: str) -> str:
    return uri.replace("http://schemas.openxmlformats.org", PURL).replace("/2006/", "/")


def _relations(rows: list[tuple[str, str]]) -> str:
    return _list(
        "relationships",
        "Relationships",
        [f'<Relationship Id="r{at}" Type="{kind}" Target="{target}"/>' for at, (kind, target) in enumerate(rows)],
    )


def _list(space: str, root: str, rows: list[str]) -> str:
    uri = f"http://schemas.openxmlformats.org/package/2006/{space}"
    return f'<{root} xmlns="{uri}">{"".join(rows)}</{root}>'


def read_word(**parts: str) -> Manuscript:
    """What is read of these parts."""
    manuscript, problems = manuscript_of(written(parts), Source("a.docx"))
    assert problems == []
    assert manuscript is not None
    return manuscript


@pytest.fixture
def word() -> Callable[..., Manuscript]:
    """Reads a Word file of these parts: `word(document=…, styles=…)`."""
    return read_word


@pytest.fixture
def package() -> Callable[..., bytes]:
    """The bytes of such a file."""
    return written
