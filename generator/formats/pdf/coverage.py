"""Which characters the PDF's typefaces lack."""

from __future__ import annotations

import json
import tempfile
import unicodedata
from collections.abc import Collection, Iterable
from functools import cache
from pathlib import Path

import typst

from generator.formats.pdf.refusals import texts_without_glyph
from generator.formats.pdf.typefaces import ROLES, font_book, role_lists
from generator.settings import Typefaces

_TEXT_ROLES = tuple(role for role in ROLES if role != "mono")
_PAGE = """#set document(title: "a")
#set text(font: {fonts}, fallback: false, lang: "zh", region: "cn")
{words}
"""


def lacking(chars: Collection[str], faces: Typefaces) -> dict[str, tuple[str, ...]]:
    """The characters that some typeface lacks, with the names of those typefaces, in code point order."""
    known = _known(faces)
    fresh = sorted(set(chars) - known.keys())
    if fresh:
        missed = {role: _missed(fresh, role, faces) for role in _TEXT_ROLES}
        known.update({char: tuple(ROLES[role] for role in _TEXT_ROLES if char in missed[role]) for char in fresh})
    return {char: known[char] for char in sorted(chars) if known[char]}


@cache
def _known(_faces: Typefaces) -> dict[str, tuple[str, ...]]:
    """A cache of Typst's answers, by character."""
    return {}


def _missed(chars: Iterable[str], role: str, faces: Typefaces) -> set[str]:
    """Compile a page of these characters: only Typst knows which of its fonts, in order of fallback, has which.

    With the standard `ua-1` a missing glyph is an error that names the text.
    """
    words = "\n".join(f"#text({json.dumps(_shown(char), ensure_ascii=False)})" for char in chars)
    fonts = f"({', '.join(json.dumps(name) for name in json.loads(role_lists(faces))[role])},)"
    with tempfile.TemporaryDirectory(prefix="zhibu-pdf-") as folder:
        page = Path(folder) / "main.typ"
        page.write_text(_PAGE.format(fonts=fonts, words=words), encoding="utf-8")
        try:
            typst.compile(
                str(page), root=folder, font_paths=font_book(faces), ignore_system_fonts=True, pdf_standards=["ua-1"]
            )
        except typst.TypstError as error:
            return set("".join(texts_without_glyph(error.diagnostic)))
    return set()


def _shown(char: str) -> str:
    """A mark stands upon another character."""
    return f"字{char}" if unicodedata.category(char).startswith("M") else char
