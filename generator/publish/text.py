"""What a reader, or a reader's tool, can read in a finished file: pages, indexes, PDF text, image metadata."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

_TEXT = {".html", ".htm", ".xml", ".json", ".js", ".css", ".txt", ".md", ".csv", ".svg", ".ics", ".yml", ".map", ""}
_IMAGES = {".jpg", ".jpeg", ".png", ".webp", ".gif"}
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
_BETWEEN_HAN = re.compile(r"(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])")


def readable(path: Path) -> Iterator[str]:
    """The texts in one file."""
    suffix = path.suffix.lower()
    if suffix in _TEXT:
        yield _plain(path.read_text(encoding="utf-8", errors="replace"))
    elif suffix == ".gz":
        yield _plain(gzip.decompress(path.read_bytes()).decode(errors="replace"))
    elif suffix == ".pdf":
        yield from pdf_texts(path)
    elif suffix in _IMAGES:
        yield from _image_texts(path)


def pdf_texts(path: Path) -> Iterator[str]:
    """The document properties, the outline and the text of each page, without the line breaks of the layout."""
    import pypdfium2  # noqa: PLC0415 - loads a large library, which only an edition with a PDF pays

    document = pypdfium2.PdfDocument(path)
    try:
        yield " ".join(document.get_metadata_dict().values())
        yield " ".join(bookmark.get_title() for bookmark in document.get_toc())
        for page in document:
            yield _BETWEEN_HAN.sub("", page.get_textpage().get_text_bounded())
    finally:
        document.close()


def _plain(text: str) -> str:
    if "\\u" in text:
        text = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
    return text.replace("\u200b", "")


def _image_texts(path: Path) -> Iterator[str]:
    with Image.open(path) as image:
        yield " ".join(_words(value) for value in image.info.values())
        yield " ".join(_words(value) for value in image.getexif().values())


def _words(value: object) -> str:
    return value.decode("utf-8", errors="ignore") if isinstance(value, bytes) else str(value)
