"""The parts of a 公文 around its clauses: title, addressee, list of attachments, signature and date."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.documents.outline.addressee import addressee_of
from generator.documents.outline.attachment_list import AttachmentList, attachment_lists
from generator.documents.outline.letterhead import DocumentHead, head_of
from generator.documents.outline.line_kinds import blanked
from generator.documents.outline.sign_off import SignOff, sign_off_of
from generator.model.clause import DocumentPart
from generator.model.text_line import TextLine


@dataclass(frozen=True, slots=True)
class Parts:
    """What each line of one document is, and what its parts say; `body` are the lines of its clauses."""

    roles: tuple[DocumentPart, ...]
    body: Sequence[TextLine]
    name: str
    title: str | None
    addressee: str | None
    preamble: str | None
    attachments: tuple[str, ...]
    signature: str | None
    date: date | None
    remark: str | None
    imprint: str | None
    letterhead: Mapping[str, str]
    """`serial`, `secrecy`, `urgency`, `copy_number`, `approver`: those that stand in 版头."""

    @property
    def serial(self) -> str | None:
        """发文字号."""
        return self.letterhead.get("serial")


def parts_of(lines: Sequence[TextLine], name: str, outside: Mapping[int, DocumentPart]) -> Parts:
    """Classify the lines of one document; `name` is 附件1 where it is an attachment, `outside` what is in no clause."""
    shown = [blanked(line) if at in outside else line for at, line in enumerate(lines)]
    head = head_of(shown, name)
    addressee = addressee_of(shown, head.end, certain=bool(head.roles) and not name)
    if addressee is not None:
        head.roles.update(dict.fromkeys(addressee.places, DocumentPart.ADDRESSEE))
    lists = [found for found in attachment_lists(shown) if found.start >= head.end]
    listed = {at for found in lists for at in range(found.start, found.end)}
    sign = sign_off_of(shown, head.end, outside, listed)
    named = [found for found in lists if _is_list(shown, found, sign)]
    roles = _roles(shown, outside, head, sign, named)
    day = sign.date or head.adopted
    return Parts(
        tuple(roles),
        [line for line, role in zip(shown, roles, strict=True) if role is DocumentPart.CLAUSE],
        name,
        head.title,
        addressee.words if addressee else None,
        _joined(lines, roles, DocumentPart.PREAMBLE, "\n"),
        tuple(words for found in named for words in found.names),
        sign.signature,
        day,
        _joined(lines, roles, DocumentPart.REMARK, "\n"),
        _joined(lines, roles, DocumentPart.TAIL, "\n"),
        head.elements,
    )


def _is_list(lines: Sequence[TextLine], found: AttachmentList, sign: SignOff) -> bool:
    """Whether what is written like a list of attachments stands where one does: above the signature, or below the date."""
    if found.start > sign.start:
        return True
    return all(line.is_blank for line in lines[found.end : sign.start])


def _roles(
    lines: Sequence[TextLine],
    outside: Mapping[int, DocumentPart],
    head: DocumentHead,
    sign: SignOff,
    lists: Sequence[AttachmentList],
) -> list[DocumentPart]:
    roles = [DocumentPart.BLANK if line.is_blank else DocumentPart.PREAMBLE for line in lines]
    end = min([sign.start, *(found.start for found in lists)])
    first = next((at for at in range(head.end, end) if lines[at].label), end)
    roles[first:end] = [DocumentPart.CLAUSE] * (end - first)
    for at, role in [*head.roles.items(), *sign.roles.items(), *outside.items()]:
        roles[at] = role
    for found in lists:
        roles[found.start : found.end] = [DocumentPart.ATTACHMENT_LIST] * (found.end - found.start)
    _close_holes(lines, roles, range(first, end))
    return roles


def _close_holes(lines: Sequence[TextLine], roles: list[DocumentPart], body: range) -> None:
    """A clause is one piece: what stands between two lines of its text is text of the clause as well.

    Blank lines between what stands outside and the next clause belong to neither.
    """
    apart, blanks = True, list[int]()
    for at in reversed(body):
        if roles[at] is not DocumentPart.CLAUSE:
            for each in blanks if apart else ():
                roles[each] = DocumentPart.BLANK
            roles[at] = roles[at] if apart else DocumentPart.CLAUSE
            blanks = []
        elif lines[at].is_blank:
            blanks.append(at)
        else:
            apart, blanks = lines[at].label is not None, []


def _joined(lines: Sequence[TextLine], roles: Sequence[DocumentPart], part: DocumentPart, between: str) -> str | None:
    words = [line.bare for line, role in zip(lines, roles, strict=True) if role is part and line.bare]
    return between.join(words) or None
