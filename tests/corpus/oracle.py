"""Numbers as LibreOffice shows them beside ours: `python -m tests.corpus.oracle` lists where they differ, and which is right.

LibreOffice is a witness, not the law: where it departs from ECMA-376 or [MS-DOCX], `RULINGS` has the clause that decides.
A difference without a ruling, or a ruling without a difference, fails.  Needs `soffice`; run by `.ci/nightly`.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from generator.documents.source_file import read_document
from tests.corpus.conversions import save_as
from tests.corpus.number_cases import NumberCase, number_cases
from tests.corpus.originals import originals
from tests.corpus.word_file import HABITS, word_file
from tests.corpus.word_lists import Numbers

_SHOWN = 6
_SPACES = re.compile(r"[\s*\ufeff]+")
"""What tells nothing of numbers: spaces, and our marks of headings."""

_PARAGRAPH = re.compile(r"(?P<label>.*?)段(?P<at>\d+)$")
_PLAIN = ("numbered", "list-style", "overridden", "wps-numbered", "strict")
"""Ways of the corpus without changes and hidden words, which LibreOffice prints too."""

_LISTED = "ECMA-376-1 17.18.59 lists the format; LibreOffice has none like it"
_BEYOND = "no clause: Unicode has circles up to 50, above it we keep a mark of numbering, which bare digits are not"
_STARTS = "ECMA-376-1 17.9.10: restarts only after the level that w:lvlRestart names"
RULINGS: dict[str, str] = {
    "format-ordinal": "ECMA-376-1 17.18.59 ordinal: 1st, 2nd",
    "format-hex": "ECMA-376-1 17.18.59 hex: A after 9",
    "format-numberInDash": "ECMA-376-1 17.18.59 numberInDash: with dashes around it",
    "format-chineseCounting": "[MS-DOCX] 2.4: digit by digit above 99",
    "format-taiwaneseCounting": "[MS-OI29500] 2.1.540: digit by digit above 99, as chineseCounting",
    "format-japaneseCounting": "ECMA-376-1 17.18.59 japaneseCounting: 百 without 一, no 零",
    "format-japaneseLegal": "ECMA-376-1 17.18.59 japaneseLegal: with 拾 from 10",
    "format-ideographDigital": "ECMA-376-1 17.18.59 ideographDigital: digit by digit from 10",
    "format-ideographEnclosedCircle": "ECMA-376-1 17.18.59 ideographEnclosedCircle: U+3220 and after",
    "format-ideographZodiacTraditional": _LISTED,
    "format-japaneseDigitalTenThousand": _LISTED,
    "format-taiwaneseDigital": _LISTED,
    "format-decimalEnclosedFullstop": "ECMA-376-1 17.18.59 decimalEnclosedFullstop: U+2488 and after",
    "format-decimalEnclosedParen": "ECMA-376-1 17.18.59 decimalEnclosedParen: U+2474 and after",
    "format-decimalEnclosedCircle": _BEYOND,
    "format-decimalEnclosedCircleChinese": _BEYOND,
    "format-bullet": "a bullet is no number (ECMA-376-1 17.9.17): we leave it out",
    "rule-restart-never": _STARTS,
    "rule-restart-after-first": _STARTS,
    "rule-legal": "ECMA-376-1 17.9.4: w:isLgl has the levels above in digits",
    "rule-level-by-style": "ECMA-376-1 17.9.23: the level whose w:pStyle is the paragraph's style",
    "rule-level-that-is-not-there": "ECMA-376-1 17.9.6: what no w:lvl defines has no number",
    "rule-two-lists-of-a-style": "[MS-DOC] 2.4.6.4, steps 1 and 7: numbers count by definition, also where two name one style",
    "rule-deeper-start-again": "ECMA-376-1 17.9.26: the level begins with w:startOverride, of deeper levels as well",
    "rule-deep-first": "ECMA-376-1 17.9.25: a level starts from w:start with its first paragraph",
}
"""By file: what decides, where LibreOffice and we differ."""


def labels_of(text: str) -> dict[int, str]:
    """The number of each paragraph, without spaces."""
    found = (_PARAGRAPH.search(_SPACES.sub("", line)) for line in text.splitlines())
    return {int(match["at"]): match["label"] for match in found if match}


def departures(case: NumberCase, ours: str, theirs: str) -> list[str]:
    """Paragraphs that are numbered differently: `3: 三、 (LibreOffice 3、)`."""
    own, others = labels_of(ours), labels_of(theirs)
    told = (
        (f"{at}: {own.get(at, 'missing')}", others.get(at, "missing"))
        for at in range(1, case.paragraphs + 1)
        if own.get(at) != others.get(at)
    )
    return [f"{first} (LibreOffice {second})" for first, second in told]


def lines_apart(ours: str, theirs: str) -> list[str]:
    """Lines of a whole document that only one of the two has, without spaces."""
    own, others = ({_SPACES.sub("", line) for line in text.splitlines()} for text in (ours, theirs))
    return sorted(f"only ours: {line}" for line in own - others) + sorted(
        f"only theirs: {line}" for line in others - own
    )


def text_of(path: Path) -> str:
    """The text that our reader finds."""
    manuscript, problems = read_document(path, path.parent)
    return manuscript.text if manuscript is not None else f"{problems}"


def compared(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """Each file and where the two differ."""
    cases = {f"{case.name}.docx": case for case in number_cases()}
    files = [_write(folder / name, case.data) for name, case in cases.items()]
    for original in (replace(each, contents=False) for each in originals()):
        if not original.tasks:  # rows are told otherwise
            files += [_write(folder / f"{original.name}.{way}.docx", word_file(original, way)) for way in _PLAIN]
    for path, shown in zip(
        files, save_as(files, "txt:Text (encoded):UTF8", folder / "shown", folder / "profile"), strict=True
    ):
        ours, theirs = text_of(path), shown.read_text(encoding="utf-8-sig")
        case = cases.get(path.name)
        yield path.stem, departures(case, ours, theirs) if case else lines_apart(ours, theirs)


def _write(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


@click.command()
def main() -> None:
    """Print every difference with its ruling; exit with 1 where one is missing or superfluous."""
    assert all(HABITS[way].numbers is not Numbers.TYPED for way in _PLAIN)
    with TemporaryDirectory() as name:
        told = dict(compared(Path(name)))
    differing = {name: rows for name, rows in told.items() if rows}
    for name, rows in differing.items():
        click.echo(f"{name}: {len(rows)} differ; {RULINGS.get(name, 'NO RULING')}")
        click.echo("".join(f"  {row}\n" for row in rows[:_SHOWN]), nl=False)
    idle = sorted(RULINGS.keys() - differing.keys())
    click.echo(
        f"{len(told)} files, {len(differing)} numbered differently; rulings without a difference: {idle or 'none'}"
    )
    sys.exit(bool(idle or differing.keys() - RULINGS.keys()))


if __name__ == "__main__":
    main()
