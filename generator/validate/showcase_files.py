"""带走: the blank form there is, or the file that lies in the branch's folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from generator.model.attachment import attachment_fault
from generator.model.files import ATTACHMENTS, declared_forms
from generator.model.nearest import did_you_mean
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.records.showcase import Takeaway

_FOLDER = PurePosixPath(ATTACHMENTS.pattern).parent.name


def check_takeaway(row: Takeaway, folder: Path) -> Iterator[Problem]:
    """Every problem of one thing to take home; `folder` is the branch's."""
    if (row.form is None) == (row.file is None):
        told = "表和文件都写了" if row.form is not None else "没有写表，也没有写文件"
        yield report(
            "W111", row.where("name"), f"“{row.name}”{told}", "请写一样：表写本站空表的编号，文件写 files/ 里的文件。"
        )
    if row.form is not None:
        yield from _form(row, row.form)
    if row.file is not None:
        yield from _file(row, row.file, folder)


def _form(row: Takeaway, id: str) -> Iterator[Problem]:
    known = [form.layout.id for form in declared_forms()]
    if id not in known:
        hint = did_you_mean(id, known, "空表的编号见“打印空表”一页。")
        yield report("W111", row.where("form"), f"没有编号为“{id}”的空表", hint)


def _file(row: Takeaway, file: str, folder: Path) -> Iterator[Problem]:
    place, path = row.where("file"), folder / _FOLDER / PurePosixPath(file).name
    if file != f"{_FOLDER}/{path.name}" or "\\" in file or not ATTACHMENTS.matches(path.name):
        message = f"附件“{file}”不是 {_FOLDER}/ 里的 .docx、.xlsx 或 .pdf"
        yield report("W112", place, message, f"请写成 {_FOLDER}/calendar.docx 这样。")
    elif path.is_symlink() or path.parent.is_symlink():
        yield report("P104", place, f"附件“{file}”是符号链接，不读取", "请把文件本身放到这里。")
    elif path.name not in (each.name for each in path.parent.glob("*")) or not path.is_file():
        names = sorted(each.name for each in path.parent.glob("*"))
        hint = did_you_mean(path.name, names, f"请把文件放进支部文件夹的 {_FOLDER}/，或改正文件名。")
        yield report("W112", place, f"附件“{file}”不存在", hint)
    elif not path.name.isascii():
        yield report("P121", place, f"附件文件名“{file}”里有英文以外的字符", f"请改成 {_FOLDER}/calendar.docx 这样。")
    elif fault := attachment_fault(path.suffix.lower(), path.read_bytes()):
        yield report(fault.code, place, f"附件“{file}”{fault.message}", fault.hint)
