"""What a reader, or a reader's tool, can read in a finished file: pages, indexes, PDF text, Office files, archives.

A file is known by its first bytes, not by its name.  What cannot be read to the end raises `UnreadableError`, for
nobody then knows what is in it.  Time and memory have bounds: a small archive may unfold to gigabytes.
"""

from __future__ import annotations

import gzip
import io
import re
import struct
import tarfile
import warnings
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from zipfile import BadZipFile, LargeZipFile, ZipFile, ZipInfo

from PIL import Image

from generator.disclose.office import office_texts
from generator.disclose.paper import pdf_texts
from generator.disclose.unreadable import UnreadableError
from generator.model.picture import PIXEL_LIMIT
from generator.model.radicals import RADICAL, ideograph

__all__ = ["UnreadableError", "readable"]

LIMIT = 100 * 1024 * 1024
"""The most bytes that one file may hold, everything in it unfolded."""

_PART = 20 * 1024 * 1024
"""The most bytes of one text inside another file."""

_MEMBERS, _DEPTH = 5_000, 5
_RATIO, _HARMLESS = 200, 10 * 1024 * 1024
"""A member that unfolds to so many times its size, and to so many bytes, was made to choke its reader."""

_GPS = 0x8825
_IMAGES = (b"\xff\xd8\xff", b"\x89PNG", b"RIFF", b"GIF8")
_MARKUP = re.compile(r"\s*<(?:\?xml|\w+:\w+|svg)\b")
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_WRAPPED = re.compile(rb"\s*\{\\rtf|(?:[^\n]*\n){0,200}?content-transfer-encoding:\s*(?:base64|quoted)", re.IGNORECASE)
"""Text that is no text yet: RTF, saved mails and saved web pages."""

_DAMAGED = (
    BadZipFile,
    LargeZipFile,
    tarfile.TarError,
    EOFError,
    OSError,
    zlib.error,
    struct.error,
    ValueError,
    SyntaxError,
    NotImplementedError,
    RuntimeError,
)
"""What the libraries raise on damaged, encrypted and foreign files."""


def readable(path: Path) -> Iterator[str]:
    """The texts in one file, and in every file that it holds."""
    if path.stat().st_size > LIMIT:
        raise UnreadableError("文件过大")
    try:
        yield from map(_as_read, _Reader().texts(path.name, path.read_bytes(), 0))
    except _DAMAGED as error:
        raise UnreadableError("已损坏，打不开") from error


def _as_read(text: str) -> str:
    """A text with ordinary characters for the radicals that a PDF's fonts, and what is copied from it, put in their place."""
    return RADICAL.sub(ideograph, text)


@dataclass(slots=True)
class _Reader:
    """One file while it is read: how much of it has been unfolded."""

    unfolded: int = 0
    members: int = 0

    def texts(self, name: str, data: bytes, depth: int) -> Iterator[str]:
        self.unfolded, self.members = self.unfolded + len(data), self.members + 1
        if self.unfolded > LIMIT or self.members > _MEMBERS or depth > _DEPTH:
            raise UnreadableError("展开后过大，或层层套得太深")
        for marks, read in self._kinds():
            if data.startswith(marks):
                yield from read(data, depth)
                return
        if data[257:262] == b"ustar":
            yield from self._tar(data, depth)
        else:
            if depth and len(data) > _PART:
                raise UnreadableError("里面的文字过长")
            yield _plain(_decoded(name, data))

    def _kinds(self) -> tuple[tuple[tuple[bytes, ...], Callable[[bytes, int], Iterator[str]]], ...]:
        return (
            ((b"PK\x03\x04", b"PK\x05\x06"), self._zip),
            ((b"%PDF",), self._pdf),
            (_IMAGES, _image),
            ((b"\x1f\x8b",), self._gzip),
        )

    def _zip(self, data: bytes, depth: int) -> Iterator[str]:
        with ZipFile(io.BytesIO(data)) as archive:
            if len(archive.infolist()) > _MEMBERS:
                raise UnreadableError("里面的文件过多")
            yield archive.comment.decode("gb18030", errors="replace")
            for member in archive.infolist():
                told = _member_name(member)
                yield told
                if not member.is_dir():
                    yield from self.texts(told, self._member(archive, member), depth + 1)

    def _member(self, archive: ZipFile, member: ZipInfo) -> bytes:
        size = member.file_size
        if member.flag_bits & 1:
            raise UnreadableError("设有密码")
        if size > _HARMLESS and size > _RATIO * max(member.compress_size, 1):
            raise UnreadableError("压缩比异常")
        with archive.open(member) as packed:
            return self._bounded(packed.read)

    def _bounded(self, read: Callable[[int], bytes]) -> bytes:
        """Whatever the head of a member says of its size, no more is unfolded than a file may hold."""
        left = LIMIT - self.unfolded
        data = read(left + 1)
        if len(data) > left:
            raise UnreadableError("展开后过大")
        return data

    def _gzip(self, data: bytes, depth: int) -> Iterator[str]:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as packed:
            yield from self.texts("", self._bounded(packed.read), depth + 1)

    def _tar(self, data: bytes, depth: int) -> Iterator[str]:
        with tarfile.open(fileobj=io.BytesIO(data), mode="r:") as archive:
            for member in archive:
                yield f"{member.name} {member.uname} {member.gname}"
                if (packed := archive.extractfile(member)) is not None:
                    yield from self.texts(member.name, self._bounded(packed.read), depth + 1)

    def _pdf(self, data: bytes, depth: int) -> Iterator[str]:
        for text, attached in pdf_texts(data):
            yield text
            if attached is not None:
                yield from self.texts(text, attached, depth + 1)


def _decoded(name: str, data: bytes) -> str:
    """Text in the encodings that offices write; markup of Office without its tags beside it."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    if re.fullmatch(r"printerSettings\d*\.bin", PurePosixPath(name).name):  # what a printer driver notes of itself
        return data.decode("utf-16-le", errors="ignore")
    if _BINARY.search(data) or _WRAPPED.match(data):
        raise UnreadableError("不是程序读得出的格式")
    try:
        text = data.decode()
    except UnicodeDecodeError:
        text = data.decode("gb18030", errors="replace")
    return office_texts(text) if _MARKUP.match(text) else text


def _plain(text: str) -> str:
    if "\\u" in text:
        text = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
    return text.replace("\u200b", "")


def _member_name(member: ZipInfo) -> str:
    """The name of a member; Chinese Windows writes names in its own encoding and says nothing of it."""
    if member.flag_bits & 0x800:
        return member.filename
    try:
        return member.filename.encode("cp437").decode("gb18030")
    except UnicodeError:
        return member.filename


def _image(data: bytes, _depth: int) -> Iterator[str]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with Image.open(io.BytesIO(data)) as image:
            if image.width * image.height > PIXEL_LIMIT:
                raise UnreadableError("里面的图片像素过大")
            if image.format == "PNG":  # some of its texts stand behind the pixels
                image.load()
            notes = image.getexif()
            if notes.get_ifd(_GPS):
                raise UnreadableError("里面的图片带有拍摄地点")
            yield " ".join(_words(value) for value in image.info.values())
            yield " ".join(_words(value) for value in notes.values())


def _words(value: object) -> str:
    return value.decode("utf-8", errors="ignore") if isinstance(value, bytes) else str(value)
