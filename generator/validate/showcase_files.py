"""带走: the blank form there is, or the file that lies in the branch's folder."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.model.attachment import AttachmentFault
from generator.model.files import declared_forms
from generator.model.nearest import did_you_mean
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.records.showcase import Takeaway


def check_takeaway(row: Takeaway, faults: Mapping[str, AttachmentFault]) -> Iterator[Problem]:
    """Every problem of one thing to take home; `faults` say of attached files why they cannot be handed out."""
    if (row.form is None) == (row.file is None):
        told = "表和文件都写了" if row.form is not None else "没有写表，也没有写文件"
        yield report(
            "W111", row.where("name"), f"“{row.name}”{told}", "请写一样：表写本站空表的编号，文件写 files/ 里的文件。"
        )
    if row.form is not None:
        yield from _form(row, row.form)
    if (fault := faults.get(row.file or "")) is not None:
        yield report(fault.code, row.where("file"), fault.message, fault.hint)


def _form(row: Takeaway, id: str) -> Iterator[Problem]:
    known = [form.layout.id for form in declared_forms()]
    if id not in known:
        hint = did_you_mean(id, known, "空表的编号见“打印空表”一页。")
        yield report("W111", row.where("form"), f"没有编号为“{id}”的空表", hint)
