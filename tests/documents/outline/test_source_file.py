"""Files as they come: encodings, what is no text, and what is too large or locked."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.documents.reading import read_outline
from generator.documents.source_file import TEXT_LIMIT, WORD_LIMIT

TEXT = "工作要点\n\n一、学习\n（一）每月1次。\n"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def read(tmp_path: Path, data: bytes, name: str = "a.txt") -> tuple[str | None, list[str]]:
    path = tmp_path / name
    path.write_bytes(data)
    tree, problems = read_outline(path, tmp_path)
    assert all(str(problem).startswith(f"{name}: 错误[") for problem in problems)
    return (tree.text if tree else None), [problem.code for problem in problems]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_text_in_any_usual_encoding(tmp_path: Path, encoding: str, end: str) -> None:
    assert read(tmp_path, TEXT.replace("\n", end).encode(encoding)) == (TEXT, [])


def test_characters_that_only_gb18030_has(tmp_path: Path) -> None:
    assert read(tmp_path, "一、㙍𠀀。\n".encode("gb18030")) == ("一、㙍𠀀。\n", [])


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "D101"),
        (" \n\u3000\n".encode(), "D101"),
        ("一、甲\n".encode() * (TEXT_LIMIT // 10 + 1), "D102"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "D103"),
        (b"%PDF-1.7\n\x00\x01", "D103"),
        (OLE, "D104"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "D105"),
        (b"PK\x03\x04 broken", "D106"),
        (b"\xff\xff\xff\xff\n", "D107"),
        (b"\xff\xfe\x00\xd8", "D107"),
    ],
    ids=["empty", "blank", "large", "png", "pdf", "doc", "locked", "broken-zip", "no-encoding", "half-utf-16"],
)
def test_bad_files_are_told_what_they_are(tmp_path: Path, data: bytes, code: str) -> None:
    assert read(tmp_path, data) == (None, [code])


def test_twenty_megabytes_are_refused_without_being_parsed(tmp_path: Path) -> None:
    assert read(tmp_path, b"1. a\n" * 4_000_000) == (None, ["D102"])


def test_a_file_larger_than_any_word_file_is_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with path.open("wb") as file:
        file.truncate(WORD_LIMIT + 1)
    assert [problem.code for problem in read_outline(path, tmp_path)[1]] == ["D102"]


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert [problem.code for problem in read_outline(tmp_path / "a.txt", tmp_path)[1]] == ["P105"]


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert [problem.code for problem in read_outline(tmp_path, tmp_path)[1]] == ["P115"]


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.docx")
    assert [problem.code for problem in read_outline(tmp_path / "a.docx", tmp_path)[1]] == ["P115"]


def test_an_old_or_locked_word_file_is_told_as_such_whatever_its_size(tmp_path: Path) -> None:
    assert read(tmp_path, OLE + bytes(TEXT_LIMIT), "a.docx") == (None, ["D104"])
    assert read(tmp_path, OLE + bytes(TEXT_LIMIT) + "EncryptedPackage".encode("utf-16-le")) == (None, ["D105"])


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    assert [problem.code for problem in read_outline(tmp_path / "b.txt", tmp_path)[1]] == ["P104"]
