"""`zhibu build` where nothing has changed: it says what it said before, and makes nothing."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import cli
from generator.products import site as builder
from tests.conftest import Project


def build(project: Project, *options: str) -> tuple[int, str]:
    done = CliRunner().invoke(cli, ["build", *options, "--config", str(project.config)])
    return done.exit_code, done.stderr


def never(*_: object, **__: object) -> None:
    raise AssertionError("a build of what had not changed")


def test_the_same_is_said_again_and_nothing_made(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    project.write("docs/draft.md", "# 草稿\n")  # a warning: no navigation names it
    first = build(project)
    assert "警告[H112]" in first[1]
    page = (project.site / "index.html").stat()
    with monkeypatch.context() as nothing:
        nothing.setattr(builder, "build", never)
        assert build(project) == first
        assert build(project) == first
    assert (project.site / "index.html").stat() == page
    assert build(project, "--strict")[0] == 1
    assert build(project) == first


@pytest.mark.parametrize("options", [("--as-of", "2019-12-02"), ("--audience", "internal"), ("--scope", "branch:aa-2")])
def test_other_options_are_another_edition(project: Project, options: tuple[str, ...]) -> None:
    build(project, "--audience", "internal", "--out", str(project.root / "out"))
    assert build(project, *options)[0] == 0
    assert build(project)[0] == 0
    assert "2019年11月25日" in (project.site / "index.html").read_text(encoding="utf-8")


def test_without_a_date_in_the_settings_every_day_is_another(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    edit = project.config.read_text(encoding="utf-8").replace("{zhibu: {as_of: 2019-11-25}}", "{zhibu: {year: 2019}}")
    project.config.write_text(edit, encoding="utf-8")
    monkeypatch.setattr("generator.cli.options.today", lambda: date(2019, 11, 25))
    build(project)
    look = Path(project.root / ".zhibu/site.cache/look.json")
    before = json.loads(look.read_text(encoding="utf-8"))["seen"]
    monkeypatch.setattr("generator.cli.options.today", lambda: date(2019, 11, 26))
    build(project)
    assert json.loads(look.read_text(encoding="utf-8"))["seen"] != before
    assert "2019年11月26日" in (project.site / "index.html").read_text(encoding="utf-8")


def test_what_the_program_does_not_know_of_is_looked_at_every_time(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = project.config.read_text(encoding="utf-8")
    project.config.write_text(f"{text}hooks: [hook.py]\n", encoding="utf-8")
    project.write("hook.py", "def on_config(config):\n    return config\n")
    build(project)
    assert not (project.root / ".zhibu/site.cache/look.json").exists()
    monkeypatch.setattr(builder, "build", never)
    assert build(project)[0] == 1
