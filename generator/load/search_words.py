"""`docs/search.yml`: the words of the search."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from generator.load.prose_links import was_dropped
from generator.load.records import read_record
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.records.search_words import NO_WORDS, SearchWords

WORDS_FILE = "search.yml"
"""Where it stands, beside the handbook's pages."""

_FILLED = ("<!-- slot:", "\n[[")
"""Where the program puts in something, which may have sections of its own."""


def load_search_words(docs: Path, root: Path) -> tuple[SearchWords, list[Problem]]:
    """The declared words, and what is wrong with them; none where there is no such file or it is badly written."""
    path = docs / WORDS_FILE
    if not path.exists():
        return NO_WORDS, []
    words, problems = read_record(path, root, SearchWords)
    if words is None:
        return NO_WORDS, problems
    return words, [*problems, *_twice(words), *_astray(words, docs)]


def _twice(words: SearchWords) -> Iterator[Problem]:
    """Words that stand in two groups, or twice in one, and groups of a single word."""
    seen: set[str] = set()
    for row in words.same:
        again = next((word for word in row.words if word in seen or row.words.count(word) > 1), None)
        seen.update(row.words)
        if again is not None:
            yield report(
                "S150", row.where("text"), f"“{again}”写了两次", "一个词只写在一组里；两组是一回事的，合成一组。"
            )
        elif len(row.words) == 1:
            yield report("S150", row.where("text"), f"一组里只有“{row.text}”一个词", "同义的词用顿号隔开。")


def _astray(words: SearchWords, docs: Path) -> Iterator[Problem]:
    """Places of 常问 that the handbook does not have.  A page of an aspect that it lacks is left out of the search."""
    pages: dict[str, str | None] = {row.page: _text(docs, row.page) for row in words.everyday}
    files = {path.relative_to(docs).as_posix() for path in docs.rglob("*.md")}
    for row in words.everyday:
        text = pages[row.page]
        if text is None:
            if was_dropped(row.page, files):
                continue
            hint = "“在”写 docs 里的一页，可加 # 和那一节的编号。"
            yield report("S151", row.where("place"), f"手册里没有 {row.page} 这一页", hint)
        elif row.anchor and not any(mark in text for mark in (*_FILLED, f"#{row.anchor}}}", f"#{row.anchor} ")):
            told = f"{row.page} 里没有编号为 {row.anchor} 的一节"
            yield report("S151", row.where("place"), told, "编号写在标题后面的花括号里，如 {#counting}。")


def _text(docs: Path, page: str) -> str | None:
    """The text of a page of the handbook; None where there is none of that name."""
    name = PurePosixPath(page)
    if name.is_absolute() or ".." in name.parts or name.suffix != ".md" or not (docs / name).is_file():
        return None
    return (docs / name).read_text(encoding="utf-8", errors="replace")
