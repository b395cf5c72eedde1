"""What MkDocs and the plugin have to say while a command runs, on stderr."""

from __future__ import annotations

import logging

_BUILD = "mkdocs.commands.build"
_PLUGIN = "mkdocs.plugins.zhibu"


def log_to_stderr() -> None:
    """Warnings of MkDocs and its plugins, and what our plugin tells in passing.

    The errors of MkDocs' build command are left out: it logs what it raises, and the command shows that already.
    """
    logging.getLogger("mkdocs").addHandler(_handler(_is_warning))
    logging.getLogger(_PLUGIN).addHandler(_handler(_is_info))
    logging.getLogger(_PLUGIN).setLevel(logging.INFO)


def _handler(shown: logging._FilterType) -> logging.Handler:
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(message)s"))
    handler.addFilter(shown)
    return handler


def _is_warning(record: logging.LogRecord) -> bool:
    return record.levelno >= logging.WARNING and (record.name != _BUILD or record.levelno < logging.ERROR)


def _is_info(record: logging.LogRecord) -> bool:
    return record.levelno == logging.INFO
