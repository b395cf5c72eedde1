"""Letters of a committee to branches whose term of office ends within six months: begin the election (支部工作条例 第六章)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from generator.disclose.view import BranchView
from generator.evaluate.bookkeeping import bookkeeping
from generator.judge import judge_sound
from generator.model import words
from generator.model.bookkeeping import TermOfOffice
from generator.model.paper import Paper, PaperText, TextLook
from generator.model.period import add_months
from generator.model.record import Audience
from generator.products.paper_files import PaperFile, write_files
from generator.settings import Scope, Settings
from generator.survey import survey

_AHEAD = 6
"""Months before the end of a term in which the superior reminds the branch."""


class WrittenLetter(NamedTuple):
    """One letter: to whom, the last day of the term, and the file."""

    branch: str
    ends: date
    path: Path


def election_letters(settings: Settings, committee: str, folder: Path) -> Iterator[WrittenLetter]:
    """Write a letter for each branch of the committee whose term ends within six months or has ended.

    Raises RecordsRefusedError with every 错误 in the records, and OutputFolderError where a file cannot be written.
    """
    surveyed = survey(replace(settings, scope=Scope(kind="committee", id=committee)))
    rows = judge_sound(surveyed, "台账有错误，没有写函。")
    sender, as_of = surveyed.names["committee"][committee], settings.as_of
    for row in rows:
        view = None if row.entry.ended(as_of) else BranchView.of(row, Audience.INTERNAL)
        term = bookkeeping(view.dossier, as_of).term if view else None
        if term and add_months(term.ends, -_AHEAD) <= as_of:
            letter = PaperFile.word(f"election-{row.entry.id}", _letter(row.entry.name, sender, term, as_of))
            yield WrittenLetter(row.entry.name, term.ends, *write_files([letter], folder))


def _letter(branch: str, sender: str, term: TermOfOffice, as_of: date) -> Paper:
    verb = "已于" if term.ends < as_of else "将于"
    asked = "请对照《中国共产党支部工作条例（试行）》第六章，按期做好换届工作。"
    steps = "一、向上级党组织报送换届请示；二、收到批复后，召开支部党员大会选举；三、选举结果报批"
    title = "关于做好党支部换届工作的函"
    paragraphs = (
        f"记录显示，你支部于{words.day(term.elected)}选举产生，{verb}{words.day(term.ends)}届满。{asked}",
        f"{steps}；四、请示、批复、选举、报批的日期分别记入台账。",
        "需要延期或者提前的，请在届满以前报批，一般不超过 1 年。",
    )
    return Paper(
        title,
        (
            PaperText("整理稿，非正式公文", TextLook.NOTE),
            PaperText(title, TextLook.TITLE),
            PaperText(f"{branch}：", TextLook.PLAIN),
            *map(PaperText, paragraphs),
            PaperText(sender, TextLook.RIGHT),
            PaperText(words.day(as_of), TextLook.RIGHT),
        ),
    )
