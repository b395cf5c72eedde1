"""What can be read in a PDF: its properties, outline, pages, notes on them, and the files that it carries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.disclose.unreadable import UnreadableError

_HAN = r"[\u2e80-\u2fd5\u3400-\u9fff\uf900-\ufaff]"
"""Radicals among them."""

_BETWEEN_HAN = re.compile(rf"(?<={_HAN})\s+(?={_HAN})")
_PACKET = re.compile(rb"<\?xpacket begin.*?<\?xpacket end", re.DOTALL)
_PAGES = 3_000
_NOTES = (b"Contents", b"T", b"V", b"NM")
_PICTURE = 3
"""FPDF_PAGEOBJ_IMAGE."""


def pdf_texts(data: bytes) -> Iterator[tuple[str, bytes | None]]:
    """Every text without the line breaks of the layout; and each file that is carried along, by name and content."""
    import pypdfium2  # noqa: PLC0415 - loads a large library, which only an edition with a PDF pays

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise UnreadableError("PDF 打不开，或设有密码") from error
    try:
        if len(document) > _PAGES:
            raise UnreadableError("PDF 页数过多")
        yield " ".join(document.get_metadata_dict().values()), None
        yield " ".join(bookmark.get_title() for bookmark in document.get_toc()), None
        yield from ((packet.decode(errors="replace"), None) for packet in _PACKET.findall(data))
        for page in document:
            yield from ((text, None) for text in _page(page, pypdfium2.raw))
        for at in range(document.count_attachments()):
            carried = document.get_attachment(at)
            yield carried.get_name(), bytes(carried.get_data())
    finally:
        document.close()


def _page(page: Any, raw: Any) -> Iterator[str]:
    text = page.get_textpage().get_text_bounded()
    if not text.strip() and any(shape.type == _PICTURE for shape in page.get_objects()):
        raise UnreadableError("PDF 是扫描件，认不出文字")
    yield without_line_ends(text)
    for at in range(raw.FPDFPage_GetAnnotCount(page)):
        note = raw.FPDFPage_GetAnnot(page, at)
        yield from (_value(note, key, raw) for key in _NOTES)
        raw.FPDFPage_CloseAnnot(note)


def without_line_ends(text: str) -> str:
    """A text of which Chinese words are not cut by the lines of the layout."""
    return _BETWEEN_HAN.sub("", text)


def _value(note: Any, key: bytes, raw: Any) -> str:
    """One entry of a note: PDFium writes UTF-16 into a buffer of the size that it asked for."""
    import ctypes  # noqa: PLC0415 - as above

    size = raw.FPDFAnnot_GetStringValue(note, key, None, 0)
    buffer = ctypes.create_string_buffer(size)
    raw.FPDFAnnot_GetStringValue(note, key, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size)
    return buffer.raw.decode("utf-16-le", errors="ignore").rstrip("\0")
