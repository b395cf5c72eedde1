"""换届: the figures of one election against one another and the headcount."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.model.dossier import Dossier
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.record import Record
from generator.model.records.election import Election
from generator.validate.expected import check_electorate

_YEARS, _SINCE = 3, date(2018, 7, 1)
"""届期 is three years; elections before July 2018 may say two (A37)."""


def check_election(election: Election, dossier: Dossier) -> Iterator[Problem]:
    """The Problems of one election."""
    yield from check_electorate(election, dossier)
    yield from _ballots(election)
    yield from _seats(election)
    if election.years is not None and election.years != _YEARS and election.on >= _SINCE:
        message = f"{election.on}当选，届期写作 {election.years} 年"
        yield report("R243", election.where("years"), message, "请核对批复；届满日另有批复的写“届满”。")


def _ballots(election: Election) -> Iterator[Problem]:
    """Numbers never grow: entitled ≥ present ≥ issued ≥ returned ≥ votes for each.  Those left out are skipped."""
    chain = (("entitled", "应到有选举权"), ("present", "实到有选举权"), ("issued", "发出票"), ("returned", "收回票"))
    most, most_label = None, ""
    for name, label in chain:
        number = getattr(election, name)
        if number is None:
            continue
        if most is not None and number > most:
            yield _too_many(election, name, f"{label}（{number}）大于{most_label}（{most}）")
        most, most_label = number, label
    for row in election.elected:
        there, name = election.committee_present, "meeting_votes" if election.in_committee(row) else "votes"
        votes = election.votes_of_meeting(row)
        if most is not None and votes is not None and votes > most:
            yield _too_many(row, name, f"{row.post}得票（{votes}）大于{most_label}（{most}）")
        if election.in_committee(row) and None not in (there, row.votes) and (row.votes or 0) > (there or 0):
            yield _too_many(row, "votes", f"{row.post}得票（{row.votes}）大于支委会实到（{there}）")


def _seats(election: Election) -> Iterator[Problem]:
    if election.seats is None:
        return
    members = sum(election.votes_of_meeting(row) is not None for row in election.elected)
    if members > election.seats:
        yield _too_many(election, "seats", f"当选 {members} 名，多于应选（{election.seats}）")


def _too_many(record: Record, name: str, message: str) -> Problem:
    return report("R121", record.where(name), message, "请核对选举记录。")
