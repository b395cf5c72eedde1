"""Every criterion that is judged from records rests on rows: without them the verdict is another."""

from __future__ import annotations

import pytest

from generator.evaluate.check_context import CheckContext
from generator.model.records.activity import Activity
from generator.model.records.profile import Profile
from tests.evaluate.cases import cases
from tests.evaluate.judgements import Trace, traces, watched, without

JUDGED = {id: row for id, row in traces().items() if not row.by_people}


@pytest.mark.parametrize("row", JUDGED.values(), ids=JUDGED)
def test_without_its_rows_a_criterion_is_judged_otherwise(row: Trace) -> None:
    assert row.fields
    assert row.taken is not None


def test_a_judgement_knows_what_was_looked_at_and_what_becomes_of_it_without_a_row() -> None:
    case = next(case for case in cases() if case.id == "fixed_day/on-fourth-thursday")
    with watched() as made:
        case.judge()
    march = made[2]
    assert (Activity, "on") in march.fields
    assert not march.fields & {(Activity, "place"), (Profile, "officers")}
    assert march.outcome.verdict == "符合"
    assert march.rests_on() == ("活动", 1)
    less = without(march.context, march.outcome.evidence[0].source)
    assert isinstance(less, CheckContext)
    assert less.dossier.activities == ()
