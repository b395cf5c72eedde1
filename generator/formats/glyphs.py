"""What no PDF can print of files, reported with its position instead of as an error on some page."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

from generator.formats.markup_check import unprinted_markup
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.rechecking import Recheck, always
from generator.model.record import Source
from generator.settings import Typefaces

_NO_GLYPH = frozenset({"Cc", "Cn", "Co", "Cs", "Zl", "Zp"})
"""Controls, line ends and what is no character, which have codes of their own."""

_COMMENT = re.compile(r"(?:^|(?<=\s))#.*$")


def unprinted_in(files: Iterable[tuple[str, Path]], faces: Typefaces, recheck: Recheck = always) -> Iterator[Problem]:
    """`unprinted` and `unprinted_markup` for files on disk, given as displayed name and path."""
    known = always if faces.folders else recheck  # another font may lie under the same name
    for name, path in files:
        if path.is_file():  # files that are not text have been reported already
            text = path.read_text(encoding="utf-8", errors="ignore")
            if unusual := _unusual(text, name):
                yield from known(("glyphs", *unusual, repr(faces)), partial(unprinted, text, name, faces))
            if name.endswith(".md"):
                yield from recheck(("markup", name, text), partial(unprinted_markup, text, name))


def unprinted(text: str, path: str, faces: Typefaces) -> Iterator[Problem]:
    """The characters of a text that some typeface lacks, each at its first position, YAML comments excluded.

    The fonts installed with the program have all of GBK, so that Typst is asked only about other characters.
    """
    if unusual := _unusual(text, path):
        from generator.formats.pdf.coverage import lacking  # noqa: PLC0415 - few texts need Typst

        for char, roles in lacking(unusual, faces).items():
            message = f"“{char}”（U+{ord(char):04X}）在 PDF 的{'、'.join(roles)}里没有"
            yield report(
                "R028", unusual[char], message, "请换一个字，或请维护人员在 fonts 的 fallback 里写上含此字的字体。"
            )


def _unusual(text: str, path: str) -> Mapping[str, Source]:
    """Characters that some typeface may lack, each with its first place where it is printed."""
    in_gbk = text.encode("gbk", errors="ignore").decode("gbk")
    found = (char for char in sorted(set(text).difference(in_gbk)) if unicodedata.category(char) not in _NO_GLYPH)
    return {char: place for char in found if (place := next(_places(char, text, path), None)) is not None}


def _places(char: str, text: str, path: str) -> Iterator[Source]:
    for number, line in enumerate(text.split("\n"), 1):
        printed = line if path.endswith(".md") else _COMMENT.sub("", line)
        if char in printed:
            yield Source(path, number, printed.index(char) + 1)
