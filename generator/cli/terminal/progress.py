"""What a command is doing, on stderr: each step under `-v`, on a terminal a line that moves once it takes long."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from generator.cli.terminal.console import may_move
from generator.cli.terminal.voice import is_quiet, is_verbose

if TYPE_CHECKING:
    from generator.cli.terminal.moving_line import MovingLine

_PATIENCE = 2.0
"""Seconds that pass without a word."""


@contextmanager
def progress() -> Iterator[None]:
    """Show the steps that are told while the context lasts."""
    if not is_verbose() and (is_quiet() or not may_move()):
        yield
        return
    from generator.model.steps import STEPS

    handler = _Spoken() if is_verbose() else _Moving()
    STEPS.addHandler(handler)
    STEPS.setLevel(logging.INFO)
    try:
        yield
    finally:
        STEPS.removeHandler(handler)
        STEPS.setLevel(logging.NOTSET)
        handler.close()


class _Spoken(logging.Handler):
    """Every step on a line of its own."""

    def emit(self, record: logging.LogRecord) -> None:
        click.echo(record.getMessage(), err=True)


class _Moving(logging.Handler):
    """The step at hand on one line, which comes late and goes in the end; Rich is loaded only then.

    A question takes the line away; the next step brings it back.
    """

    def __init__(self) -> None:
        super().__init__()
        self._line: MovingLine | None = None
        self._late: threading.Timer | None = None
        self._said = ""

    def emit(self, record: logging.LogRecord) -> None:
        self._said = record.getMessage()
        if self._line is not None:
            self._line.say(self._said)
        elif self._late is None:
            self._late = threading.Timer(_PATIENCE, self._begin)
            self._late.daemon = True
            self._late.start()

    def close(self) -> None:
        if self._late is not None:
            self._late.cancel()
            self._late.join()
        if self._line is not None:
            self._line.stop()
        super().close()

    def _begin(self) -> None:
        from generator.cli.terminal.moving_line import MovingLine

        self._line = MovingLine(self._said)
