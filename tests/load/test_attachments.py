"""Attached templates: only whole files from the branch's own folder are handed out."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest

from generator.load.attachments import template_faults
from generator.model.records.showcase import Takeaway


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("files/a.docx", ["files/a.docx"]),
        ("files/b.docx", []),
        ("files/empty.docx", []),
        ("files/linked.docx", []),
        ("files/年历.docx", []),
        ("other/a.docx", []),
        ("files/../files/a.docx", []),
        ("files/a.zip", []),
        (None, []),
    ],
)
def test_what_is_handed_out_is_whole_and_lies_in_the_folder(
    tmp_path: Path, file: str | None, expected: list[str]
) -> None:
    (tmp_path / "files").mkdir()
    with ZipFile(tmp_path / "files/a.docx", "w") as document:
        document.writestr("[Content_Types].xml", "<Types/>")
        document.writestr("word/document.xml", "<document/>")
    for name in ("年历.docx", "empty.docx"):
        (tmp_path / "files" / name).write_bytes(b"")
    (tmp_path / "files/linked.docx").symlink_to(tmp_path / "files/a.docx")
    row = Takeaway.model_validate({"名称": "样表", "标准": "3.1", "文件": file})
    faults = template_faults(tmp_path, [row])
    assert [each.file for each in (row,) if each.file is not None and each.file not in faults] == expected
