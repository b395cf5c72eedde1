"""Where a file has characters that no font of the PDFs has: told with their place, before Typst stops at a page."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.record import Source
from generator.settings import Typefaces

_COMMENT = re.compile(r"(?:^|(?<=\s))#.*$")


def unprinted_in(files: Iterable[tuple[str, Path]], faces: Typefaces) -> Iterator[Problem]:
    """The same of files as they lie on the disk, each with the name that messages call it by."""
    for name, path in files:
        if path.is_file():  # what is no text has been told already
            yield from unprinted(path.read_text(encoding="utf-8", errors="ignore"), name, faces)


def unprinted(text: str, path: str, faces: Typefaces) -> Iterator[Problem]:
    """The characters of a file that some typeface lacks, each at its first place; those in YAML comments left out.

    Whatever GBK has, the fonts that are installed with the program have too: nearly every file is done with at that.
    """
    if unusual := _unusual(text):
        from generator.formats.pdf.coverage import lacking  # noqa: PLC0415 - Typst is asked by few

        for char, roles in lacking(unusual, faces).items():
            source = next(_places(char, text, path), None)
            if source is not None:
                told = f"“{char}”（U+{ord(char):04X}）在 PDF 的{'、'.join(roles)}里没有"
                yield report("R028", source, told, "请换一个字，或请维护人员在 PDF 字体里加入含此字的字体。")


def _unusual(text: str) -> set[str]:
    try:
        text.encode("gbk")
    except UnicodeEncodeError:
        return {char for char in set(text) if not _in_gbk(char) and unicodedata.category(char)[0] not in "CMZ"}
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
        told = line if path.endswith(".md") else _COMMENT.sub("", line)
        if char in told:
            yield Source(path, number, told.index(char) + 1)
