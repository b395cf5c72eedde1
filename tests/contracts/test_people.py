"""What the pages for people at work tell them to type works, in the order in which it is told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import cli
from generator.model.files import REGISTER
from generator.products import site
from tests.contracts import examples, people


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The demonstration; sites are made in its examples and are not made again here."""
    monkeypatch.chdir(examples.demonstration(tmp_path, ""))
    monkeypatch.setattr(site, "build", lambda *_, **__: None)
    return tmp_path


def follow(page: str, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Type everything; what each line answered."""
    answers = {}
    for words in people.lines(page):
        if words[0] == "cd":
            monkeypatch.chdir(words[1])
            continue
        people.before(words, Path.cwd())
        typed = people.expanded(words, Path.cwd())
        done = CliRunner().invoke(cli, typed[1:], catch_exceptions=False)
        assert done.exit_code == 0, f"{' '.join(typed)}\n{done.output}"
        people.after(words, Path.cwd())
        answers[" ".join(words)] = done.stdout
    return answers


@pytest.mark.parametrize("page", ["officer", "engineer"])
def test_a_page_works_from_top_to_bottom(page: str, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(follow(page, monkeypatch)) > 3


def test_what_a_secretary_fills_in_reaches_the_register(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = follow("organizer", monkeypatch)
    register = REGISTER.at(project / "records", committee="xinxi", branch="xx-js2", year=examples.YEAR)
    assert "{事项: 讨论年末自查}" in register.read_text(encoding="utf-8")
    looked, written = (answers[f"zhibu import workbook 收回/*.xlsx {option}"] for option in ("--dry-run", "--yes"))
    assert looked == written
    assert "新增 1 行" in written


@pytest.mark.parametrize("page", people.TEXTS)
def test_a_command_in_a_sentence_is_typed_on_one_of_the_pages(page: str) -> None:
    typed = [" ".join(words) for each in people.PAGES for words in people.lines(each)]
    for span in re.findall(r"`(zhibu [a-z][^`]*)`", people.TEXTS[page]):
        command = re.split(r" (?=[^a-z])", span)[0]
        assert [line for line in typed if line.startswith(command)], span


def test_pages_show_no_prompt_and_no_comment_that_somebody_would_type_too() -> None:
    assert {words[0] for page in people.PAGES for words in people.lines(page)} == {"zhibu", "cd"}
