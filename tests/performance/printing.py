"""What PDFs cost: the file of each branch of an institution, and the handbook beside WeasyPrint from the same pages.

    python tests/performance/printing.py 400 [--weasyprint PYTHON] [--rounds 2]

`--weasyprint` is a Python in which WeasyPrint is installed.  Every measure is a fresh process: seconds of CPU and of the clock, peak of memory.  Prints
a table in Markdown.
"""

from __future__ import annotations

import argparse
import html
import pickle
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

from institution import ROOT, YEAR, institution
from measure import Cost, cost

from generator.cli.options import read_settings
from generator.errors import LeakError
from generator.products import site as builder

_ZHIBU = (sys.executable, "-m", "generator")
_STYLE = """
@page { size: A4; margin: 37mm 26mm 35mm 28mm; @bottom-center { content: counter(page) } }
body { font: 12pt/1.7 "Noto Serif SC"; text-align: justify }
h1, h2, h3, th { font-family: "Noto Sans SC" } h1 { break-before: page }
table { border-collapse: collapse; width: 100%; font-size: 9pt } td, th { border: .5pt solid; padding: 2pt }
img, svg { max-width: 100% }
"""


class PrintRow(NamedTuple):
    """One measure: what was done, how many documents, and the cost of all."""

    what: str
    documents: int
    spent: Cost

    def line(self) -> str:
        """A row of the table."""
        each = self.spent.cpu / self.documents
        return (
            f"| {self.what} | {self.documents} | {self.spent.cpu:.2f} | {each:.3f} | {self.spent.wall:.1f} "
            f"| {self.spent.memory:.0f} |"
        )


def branch_files(count: int, work: Path) -> Iterator[PrintRow]:
    """All branch files by one process and by two, once more with nothing changed."""
    project = work / "institution"
    institution(count, project, full=True)
    command = (*_ZHIBU, "pdf", "branch", "--all", "--as-of", f"{YEAR}-11-25")
    first = (*command, "--out", "one")
    yield PrintRow("支部档案", count, cost(first, project))
    cost(
        first, project
    )  # records that are as new as those just made prove nothing by their times: only this run is noted
    yield PrintRow("支部档案，什么都没变", count, cost(first, project))
    (project / ".zhibu").rename(work / "kept")
    yield PrintRow("支部档案，两个进程", count, cost((*command, "--out", "two", "--jobs", "2"), project))


def handbook(weasyprint: str | None, work: Path) -> Iterator[PrintRow]:
    """The handbook from its pages, by us and by WeasyPrint."""
    function, books, *rest = _captured(work)
    (work / "given.pickle").write_bytes(pickle.dumps((function, books, work, *rest)))
    ours = "import pickle; from pathlib import Path; f, *a = pickle.loads(Path('given.pickle').read_bytes()); f(*a)"
    yield PrintRow("手册", 1, cost((sys.executable, "-c", ours), work))
    if weasyprint is not None:
        fonts = "".join(
            f'@font-face {{ font-family: "Noto {kind} SC"; src: url({path.as_uri()}) }}' for kind, path in _fonts()
        )
        body = "".join(f"<h1>{html.escape(row.title)}</h1>{row.html}" for row in books[0].chapters)
        page = f'<html lang="zh"><title>-</title><style>{fonts}{_STYLE}</style><body>{body}'
        (work / "handbook.html").write_text(page, encoding="utf-8")
        theirs = (
            "import weasyprint; weasyprint.HTML('handbook.html').write_pdf('weasyprint.pdf', pdf_variant='pdf/ua-1')"
        )
        yield PrintRow("手册，WeasyPrint", 1, cost((weasyprint, "-c", theirs), work))


def _captured(work: Path) -> tuple[Any, ...]:
    """The call that sets the handbook of the demonstration: function, books and what follows their folder."""
    calls: list[tuple[Any, ...]] = []

    def note(function: object, books: Sequence[object], folder: Path, *rest: object) -> None:
        calls.append((function, books, *rest))
        for number, _ in enumerate(books):
            (folder / f"{number}.pdf").write_bytes(b"")

    settings = read_settings(ROOT / "mkdocs.yml", {"pdf": ["handbook"]})
    with patch("generator.build.handbook_pdf.run_in_subprocess", note), suppress(LeakError):
        builder.build(ROOT / "mkdocs.yml", settings, work / "site", strict=False)
    return calls[0]


def _fonts() -> Iterator[tuple[str, Path]]:
    import pylopdf_fonts_zh_cn  # noqa: PLC0415 - only for WeasyPrint

    for path in sorted(Path(pylopdf_fonts_zh_cn.__file__).parent.rglob("*.otf")):
        yield "Serif" if "Serif" in path.name else "Sans", path


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("branches", type=int)
    parser.add_argument("--weasyprint")
    parser.add_argument("--rounds", type=int, default=1)
    options = parser.parse_args()
    rows: list[PrintRow] = []
    for _ in range(options.rounds):
        with tempfile.TemporaryDirectory() as work:
            rows += branch_files(options.branches, Path(work))
            rows += handbook(options.weasyprint, Path(work))
    least = {row.what: row for row in sorted(rows, key=lambda row: -row.spent.cpu)}
    head = f"<!-- {date.today().isoformat()} -->\n\n| | 份数 | CPU 秒 | 每份 | 时长（秒） | 内存（MB） |\n| --- | --- | --- | --- | --- | --- |\n"  # noqa: DTZ011 - the day of the measurement
    sys.stdout.write(head + "".join(f"{row.line()}\n" for row in rows if least[row.what] is row))


if __name__ == "__main__":
    main()
