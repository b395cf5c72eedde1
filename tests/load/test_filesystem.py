from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.load.filesystem import SIZE_LIMIT, decode, list_folder, read_text, unreadable

GBK = "名称: 示例\n主持: 支部书记\n".encode("gb18030")


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (GBK, ("R001", 1, 1)),
        (b"a: b\n" + GBK, ("R001", 2, 1)),
        ("a: 好\n".encode() + b"b: \xb5\xda\n", ("R001", 2, 4)),
        ("名称: 示例\n".encode("utf-16"), ("R002", 1, 1)),
        ("name: some plain words\n".encode("utf-16-le"), ("R002", 1, 1)),
        ("name: some plain words\n".encode("utf-16-be"), ("R002", 1, 1)),
        (b"PK\x03\x04\x00\x00", ("R003", 1, 5)),
        (b"\x89PNG\r\n\x1a\n", ("R003", 1, 1)),
        (b"a: 1\nb: \xff\xfe\xff\n", ("R003", 2, 4)),
    ],
)
def test_bytes_that_are_no_utf8_text(data: bytes, expected: Any) -> None:
    text, (problem,) = decode(data, "f.yml")
    assert text is None
    assert (problem.code, problem.source.line, problem.source.column) == expected


def test_gbk_is_told_how_to_mend() -> None:
    (problem,) = decode(GBK, "f.yml")[1]
    assert str(problem) == "f.yml:1:1: 错误[R001] 文件不是 UTF-8，像是 GBK 编码。请另存为 UTF-8。"


def test_a_byte_order_mark_and_windows_line_ends_are_fine() -> None:
    assert decode(b"\xef\xbb\xbfa: 1\r\nb: 2\rc: 3\n", "f.yml") == ("a: 1\nb: 2\nc: 3\n", [])


@pytest.mark.parametrize(("over", "codes"), [(0, []), (1, ["R004"])])
def test_size_has_a_limit(
    write: Callable[[str, str | bytes], Path], tmp_path: Path, over: int, codes: list[str]
) -> None:
    path = write("f.yml", b"#" * (SIZE_LIMIT + over))
    assert [problem.code for problem in read_text(path, tmp_path)[1]] == codes


def test_a_missing_file_is_a_problem(tmp_path: Path) -> None:
    text, (problem,) = read_text(tmp_path / "records" / "f.yml", tmp_path)
    assert text is None
    assert str(problem).startswith("records/f.yml: 错误[P105] 缺少 f.yml。")


def test_a_folder_where_a_file_should_be_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "f.yml").mkdir()
    assert [problem.code for problem in read_text(tmp_path / "f.yml", tmp_path)[1]] == ["P115"]


def test_symbolic_links_are_refused(write: Callable[[str, str | bytes], Path], tmp_path: Path) -> None:
    link = tmp_path / "link.yml"
    link.symlink_to(write("f.yml", "甲: 1\n"))
    assert [problem.code for problem in read_text(link, tmp_path)[1]] == ["P104"]


def test_a_binary_file_has_no_text(write: Callable[[str, str | bytes], Path], tmp_path: Path) -> None:
    text, problems = read_text(write("f.yml", b"\0\1\2"), tmp_path)
    assert text is None
    assert [problem.code for problem in problems] == ["R003"]


def test_a_file_where_a_folder_should_be_is_a_problem(
    write: Callable[[str, str | bytes], Path], tmp_path: Path
) -> None:
    found, (problem,) = list_folder(write("records/units", ""), tmp_path)
    assert found == []
    assert str(problem).startswith("records/units: 错误[P115] 这里该是文件夹，却是文件。")


def test_what_the_system_refuses_is_told_with_its_reason(tmp_path: Path) -> None:
    problem = unreadable(tmp_path / "f.yml", tmp_path, PermissionError(errno.EACCES, "Permission denied"))
    assert (problem.code, problem.source.path) == ("P107", "f.yml")
    assert problem.message.startswith("读不出来：")
