"""Completion in a shell: ids of committees and branches, and the script that each shell reads."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click
from click.shell_completion import CompletionItem, get_completion_class

SHELLS = ("bash", "zsh", "fish")
_COLONS = """# `committee:编号` is one word: bash would take it apart at the colon, and click could not complete it.
COMP_WORDBREAKS=${COMP_WORDBREAKS//:}
"""


class UnitId(click.ParamType[str]):
    """The id of a unit, completed from the folders under `records/units`; what is typed is taken as it is."""

    name = "unit"

    def __init__(self, *kinds: str, prefixed: bool = False) -> None:
        """`kinds` are `committee` and `branch`; an id is `prefixed` by its kind where there may be either."""
        self._kinds = kinds
        self._prefixed = prefixed

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: ARG002 - click's interface
        return str(value)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG002 - click's interface
        units = Path(ctx.params.get("config") or "mkdocs.yml").parent / "records" / "units"
        found = (f"{kind}:{id}" if self._prefixed else id for kind in self._kinds for id in _ids(units, kind))
        return [CompletionItem(id) for id in sorted(found) if id.startswith(incomplete)]


UNITS = {
    "committee": UnitId("committee"),
    "branch": UnitId("branch"),
    "scope": UnitId("committee", "branch", prefixed=True),
}
"""What is completed, by the name of the option or argument."""


def script(cli: click.Command, shell: str) -> str:
    """What the shell reads once, so that it completes `zhibu` from then on."""
    made = get_completion_class(shell)
    assert made is not None
    source = made(cli, {}, "zhibu", "_ZHIBU_COMPLETE").source()
    return f"{_COLONS}{source}" if shell == "bash" else source


def _ids(units: Path, kind: str) -> Iterator[str]:
    pattern = {"committee": "*/committee.yml", "branch": "*/*/branch.yml"}[kind]
    yield from (path.parent.name for path in units.glob(pattern))
