"""A text that was found sound is not checked again, until it or what it is checked by is another."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.build.sound_texts import SoundTexts
from generator.errors import RecordsRefusedError
from generator.formats import glyphs
from generator.formats.markup_check import unprinted_markup
from generator.model.problem import Problem
from generator.model.record import Audience
from generator.output.cache import Cache
from generator.survey import survey
from tests.build.test_splice import STANDARD, Whole, edit, whole
from tests.conftest import Project

__all__ = ["whole"]

_INDEX, _SENTENCE = "docs/index.md", "每季度开一次，例见"
_WIDE = "\n".join("|" + cell * 40 for cell in ("甲|", "---|", "乙|"))
_FAULTS = (
    ("H101", STANDARD, "<!-- slot: nothing -->"),
    ("H102", STANDARD, "[[branch:nobody]]"),
    ("H103", STANDARD, "[[nothing]]"),
    ("H114", STANDARD, "[附表](../nowhere.csv)"),
    ("H117", STANDARD, f"\n\n{_WIDE}\n\n"),
    ("H121", STANDARD, "<script>1</script>"),
    ("R010", _INDEX, "\u200b"),
    ("R028", STANDARD, "\U00012000"),
)


@pytest.fixture
def found(project: Project, tmp_path: Path) -> Callable[[], tuple[Problem, ...]]:
    """What a build finds that knows what builds before it found sound; it is what one that knows nothing finds."""

    def find() -> tuple[Problem, ...]:
        sound = SoundTexts(Cache(tmp_path / "cache", "1"))
        told = survey(project.settings(Audience.INTERNAL), recheck=sound.recheck).problems
        sound.keep()
        assert told == survey(project.settings(Audience.INTERNAL)).problems
        return told

    return find


@pytest.mark.parametrize(("code", "name", "fault"), _FAULTS)
def test_a_fault_is_told_as_soon_as_it_is_there_and_no_longer(
    project: Project, found: Callable[[], tuple[Problem, ...]], code: str, name: str, fault: str
) -> None:
    text = (project.root / name).read_text(encoding="utf-8")
    sound = found()
    for _ in range(2):
        project.write(name, f"{text}\n{fault}\n")
        assert [row.code for row in set(found()).difference(sound)] == [code]
        assert [row.code for row in set(found()).difference(sound)] == [code]
        project.write(name, text)
        assert found() == sound


def test_what_pages_are_checked_by_counts_too(project: Project, found: Callable[[], tuple[Problem, ...]]) -> None:
    project.write("docs/list.csv", "甲,乙\n")
    project.write(_INDEX, "# 首页\n\n[附表](list.csv)，[[branch:aa-2]]\n")
    sound = found()
    (project.root / "docs/list.csv").unlink()
    assert [row.code for row in set(found()).difference(sound)] == ["H114"]
    project.write("docs/list.csv", "甲,乙\n")
    assert found() == sound
    (project.root / "records/units/aa/aa-2").rename(project.root / "records/units/aa/aa-9")
    assert "H102" in {row.code for row in found()}


def test_only_the_edited_page_is_checked(
    project: Project, found: Callable[[], tuple[Problem, ...]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    looked: list[str] = []

    def look(text: str, path: str) -> Iterator[Problem]:
        looked.append(path)
        return unprinted_markup(text, path)

    monkeypatch.setattr(glyphs, "unprinted_markup", look)
    found()
    looked.clear()
    edit(project, STANDARD, _SENTENCE, "每季度至少开一次，例见")
    survey(project.settings(Audience.INTERNAL), recheck=SoundTexts(Cache(tmp_path / "cache", "1")).recheck)
    assert looked == [STANDARD]


def test_a_build_stops_at_a_fault_that_was_not_there_and_goes_on_without_it(project: Project, whole: Whole) -> None:
    whole.built()
    edit(project, STANDARD, _SENTENCE, "[[branch:nobody]]")
    with pytest.raises(RecordsRefusedError):
        whole.built()
    edit(project, STANDARD, "[[branch:nobody]]", _SENTENCE)
    assert whole.built() == 0
    assert whole.is_as_from_nothing()
