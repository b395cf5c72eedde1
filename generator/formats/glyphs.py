"""What no PDF can print of files, reported with its position instead of as an error on some page."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, partial
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
            yield from known(("paper", name, text, repr(faces)), partial(_unprinted, text, name, faces))


def _unprinted(text: str, path: str, faces: Typefaces) -> Iterator[Problem]:
    yield from unprinted(text, path, faces)
    yield from unprinted_markup(text, path) if path.endswith(".md") else ()


def unprinted(text: str, path: str, faces: Typefaces) -> Iterator[Problem]:
    """The characters of a text that some typeface lacks, each at its first position, YAML comments excluded.

    The fonts installed with the program have all of GBK, so that Typst is asked only about other characters.
    """
    if unusual := _unusual(text):
        from generator.formats.pdf.coverage import lacking  # noqa: PLC0415 - few texts need Typst

        for char, roles in lacking(unusual, faces).items():
            source = next(_places(char, text, path), None)
            if source is not None:
                message = f"“{char}”（U+{ord(char):04X}）在 PDF 的{'、'.join(roles)}里没有"
                yield report(
                    "R028", source, message, "请换一个字，或请维护人员在 fonts 的 fallback 里写上含此字的字体。"
                )


def _unusual(text: str) -> set[str]:
    try:
        text.encode("gbk")
    except UnicodeEncodeError:
        return {char for char in set(text) if not _in_gbk(char) and unicodedata.category(char) not in _NO_GLYPH}
    return set()


@cache
def _in_gbk(char: str) -> bool:
    try:
        char.encode("gbk")
    except UnicodeEncodeError:
        return False
    return True


def _places(char: str, text: str, path: str) -> Iterator[Source]:
    for number, line in enumerate(text.split("\n"), 1):
        printed = line if path.endswith(".md") else _COMMENT.sub("", line)
        if char in printed:
            yield Source(path, number, printed.index(char) + 1)
