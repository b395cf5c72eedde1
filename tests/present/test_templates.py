"""Templates are compiled once: what was compiled is kept in a folder, and nothing rests on it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.present.kit import templates


def _forget() -> None:
    assert templates._ENVIRONMENT.cache is not None
    templates._ENVIRONMENT.cache.clear()


def test_what_was_compiled_is_kept_and_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(templates._ENVIRONMENT, "bytecode_cache", None)
    templates.keep_compiled(tmp_path)
    _forget()
    first = templates.render("calendar/role_ways", rows=[], link=str)
    (kept,) = tmp_path.iterdir()
    written = kept.stat().st_mtime_ns
    _forget()
    assert templates.render("calendar/role_ways", rows=[], link=str) == first
    assert [path.stat().st_mtime_ns for path in tmp_path.iterdir()] == [written]


def test_a_folder_that_is_gone_costs_work_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(templates._ENVIRONMENT, "bytecode_cache", None)
    templates.keep_compiled(tmp_path / "gone")
    _forget()
    templates.render("calendar/role_ways", rows=[], link=str)
    assert not (tmp_path / "gone").exists()
