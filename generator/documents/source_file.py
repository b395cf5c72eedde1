"""Reads the text of a .txt, .md, .html or .docx file."""

from __future__ import annotations

from pathlib import Path
from stat import S_ISREG

from generator.documents.web_page import is_web_page, web_page_manuscript
from generator.load.filesystem import display_path, irregular, unreadable
from generator.model.manuscript import Manuscript
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.record import Source

TEXT_LIMIT = 5 * 1024 * 1024
"""Bytes of text at most; the longest regulations have a tenth of it."""

WORD_LIMIT = 30 * 1024 * 1024
"""Bytes of a Word file at most; it may contain pictures, which are not read."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ZIP = b"PK\x03\x04"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_CONTROL = bytes(set(range(32)) - set(b"\t\n\v\f\r"))


def read_document(path: Path, root: Path) -> tuple[Manuscript | None, list[Problem]]:
    """The text of a document with plain line feeds; of a Word file with its automatic numbers written out."""
    place = Source(display_path(path, root))
    try:
        state = path.lstat()
        if not S_ISREG(state.st_mode):
            return None, [irregular(path, root, state.st_mode)]
        if state.st_size > WORD_LIMIT:
            return None, [_too_large(place)]
        data = path.read_bytes()
    except OSError as error:
        return None, [unreadable(path, root, error)]
    return manuscript_of(data, place)


def manuscript_of(data: bytes, place: Source) -> tuple[Manuscript | None, list[Problem]]:
    """The text in these bytes; the format is detected from the content, not the file name."""
    if data.startswith(_ZIP):
        from generator.documents.word.reader import word_manuscript  # noqa: PLC0415 - only Word files need its reader

        manuscript, problems = word_manuscript(data, place)
    elif data.startswith(_OLE):
        return None, [_old_word(data, place)]
    elif len(data) > TEXT_LIMIT:
        return None, [_too_large(place)]
    else:
        text, problems = _plain_text(data, place)
        manuscript = None if text is None else _of_text(text)
    if manuscript is not None and not manuscript.text.strip():
        return None, [report("D101", place, "文件里没有文字", "请核对是否选错了文件；扫描件须先识别成文字。")]
    if manuscript is not None and len(manuscript.text) > TEXT_LIMIT:
        return None, [_too_large(place)]
    return manuscript, problems


def _of_text(text: str) -> Manuscript:
    if not is_web_page(text):
        return Manuscript(text)
    return web_page_manuscript(text)


def _plain_text(data: bytes, place: Source) -> tuple[str | None, list[Problem]]:
    if data.startswith(_UTF16):
        return _decoded(data, "utf-16", place)
    if data.translate(None, _CONTROL) != data:
        return None, [
            report("D103", place, "这不是文字文件", "请选 .txt、.md、.html 或 .docx 文件；PDF 和扫描件须先转成文字。")
        ]
    try:
        return _plain_lines(data.decode("utf-8-sig")), []
    except UnicodeDecodeError:
        # Last, because GB18030 accepts nearly any bytes.
        return _decoded(data, "gb18030", place)


def _decoded(data: bytes, encoding: str, place: Source) -> tuple[str | None, list[Problem]]:
    try:
        return _plain_lines(data.decode(encoding)), []
    except UnicodeDecodeError:
        return None, [report("D107", place, "认不出文字编码，不是 UTF-8，也不是 GB18030", "请另存为 UTF-8 文本。")]


def _plain_lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _old_word(data: bytes, place: Source) -> Problem:
    if _ENCRYPTED in data:
        return report("D105", place, "Word 文件设有打开密码", "请在 Word 里取消密码后另存，再导入。")
    return report("D104", place, "这是旧版 Word 文件（.doc）", "请用 Word 或 WPS 打开，另存为 .docx。")


def _too_large(place: Source) -> Problem:
    return report(
        "D102", place, "文件超过 5 MB（Word 文件超过 30 MB）", "请核对是否选错了文件；汇编成册的请按文件拆开。"
    )
