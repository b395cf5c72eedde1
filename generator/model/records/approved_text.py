"""定稿留存 (`showcase-approved.yml`): the text of a showcase as it was approved, so that a later change can be told (A42)."""

from __future__ import annotations

from generator.model.fields import Day, Text
from generator.model.record import Record, entry


class ApprovedPiece(Record):
    """One sentence or picture as it was approved."""

    label: Text = entry("栏", example="正文")
    text: Text = entry("文", example="会前三天把议题贴在门口。")
    content: Text | None = entry("文件摘要", example="9f86d081884c7d65", default=None, hint="照片、附件内容的摘要")


class ApprovedText(Record):
    """The whole text that an approval was given for, in its order; written by `zhibu approve --keep`, never by hand."""

    digest: Text = entry("摘要", example="9f86d081884c7d65", hint="与审批里的摘要相同")
    on: Day = entry("日期", example="2019-10-20", hint="审批的日期")
    rows: tuple[ApprovedPiece, ...] = entry(
        "逐句", example=[{"栏": "标题", "文": "把党课开到实验台边"}], hint="由 zhibu approve --keep 写，不手工改"
    )
