"""Documents of a known content in every form that they come in: `make corpus` fails where a tree is not the original's.

Each original is written as text, as Markdown, by python-docx, and as XML in the ways of Word, WPS and people; LibreOffice
saves some of these files in other formats.  Ids, words, units and times of the clauses and the parts around them have to
be the original's in all of them.  Needs `soffice` (Debian: libreoffice-writer-nogui); run by `.ci/nightly`.
`--keep FOLDER` leaves the files there; `--only WORDS` takes the files whose names have the words.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from generator.documents.reading import read_outline
from tests.corpus.conversions import converted
from tests.corpus.found import Found, differences, expected, found
from tests.corpus.originals import originals
from tests.corpus.plain import PLAIN
from tests.corpus.python_docx import PYTHON_DOCX
from tests.corpus.word_file import WORD

_SHOWN = 12
"""Differences of a file that are printed."""

EXCUSED = {"table.*.shown.txt": "LibreOffice's text export has every cell on a line of its own"}
"""By the pattern of file names: what LibreOffice loses or changes, so that the original cannot be found again."""


def written(folder: Path) -> list[Path]:
    """Every file that the project writes itself, all originals in all ways."""
    folder.mkdir(parents=True)
    files = []
    for original in originals():
        for ending, make in {**PLAIN, **PYTHON_DOCX, **WORD}.items():
            path = folder / f"{original.name}.{ending}"
            path.write_bytes(make(original))
            files.append(path)
    return files


def judged(path: Path, wanted: list[Found]) -> list[str]:
    """What is wrong with the reading of a file."""
    tree, problems = read_outline(path, path.parent)
    if tree is None:
        return [f"{problem.code} {problem.message}" for problem in problems]
    return list(differences(wanted, found(tree)))


def _reports(files: list[Path]) -> Iterator[tuple[str, list[str]]]:
    wanted = {original.name: expected(original) for original in originals()}
    for path in files:
        excuse = next((reason for pattern, reason in EXCUSED.items() if fnmatch(path.name, pattern)), None)
        wrong = judged(path, wanted[path.name.partition(".")[0]])
        if excuse is None:
            yield path.name, wrong
        else:
            yield f"{path.name} ({excuse})", [] if wrong else ["reads well after all: no longer to be excused"]


def run(folder: Path, only: str) -> int:
    """Write, convert and read all files; the number of files that are not read as their originals."""
    files = [path for path in written(folder / "written") if only in path.name]
    files += [path for path in converted(files, folder) if only in path.name]
    reports = list(_reports(files))
    wrong = {name: told for name, told in reports if told}
    for name, told in wrong.items():
        click.echo(f"{name}: {len(told)} differences")
        click.echo("".join(f"  {line}\n" for line in told[:_SHOWN]), nl=False)
    click.echo(f"{len(reports)} documents; not read as their originals: {len(wrong)}")
    return len(wrong)


@click.command()
@click.option("--keep", type=click.Path(path_type=Path, file_okay=False))
@click.option("--only", default="")
def main(keep: Path | None, only: str) -> None:
    """Exit with 1 where a document is not read as its original."""
    if keep is not None:
        sys.exit(run(keep, only) > 0)
    with TemporaryDirectory() as name:
        sys.exit(run(Path(name) / "corpus", only) > 0)


if __name__ == "__main__":
    main()
