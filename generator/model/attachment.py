"""Templates that a branch attaches to its showcase (带走): what a file must be to be handed out."""

from __future__ import annotations

import re
import zlib
from io import BytesIO
from typing import NamedTuple
from zipfile import BadZipFile, ZipFile

LARGEST_ATTACHMENT = 2_000_000
"""Bytes.  A blank form is never larger; what is was scanned, or holds pictures."""

_UNFOLDED = 50_000_000
"""The most bytes that an Office file may hold, everything in it unfolded."""

_MAIN_PARTS = {".docx": "word/document.xml", ".xlsx": "xl/workbook.xml"}
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
"""Files of Office before 2007; newer ones look so when they have a password."""

_PDF_AUTHOR = re.compile(rb"/Author\s*(?:\(\s*[^)\s]|<\s*[0-9A-Fa-f])|<dc:creator>.*?<rdf:li[^>]*>\s*[^<\s]", re.DOTALL)


class AttachmentFault(NamedTuple):
    """Why a file is not handed out: the code of the problem, what is wrong, and how to put it right."""

    code: str
    message: str
    hint: str


def attachment_fault(suffix: str, data: bytes) -> AttachmentFault | None:
    """What is wrong with a file whose name ends so; None where it may be handed out."""
    if not data:
        return AttachmentFault("W401", "是空文件", "请重新导出，再放进来。")
    if len(data) > LARGEST_ATTACHMENT:
        told = f"有 {len(data) / 1_000_000:.1f} MB，超过 {LARGEST_ATTACHMENT // 1_000_000} MB"
        return AttachmentFault("W402", told, "样表请不要放扫描件和大图，删去后另存。")
    return _pdf_fault(data) if suffix == ".pdf" else _office_fault(suffix, data)


def _pdf_fault(data: bytes) -> AttachmentFault | None:
    if not data.startswith(b"%PDF-") or b"%%EOF" not in data[-2048:]:
        return _unreadable("不是 PDF，或没有传完")
    if b"/Encrypt" in data:
        return _unreadable("设有密码")
    if _PDF_AUTHOR.search(data):
        return AttachmentFault("W403", "的属性里写着作者", "请在导出 PDF 前清空文档的作者，再导出一次。")
    return None


def _office_fault(suffix: str, data: bytes) -> AttachmentFault | None:
    if data.startswith(_OLD_OFFICE):
        return _unreadable("是旧格式，或设有密码")
    try:
        with ZipFile(BytesIO(data)) as package:
            names = set(package.namelist())
            unfolded = sum(member.file_size for member in package.infolist())
            broken = unfolded <= _UNFOLDED and package.testzip() is not None
    except (BadZipFile, OSError, EOFError, ValueError, RuntimeError, NotImplementedError, zlib.error):
        return _unreadable("打不开，或没有传完")
    if unfolded > _UNFOLDED or broken:
        return _unreadable("打不开，或没有传完")
    if _MAIN_PARTS[suffix] not in names or "[Content_Types].xml" not in names:
        return _unreadable(f"不是 {suffix} 文件")
    if any(name.endswith("vbaProject.bin") for name in names):
        return _unreadable("里面有宏")
    return None


def _unreadable(message: str) -> AttachmentFault:
    return AttachmentFault(
        "W401", message, "请在 Word、Excel 里另存为 .docx 或 .xlsx（不带宏、不设密码），或导出 PDF。"
    )
