"""A project folder comes into being whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.edit.new_folder import create_folder
from generator.errors import OutputFolderError

FILES = {"docs/a.md": b"a", "records/units/": b"", "mkdocs.yml": b"m"}


def listed(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


@pytest.mark.parametrize("before", [(), (".",), (".", ".git")])
def test_a_new_or_empty_folder_is_filled(tmp_path: Path, before: tuple[str, ...]) -> None:
    folder = tmp_path / "x/new"
    for name in before:
        (folder / name).mkdir(parents=True)
    create_folder(folder, FILES)
    assert [name for name in listed(folder) if name != ".git"] == [
        "docs",
        "docs/a.md",
        "mkdocs.yml",
        "records",
        "records/units",
    ]


def test_a_folder_that_holds_anything_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "读我.txt").write_text("x", encoding="utf-8")
    with pytest.raises(OutputFolderError, match="已经有 读我"):
        create_folder(tmp_path, FILES)
    assert listed(tmp_path) == ["读我.txt"]


def test_a_file_or_a_link_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "f").write_text("x", encoding="utf-8")
    (tmp_path / "d").mkdir()
    (tmp_path / "l").symlink_to(tmp_path / "d")
    for name in ("f", "l"):
        with pytest.raises(OutputFolderError, match="不是文件夹"):
            create_folder(tmp_path / name, FILES)


@pytest.mark.parametrize("fresh", [True, False])
def test_nothing_is_left_where_one_file_cannot_be_written(tmp_path: Path, fresh: bool) -> None:
    folder = tmp_path / "new"
    if not fresh:
        folder.mkdir()
    with pytest.raises(OutputFolderError, match="什么都没有留下"):
        create_folder(folder, FILES | {"docs": b"a folder is there already"})
    assert folder.exists() is not fresh
    assert listed(tmp_path) == ([] if fresh else ["new"])
