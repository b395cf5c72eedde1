"""Which sections of a register 登记频次 may be asked about: those whose rows all have a 日期."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from generator.evaluate.checks.register_rows import Parameters
from generator.model.records.roster import RosterCheck


@pytest.mark.parametrize("section", ["名册核对", "积分统计", "党费公布", "督查", "研判"])
def test_a_section_of_dated_rows_can_be_asked(section: str) -> None:
    assert Parameters.model_validate({"记录": section, "每": "季"}).section == section


@pytest.mark.parametrize("section", ["党费交纳", "学时", "没有的一栏"])
def test_one_whose_rows_may_lack_a_day_cannot(section: str) -> None:
    with pytest.raises(ValidationError, match="不是台账里逐日登记的一栏"):
        Parameters.model_validate({"记录": section, "每": "季"})


def test_a_branch_is_given_the_form_of_the_section() -> None:
    assert Parameters.model_validate({"记录": "名册核对", "每": "季"}).forms() == (RosterCheck,)
    assert Parameters.model_validate({"记录": "督查", "每": "季"}).forms() == ()
