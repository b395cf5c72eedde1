"""A line at the foot of a terminal that moves while something takes long; what is written meanwhile stands above it."""

from __future__ import annotations

import sys
from typing import TextIO, cast

from rich.console import Console
from rich.live import Live
from rich.spinner import Spinner
from rich.text import Text


class MovingLine:
    """Shown on stderr from the moment that it is made until it is stopped.

    Rich would send stdout to the terminal of stderr even where it is a file, and click would write past Rich: so the
    streams are replaced here, each that is a terminal.
    """

    def __init__(self, text: str) -> None:
        self._streams = sys.stdout, sys.stderr
        self._console = Console(file=sys.stderr)
        self._begin(text)

    def say(self, text: str) -> None:
        """Change the text of the line, which is shown again if it was stopped."""
        if self._live.is_started:
            self._live.update(_spinner(text))
        else:
            self._begin(text)

    def stop(self) -> None:
        """Take the line away."""
        sys.stdout, sys.stderr = self._streams
        self._live.stop()

    def _begin(self, text: str) -> None:
        self._live = Live(
            _spinner(text), console=self._console, transient=True, redirect_stdout=False, redirect_stderr=False
        )
        stdout, stderr = self._streams
        if stdout.isatty():
            sys.stdout = cast("TextIO", _AboveLine(self, self._console, stdout))
        sys.stderr = cast("TextIO", _AboveLine(self, self._console, stderr))
        self._live.start()


class _AboveLine:
    """A stream whose lines appear above.  It names its encoding, as Rich's own does not: click writes past one without.

    Text that does not end its line is a question: it stands alone, and the line is taken away.
    """

    def __init__(self, line: MovingLine, console: Console, stream: TextIO) -> None:
        self.encoding = stream.encoding
        self.errors = stream.errors
        self._line = line
        self._console = console
        self._stream = stream

    def write(self, text: str) -> int:
        """Show whole lines above, a question in place of the line."""
        *lines, rest = text.split("\n")
        for line in lines:
            self._console.print(Text.from_ansi(line), soft_wrap=True)
        if rest:
            self._line.stop()
            self._stream.write(rest)
        return len(text)

    def flush(self) -> None:
        """Whole lines are shown at once."""
        self._stream.flush()

    def isatty(self) -> bool:
        """Only what is a terminal is replaced."""
        return True


def _spinner(text: str) -> Spinner:
    return Spinner("line", Text(text))
