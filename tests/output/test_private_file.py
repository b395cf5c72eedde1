"""Files for few eyes: readable by their owner alone, whole or as they were."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import OutputFolderError
from generator.output.private_file import write_private


def test_only_its_owner_can_read_it_even_where_others_could(tmp_path: Path) -> None:
    target = tmp_path / "a" / "b.csv"
    write_private(target, "旧")
    target.chmod(0o644)
    write_private(target, "新")
    assert (target.read_text(encoding="utf-8"), target.stat().st_mode & 0o777) == ("新", 0o600)
    assert [*target.parent.iterdir()] == [target]


def test_what_stood_there_stays_where_the_new_file_cannot_be_finished(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "b.zip"
    write_private(target, b"old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OutputFolderError, match=r"b\.zip"):
        write_private(target, b"new")
    assert (target.read_bytes(), [*tmp_path.iterdir()]) == (b"old", [target])


def test_a_link_goes_on_leading_where_it_led(tmp_path: Path) -> None:
    real, link = tmp_path / "real.csv", tmp_path / "link.csv"
    real.write_bytes(b"old")
    link.symlink_to(real)
    write_private(link, b"new")
    assert (link.is_symlink(), real.read_bytes()) == (True, b"new")
