"""Whether a folder changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from generator.load.changes import content_of, digests, state_of
from generator.model.files import BRANCH

Write = Callable[[str, str | bytes], Path]


def test_the_content_of_a_folder_is_names_and_bytes(write: Write, tmp_path: Path) -> None:
    for folder in ("one", "same"):
        write(f"{folder}/branch.yml", "名称: 甲\n")
        write(f"{folder}/2019.yml", "活动: []\n")
    write("named/branch.yml", "名称: 甲\n")
    write("named/2018.yml", "活动: []\n")
    write("moved/branch.yml", "名称: 甲\n活动")
    write("moved/2019.yml", ": []\n")
    found = {name: content_of(tmp_path / name, BRANCH.folder) for name in ("one", "same", "named", "moved")}
    assert found["one"] == found["same"]
    assert len(set(found.values())) == 3


def test_a_state_has_the_names_and_the_latest_time(write: Write, tmp_path: Path) -> None:
    write("b1/branch.yml", "名称: 甲\n")
    before = state_of(tmp_path / "b1", BRANCH.folder)
    write("b1/2019.yml", "活动: []\n")
    after = state_of(tmp_path / "b1", BRANCH.folder)
    assert (before.names, after.names) == (("branch.yml",), ("2019.yml", "branch.yml"))
    assert before.digest != after.digest
    assert after.newest >= before.newest > 0
    assert state_of(tmp_path / "none", BRANCH.folder).names == ()


def test_only_files_that_lie_in_the_folder_have_a_digest(write: Write, tmp_path: Path) -> None:
    write("b1/a.jpg", b"1")
    write("b1/b.jpg", b"1")
    write("elsewhere.jpg", b"1")
    (tmp_path / "b1/c.jpg").symlink_to(tmp_path / "elsewhere.jpg")
    found = digests(tmp_path / "b1", ["a.jpg", "b.jpg", "c.jpg", "d.jpg", "../elsewhere.jpg"])
    assert list(found) == ["a.jpg", "b.jpg"]
    assert found["a.jpg"] == found["b.jpg"]


def test_hidden_files_do_not_count(write: Write, tmp_path: Path) -> None:
    write("b1/branch.yml", "名称: 甲\n")
    before = content_of(tmp_path / "b1", BRANCH.folder)
    write("b1/.DS_Store", b"1")
    assert content_of(tmp_path / "b1", BRANCH.folder) == before
