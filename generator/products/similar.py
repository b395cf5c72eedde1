"""What `zhibu similar` says: minutes of one committee and year that read alike, and entries made after the event (Y44).

For 专人 only.  Two places are put side by side for a person to look at: nothing is counted, ordered by number or concluded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from generator.disclose.view import BranchView
from generator.disclose.withheld import shown
from generator.evaluate.similarity import Minutes, Prescribed, SimilarPair, similar_minutes, told_texts
from generator.judge import judge_sound
from generator.load.filesystem import read_text
from generator.load.prose import files_of
from generator.model import words
from generator.model.files import PLAN, PLAN_TEXT
from generator.model.index import Index
from generator.model.record import Audience
from generator.settings import Scope, Settings
from generator.survey import survey

_HEAD = "专人版，不上网，不转发。只列出两处请人核对：不计数，不排序，不作结论。"
_LOOK = "文本相近，请核"


def similar_report(settings: Settings, committee: str) -> str:
    """The report on the branches of a committee in the settings' year, in the order of the roster and of the year.

    Raises RecordsRefusedError with every 错误 in the records.
    """
    surveyed = survey(replace(settings, scope=Scope(kind="committee", id=committee)))
    rows = judge_sound(surveyed, "台账有错误，没有比对。")
    assert surveyed.index is not None
    views = filter(None, (BranchView.of(row, Audience.RESTRICTED) for row in rows))
    minutes = [row for view in views for row in _minutes(view, settings.year)]
    pairs = similar_minutes(minutes, Prescribed(_prescribed(settings, surveyed.index)))
    title = f"{surveyed.names['committee'][committee]}{settings.year}年度台账文本比对"
    names = surveyed.names["branch"]
    told = [*_told(pairs, names), *_late(minutes, names)] or ["没有比出文本相近的记录，也没有补录的。", ""]
    return "\n".join([title, _HEAD, "", *told])


def _minutes(view: BranchView, year: int) -> Iterator[Minutes]:
    register = view.dossier.registers.get(year)
    return (Minutes(view.dossier.id, row) for row in (register.activities if register else ()))


def _prescribed(settings: Settings, index: Index) -> Iterator[str]:
    """What everybody was given to read: plans, the handbook, and what the institution's own files say."""
    documents = [path for path in files_of(settings.docs, settings.root) if path.suffix == ".md"]
    for path in (*documents, *PLAN.present(settings.records), *PLAN_TEXT.present(settings.records)):
        yield read_text(path, settings.root)[0] or ""
    for record in index.further.values():
        yield from shown(record)


def _told(pairs: Iterable[SimilarPair], names: Mapping[str, str]) -> Iterator[str]:
    for first, second in pairs:
        yield _LOOK
        yield from _side(first, names)
        yield from _side(second, names)
        yield ""


def _late(minutes: Iterable[Minutes], names: Mapping[str, str]) -> Iterator[str]:
    """The entries that say of themselves that they were made after the event."""
    for row in minutes:
        if (late := row.activity.late_entry) is not None:
            yield f"补录于{words.day(late.on)}{f'，{late.reason}' if late.reason else ''}"
            yield from _side(row, names)
            yield ""


def _side(row: Minutes, names: Mapping[str, str]) -> Iterator[str]:
    activity = row.activity
    kinds, place = "、".join(activity.kinds), activity.source
    yield f"  {names[row.branch]} {words.day(activity.on)} {kinds}（{place.path}:{place.line}）"
    yield f"    {'；'.join(told_texts(activity))}"
