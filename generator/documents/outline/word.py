"""Word files (.docx) as text: paragraphs with their automatic numbers, tables as lines of cells, bold headings marked."""

from __future__ import annotations

import lzma
import struct
import zlib
from collections.abc import Iterator
from io import BytesIO
from itertools import islice
from zipfile import BadZipFile, ZipFile

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.exceptions import OpcError
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml.etree import _Element

from generator.documents.outline.lines import label_of
from generator.documents.word.numbering import Numbering
from generator.documents.word.styles import WordStyles
from generator.model.manuscript import Manuscript
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.record import Source

UNPACKED_LIMIT = 100 * 1024 * 1024
"""Bytes of a Word file unpacked, at most: a zip bomb is small."""

XML_LIMIT = 10 * 1024 * 1024
"""Bytes of XML unpacked, at most: parsed it takes twenty times the memory; a long handbook has 2 MB."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BREAKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_HEADING_LENGTH = 60
LINE_LIMIT = 30_000
"""Paragraphs and table rows at most; a handbook of five hundred pages has a third."""

_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".emf", ".wmf", ".wdp", ".svg", ".bin", ".odttf")
_SPAN_LIMIT = 256
"""Columns that a cell may span at most: python-docx repeats a cell for each; Word itself allows 63."""

_SPANS = ("gridSpan", "gridBefore", "gridAfter")
_ENCRYPTED = 0x1
_UNREADABLE = (
    OpcError, BadZipFile, LookupError, ValueError, SyntaxError, AttributeError, TypeError, AssertionError,
    ArithmeticError, EOFError, RuntimeError, OSError, zlib.error, lzma.LZMAError, struct.error,
)  # fmt: skip
"""What python-docx and the libraries below it raise on damaged files, found by changing bytes at random."""


def word_text(data: bytes, place: Source) -> tuple[Manuscript | None, list[Problem]]:
    """The text of a Word file, or None and the reason why there is none."""
    try:
        with ZipFile(BytesIO(data)) as packed:
            refused = _refused(packed, place)
        if refused is not None:
            return None, [refused]
        document = Document(BytesIO(data))
        if _spans(document) > _SPAN_LIMIT:
            return None, [_damaged(place)]
        lines = list(islice(_lines(document), LINE_LIMIT + 1))
        if len(lines) > LINE_LIMIT:
            return None, [report("D102", place, "Word 文件超过三万段", "请核对文件；汇编成册的请按文件拆开。")]
        return Manuscript("".join(f"{line}\n" for line in lines)), []
    except _UNREADABLE:
        return None, [_damaged(place)]


def _refused(packed: ZipFile, place: Source) -> Problem | None:
    """Why a package must not be unpacked, from the sizes in its directory; zipfile unpacks no part beyond its size."""
    parts = packed.infolist()
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        return report("D105", place, "文件压缩时设了密码", "请取消密码后再导入。")
    if sum(part.file_size for part in parts) > UNPACKED_LIMIT:
        return report("D102", place, "Word 文件展开后超过 100 MB", "请核对文件，去掉里面的图片再导入。")
    if sum(part.file_size for part in parts if not part.filename.lower().endswith(_PICTURES)) > XML_LIMIT:
        return report("D102", place, "Word 文件里的文字和格式超过 10 MB", "请核对文件；汇编成册的请按文件拆开。")
    return None


def _damaged(place: Source) -> Problem:
    return report("D106", place, "Word 文件打不开，可能已损坏", "请用 Word 或 WPS 打开，另存为 .docx 再导入。")


def _spans(document: WordDocument) -> int:
    """The widest cell or gap of any table, in columns."""
    body = document.element.body
    found = (int(row.get(f"{_W}val")) for name in _SPANS for row in body.iter(f"{_W}{name}"))
    return max(found, default=0)


def _lines(document: WordDocument) -> Iterator[str]:
    styles = WordStyles(_part(document, "styles"))
    numbering = Numbering(_part(document, "numbering"), styles)
    begun = False
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            yield from _rows(block, numbering, styles)
            continue
        words = _words(block, styles)
        label = numbering.label(block._p.pPr)  # noqa: SLF001 - python-docx has no API for numbering
        line = words if label is None else f"{label}{words}"
        yield f"**{line.strip()}**" if begun and label is None and _is_heading(block, line, styles) else line
        begun = begun or bool(line.strip())


def _part(document: WordDocument, name: str) -> _Element | None:
    """The root of a part, parsed where python-docx leaves it as bytes."""
    parts = [part for part in document.part.package.iter_parts() if str(part.partname).endswith(f"/{name}.xml")]
    return getattr(parts[0], "element", None) if parts else None


def _rows(table: Table, numbering: Numbering, styles: WordStyles) -> Iterator[str]:
    """A row is a line of cells; cells that span several columns appear once."""
    for row in table.rows:
        # python-docx repeats a merged cell for each column it spans.
        cells = dict.fromkeys(row.cells)
        yield "| " + " | ".join(_cell(cell.paragraphs, numbering, styles) for cell in cells) + " |"


def _cell(paragraphs: list[Paragraph], numbering: Numbering, styles: WordStyles) -> str:
    """The paragraphs of a cell in one line."""
    lines = (f"{numbering.label(each._p.pPr) or ''}{_words(each, styles)}" for each in paragraphs)  # noqa: SLF001 - as above
    return " ".join(" ".join(lines).split())


def _words(paragraph: Paragraph, styles: WordStyles) -> str:
    """The visible text: with links and insertions, without deletions, hidden text and fallback copies (mc:Fallback)."""
    parts = []
    style = styles.paragraph(paragraph._p.pPr)  # noqa: SLF001 - python-docx resolves no base styles
    for element in paragraph._p.iter():  # noqa: SLF001 - Paragraph.text of python-docx 1.x leaves insertions (w:ins) out
        if element.tag == f"{_W}t":
            copied = any(above.tag == _FALLBACK for above in element.iterancestors())
            run = element.getparent()
            hidden = run is not None and styles.is_hidden(style, run.find(f"{_W}rPr"))
            parts.append("" if copied or hidden else element.text or "")
        elif element.tag in _BREAKS and (above := element.getparent()) is not None and above.tag == f"{_W}r":
            parts.append(_BREAKS[element.tag])
    return "".join(parts)


def _is_heading(paragraph: Paragraph, line: str, styles: WordStyles) -> bool:
    """Whether an unnumbered paragraph is a heading: short, and entirely bold or in a heading style."""
    if not line.strip() or len(line) > _HEADING_LENGTH or "\n" in line or line.strip().endswith(tuple("。；：:")):
        return False
    if "：" in line or label_of(line) is not None:
        return False
    style = styles.paragraph(paragraph._p.pPr)  # noqa: SLF001 - python-docx resolves no base styles
    if style.name.startswith(("heading", "标题")):
        return True
    runs = [run for run in paragraph.runs if run.text.strip()]
    return bool(runs) and all(styles.is_bold(style, run._r.rPr) for run in runs)  # noqa: SLF001 - as above
