"""Papers opened in LibreOffice and printed: `python -m tests.office` fails where a sheet takes more than one page.

Needs `soffice` (Debian: libreoffice-writer-nogui, Chinese typefaces); run by `.ci/nightly`.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2

from generator.formats.word.package import to_docx
from generator.model.files import declared_forms
from generator.model.paper import Paper
from generator.present.paper.form import form_paper

NAME = "名称很长的学院第一教师党支部"


def sheets() -> Iterator[tuple[str, Paper]]:
    """Every paper that has to stand on one page."""
    for form in declared_forms():
        yield form.layout.id, form_paper(form, dict.fromkeys(form.heading, NAME), "整理稿，非正式公文")


def pages(folder: Path) -> dict[str, int]:
    """How many pages LibreOffice makes of each Word file of a folder."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = map(str, sorted(folder.glob("*.docx")))
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *files],
        check=True,
        stdout=subprocess.DEVNULL,
        timeout=600,
    )
    return {path.stem: len(pypdfium2.PdfDocument(path)) for path in sorted(folder.glob("*.pdf"))}


def main() -> int:
    """Print what is longer than a page, or lost."""
    with TemporaryDirectory() as name:
        folder, expected = Path(name), dict(sheets())
        for id, paper in expected.items():
            (folder / f"{id}.docx").write_bytes(to_docx(paper))
        found = pages(folder)
    wrong = {id: found.get(id, 0) for id in expected if found.get(id) != 1}
    print(f"{len(expected)} sheets; not one page each: {wrong or 'none'}")  # noqa: T201 - what the nightly run says
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
