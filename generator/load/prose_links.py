"""Links and pictures in the handbook's Markdown: do the files exist, and does every picture have words for who cannot see it?

MkDocs tells of lost links without the line, and only when it builds; Typst refuses pictures without words one by one.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterator
from urllib.parse import unquote

from generator.model.nearest import did_you_mean
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.record import Source

_HIDDEN = re.compile(
    r"^(?P<fence> *(?:`{3,}|~{3,})).*?^ *(?P=fence)[`~]* *$|(?<!`)(?P<span>`+)(?!`)[^\n]+?(?<!`)(?P=span)(?!`)|\A---\n.*?^---$",
    re.MULTILINE | re.DOTALL,
)
"""Code and the head of a page: nothing in them is a link."""

_LINK = re.compile(
    r"(?P<picture>!)?\[(?P<words>(?:[^\[\]\\]|\\.|\[[^\[\]]*\])*)\]\(\s*<?(?P<target>[^\s()<>]*)>?(?:\s+[\"'][^)]*)?\)"
)
_TAG = re.compile(r"<img\b[^>]*>", re.IGNORECASE)
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|[#/\\?]|\[\[|$", re.IGNORECASE)
"""How a target begins that is no file of ours."""


_NUMBERED = re.compile(r"([1-9])(?:-\d+)?\.md", re.ASCII)
"""The name of the page of an aspect or a standard, with the aspect's number."""

_ASPECTS, _HANDBOOK = "aspects", ("aspects", "standards")


def link_problems(text: str, place: str, page: str, files: Collection[str]) -> Iterator[Problem]:
    """The Problems of one page; `page` and `files` are paths from the docs folder, `place` is how messages name the page."""
    bare = _without_comments(_HIDDEN.sub(lambda found: _blank(found[0]), text))
    for found in _LINK.finditer(bare):
        target, words = found["target"], found["words"]
        if found["picture"] and not words.strip():
            yield _without_words(_place(bare, found.start(), place))
        if _ELSEWHERE.match(target):
            continue
        path = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(re.split(r"[#?]", target)[0])))
        if (
            path not in files
            and not was_dropped(path, files)
            and not any(name.startswith(f"{path}/") for name in files)
        ):
            what = "图片" if found["picture"] else "链接"
            near = did_you_mean(
                posixpath.basename(path), [posixpath.basename(name) for name in files], "请核对路径和大小写。"
            )
            yield report("H114", _place(bare, found.start("target"), place), f"{what}指向的文件不存在：{target}", near)
    for tag in _TAG.finditer(bare):
        if not re.search(r"\balt\s*=\s*[\"'][^\"']", tag[0], re.IGNORECASE):
            yield _without_words(_place(bare, tag.start(), place))


def was_dropped(path: str, files: Collection[str]) -> bool:
    """Whether it is a page of an aspect that the handbook lacks: a build makes words of such links."""
    folder, _, name = path.rpartition("/")
    found = _NUMBERED.fullmatch(name)
    return (
        found is not None
        and folder.partition("/")[0] in _HANDBOOK
        and posixpath.join(_ASPECTS, f"{found[1]}.md") not in files
    )


def _without_comments(text: str) -> str:
    parts: list[str] = []
    at = 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start)) >= 0:
        parts += text[at:start], _blank(text[start : end + 3])
        at = end + 3
    return "".join(parts) + text[at:]


def _blank(text: str) -> str:
    """As many spaces: places stay what they are."""
    return re.sub(r"[^\n]", " ", text)


def _without_words(place: Source) -> Problem:
    return report("H115", place, "图片没有文字说明", "请写成 ![图上是什么](图片路径)，看不见图的人和 PDF 都要它。")


def _place(text: str, at: int, path: str) -> Source:
    return Source(path, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
