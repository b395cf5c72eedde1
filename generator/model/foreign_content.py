"""Foreign content (外来内容) that prose must not contain: anything that loads, runs, submits or restyles.

Found in the Markdown source, outside code, with its position; and in rendered HTML, whatever produced it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import NamedTuple

from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.record import Source

SCRIPT, PICTURE, LOCAL, FRAME, STYLE, FORM = "H121", "H122", "H123", "H124", "H125", "H126"
"""The codes of the Problems, by kind of content."""

_MESSAGES = {
    SCRIPT: ("这里有脚本", "手册和展示只写文字、链接和图片，请删去；只给人看的写法放进代码（反引号）里。"),
    PICTURE: ("图片不在本站", "请把图片文件放进来，按相对路径引用。"),
    LOCAL: ("链接指到自己电脑上的文件", "别人打不开。请把文件放进 docs，按相对路径链接。"),
    FRAME: ("嵌进了别的网页或程序", "请改成链接。"),
    STYLE: ("自带样式或页首元素", "样式统一由主题管，请删去；只给人看的写法放进代码（反引号）里。"),
    FORM: ("有网页表单", "网站不收填写的内容。请改成表格，或给出空表的链接。"),
}

_ELEMENTS = {
    "script": SCRIPT,
    **dict.fromkeys(("iframe", "frame", "frameset", "object", "embed", "applet", "portal"), FRAME),
    **dict.fromkeys(("style", "link", "meta", "base"), STYLE),
    **dict.fromkeys(("form", "input", "button", "select", "textarea"), FORM),
}
_LOADING = {"src", "srcset", "poster", "background", "data"}
_LINKING = {"href", "xlink:href", "action", "formaction", "cite"}
_EXTERNAL = re.compile(r"(?:https?:)?//|data:", re.IGNORECASE)
_SCRIPT_URL = re.compile(r"(?:javascript|vbscript|data):", re.IGNORECASE)
_LOCAL_URL = re.compile(r"file:|[a-z]:[\\/]|\\\\", re.IGNORECASE)

_CODE = re.compile(
    r"^(?P<fence>[ \t]*(?:`{3,}|~{3,}))[^\n]*\n.*?(?:^(?P=fence)[`~]*[ \t]*$|\Z)|(?<![\\`])(?P<tick>`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)(?P=tick)(?!`)"
    r"|<!--.*?-->",
    re.DOTALL | re.MULTILINE,
)
"""Code and comments.  A span of code ends with its paragraph: a mark that nothing closes is a mark."""

_TAG = re.compile(r"<(?P<name>[a-zA-Z][\w-]*)(?P<rest>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)")
_LIST = re.compile(r"\{:?(?P<rest>[^{}\n]*)\}")
_ATTRIBUTE = re.compile(r"(?P<name>[a-zA-Z][\w:-]*)\s*=\s*(?P<value>\"[^\"]*\"|'[^']*'|[^\s\"'>]+)")
_INLINE = re.compile(r"(?P<mark>!?)\[(?:[^\[\]]|\[[^\[\]]*\])*\]\(\s*<?(?P<url>[^)\s>]*)")
_REFERENCE_DEFINITION = re.compile(r"^ {0,3}\[(?P<id>[^\]\n]+)\]:\s*<?(?P<url>[^\s>]+)", re.MULTILINE)
_IMAGE_REFERENCE = re.compile(r"!\[(?P<alt>[^\]]*)\](?:\s?\[(?P<id>[^\]]*)\])?")
_CONTROLS = re.compile(r"[\x00-\x20]+")


class Foreign(NamedTuple):
    """One piece of foreign content: the code of its Problem, its offset in the text, and what it is."""

    code: str
    at: int
    what: str


def in_markdown(text: str) -> list[Foreign]:
    """The foreign content of a Markdown text, in order; code spans and blocks are ignored."""
    bare = without_code(text)
    return sorted({*_tags(bare), *_lists(bare), *_links(bare)}, key=lambda row: (row.at, row.code))


def without_code(text: str) -> str:
    """A Markdown text whose code and comments are blanks, at equal length, so that offsets stay valid."""
    return _CODE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)


def in_element(name: str, attributes: Iterable[tuple[str, str | None]]) -> Iterator[tuple[str, str]]:
    """The foreign content of one HTML element: code and description."""
    if code := _ELEMENTS.get(name.lower()):
        yield code, f"<{name}>"
    for key, value in attributes:
        label, target = key.lower(), _CONTROLS.sub("", unescape(value or ""))
        if label.startswith("on"):
            yield SCRIPT, label
        elif label == "style":
            yield STYLE, label
        elif label in _LOADING | _LINKING and (found := _address(target, loads=label in _LOADING)):
            yield found, target


def foreign_problem(code: str, what: str, source: Source) -> Problem:
    """The Problem for one piece of foreign content."""
    message, hint = _MESSAGES[code]
    return report(code, source, f"{message}（{what[:60]}）", hint)


def foreign_problems(text: str, path: str, first: int = 1) -> Iterator[Problem]:
    """The Problems of a text in Markdown; its first line is line `first` of the file at `path`, 0 where that is not known."""
    for row in in_markdown(text):
        line, column = text.count("\n", 0, row.at), row.at - text.rfind("\n", 0, row.at)
        yield foreign_problem(row.code, row.what, Source(path, first + line, column) if first else Source(path))


def _address(url: str, *, loads: bool) -> str | None:
    """The code for a URL, None where it is allowed: links may be external, what the page loads may not."""
    if _LOCAL_URL.match(url):
        return LOCAL
    if loads and _EXTERNAL.match(url):
        return PICTURE
    return SCRIPT if _SCRIPT_URL.match(url) else None


def _tags(text: str) -> Iterator[Foreign]:
    for tag in _TAG.finditer(text):
        for code, what in in_element(tag["name"], _attributes(tag["rest"])):
            yield Foreign(code, tag.start(), what)


def _lists(text: str) -> Iterator[Foreign]:
    """Attribute lists (attr_list): `{: onclick=… }`."""
    for found in _LIST.finditer(text):
        for code, what in in_element("", _attributes(found["rest"])):
            yield Foreign(code, found.start(), what)


def _attributes(text: str) -> list[tuple[str, str]]:
    return [(found["name"], found["value"].strip("\"'")) for found in _ATTRIBUTE.finditer(text)]


def _links(text: str) -> Iterator[Foreign]:
    """Links and images of Markdown, inline or by reference."""
    pictured = {(found["id"] or found["alt"]).casefold() for found in _IMAGE_REFERENCE.finditer(text)}
    rows = [(found.start(), found["url"], bool(found["mark"])) for found in _INLINE.finditer(text)]
    rows += [
        (found.start(), found["url"], found["id"].casefold() in pictured)
        for found in _REFERENCE_DEFINITION.finditer(text)
    ]
    for at, url, loads in rows:
        target = _CONTROLS.sub("", unescape(url))
        if code := _address(target, loads=loads):
            yield Foreign(code, at, target)
