"""`docs/development.yml` may be missing: then no version of the process is declared."""

from __future__ import annotations

from pathlib import Path

from generator.load.development_process import load_processes
from generator.model.records.development_process import NO_PROCESSES


def test_without_the_file_there_is_no_process(tmp_path: Path) -> None:
    assert load_processes(tmp_path, tmp_path) == (NO_PROCESSES, [])


def test_a_file_that_cannot_be_read_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "development.yml").write_text("版本: 一\n", encoding="utf-8")
    processes, problems = load_processes(tmp_path, tmp_path)
    assert processes is NO_PROCESSES
    assert [row.source.path for row in problems] == ["development.yml"]
