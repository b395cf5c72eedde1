"""Attached templates: whoever wrote them is named nowhere, and they open as before."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import openpyxl
from docx import Document
from openpyxl.comments import Comment

from generator.media.attachments import attachment_bytes

NAMES = ("甲乙丙", "丁戊己", "庚辛壬", "某某公司", "GXR")


def a_document(path: Path) -> Path:
    made = Document()
    made.core_properties.author, made.core_properties.last_modified_by = "甲乙丙", "丁戊己"
    paragraph = made.add_paragraph("年历空表")
    made.add_comment(paragraph.runs, text="填月份", author="庚辛壬", initials="GXR")
    made.save(str(path))
    return path


def a_workbook(path: Path) -> Path:
    made = openpyxl.Workbook()
    made.properties.creator, made.properties.lastModifiedBy = "甲乙丙", "丁戊己"
    assert made.active is not None
    made.active["A1"], made.active["A1"].comment = "月份", Comment("填月份", "庚辛壬")
    made.save(path)
    return path


def with_part(path: Path, name: str, data: str) -> Path:
    with ZipFile(path, "a") as package:
        package.writestr(name, data)
    return path


def everything(data: bytes) -> str:
    with ZipFile(BytesIO(data)) as package:
        return "\n".join(name + package.read(name).decode("utf-8", "replace") for name in package.namelist())


def test_a_document_names_nobody_and_says_the_same(tmp_path: Path) -> None:
    path = a_document(tmp_path / "a.docx")
    with_part(
        path, "docProps/custom.xml", '<Properties xmlns="urn:a"><property name="单位">某某公司</property></Properties>'
    )
    assert all(name in everything(path.read_bytes()) for name in NAMES)
    made = attachment_bytes(path)
    assert not any(name in everything(made) for name in NAMES)
    read = Document(BytesIO(made))
    assert [paragraph.text for paragraph in read.paragraphs] == ["年历空表"]
    assert [comment.text for comment in read.comments] == ["填月份"]
    assert read.core_properties.author == ""


def test_a_workbook_names_nobody_and_says_the_same(tmp_path: Path) -> None:
    made = attachment_bytes(a_workbook(tmp_path / "a.xlsx"))
    assert not any(name in everything(made) for name in NAMES)
    sheet = openpyxl.load_workbook(BytesIO(made)).active
    assert sheet is not None
    assert sheet["A1"].value == "月份"
    assert sheet["A1"].comment.text == "填月份"


def test_the_preview_goes_with_what_points_to_it(tmp_path: Path) -> None:
    path = a_document(tmp_path / "a.docx")
    assert "docProps/thumbnail.jpeg" in ZipFile(path).namelist()
    made = attachment_bytes(path)
    assert not [name for name in ZipFile(BytesIO(made)).namelist() if "thumbnail" in name]
    assert "thumbnail" not in ZipFile(BytesIO(made)).read("_rels/.rels").decode()


def test_names_of_tables_are_no_names_of_people(tmp_path: Path) -> None:
    table = '<table xmlns="urn:a" displayName="月份表"/>'
    people = '<personList xmlns="urn:a"><person displayName="甲乙丙" id="{1}"/></personList>'
    path = with_part(
        with_part(a_workbook(tmp_path / "a.xlsx"), "xl/tables/table1.xml", table), "xl/persons/person.xml", people
    )
    made = everything(attachment_bytes(path))
    assert "月份表" in made
    assert "甲乙丙" not in made


def test_the_same_file_gives_the_same_bytes_and_a_pdf_stays_as_it_is(tmp_path: Path) -> None:
    path = a_document(tmp_path / "a.docx")
    assert attachment_bytes(path) == attachment_bytes(path)
    pdf = tmp_path / "a.pdf"
    pdf.write_bytes(b"%PDF-1.7 any")
    assert attachment_bytes(pdf) == b"%PDF-1.7 any"
