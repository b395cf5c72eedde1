"""Markdown files with front matter (页首信息): the mapping between two lines `---`, and the prose below it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from generator.load.files import display_path, read_text
from generator.load.invisible import remove_invisible
from generator.load.reader import parse
from generator.load.tree import Block
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.source_text import SourceText

_MATTER = re.compile(r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_PAGE_KEYS = ("title", "description", "hide", "icon", "search", "status", "subtitle", "tags", "template")


class FrontMatter(NamedTuple):
    """The front matter as a tree, None where there is none to read; and the prose."""

    tree: Block | None
    prose: str


def read_front_matter(path: Path, root: Path) -> tuple[FrontMatter, list[Problem]]:
    """Read a Markdown file; what MkDocs and its theme keep in front matter for themselves is left out."""
    text, problems = read_text(path, root)
    if text is None:
        return FrontMatter(None, ""), problems
    sheet = SourceText(display_path(path, root), text)
    problems += remove_invisible(sheet)
    match = _MATTER.match(sheet.text)
    if match is None:
        told = "请在第一行写 ---，接着写内容，再用一行 --- 结束。"
        return FrontMatter(None, sheet.text), [
            *problems,
            report("R026", sheet.source(0, 0), "文件开头没有页首信息", told),
        ]
    tree, found = parse(SourceText(sheet.path, f"\n{match[1]}", sheet.edits))
    if tree is not None:
        for key in _PAGE_KEYS:
            tree.pop(key, None)
    return FrontMatter(tree, sheet.text[match.end() :].lstrip("\n")), problems + found
