"""Files that are kept: several processes may keep the same one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.output.kept_files import KeptFiles


def test_what_is_kept_is_read_again_and_what_nobody_used_goes(tmp_path: Path) -> None:
    KeptFiles(tmp_path).write("a", b"one")
    KeptFiles(tmp_path).write("b", b"two")
    kept = KeptFiles(tmp_path)
    assert (kept.read("a"), kept.read("c")) == (b"one", None)
    kept.tidy()
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_two_processes_may_keep_the_same_file_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept, replace = KeptFiles(tmp_path), Path.replace

    def after_another(path: Path, target: Path) -> Path:
        monkeypatch.setattr(Path, "replace", replace)
        monkeypatch.setattr(os, "getpid", lambda: 2)
        KeptFiles(tmp_path).write("a", b"one")
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", after_another)
    kept.write("a", b"one")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a", b"one")]
