"""Every byte of a finished site, searched for words and pictures that must not be in it.

Looked into are names, contents in the encodings and escapes in which text travels, archives in archives, the text, images,
attachments, links and metadata of PDFs, the metadata and the pixels of pictures, and what data addresses hold.  White space
is left out of account: PDFs break lines in words, and the search index cuts them.
"""

from __future__ import annotations

import base64
import gzip
import html
import io
import re
import tarfile
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

import pikepdf
import pypdfium2
from PIL import Image, ImageChops, ImageStat

ENCODINGS = ("utf-16-le", "utf-16-be", "gb18030")
"""Beside UTF-8, in which most text is."""

_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
_DATA = re.compile(rb"data:[\w/+.-]*;base64,([A-Za-z0-9+/=]+)")
_SIDE, _ALIKE = 16, 8.0
"""Two pictures are one where their grey versions of so many pixels a side differ by less on average, of 255."""


class Part(NamedTuple):
    """Something in a file: where, its bytes, and the picture that they are, if they are one."""

    place: str
    data: bytes = b""
    text: str = ""
    picture: Image.Image | None = None


def traces(folder: Path, words: Iterable[str], pictures: Mapping[str, Path] | None = None) -> dict[str, list[str]]:
    """Where each of the words, and each of the pictures by its name here, is found; what is found nowhere is left out."""
    wanted = {word: _folded(word) for word in words}
    shown = {name: _grey(Image.open(path)) for name, path in (pictures or {}).items()}
    found: dict[str, list[str]] = {}
    for part in every_part(folder):
        texts = [_folded(text) for text in _readings(part)]
        hits = [
            word
            for word, folded in wanted.items()
            if any(folded in text for text in texts) or any(word.encode(each) in part.data for each in ENCODINGS)
        ]
        if part.picture is not None:
            grey = _grey(part.picture)
            hits += [name for name, other in shown.items() if _difference(grey, other) < _ALIKE]
        for hit in hits:
            found.setdefault(hit, []).append(part.place)
    return found


def every_part(folder: Path) -> Iterator[Part]:
    """Everything that a folder holds, down to the members of archives and the pictures of PDFs."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        yield Part(name, text=name)
        if path.is_file():
            yield from _parts(name, path.read_bytes())


def _parts(place: str, data: bytes) -> Iterator[Part]:
    yield Part(place, data)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        yield from _zipped(place, data)
    elif data.startswith(b"\x1f\x8b"):
        yield from _parts(f"{place}!", gzip.decompress(data))
    elif data[257:262] == b"ustar":
        with tarfile.open(fileobj=io.BytesIO(data)) as archive:
            for member in archive:
                held = archive.extractfile(member)
                yield Part(f"{place}!", text=member.name)
                yield from _parts(f"{place}!{member.name}", held.read() if held else b"")
    elif data.startswith(b"%PDF"):
        yield from _printed(place, data)
    elif data.startswith((b"\xff\xd8\xff", b"\x89PNG", b"RIFF", b"GIF8")):
        yield from _pictured(place, data)
    for held in _DATA.findall(data):
        yield from _parts(f"{place}!data", base64.b64decode(held))


def _zipped(place: str, data: bytes) -> Iterator[Part]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        yield Part(f"{place}!", archive.comment)
        for member in archive.infolist():
            yield Part(f"{place}!", member.comment + member.extra, member.filename)
            yield from _parts(f"{place}!{member.filename}", archive.read(member))


def _printed(place: str, data: bytes) -> Iterator[Part]:
    """The text of a PDF as readers extract it, and its objects, unpacked."""
    with pypdfium2.PdfDocument(data) as document:
        for page in document:
            yield Part(place, text=page.get_textpage().get_text_bounded())
    with pikepdf.open(io.BytesIO(data)) as document:
        for each in document.objects:
            yield from _object(place, each)
        yield from _object(place, document.trailer)


def _object(place: str, each: pikepdf.Object) -> Iterator[Part]:
    if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image":
        yield Part(f"{place}!picture", picture=pikepdf.PdfImage(each).as_pil_image())
    elif isinstance(each, pikepdf.Stream):
        try:
            yield Part(place, each.read_bytes())
        except pikepdf.PdfError:
            yield Part(place, each.read_raw_bytes())
    if isinstance(each, pikepdf.Dictionary | pikepdf.Stream):
        yield Part(place, text=" ".join(_strings(each)))


def _strings(each: pikepdf.Object) -> Iterator[str]:
    """The strings that stand directly in a dictionary, or in arrays of it."""
    for value in each.values():
        if isinstance(value, pikepdf.String):
            yield str(value)
        elif isinstance(value, pikepdf.Array):
            yield from (str(item) for item in value if isinstance(item, pikepdf.String))
        elif isinstance(value, pikepdf.Dictionary) and not value.is_indirect:
            yield from _strings(value)


def _pictured(place: str, data: bytes) -> Iterator[Part]:
    with Image.open(io.BytesIO(data)) as image:
        image.load()
        notes = [*image.info.values(), *image.getexif().values()]
        yield Part(place, b"\n".join(note if isinstance(note, bytes) else str(note).encode() for note in notes))
        yield Part(place, picture=image.copy())


def _readings(part: Part) -> Iterator[str]:
    """What the bytes may mean as text."""
    for text in (part.text, part.data.decode(errors="replace")):
        yield text
        if "%" in text:
            yield unquote(text)
        if "&" in text:
            yield html.unescape(text)
        if "\\u" in text:
            yield _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)


def _folded(text: str) -> str:
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text.replace("\u200b", "").replace("\u00ad", ""))
    return "".join(text.split()).casefold()


def _grey(picture: Image.Image) -> Image.Image:
    return picture.convert("L").resize((_SIDE, _SIDE), Image.Resampling.BOX)


def _difference(one: Image.Image, other: Image.Image) -> float:
    return float(ImageStat.Stat(ImageChops.difference(one, other)).mean[0])
