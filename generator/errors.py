"""The whole exception tree on one screen.

An exception means that the program or its configuration is wrong (exit code 2).  A badly written record is
never an exception: it is a `Problem`.  A standard that is not met is never one either: it is a `Finding`.
"""

from __future__ import annotations

import errno
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # errors are raised without pydantic
    from generator.model.problem import Problem

_REASONS = {
    errno.ENOSPC: "磁盘满了",
    errno.EDQUOT: "磁盘配额用完了",
    errno.EFBIG: "文件太大，这个磁盘放不下",
    errno.EROFS: "磁盘是只读的",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EIO: "磁盘或网络盘出错",
    errno.ESTALE: "网络盘断开了",
    errno.EXDEV: "不在同一个磁盘上",
    errno.EBUSY: "正被别的程序占用",
    errno.EMFILE: "打开的文件太多",
    errno.ENFILE: "打开的文件太多",
    errno.ENAMETOOLONG: "名字太长",
    errno.ENOENT: "没有这个文件或文件夹",
    errno.ENOTDIR: "路径中间有一段是文件",
    errno.EISDIR: "是文件夹，不是文件",
    errno.ELOOP: "符号链接绕了圈",
    errno.ENOMEM: "内存不够",
}
"""What the system says most often, in words for those who run the program."""


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


class ExecutorError(GeneratorError):
    """Those who were to do the work went away: a process was killed, or a cluster's machines were."""


class LeakError(GeneratorError):
    """The gate found something in the finished edition that its audience may not see."""


class PdfError(GeneratorError):
    """Typst refused the document: a missing glyph, font or alternative text."""


class UnprintableError(PdfError):
    """Characters that no font of the PDF has."""

    def __init__(self, words: str, characters: frozenset[str]) -> None:
        """`characters` are those that are lacking, for who can say in which file they stand."""
        super().__init__(words, characters)
        self.words = words
        self.characters = characters

    def __str__(self) -> str:
        """The sentence alone."""
        return self.words


class RecordsRefusedError(GeneratorError):
    """Records hold 错误 (or, under strict, 警告): nothing is published and the exit code is 1, not 2."""

    def __init__(self, sentence: str, problems: Iterable[Problem] = ()) -> None:
        """`problems` have not been shown yet; `sentence` is shown after them, and may be empty where they say it all."""
        super().__init__(sentence)
        self.problems = tuple(problems)


def reason(error: OSError) -> str:
    """Why the system refused, in Chinese as far as we know its words."""
    return _REASONS.get(error.errno or 0) or error.strerror or type(error).__name__


def told(error: OSError) -> str:
    """What the system refused of a whole command: one sentence with the file, the reason and a way out."""
    place = error.filename2 or error.filename
    where = f"：{place}" if place else ""
    return f"{reason(error)}，读写没有成功{where}。原来的站点没有改动；{_way_out(error)}"


def _way_out(error: OSError) -> str:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "请腾出空间再试。"
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return "请检查权限，或换一个目录。"
    return "请检查磁盘和路径后再试。"
