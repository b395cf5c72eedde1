"""Pictures under `docs/`: the format is that of the file name, and an SVG has no active or external content."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from generator.model.picture import PICTURE_SUFFIXES, Examine, PictureFault
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.record import Source

_LIMIT = 2 * 1024 * 1024
"""Bytes that an SVG may have at most."""

_SVG, _LINKS, _XML = (
    "http://www.w3.org/2000/svg",
    "http://www.w3.org/1999/xlink",
    "http://www.w3.org/XML/1998/namespace",
)
_ACTIVE = {"script", "foreignobject", "iframe", "object", "embed", "handler", "audio", "video", "metadata", "a"}
_OUTSIDE = re.compile(r"url\(\s*['\"]?(?!#)|@import|javascript:|expression\(", re.IGNORECASE)
_HINT = "请用画图软件导出“普通 SVG”，或另存为 PNG。"


def check_pictures(paths: Iterable[Path], root: Path, examine: Examine) -> Iterator[Problem]:
    """Every problem of the pictures among these files."""
    for path in paths:
        suffix, place = path.suffix.lower(), Source(path.relative_to(root).as_posix())
        if suffix in PICTURE_SUFFIXES and isinstance(fault := examine(path), PictureFault):
            yield report(fault.code, place, f"图片{fault.message}", fault.hint)
        elif suffix == ".svg":
            yield from check_svg(path.read_bytes(), place.path)


def check_svg(data: bytes, path: str) -> Iterator[Problem]:
    """Scripts, external references and editor metadata in an SVG."""
    from lxml import etree  # noqa: PLC0415 - a tree without drawings is checked without lxml

    # No entity expansion, DTD or network: XXE and billion laughs.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    if len(data) > _LIMIT:
        yield report("P122", Source(path), "SVG 图超过 2 MB", "请简化图形，或另存为 PNG。")
        return
    try:
        tree = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        yield report("P122", Source(path), "SVG 图打不开", _HINT)
        return
    if tree.getroottree().docinfo.internalDTD is not None:
        yield report("P122", Source(path, 1, 1), "SVG 图里有 DOCTYPE", "请删去 <!DOCTYPE …> 这一段。")
    for node in [*tree.itersiblings(preceding=True), *tree.iter()]:
        if (found := _wrong(node)) is not None:
            yield report("P122", Source(path, int(node.sourceline or 1), 1), f"SVG 图里有{found}", _HINT)


def _wrong(node: Any) -> str | None:
    """What is not allowed about one node of an SVG; None where all is."""
    if not isinstance(node.tag, str):
        return None if callable(node.tag) and node.tag.__name__ == "Comment" else "处理指令或实体"
    space, name = _parts(node.tag)
    if space != _SVG or name.lower() in _ACTIVE:
        return f"“{name}”这种内容"
    if name == "style" and _OUTSIDE.search(node.text or ""):
        return "外部引用"
    wrong = (_wrong_attribute(*_parts(str(key)), str(value)) for key, value in node.attrib.items())
    return next((found for found in wrong if found is not None), None)


def _wrong_attribute(space: str, name: str, value: str) -> str | None:
    if space not in ("", _LINKS, _XML):
        return f"“{name}”这种附带信息"
    if name.lower().startswith("on"):
        return f"脚本（{name}）"
    if (name == "href" and not value.startswith("#")) or name in ("src", "base"):
        return "外部引用"
    moved = name == "attributeName" and value.rpartition(":")[2].lower() in ("href", "onload", "onclick")
    return "外部引用" if moved or _OUTSIDE.search(value) else None


def _parts(name: str) -> tuple[str, str]:
    space, mark, local = name[1:].partition("}") if name.startswith("{") else ("", "", name)
    return (space, local) if mark else ("", name)
