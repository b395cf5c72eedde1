"""`zhibu approve --keep`: the whole text that an approval was given for, kept beside the showcase (A42)."""

from __future__ import annotations

import json
from collections.abc import Iterator

from generator.edit.transaction import FileChange, write_together
from generator.errors import ConfigurationError
from generator.load.filesystem import display_path
from generator.model.approved import Piece, seal
from generator.model.files import SHOWCASE_APPROVED
from generator.model.index import ShowcaseEntry
from generator.model.nearest import did_you_mean
from generator.model.records.approval import Approval
from generator.settings import Settings
from generator.survey import survey


def keep_showcase(settings: Settings, id: str) -> str:
    """Write the approved text of a showcase beside it; says where.

    Raises ConfigurationError where there is no such showcase, or its approval is not for what is written now.
    """
    index = survey(settings).index
    known = {row.branch.id: row for row in index.showcases} if index else {}
    entry = known.get(id)
    if entry is None:
        raise ConfigurationError(f"没有支部“{id}”的观摩展示。{did_you_mean(id, known, '请写支部的编号。')}")
    approval = entry.showcase.approval
    if approval is None or approval.digest != seal(entry.pieces):
        raise ConfigurationError(
            f"支部 {id} 的审批管的不是现在的内容，没有留存。请先走审批，把 zhibu approve showcase:{id} 给出的几行写进去。"
        )
    path = SHOWCASE_APPROVED.at(settings.records, committee=entry.branch.committee, branch=id)
    old = path.read_bytes().decode("utf-8") if path.is_file() else None
    write_together([FileChange(path, old, _written(entry, approval))])
    return f"{entry.branch.name}：定稿 {len(entry.pieces)} 句已留存，写在 {display_path(path, settings.root)}。"


def _written(entry: ShowcaseEntry, approval: Approval) -> str:
    head = "# 审批时的定稿，由 zhibu approve --keep 写；不手工改，重新审批以后再留存一次\n"
    return f"{head}摘要: {approval.digest}\n日期: {approval.on}\n逐句:\n{''.join(_rows(entry.pieces))}"


def _rows(pieces: tuple[Piece, ...]) -> Iterator[str]:
    for piece in pieces:
        content = f", 文件摘要: {piece.content}" if piece.content else ""
        yield f"  - {{栏: {_quoted(piece.label)}, 文: {_quoted(piece.text)}{content}}}\n"


def _quoted(text: str) -> str:
    """A double-quoted scalar: what JSON writes is one."""
    return json.dumps(text, ensure_ascii=False)
