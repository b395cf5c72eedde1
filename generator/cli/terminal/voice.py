"""How much a command says: `-q`, `-v` and `--color`, which every command has."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import click

_QUIET, _VERBOSE, _FOLDER = "zhibu.quiet", "zhibu.verbose", "zhibu.folder"


def tell(text: str) -> None:
    """What was done, on stderr; nothing under `-q`."""
    if not _meta().get(_QUIET):
        click.echo(text, err=True)


def is_quiet() -> bool:
    """Whether only problems and results are to be said."""
    return bool(_meta().get(_QUIET))


def is_verbose() -> bool:
    """Whether every step is to be said."""
    return bool(_meta().get(_VERBOSE))


def note_project(folder: Path) -> None:
    """Remember the folder of `mkdocs.yml`, from which the paths of problems are told."""
    _meta()[_FOLDER] = folder


def project_folder() -> Path:
    """The folder from which the paths of problems are told; where no command has named one, the one at hand."""
    return Path(_meta().get(_FOLDER) or ".")


def _meta() -> dict[str, Any]:
    context = click.get_current_context(silent=True)
    return context.meta if context else {}


def _note(name: str) -> Any:
    def noted(context: click.Context, _: click.Parameter, value: bool) -> None:
        if value:
            context.meta[name] = True

    return noted


def _colour(context: click.Context, _: click.Parameter, value: str) -> None:
    each: click.Context | None = context
    while each is not None:  # an error is shown by the outermost
        each.color = _colour_of(value)
        each = each.parent


def _colour_of(choice: str) -> bool | None:
    """What click is told of `--color`: always, never, or only on a terminal; `NO_COLOR` counts where nothing is said."""
    if choice == "auto":
        return False if os.environ.get("NO_COLOR") else None
    return choice == "always"


COMMON = (
    click.Option(
        ["-q", "--quiet"],
        is_flag=True,
        expose_value=False,
        callback=_note(_QUIET),
        help="只说问题和结果，不说做了什么。",
    ),
    click.Option(
        ["-v", "--verbose"],
        is_flag=True,
        expose_value=False,
        callback=_note(_VERBOSE),
        help="每一步都说，问题附出错的那一行。",
    ),
    click.Option(
        ["--color"],
        type=click.Choice(["auto", "always", "never"]),
        default="auto",
        show_default=True,
        expose_value=False,
        callback=_colour,
        help="颜色：auto 在终端里才有，设了 NO_COLOR 就没有。",
    ),
)
"""The options of every command; they stand after its own."""
