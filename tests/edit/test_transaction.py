"""All files of one change together or none."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.edit.transaction import FileChange, write_together
from generator.errors import OutputFolderError


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / name for name in ("a.yml", "b.yml", "c.yml")]
    for path in paths:
        path.write_text("旧\n", encoding="utf-8")
    return paths


def texts(files: list[Path]) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in files]


def test_every_file_is_written_and_nothing_is_left_beside(files: list[Path]) -> None:
    fresh = files[0].with_name("d.yml")
    write_together([*(FileChange(path, "旧\n", "新\n") for path in files), FileChange(fresh, None, "新\n")])
    assert texts([*files, fresh]) == ["新\n"] * 4
    assert sorted(path.name for path in files[0].parent.iterdir()) == ["a.yml", "b.yml", "c.yml", "d.yml"]


@pytest.mark.parametrize("read", ["别的\n", None])
def test_a_file_that_is_not_what_was_read_stops_all(files: list[Path], read: str | None) -> None:
    with pytest.raises(OutputFolderError, match="刚才被改过"):
        write_together([FileChange(files[0], "旧\n", "新\n"), FileChange(files[1], read, "新\n")])
    assert texts(files) == ["旧\n"] * 3
    assert len(list(files[0].parent.iterdir())) == 3


def test_a_link_is_never_written_through(files: list[Path]) -> None:
    files[1].unlink()
    files[1].symlink_to(files[2])
    with pytest.raises(OutputFolderError, match="符号链接"):
        write_together([FileChange(files[0], "旧\n", "新\n"), FileChange(files[1], "旧\n", "新\n")])
    assert texts(files) == ["旧\n"] * 3


def test_what_was_exchanged_is_put_back(files: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    replace, fresh = Path.replace, files[0].with_name("d.yml")

    def fail(path: Path, target: Path) -> Path:
        if target == files[2]:
            raise PermissionError(13, "", str(target))
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", fail)
    changes = [FileChange(fresh, None, "新\n"), *(FileChange(path, "旧\n", "新\n") for path in files)]
    with pytest.raises(OutputFolderError, match="没有权限。什么都没有改"):
        write_together(changes)
    assert texts(files) == ["旧\n"] * 3
    assert sorted(path.name for path in files[0].parent.iterdir()) == ["a.yml", "b.yml", "c.yml"]
