"""审批记录: its dates in order, and whether its item may still be published."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from generator.model.approved import Bar, Piece, barred, kept_pieces, seal
from generator.model.dossier import Dossier
from generator.model.index import ShowcaseEntry
from generator.model.kinds import ActivityKind
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.records.approval import Approval
from generator.model.records.approved_text import ApprovedText
from generator.model.records.showcase import Numbers
from generator.validate.privacy import scan


def check_approval(
    approval: Approval, name: str, as_of: date, rows: tuple[Piece, ...], kept: ApprovedText | None = None
) -> Iterator[Problem]:
    """The Problems of an approval; an item that is not public on purpose (范围, 撤回) is none."""
    disorder = tuple(_disorder(approval))
    yield from disorder
    found = None if disorder else barred(approval, as_of, rows, kept)
    if found is not None and not found.bar.intended:
        code = "R250" if found.bar is Bar.CHANGED else "R217"
        yield report(code, approval.where(found.field), f"{name}的{found.message}，不进公开版", found.hint)


def check_kept_text(entry: ShowcaseEntry) -> Iterator[Problem]:
    """The text that was kept of a showcase is the one that was approved, and nobody has written into it."""
    kept, approval = entry.kept, entry.showcase.approval
    if kept is None:
        return
    yield from scan(kept)
    if seal(kept_pieces(kept)) != kept.digest:
        message = "留存的定稿改动过，与它自己的摘要不符"
    elif approval is None or approval.digest != kept.digest:
        message = "留存的定稿不是现在的审批管的那一份"
    else:
        return
    hint = f"请运行 zhibu approve showcase:{entry.branch.id} --keep 重新留存，或删去这个文件。"
    yield report("R254", kept.where("digest"), message, hint)


def check_numbers(numbers: Numbers | None, dossier: Dossier) -> Iterator[Problem]:
    """数说 gives the register's numbers of its day; a difference is a 警告, because the register may have been corrected since."""
    if numbers is None:
        return
    shown = count(dossier, numbers, numbers.through)
    for kind, number in numbers.counts.items():
        if number != shown[kind]:
            message = f"数说写{kind} {number} 次，台账统计至 {numbers.through} 是 {shown[kind]} 次"
            yield report("R251", numbers.where("counts"), message, "请核对台账；数说要改的，改后重新审批。")


def count(dossier: Dossier, numbers: Numbers, through: date) -> dict[ActivityKind, int]:
    """How many activities of each kind named in 数说 the register shows, in the year of `through` and up to it."""
    rows = (row for row in dossier.activities if row.on.year == through.year and row.on <= through)
    found = Counter(kind for row in rows for kind in row.kinds)
    return {kind: found[kind] for kind in numbers.counts}


def _disorder(approval: Approval) -> Iterator[Problem]:
    """审核 and 保密审查 come before 审批, and 期限 after it."""
    for earlier, later in (("reviewed_on", "on"), ("secrecy_on", "on"), ("on", "until")):
        before, after = getattr(approval, earlier), getattr(approval, later)
        if before is not None and after < before:
            labels = [Approval.model_fields[name].alias for name in (later, earlier)]
            message = f"审批的“{labels[0]}”（{after}）早于“{labels[1]}”（{before}）"
            yield report("R122", approval.where(later), message, "请核对两个日期。")
