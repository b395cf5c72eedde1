"""Packages as they come: Strict files, other names and encodings, limits, and hostile content in linear time."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.documents.reading import read_outline
from generator.documents.source_file import manuscript_of
from generator.documents.word import package as limits
from generator.model.manuscript import Manuscript
from generator.model.record import Source

Word = Callable[..., Manuscript]
Package = Callable[..., bytes]


def p(words: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"


PARTS = {
    "document": p("甲") + p("乙", '<w:pStyle w:val="a"/>') + p("丙"),
    "styles": '<w:style w:type="paragraph" w:styleId="a"><w:rPr><w:vanish/></w:rPr></w:style>',
}


def read(data: bytes) -> tuple[str | None, list[str]]:
    manuscript, problems = manuscript_of(data, Source("a.docx"))
    return manuscript.text if manuscript else None, [problem.code for problem in problems]


def changed(data: bytes, change: Callable[[str, bytes], tuple[str, bytes]]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(*change(name, old.read(name)))
    return file.getvalue()


@pytest.mark.parametrize(
    "options", [{}, {"strict": True}, {"main": "other/文 件.xml"}, {"main": "a.xml", "strict": True}]
)
def test_strict_files_and_main_parts_of_any_name_are_read(package: Package, options: dict[str, object]) -> None:
    assert read(package(PARTS, **options)) == ("甲\n丙\n", [])


def test_parts_in_utf_16_and_names_with_other_bars_and_cases_are_read(package: Package) -> None:
    def utf16(name: str, data: bytes) -> tuple[str, bytes]:
        text = data.decode()
        xml = f'<?xml version="1.0" encoding="UTF-16"?>{text}' if name.startswith("word/") else text
        return name.replace("word/", "WORD\\"), xml.encode("utf-16" if name.startswith("word/") else "utf-8")

    assert read(changed(package(PARTS), utf16)) == ("甲\n丙\n", [])


def test_a_part_that_is_named_and_not_there_is_passed_over(package: Package) -> None:
    without = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package(PARTS))) as old, zipfile.ZipFile(without, "w") as new:
        for name in old.namelist():
            if "styles" not in name:
                new.writestr(name, old.read(name))
    assert read(without.getvalue()) == ("甲\n乙\n丙\n", [])


def test_entities_are_not_unfolded_and_a_workbook_is_no_document(package: Package) -> None:
    def typed(encoding: str) -> Callable[[str, bytes], tuple[str, bytes]]:
        def change(name: str, data: bytes) -> tuple[str, bytes]:
            head = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE a [<!ENTITY b "乙">]>'
            text = head + data.decode().replace("甲", "&b;")
            return name, text.encode(encoding) if name == "word/document.xml" else data

        return change

    assert read(changed(package(PARTS), typed("utf-8"))) == (None, ["D106"])
    assert read(changed(package(PARTS), typed("utf-16"))) == (None, ["D106"])
    workbook = changed(package(PARTS), lambda name, data: (name, data.replace(b"w:document", b"w:workbook")))
    assert read(workbook) == (None, ["D106"])


def test_limits_of_what_is_read(package: Package, monkeypatch: pytest.MonkeyPatch) -> None:
    data = package({"document": p("甲") * 20})
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        size = sum(part.file_size for part in packed.infolist())
        xml = packed.read("word/document.xml")
    markup = xml.count(b"<") - xml.count(b"</") + xml.count(b"=")
    for name, most in (("MARKUP_LIMIT", markup), ("XML_LIMIT", size), ("UNPACKED_LIMIT", size)):
        monkeypatch.setattr(limits, name, most)
        assert read(data)[1] == []
        monkeypatch.setattr(limits, name, most - 1)
        assert read(data) == (None, ["D102"])
        monkeypatch.setattr(limits, name, 10**9)


@pytest.mark.parametrize(
    "nested", ["<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>", "<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>"]
)
def test_content_nested_as_deep_as_xml_is_read_and_deeper_is_refused(package: Package, nested: str) -> None:
    def deep(levels: int) -> bytes:
        content = p("甲")
        for _ in range(levels):
            content = nested.format(content)
        return package({"document": content})

    assert read(deep(75))[1] == []
    assert read(deep(130)) == (None, ["D106"])


RUN = "<w:r><w:t>甲</w:t></w:r>"
HIDDEN = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>甲</w:t></w:r>"
BEGIN = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
HOSTILE = {
    "hidden runs": (f"<w:p>{HIDDEN * 10}</w:p>", "<w:p>{}</w:p>", HIDDEN),
    "hidden marks": ("", "{}", f"<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>{RUN}</w:p>"),
    "open fields": ("", "<w:p>{}</w:p>", BEGIN + "<w:r><w:instrText>EQ \\o(,,,,,,,,</w:instrText></w:r>"),
    "fields": (
        "",
        "<w:p>{}</w:p>",
        f'{BEGIN}<w:r><w:instrText>EQ \\f(,,,</w:instrText><w:fldChar w:fldCharType="end"/></w:r>',
    ),
    "cells": ("", "<w:tbl>{}</w:tbl>", "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr>"),
    "contents": (
        "",
        "{}",
        "<w:p><w:r><w:t> </w:t></w:r></w:p><w:p><w:fldSimple w:instr='TOC'><w:r><w:t>甲</w:t></w:r></w:fldSimple></w:p>",
    ),
    "alternatives": (
        "",
        "<w:p>{}</w:p>",
        f'<mc:AlternateContent><mc:Choice Requires="wps">{RUN}</mc:Choice></mc:AlternateContent>',
    ),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_eight_times_the_content_takes_at_most_twenty_four_times_as_long(package: Package, kind: str) -> None:
    before, around, unit = HOSTILE[kind]
    small, large = (package({"document": before + around.format(unit * count)}) for count in (150, 1_200))
    least = []
    for data in (small, large):
        begun = []
        for _ in range(3):
            start = time.process_time()
            read(data)
            begun.append(time.process_time() - start)
        least.append(min(begun))
    assert least[1] < 24 * least[0] + 0.02


def seconds(data: bytes, path: Path) -> float:
    path.write_bytes(data)
    least = float("inf")
    for _ in range(2):
        begun = time.process_time()
        tree, problems = read_outline(path, path.parent)
        least = min(least, time.process_time() - begun)
        assert problems == []
        assert tree is not None
        assert sum(1 for _ in tree.walk()) > 100
    return least


def lines(count: int) -> list[str]:
    every = ("做好记录，责任单位：党委组织部。", "各党支部于2019年5月20日前完成自查。", "每季度至少3学时。")
    return [
        "示例大学工作要点",
        *(f"{n // 3 % 900 + 1}. {every[0]}" if n % 3 == 0 else every[n % 3] for n in range(count)),
    ]


def as_word_writes(words: str) -> str:
    font = '<w:rPr><w:rFonts w:hint="eastAsia" w:eastAsia="仿宋"/><w:sz w:val="32"/></w:rPr>'
    runs = "".join(f'<w:r w:rsidR="00A77B3E">{font}<w:t>{each}</w:t></w:r>' for each in (words[:6], words[6:]))
    return (
        f'<w:p w:rsidR="00A77B3E"><w:pPr><w:spacing w:line="560"/><w:ind w:firstLine="640"/>{font}</w:pPr>{runs}</w:p>'
    )


@pytest.mark.load
def test_a_word_file_takes_at_most_twice_as_long_as_its_words_and_grows_with_them(
    package: Package, tmp_path: Path, load: Callable[[int], int]
) -> None:
    text = lines(load(20_000))
    half, whole = (package({"document": "".join(map(as_word_writes, each))}) for each in (text[: len(text) // 2], text))
    words, least = "\n".join(text).encode(), seconds(whole, tmp_path / "a.docx")
    assert least <= 2 * seconds(words, tmp_path / "a.txt") + 0.1
    assert least <= 2.2 * seconds(half, tmp_path / "b.docx") + 0.1
