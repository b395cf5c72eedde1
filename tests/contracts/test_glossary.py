"""Every English name that the glossary gives is a name in the program."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]


def names_in_code() -> set[str]:
    """Every name in the program's source, in lower case too: the glossary writes `study` for ActivityKind.STUDY."""
    modules = (ROOT / "generator").rglob("*.py")
    names = {name for path in modules for name in re.findall(r"[A-Za-z_]\w*", path.read_text(encoding="utf-8"))}
    return names | {name.lower() for name in names}


def test_the_glossary_names_nothing_that_is_not_there() -> None:
    text = (ROOT / "docs/glossary.md").read_text(encoding="utf-8")
    given = {name for line in text.splitlines() if line.startswith("|") for name in re.findall(r"`(\w+)`", line)}
    assert len(given) > 60
    assert given - names_in_code() == set()
