"""Runs Typst: sources and templates in, one PDF/A-2a and PDF/UA-1 file out, or a PdfError with the reason."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any, Final, Literal

import typst

from generator.errors import PdfError
from generator.formats.pdf.refusals import refused
from generator.formats.pdf.typefaces import font_book, role_lists
from generator.settings import Typefaces

PDF_STANDARDS: Final[list[Literal["a-2a", "ua-1"]]] = ["a-2a", "ua-1"]
"""Archival with structure, and accessible, in the same file."""

_TEMPLATES = Path(__file__).parent / "typst"
_REMEMBERED = 11
"""Compilations after which Typst has dropped what it remembered of a document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TypstSource:
    """One document: template, cover variables, chapters as (name for messages, markup), pictures.

    `front` is what messages call the part that the template makes of the cover variables.
    """

    template: str
    cover: Mapping[str, Any]
    as_of: date
    chapters: Sequence[tuple[str, str]] = ()
    pictures: Mapping[str, Path] = field(default_factory=dict)
    front: str = "封面"

    @property
    def told(self) -> str:
        """What the template gets, as JSON."""
        return json.dumps(dict(self.cover), ensure_ascii=False)


def compile_pdf(source: TypstSource, faces: Typefaces) -> bytes:
    """The PDF; reproducible: only installed fonts are used, and the timestamp is `as_of`."""
    with _root(source) as root:
        try:
            compiler = typst.Compiler(
                root=str(root),
                font_paths=font_book(faces),
                ignore_system_fonts=True,
                sys_inputs={"faces": role_lists(faces), "cover": source.told},
            )
            made, warnings = compiler.compile_with_warnings(
                _main(source),
                pdf_standards=[*PDF_STANDARDS],
                timestamp=datetime.combine(source.as_of, time(), UTC),
            )
        except typst.TypstError as error:
            raise _refused(source, error) from error
    if warnings:
        raise _refused(source, warnings[0])
    assert isinstance(made, bytes)
    return made


def compile_each(sources: Sequence[TypstSource], faces: Typefaces) -> list[bytes]:
    """Several documents, in their order."""
    made = []
    for source in sources:
        made.append(compile_pdf(source, faces))
        free_memory(faces)
    return made


def free_memory(faces: Typefaces) -> None:
    """Have Typst drop what it remembers of the last document: it would for ten more, 3 MB a page.

    It counts compilations, and an empty one takes 0.1 ms.
    """
    compiler = typst.Compiler(font_paths=font_book(faces), ignore_system_fonts=True)
    for _ in range(_REMEMBERED):
        compiler.compile(b" ", format="svg")


@contextmanager
def _root(source: TypstSource) -> Iterator[Path]:
    """The folder from which Typst reads: that of the templates, where they are all that there is to read."""
    if not source.chapters and not source.pictures:
        yield _TEMPLATES
        return
    with tempfile.TemporaryDirectory(prefix="zhibu-pdf-") as folder:
        _write(source, Path(folder))
        yield Path(folder)


def _main(source: TypstSource) -> bytes:
    included = (f'#include "{index}.typ"' for index, _ in enumerate(source.chapters))
    return "\n".join((f'#import "{source.template}.typ": *', "#show: document-of", *included)).encode()


def _write(source: TypstSource, root: Path) -> None:
    for template in _TEMPLATES.glob("*.typ"):
        shutil.copyfile(template, root / template.name)
    for index, (_, markup) in enumerate(source.chapters):
        (root / f"{index}.typ").write_text(f'#import "/blocks.typ": *\n{markup}', encoding="utf-8")
    for name, picture in source.pictures.items():
        target = root / name.lstrip("/")
        target.parent.mkdir(exist_ok=True)
        shutil.copyfile(picture, target)


def _refused(source: TypstSource, error: typst.TypstError | typst.TypstWarning) -> PdfError:
    return refused(source.chapters, source.front, source.cover, error.diagnostic, error.message)
