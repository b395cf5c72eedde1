"""Files of the corpus opened and saved by LibreOffice in other formats."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import NamedTuple


class Chain(NamedTuple):
    """A file name ending, the formats that a file goes through, and the endings of the files that do."""

    ending: str
    formats: tuple[str, ...]
    sources: frozenset[str]


_TYPED = frozenset({"typed.docx", "wps.docx", "python-docx.docx", "python-docx-headings.docx"})
_NUMBERED = frozenset({"numbered.docx", "list-style.docx", "overridden.docx", "wps-numbered.docx", "strict.docx"})
CHAINS = (
    # Not resaved: block content controls, whose words LibreOffice 7.4 writes four times, and references, which it renews.
    Chain("resaved.docx", ("docx",), _TYPED | _NUMBERED | {"revised.docx", "hidden.docx"}),
    Chain("through-odt.docx", ("odt", "docx"), _TYPED | _NUMBERED | {"revised.docx", "hidden.docx"}),
    # Automatic numbers are <ol> in HTML, whichever they were, and tracked deletions and hidden words stand in the text.
    Chain("web.html", ("html",), _TYPED),
    Chain("shown.txt", ("txt:Text (encoded):UTF8",), _TYPED | _NUMBERED | {"controls.docx"}),
)


def converted(files: list[Path], folder: Path) -> list[Path]:
    """What LibreOffice makes of these files, each chain in turn: `plan.typed.docx` becomes `plan.typed.resaved.docx`."""
    made: list[Path] = []
    for chain in CHAINS:
        passed = [path for path in files if path.name.partition(".")[2] in chain.sources]
        for step, target in enumerate(chain.formats):
            passed = save_as(passed, target, folder / f"{chain.ending}-{step}", folder / "profile")
        ready = folder / chain.ending
        ready.mkdir()
        made += (path.rename(ready / f"{path.stem}.{chain.ending}") for path in passed)
    return made


def save_as(files: list[Path], target: str, folder: Path, profile: Path) -> list[Path]:
    """Have LibreOffice save the files in a format, in a folder; the files that it made, in the same order."""
    subprocess.run(
        ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", target,
         "--outdir", str(folder), *map(str, files)],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        timeout=1200,
    )  # fmt: skip
    return [folder / f"{path.stem}.{target.partition(':')[0]}" for path in files]
