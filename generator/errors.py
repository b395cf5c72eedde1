"""The whole exception tree on one screen.

An exception means that the program or its configuration is wrong (exit code 2).  A badly written record is
never an exception: it is a `Problem`.  A standard that is not met is never one either: it is a `Finding`.
"""

from __future__ import annotations


class GeneratorError(Exception):
    """Something the person who runs the program must put right; its text is one Chinese sentence."""


class ConfigurationError(GeneratorError):
    """`mkdocs.yml`, an option or an environment the program cannot work with."""


class UnknownScopeError(ConfigurationError):
    """`--scope` names a committee or branch that the records do not hold."""

    def __init__(self, scope: str, near: str | None) -> None:
        """`near` is the closest id that does exist, if any."""
        hint = f"是否想写 {near}？" if near else "请核对 records/units 下的文件夹名。"
        super().__init__(f"没有这个范围：{scope}。{hint}")


class OutputFolderError(GeneratorError):
    """The output folder is not one of ours, or cannot be written."""


class BusyError(OutputFolderError):
    """Another build is writing the same output folder now."""


class WorkforceError(GeneratorError):
    """Those who were to do the work went away: a process was killed, or a cluster's machines were."""


class LeakError(GeneratorError):
    """The gate found something in the finished edition that its audience may not see."""


class PdfError(GeneratorError):
    """Typst refused the document: a missing glyph, font or alternative text."""


class RecordsRefusedError(GeneratorError):
    """Records hold 错误 (or, under strict, 警告): nothing is published and the exit code is 1, not 2."""
