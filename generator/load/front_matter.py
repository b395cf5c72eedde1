"""Markdown files with front matter (页首信息): the mapping between two lines `---`, and the text below it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from generator.load.filesystem import display_path, read_text
from generator.load.invisible import remove_invisible
from generator.load.reader import parse
from generator.load.yaml_tree import YamlMapping
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.source_text import SourceText

_MATTER = re.compile(r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_PAGE_KEYS = ("title", "description", "hide", "icon", "search", "status", "subtitle", "tags", "template")


class FrontMatter(NamedTuple):
    """The front matter as a tree, None where there is none to read, and the Markdown below it."""

    tree: YamlMapping | None
    prose: str


def read_front_matter(path: Path, root: Path) -> tuple[FrontMatter, list[Problem]]:
    """Read a Markdown file, without the front matter keys that belong to MkDocs and Material."""
    text, problems = read_text(path, root)
    if text is None:
        return FrontMatter(None, ""), problems
    source_text = SourceText(display_path(path, root), text)
    problems += remove_invisible(source_text)
    match = _MATTER.match(source_text.text)
    if match is None:
        hint = "请在第一行写 ---，接着写内容，再用一行 --- 结束。"
        return FrontMatter(None, source_text.text), [
            *problems,
            report("R026", source_text.source(0, 0), "文件开头没有页首信息", hint),
        ]
    # The line feed in front keeps line numbers: line 1 of the file is the `---`.
    tree, found = parse(SourceText(source_text.path, f"\n{match[1]}", source_text.edits))
    if tree is not None:
        for key in _PAGE_KEYS:
            tree.pop(key, None)
    return FrontMatter(tree, source_text.text[match.end() :].lstrip("\n")), problems + found
