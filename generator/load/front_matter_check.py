"""Front matter as MkDocs will read it: where that fails, MkDocs prints all of it on the page without a warning.

MkDocs (`mkdocs.utils.meta`, 1.6.1) swallows any exception of PyYAML, ValueError for the 30th of February among them,
and treats the front matter as text.  So it is read here first in the same way, and the error is reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yaml import CSafeLoader, MappingNode, Node, ScalarNode, YAMLError
from yaml.error import MarkedYAMLError

from generator.load.yaml_errors import explain
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.source_text import SourceText

_FRONT = re.compile(r"-{3}[ \t]*\n(.*?\n)(?:\.{3}|-{3})[ \t]*\n", re.DOTALL)
"""As in `mkdocs.utils.meta`: whatever does not match is prose."""

_MEANT = re.compile(r"\s*-{3}[ \t]*\n(?=[^\n]*:)")
"""What is meant as front matter: three dashes, and a key in the line below."""


def check_front_matter(source_text: SourceText) -> Iterator[Problem]:
    """The Problems of front matter that MkDocs cannot read."""
    match = _FRONT.match(source_text.text)
    if match is not None:
        yield from _faults(source_text, SourceText(source_text.path, f"\n{match[1]}", source_text.edits))
    elif (meant := _MEANT.match(source_text.text)) is not None:
        hint = "第一行就写 ---，内容写完另起一行再写 ---，下面接着写正文。"
        yield report("H111", source_text.source_at(meant.end()), "页首信息没有写完整，会整段印在页上", hint)


def _faults(source_text: SourceText, matter: SourceText) -> Iterator[Problem]:
    loader = CSafeLoader(matter.text)
    try:
        node = loader.get_single_node()
        faulty = _faulty(loader, node)
    except MarkedYAMLError as error:
        found = explain(error, matter)
        yield report("H111", found.source, f"页首信息读不下去：{found.message}", found.hint)
        return
    except (YAMLError, ValueError):
        yield report("H111", source_text.source(0, 0), "页首信息不是文字", "请核对第一行到下一行 --- 之间的内容。")
        return
    if not isinstance(node, MappingNode):
        yield report("H111", matter.source(1, 0), "页首信息不是“键: 值”的写法", "请每行写一个“键: 值”。")
    elif faulty is not None:
        message = f"“{faulty.value}”读不出来" if isinstance(faulty, ScalarNode) else "这一处读不出来"
        hint = "日期请核对日历上有没有这一天；是文字就加引号。"
        yield report("H111", matter.source_of(faulty.start_mark), f"{message}，整段页首信息会印在页上", hint)


def _faulty(loader: CSafeLoader, node: Node | None) -> Node | None:
    """The innermost node that PyYAML cannot construct a value from."""
    if node is None or _is_sound(loader, node):
        return None
    children = [part for item in node.value for part in (item if isinstance(item, tuple) else (item,))]
    inner = (_faulty(loader, part) for part in children if isinstance(part, Node))
    return next((found for found in inner if found is not None), node)


def _is_sound(loader: CSafeLoader, node: Node) -> bool:
    try:
        loader.construct_document(node)
    except Exception:  # noqa: BLE001 - MkDocs swallows whatever PyYAML raises
        # PyYAML leaves its state as it was at the exception; the next node needs a clean one.
        loader.constructed_objects, loader.recursive_objects, loader.deep_construct = {}, {}, False
        loader.state_generators = []
        return False
    return True
