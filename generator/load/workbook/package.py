"""Opens a workbook safely: what it is, how large it becomes and what it carries is checked before anything reads it.

Readers never see the file itself but `Package.repacked`: the parts that were looked at here, uncompressed.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.record import Source

FILE_LIMIT = 20 * 1024 * 1024
"""Bytes that a workbook may have; those of a branch's year stay below 200 KB."""

WHOLE_LIMIT = 64 * 1024 * 1024
"""Bytes that all of its parts may have once unpacked."""

RATIO_LIMIT = 150
"""How many times larger it may become; the emptiest real ones, 100,000 formatted rows, become 26 times larger."""

_RATIO_FROM = 4 * 1024 * 1024
_PARTS_LIMIT = 2000
_WORKBOOK = "xl/workbook.xml"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_READ = re.compile(
    r"(?:\[content_types\]\.xml|_rels/\.rels|xl/(?:workbook|styles|sharedstrings|richdata/rdrichvaluestructure)\.xml|xl/_rels/[^/]+\.rels|xl/worksheets/(?:_rels/)?[^/]+)$",
    re.IGNORECASE,
)
_SAVE_AS = "请用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”再导入。"


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a workbook that hold its cells, by their names in lower case."""

    parts: Mapping[str, bytes]

    def repacked(self, instead: Mapping[str, bytes]) -> io.BytesIO:
        """The parts as an uncompressed package, some of them replaced."""
        data = io.BytesIO()
        with zipfile.ZipFile(data, "w", zipfile.ZIP_STORED) as package:
            for name, part in self.parts.items():
                package.writestr(name, instead.get(name, part))
        data.seek(0)
        return data


class _Refusal(Exception):  # noqa: N818 - it ends in a Problem, not in an error of the program
    def __init__(self, code: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.code, self.message, self.hint = code, message, hint


def open_package(data: bytes, name: str) -> tuple[Package | None, list[Problem]]:
    """The workbook in these bytes, or None and why it is refused; `name` is what the messages call it."""
    try:
        return _opened(data), []
    except _Refusal as error:
        return None, [report(error.code, Source(name), error.message, error.hint)]


def _opened(data: bytes) -> Package:
    if len(data) > FILE_LIMIT:
        raise _Refusal(
            "T106", f"文件有 {len(data) >> 20} MB，超过 {FILE_LIMIT >> 20} MB", "请删去图片，或分成几个文件。"
        )
    if data.startswith(_OLE):
        raise _ole(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return Package(_parts(package, len(data)))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
        raise _Refusal("T101", "打不开，不是完整的 .xlsx 文件", f"多半是没有传完，或改过扩展名。{_SAVE_AS}") from error


def _ole(data: bytes) -> _Refusal:
    if _ENCRYPTED in data:
        return _Refusal("T102", "设有打开密码", "请用 Excel 或 WPS 打开，去掉密码后保存，再导入。")
    return _Refusal("T103", "是旧格式的文件（.xls、.et 等），改扩展名不算", _SAVE_AS)


def _parts(package: zipfile.ZipFile, size: int) -> dict[str, bytes]:
    infos = {_plain(info.filename): info for info in package.infolist()}
    if len(infos) < len(package.infolist()):
        raise _Refusal("T101", "里面有两个同名的部分，文件不完整", _SAVE_AS)
    _refuse_large(infos, size)
    _refuse_kind(infos)
    parts = {name: package.read(info) for name, info in infos.items() if _READ.match(name)}
    for part in parts.values():
        if not part.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<") or b"<!DOCTYPE" in part:
            raise _Refusal("T101", "里面的内容不是表格软件写的", _SAVE_AS)
    return parts


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def _refuse_large(infos: Mapping[str, zipfile.ZipInfo], size: int) -> None:
    whole = sum(info.file_size for info in infos.values())
    if len(infos) > _PARTS_LIMIT or whole > WHOLE_LIMIT or (whole > _RATIO_FROM and whole > RATIO_LIMIT * size):
        told = f"压缩包有 {max(1, size >> 10)} KB，解开有 {whole >> 20} MB，没有打开"
        raise _Refusal("T106", told, "请核对来源；确是工作簿的，把内容复制到一个新的工作簿再导入。")


class _Mark(NamedTuple):
    """A part whose presence tells what a file is."""

    start: str
    code: str
    message: str
    hint: str


_MARKS = (
    _Mark("xl/vbaproject.bin", "T104", "带有宏", "宏不会运行。请另存为不带宏的“Excel 工作簿（.xlsx）”再导入。"),
    _Mark("xl/macrosheets/", "T104", "带有宏表", "宏不会运行。请另存为不带宏的“Excel 工作簿（.xlsx）”再导入。"),
    _Mark(
        "xl/externallinks/",
        "T105",
        "引用了别的工作簿",
        "别的文件里的值读不到。请在“数据—编辑链接”里断开链接，保存后再导入。",
    ),
    _Mark("xl/workbook.bin", "T103", "是二进制工作簿（.xlsb）", _SAVE_AS),
    _Mark("content.xml", "T103", "是 OpenDocument 表格（.ods）", _SAVE_AS),
    _Mark("word/document.xml", "T103", "是 Word 文件", "公文用 zhibu import document 导入，表格请填在工作簿里。"),
)


def _refuse_kind(infos: Mapping[str, zipfile.ZipInfo]) -> None:
    if any(info.flag_bits & 1 for info in infos.values()):
        raise _Refusal("T102", "压缩包设有密码", "请去掉密码后保存，再导入。")
    for mark in _MARKS:
        if any(name.startswith(mark.start) for name in infos):
            raise _Refusal(mark.code, mark.message, mark.hint)
    if _WORKBOOK not in infos:
        raise _Refusal("T103", "里面没有工作簿", _SAVE_AS)
