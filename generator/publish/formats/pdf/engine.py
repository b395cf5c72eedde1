"""The Typst engine: sources and templates in, one PDF/A-2a and PDF/UA-1 file out, or a PdfError that says why not."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Final

from generator.errors import PdfError
from generator.publish.formats.pdf.typefaces import font_folders, role_lists
from generator.settings import Typefaces

STANDARDS: Final = ("a-2a", "ua-1")
"""Archival with structure, and accessible, in the same file."""

_TEMPLATES = Path(__file__).parents[2] / "typst"
_PRESS = Path(__file__).with_name("press.py")
_GLYPH = re.compile(r'the text `"(.+?)"` could not be displayed')
_PLACE = re.compile(r"┌─ (\S+?):\d+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One document for the engine: template, front page data, chapters as (name for messages, markup), pictures."""

    template: str
    cover: Mapping[str, str]
    as_of: date
    chapters: Sequence[tuple[str, str]]
    pictures: Mapping[str, Path]


def compile_pdf(source: Source, faces: Typefaces) -> bytes:
    """The finished file.  The same source gives the same bytes, wherever and whenever it is made."""
    job = {
        "fonts": font_folders(faces),
        "inputs": {"faces": role_lists(faces), "cover": json.dumps(dict(source.cover), ensure_ascii=False)},
        "standards": STANDARDS,
        "timestamp": datetime.combine(source.as_of, time(), UTC).timestamp(),
    }
    with tempfile.TemporaryDirectory(prefix="zhibu-pdf-") as folder:
        root = Path(folder)
        _write(source, root)
        if complaint := _press(job, root):
            raise PdfError(_explain(source, complaint["diagnostic"], complaint["message"]))
        return (root / "made.pdf").read_bytes()


def _press(job: Mapping[str, object], root: Path) -> Mapping[str, str] | None:
    """Have the sources in a folder made into `made.pdf`; what the engine complains of."""
    command = [sys.executable, "-P", str(_PRESS)]
    data = json.dumps(job).encode()
    done = subprocess.run(command, cwd=root, input=data, capture_output=True, check=False)  # noqa: S603 - our own script
    if done.returncode:
        last = done.stderr.decode(errors="replace").strip().rpartition("\n")[2] or f"退出码 {done.returncode}"
        raise PdfError(f"PDF 没有生成，排版程序中途停了：{last}。请看内存和磁盘够不够，再运行一次。")
    complaint: Mapping[str, str] | None = json.loads(done.stdout)
    return complaint


def _write(source: Source, root: Path) -> None:
    for template in _TEMPLATES.glob("*.typ"):
        shutil.copyfile(template, root / template.name)
    lines = [f'#import "{source.template}.typ": *', "#show: document-of"]
    for index, (_, markup) in enumerate(source.chapters):
        (root / f"{index}.typ").write_text(f'#import "/common.typ": *\n{markup}', encoding="utf-8")
        lines += ["#pagebreak(weak: true)"] * (index > 0) + [f'#include "{index}.typ"']
    (root / "main.typ").write_text("\n".join(lines), encoding="utf-8")
    for name, picture in source.pictures.items():
        target = root / name.lstrip("/")
        target.parent.mkdir(exist_ok=True)
        shutil.copyfile(picture, target)


def _explain(source: Source, diagnostic: str, message: str) -> str:
    missing = list(dict.fromkeys(_GLYPH.findall(diagnostic)))
    if missing:
        told = "；".join(f"{_holders(source, chars)}：“{chars}”（{_codes(chars)}）" for chars in missing)
        return f"PDF 的字体里没有这些字：{told}。请换一个字，或在 PDF 字体里加入含此字的字体。"
    place = _PLACE.search(diagnostic)
    stem = Path(place[1]).stem if place else ""
    where = source.chapters[int(stem)][0] if stem.isdigit() else "封面或版式"
    return f"PDF 没有生成，{where}：{message}。请照提示改正该页，或向维护人员报告。"


def _holders(source: Source, chars: str) -> str:
    """The chapters that hold the characters; where none does, they stand on the cover."""
    return "、".join(name for name, markup in source.chapters if chars in markup) or "封面"


def _codes(chars: str) -> str:
    return " ".join(f"U+{ord(char):04X}" for char in chars)
