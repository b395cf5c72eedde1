"""What every command answers when something is wrong: text on stderr and an exit code, in this one place."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum

import click

from generator.cli.terminal.problem_view import show_problems
from generator.errors import GeneratorError, RecordsRefusedError, told


class ExitCode(IntEnum):
    """What the shell is told; 0 is success, with or without 警告."""

    REFUSED = 1
    MISUSE = 2
    INTERRUPTED = 130


@contextmanager
def exit_codes() -> Iterator[None]:
    """Turn the exceptions of a command into its problems, one sentence on stderr and an exit code."""
    try:
        yield
    except RecordsRefusedError as error:
        show_problems(error.problems)
        if str(error):
            click.echo(str(error), err=True)
        sys.exit(ExitCode.REFUSED)
    except GeneratorError as error:
        click.echo(f"错误：{error}", err=True)
        sys.exit(ExitCode.MISUSE)
    except BrokenPipeError:  # the reader of our output has closed it, as `| head` does
        sys.exit(ExitCode.MISUSE)
    except OSError as error:
        click.echo(f"错误：{told(error)}", err=True)
        sys.exit(ExitCode.MISUSE)
    except (KeyboardInterrupt, click.Abort):
        click.echo("已中断；原来的站点没有改动。", err=True)
        sys.exit(ExitCode.INTERRUPTED)
