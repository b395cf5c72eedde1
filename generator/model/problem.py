"""Problems (填报问题): a record badly written, where, and how to put it right."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from generator.model.record import Source


class Severity(StrEnum):
    """错误 stops publication; 警告 publishes without the faulty item, and stops too under `--strict`."""

    ERROR = "错误"
    WARNING = "警告"


class Problem(NamedTuple):
    """One badly written thing, told in three beats: what, where, how to put it right.

    `code` is stable (`R103`) and has a page; `message` says what is wrong and ends without a full stop;
    `hint` is a whole sentence that says how to mend it.
    """

    source: Source
    code: str
    severity: Severity
    message: str
    hint: str

    def __str__(self) -> str:
        return f"{self.source}: {self.severity.value}[{self.code}] {self.message}。{self.hint}"
