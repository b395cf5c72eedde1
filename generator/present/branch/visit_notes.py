"""交叉观摩 on a branch's page: what it noted on its visits, and how each thing it takes may be written as a 对策.

Only the branch's own edition knows more of a note than where it went, when, and with how many (`disclose/visit_notes.py`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from generator.model import words
from generator.model.branch_file import FileTable, VisitPart
from generator.model.dossier import Dossier
from generator.model.records.branch_plan import Remedy
from generator.model.records.register import Register
from generator.model.records.visit_note import Compared, VisitNote, VisitOutcome
from generator.present.branch.notes_taken_up import NoteTakenUp, note_anchors
from generator.present.kit.catalogue import Catalogue
from generator.present.kit.site import Site

_COMPARED = ("标准", "看到", "听到", "不同在", "我们学", "谁、何时")
_PROPOSED = ("问题", "标准与依据", "措施", "责任", "期限")


@dataclass(frozen=True, slots=True, kw_only=True)
class StandardLink:
    """A standard by number and name, its file from the site's root (empty where it is not shown), and its first basis."""

    label: str
    file: str
    grounds: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedLine:
    """What was compared on one standard; `task` is who does what is taken, and until when."""

    standard: StandardLink
    seen: str
    heard: str
    unlike_ours: str
    taken: str
    task: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedRemedy:
    """What was taken and stands in no 对策 yet, as a row of 对策 would say it; people decide and choose its 类别."""

    problem: str
    standard: StandardLink
    measure: str
    responsible: str
    due: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteBlock:
    """One note; `told` is set in the branch's own edition, and without it nothing is but day and people.

    `meeting` is the anchor of the meeting that took it up, empty where its register has none that day.
    """

    anchor: str
    day: str
    people: int
    told: bool
    host: str
    before: tuple[tuple[StandardLink, str], ...]
    compared: tuple[ComparedLine, ...]
    nothing: bool
    not_copied: str
    suggestion: str
    answer: str
    taken_up: str
    meeting: str
    proposed: tuple[ProposedRemedy, ...]


def note_blocks(site: Site, dossier: Dossier, catalogue: Catalogue) -> tuple[NoteBlock, ...]:
    """The notes in the year's register, in its order."""
    register = dossier.registers.get(site.year)
    if register is None or not register.visit_notes:
        return ()
    reader = _Reader(site, dossier, catalogue, register)
    return tuple([reader.block(row, anchor) for anchor, row in note_anchors(register, site.year)])


class _Reader:
    """Reads the notes of one register."""

    def __init__(self, site: Site, dossier: Dossier, catalogue: Catalogue, register: Register) -> None:
        self.site, self.dossier, self.catalogue, self.register = site, dossier, catalogue, register

    def block(self, row: VisitNote, anchor: str) -> NoteBlock:
        return NoteBlock(
            anchor=anchor,
            day=words.day(row.on),
            people=row.people,
            told=self.site.alone,
            host=self.site.every_name.get(row.host, row.host),
            before=tuple((self._standard(each.standard), each.gap) for each in row.before),
            compared=tuple(map(self._compared, row.compared)),
            nothing=row.outcome is VisitOutcome.NOTHING,
            not_copied=row.not_copied or "",
            suggestion=row.suggestion or "",
            answer=row.answer or "",
            taken_up=words.day(row.taken_up) if row.taken_up else "",
            meeting=self._meeting(row.taken_up) if row.taken_up else "",
            proposed=tuple(self._proposed(row)),
        )

    def _standard(self, id: str) -> StandardLink:
        view = self.catalogue.standards.get(id)
        if view is None:
            return StandardLink(label=id, file="", grounds="")
        return StandardLink(label=f"{view.id} {view.name}", file=view.file, grounds=view.grounds)

    def _compared(self, row: Compared) -> ComparedLine:
        page = f"（{row.book_page}）" if row.book_page else ""
        parts = (row.responsible or "", f"{words.short_day(row.due)}前" if row.due else "")
        return ComparedLine(
            standard=self._standard(row.standard),
            seen=f"{row.seen}{page}",
            heard=row.heard or "",
            unlike_ours=row.unlike_ours or "",
            taken=row.taken or "",
            task="，".join(filter(None, parts)),
        )

    def _meeting(self, day: date) -> str:
        note = NoteTakenUp(day, Markup())
        held = (row for row in self.dossier.activities if note.meets(row))
        return next((self.dossier.anchors.get(row.source, "") for row in held), "")

    def _proposed(self, note: VisitNote) -> Iterator[ProposedRemedy]:
        gaps = {row.standard: row.gap for row in note.before}
        for row in note.compared:
            if row.taken is not None and not any(_answers(each, row) for each in self.register.remedies):
                yield ProposedRemedy(
                    problem=gaps.get(row.standard) or row.unlike_ours or "",
                    standard=self._standard(row.standard),
                    measure=row.taken,
                    responsible=row.responsible or "",
                    due=words.day(row.due) if row.due else "",
                )


def _answers(remedy: Remedy, row: Compared) -> bool:
    """Whether a remedy is what became of it: for the same standard, the same measure or until the same day."""
    return row.standard in remedy.standards and (remedy.measure == row.taken or remedy.due == row.due)


def visit_part(row: NoteBlock) -> VisitPart:
    """One note of 交叉观摩."""
    if not row.told:
        told = f"{row.day}外出观摩，{row.people} 人，有观摩记录；内容只在本支部自己的版别里。"
        return VisitPart(told, (), FileTable("", _COMPARED, ()), (), FileTable("", _PROPOSED, ()))
    compared = [
        (line.standard.label, line.seen, line.heard, line.unlike_ours, line.taken, line.task) for line in row.compared
    ]
    facts = (("不照搬", row.not_copied), ("建议", row.suggestion), ("答复", row.answer), ("上会", _taken_up(row)))
    told = f"{row.day}到{row.host}观摩，{row.people} 人。"
    return VisitPart(
        told=f"{told}没有可学的。" if row.nothing else told,
        before=tuple([f"{link.label}：{gap}" for link, gap in row.before]),
        compared=FileTable(f"{row.day}观摩的对照", _COMPARED, tuple(compared)),
        facts=tuple([(name, text) for name, text in facts if text]),
        proposed=FileTable(
            f"“我们学”里还没有写进对策的 {len(row.proposed)} 条，议定以后可以这样写；类别由支部定",
            _PROPOSED,
            tuple(_printed_proposals(row)),
        ),
    )


def _taken_up(row: NoteBlock) -> str:
    if row.meeting:
        return f"{row.taken_up}的会"
    if row.taken_up:
        return f"{row.taken_up}，台账里没有那天的会"
    return "还没有上会的记录：下一次支部委员会会议（不设支委会的，支部党员大会）列一项议题"


def _printed_proposals(row: NoteBlock) -> Iterator[tuple[str, ...]]:
    for line in row.proposed:
        grounds = f"（依据 {line.standard.grounds}）" if line.standard.grounds else ""
        problem = line.problem or "（写本支部的差距）"
        yield problem, f"{line.standard.label}{grounds}", line.measure, line.responsible, line.due
