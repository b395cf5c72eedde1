"""What a file must be to be handed out: told by its bytes, never by its name."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest

from generator.model.attachment import LARGEST_ATTACHMENT, attachment_fault

PDF = b"%PDF-1.7\n1 0 obj\nendobj\ntrailer\n%%EOF\n"


def package(*names: str) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w") as target:
        for name in names:
            target.writestr(name, "<a/>")
    return made.getvalue()


DOCX = package("[Content_Types].xml", "word/document.xml")
XLSX = package("[Content_Types].xml", "xl/workbook.xml")


@pytest.mark.parametrize(("suffix", "data"), [(".pdf", PDF), (".docx", DOCX), (".xlsx", XLSX)])
def test_a_sound_file_may_be_handed_out(suffix: str, data: bytes) -> None:
    assert attachment_fault(suffix, data) is None


@pytest.mark.parametrize(
    ("suffix", "data", "told"),
    [
        (".docx", b"", "空文件"),
        (".pdf", b"", "空文件"),
        (".pdf", b"<html></html>", "不是 PDF"),
        (".pdf", PDF[:-8], "没有传完"),
        (".pdf", PDF.replace(b"endobj", b"/Encrypt 5 0 R"), "密码"),
        (".docx", b"<html></html>", "打不开"),
        (".docx", DOCX[: len(DOCX) // 2], "打不开"),
        (".docx", DOCX.replace(b"<a/>", b"<b/>", 1), "打不开"),
        (".docx", XLSX, "不是 .docx"),
        (".xlsx", DOCX, "不是 .xlsx"),
        (".xlsx", package("xl/workbook.xml"), "不是 .xlsx"),
        (".docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "旧格式"),
        (".docx", package("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), "宏"),
    ],
)
def test_what_cannot_be_read_or_runs_programs_may_not(suffix: str, data: bytes, told: str) -> None:
    fault = attachment_fault(suffix, data)
    assert fault is not None
    assert (fault.code, told in fault.message) == ("W401", True)


def test_the_largest_file_is_two_million_bytes() -> None:
    filling = bytes(LARGEST_ATTACHMENT - len(PDF))
    assert attachment_fault(".pdf", b"%PDF-" + filling + PDF[5:]) is None
    fault = attachment_fault(".pdf", b"%PDF-" + filling + PDF[4:])
    assert fault is not None
    assert fault.code == "W402"


@pytest.mark.parametrize(
    "part",
    [
        b"/Author (Jia)",
        b"/Author(\xfe\xff)",
        b"/Author <FEFF7532>",
        b"<dc:creator><rdf:Seq><rdf:li>\xe7\x94\xb2</rdf:li>",
    ],
)
def test_a_pdf_that_names_its_author_is_told(part: bytes) -> None:
    fault = attachment_fault(".pdf", PDF.replace(b"endobj", part))
    assert fault is not None
    assert fault.code == "W403"


@pytest.mark.parametrize(
    "part", [b"/Author ()", b"/Author <>", b"<dc:creator><rdf:Seq><rdf:li></rdf:li></rdf:Seq></dc:creator>"]
)
def test_an_empty_author_is_none(part: bytes) -> None:
    assert attachment_fault(".pdf", PDF.replace(b"endobj", part)) is None
