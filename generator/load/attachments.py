"""Templates that a showcase hands out from its branch's own folder (带走): why one of them cannot be handed out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

from generator.model.attachment import AttachmentFault, attachment_fault
from generator.model.files import ATTACHMENTS
from generator.model.nearest import did_you_mean
from generator.model.records.showcase import Takeaway

_FOLDER = PurePosixPath(ATTACHMENTS.pattern).parent.name


def template_faults(folder: Path, rows: Iterable[Takeaway]) -> Mapping[str, AttachmentFault]:
    """The attached files that cannot be handed out, as the record names them, each with the reason in a whole sentence."""
    files = dict.fromkeys(row.file for row in rows if row.file is not None)
    return {file: fault for file in files if (fault := _fault(folder, file)) is not None}


def _fault(folder: Path, file: str) -> AttachmentFault | None:
    path = folder / _FOLDER / PurePosixPath(file).name
    if file != f"{_FOLDER}/{path.name}" or "\\" in file or not ATTACHMENTS.matches(path.name):
        message = f"附件“{file}”不是 {_FOLDER}/ 里的 .docx、.xlsx 或 .pdf"
        return AttachmentFault("W112", message, f"请写成 {_FOLDER}/calendar.docx 这样。")
    if path.is_symlink() or path.parent.is_symlink():
        return AttachmentFault("P104", f"附件“{file}”是符号链接，不读取", "请把文件本身放到这里。")
    # Names are compared with the directory listing, because macOS and Windows would find `A.docx` for `a.docx`.
    names = sorted(each.name for each in path.parent.glob("*"))
    if path.name not in names or not path.is_file():
        hint = did_you_mean(path.name, names, f"请把文件放进支部文件夹的 {_FOLDER}/，或改正文件名。")
        return AttachmentFault("W112", f"附件“{file}”不存在", hint)
    if not path.name.isascii():
        message = f"附件文件名“{file}”里有英文以外的字符"
        return AttachmentFault("P121", message, f"请改成 {_FOLDER}/calendar.docx 这样。")
    found = attachment_fault(path.suffix.lower(), path.read_bytes())
    return found and found._replace(message=f"附件“{file}”{found.message}")
