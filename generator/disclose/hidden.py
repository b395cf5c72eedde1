"""What the gate looks for on the pages of one branch: the words of its records that their readers may not see."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.disclose.gate import Leak, name_leaks, telling
from generator.disclose.judged import JudgedBranch
from generator.disclose.view import BranchView
from generator.disclose.visit_notes import noted_sentences
from generator.disclose.withheld import named, shown, withheld, withheld_names
from generator.model.dossier import Dossier


class HiddenWords(NamedTuple):
    """What the gate looks for on a branch's pages: all `words`, the persons' `names` among them.

    Names in `strict` may stand nowhere there: not within another name that is shown, not by consent.
    """

    words: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    strict: frozenset[str] = frozenset()


def hidden_words(judged: JudgedBranch, view: BranchView) -> HiddenWords:
    """The words of a branch's records that the audience of its view may not see."""
    if judged.dossier is None:
        return HiddenWords()
    records = judged.dossier.records
    names = tuple(dict.fromkeys(name for record in records for name in withheld_names(record, view.audience)))
    return HiddenWords(tuple(dict.fromkeys(_words(judged.dossier, view))), names, _strict(names, view))


def introduction_leaks(view: BranchView, file: str, names: Iterable[str]) -> Iterator[Leak]:
    """Names in what a branch tells of itself in its own words, without consent; `file` is the page it stands on."""
    introduction = view.dossier.profile.introduction
    if introduction is not None:
        yield from name_leaks(((file, text) for text in shown(introduction)), names, introduction.name_consents)


def _words(dossier: Dossier, view: BranchView) -> Iterator[str]:
    for record in dossier.records:
        yield from withheld(record, view.audience)
    if dossier.profile.introduction is not None and view.dossier.profile.introduction is None:
        yield from withheld(dossier.profile.introduction, None)
    yield from noted_sentences(dossier, view.texts())


def _strict(names: Iterable[str], view: BranchView) -> frozenset[str]:
    bearers = "\0".join(name for record in view.dossier.records for name in named(record))
    return frozenset(name for name in telling(names) if name not in bearers)
