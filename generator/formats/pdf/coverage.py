"""Which characters the PDF's typefaces lack."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Collection, Iterable
from functools import cache
from pathlib import Path

import typst

from generator.formats.pdf.typefaces import ROLES, font_book, role_lists
from generator.settings import Typefaces

GLYPH = re.compile(r'the text `"(.+?)"` could not be displayed')
_ASKED = tuple(role for role in ROLES if role != "mono")
_PAGE = """#set document(title: "a")
#set text(font: {fonts}, fallback: false, lang: "zh", region: "cn")
{words}
"""


def lacking(chars: Collection[str], faces: Typefaces) -> dict[str, tuple[str, ...]]:
    """Of these characters those that not every typeface has, with the names of the typefaces; in order of code."""
    known = _known(faces)
    fresh = sorted(set(chars) - known.keys())
    if fresh:
        missed = {role: _missed(fresh, role, faces) for role in _ASKED}
        known.update({char: tuple(ROLES[role] for role in _ASKED if char in missed[role]) for char in fresh})
    return {char: known[char] for char in sorted(chars) if known[char]}


@cache
def _known(_faces: Typefaces) -> dict[str, tuple[str, ...]]:
    """What Typst has been asked already, by character."""
    return {}


def _missed(chars: Iterable[str], role: str, faces: Typefaces) -> set[str]:
    """Ask Typst, which alone knows what its lists of fonts come to."""
    words = "\n".join(f"#text({json.dumps(char, ensure_ascii=False)})" for char in chars)
    fonts = f"({', '.join(json.dumps(name) for name in json.loads(role_lists(faces))[role])},)"
    with tempfile.TemporaryDirectory(prefix="zhibu-pdf-") as folder:
        page = Path(folder) / "main.typ"
        page.write_text(_PAGE.format(fonts=fonts, words=words), encoding="utf-8")
        try:
            typst.compile(
                str(page), root=folder, font_paths=font_book(faces), ignore_system_fonts=True, pdf_standards=["ua-1"]
            )
        except typst.TypstError as error:
            return set("".join(GLYPH.findall(error.diagnostic)))
    return set()
