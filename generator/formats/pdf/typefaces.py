"""Typefaces (字体) by role, as official documents name them; system fonts are excluded, for reproducible output."""

from __future__ import annotations

import importlib.util
import json
from dataclasses import asdict
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path

import typst

from generator.errors import PdfError
from generator.settings import Typefaces

_SERIF, _SANS, _MONO = "Noto Serif SC", "Noto Sans SC", "DejaVu Sans Mono"
ROLES = {"song": "宋体", "hei": "黑体", "kai": "楷体", "fang": "仿宋", "biao": "小标宋", "mono": "等宽"}
_PACKAGE = "pylopdf_fonts_zh_cn"


LEAN = Typefaces()
"""Only the fonts that pip installs: 宋体 and 黑体 replace the others."""


@lru_cache(maxsize=4)
def font_book(faces: Typefaces) -> typst.Fonts:
    """The fonts that Typst may use; raises PdfError where a configured family is not among them."""
    for folder in faces.folders:
        if not folder.is_dir():
            raise PdfError(f"字体文件夹不存在：{folder}。请核对 mkdocs.yml 里 PDF 字体的路径。")
    folders = [str(folder.resolve()) for folder in (*faces.folders, _installed())]
    book = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=folders)
    _check_families(faces, book.families())
    return book


def role_lists(faces: Typefaces) -> str:
    """The font lists as JSON for the templates, each ending in the installed fonts and the unit's own fallback."""
    named = {role: list(getattr(faces, role)) for role in ROLES}
    for role, families in named.items():
        base = {"hei": [_SANS], "mono": [_MONO, _SANS]}.get(role, [_SERIF])
        families.extend(dict.fromkeys(name for name in (*base, _SERIF, _MONO, *faces.fallback) if name not in families))
    return json.dumps(named | {"base": _SERIF}, ensure_ascii=False)


def _installed() -> Path:
    spec = importlib.util.find_spec(_PACKAGE)
    if spec is None or spec.origin is None:
        raise PdfError("没有找到字体包 pylopdf-fonts-zh-cn。请运行 pip install pylopdf-fonts-zh-cn。")
    return Path(spec.origin).parent


def _check_families(faces: Typefaces, known: list[str]) -> None:
    told = {**ROLES, "fallback": "备用"}
    for role, families in asdict(faces).items():
        for family in families if role in told else ():
            if family not in known:
                near = get_close_matches(family, known, 1, 0.5)
                hint = f"是否想写 {near[0]}？" if near else "请把字体文件放进字体文件夹，并写字体内部的名称。"
                raise PdfError(f"{told[role]}（{role}）指定的字体不存在：{family}。{hint}")
