"""What MkDocs and the plugin have to say while a command runs, on stderr."""

from __future__ import annotations

import logging

import click

from generator.cli.terminal.problem_view import ProblemView
from generator.cli.terminal.voice import tell

_BUILD = "mkdocs.commands.build"
_PLUGIN = "mkdocs.plugins.zhibu"


def log_to_stderr() -> None:
    """Warnings of MkDocs and its plugins, problems of records, and what our plugin tells in passing.

    The errors of MkDocs' build command are left out: it logs what it raises, and the command shows that already.
    """
    from generator.prose.mkdocs_words import translate_log

    complaints = _Complaints()
    complaints.addFilter(lambda record: record.name != _BUILD or record.levelno < logging.ERROR)
    translate_log([complaints])
    _set_handler(logging.getLogger("mkdocs"), complaints)
    _set_handler(logging.getLogger(_PLUGIN), _Told())
    logging.getLogger(_PLUGIN).setLevel(logging.INFO)


def _set_handler(log: logging.Logger, handler: logging.Handler) -> None:
    """Add a handler in the place of the one that an earlier build of this process left."""
    for old in [each for each in log.handlers if type(each) is type(handler)]:
        log.removeHandler(old)
    log.addHandler(handler)


class _Complaints(logging.Handler):
    """Warnings, and problems as every command shows them."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._view = ProblemView()

    def emit(self, record: logging.LogRecord) -> None:
        from generator.build.problem_log import logged_problem

        problem = logged_problem(record)
        if problem is not None:
            self._view.show(problem)
        else:
            click.echo(record.getMessage(), err=True)


class _Told(logging.Handler):
    """What is told in passing."""

    def emit(self, record: logging.LogRecord) -> None:
        if record.levelno == logging.INFO:
            tell(record.getMessage())
