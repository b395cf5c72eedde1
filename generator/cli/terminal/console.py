"""The console: in which encoding we write, whether in colour, and what becomes of output that cannot be written."""

from __future__ import annotations

import io
import os
import sys
from typing import TextIO

import click

from generator.errors import reason

_ASCII = {"ascii", "us-ascii", "ansi_x3.4-1968", "646"}


def speak() -> None:
    """Choose the encoding of both streams.

    A terminal keeps its own, be it GBK; Python writes to a Windows console in Unicode whatever its code page.  What goes
    to a file or a pipe is UTF-8 on every machine, as JSON has to be, unless PYTHONIOENCODING asks for another.  A character
    that the encoding lacks is written as its number and never ends the program.
    """
    asked = os.environ.get("PYTHONIOENCODING", "").partition(":")[0]
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            own = (asked or stream.isatty()) and stream.encoding.lower() not in _ASCII
            stream.reconfigure(encoding=stream.encoding if own else "utf-8", errors="backslashreplace")


def may_move() -> bool:
    """Whether stderr is a terminal on which a line can be written over."""
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb"


def finish_output() -> None:
    """Write what is still held back.  A reader that has gone and a disk that is full end the program with exit code 2."""
    refused = [error for stream in (sys.stdout, sys.stderr) if (error := _flush(stream))]
    told = [error for error in refused if not isinstance(error, BrokenPipeError)]
    for error in told:
        click.echo(f"错误：输出没有写完：{reason(error)}。请换一个地方再写。", err=True)
    if refused:
        sys.exit(2)


def _flush(stream: TextIO) -> OSError | None:
    try:
        stream.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())  # Python flushes once more when it ends
        return error
    return None
