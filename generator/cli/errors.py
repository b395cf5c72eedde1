"""How every command answers when something is wrong: one sentence on stderr and an exit code."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

import click

from generator.errors import GeneratorError, RecordsRefusedError, told

_P = ParamSpec("_P")
_R = TypeVar("_R")


def answers(command: Callable[_P, _R]) -> Callable[_P, _R]:
    """Turn our exceptions into one sentence on stderr and an exit code."""

    @wraps(command)
    def answered(*args: _P.args, **kwargs: _P.kwargs) -> _R:
        try:
            return command(*args, **kwargs)
        except RecordsRefusedError as error:
            click.echo(str(error), err=True)
            sys.exit(1)
        except GeneratorError as error:
            click.echo(f"错误：{error}", err=True)
            sys.exit(2)
        except BrokenPipeError:  # who reads our output has read enough: click knows what to do
            raise
        except OSError as error:
            click.echo(f"错误：{told(error)}", err=True)
            sys.exit(2)
        except KeyboardInterrupt:
            click.echo("已中断；原来的站点没有改动。", err=True)
            sys.exit(130)

    return answered
