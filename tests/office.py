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

from generator.cli.options import read_settings
from generator.evaluate.bookkeeping import bookkeeping
from generator.formats.word.package import to_docx
from generator.model.files import declared_forms
from generator.model.paper import Paper
from generator.model.record import Audience
from generator.present.paper.form import form_paper
from generator.present.paper.handover import handover
from generator.products.paper_files import judged_unit
from generator.settings import Scope

ROOT = Path(__file__).parents[1]

NAME = "名称很长的学院第一教师党支部"


def sheets() -> Iterator[tuple[str, Paper]]:
    """Every paper that has to stand on one page: the blank forms, and the handover of each branch of the demonstration."""
    for form in declared_forms():
        yield form.layout.id, form_paper(form, dict.fromkeys(form.heading, NAME), "整理稿，非正式公文")
    settings = read_settings(ROOT / "mkdocs.yml", {})
    for folder in sorted((ROOT / "records/units").iterdir()):
        unit = judged_unit(settings, Scope(kind="committee", id=folder.name), Audience.INTERNAL)
        for view in unit.views:
            books = bookkeeping(view.dossier, settings.as_of)
            yield f"handover-{view.dossier.id}", handover(unit.shown(view), books)


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
