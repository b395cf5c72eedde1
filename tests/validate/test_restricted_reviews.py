"""2.5 and 7.3: their reviews stand apart, and no edition but the restricted one ever holds them."""

from datetime import date

import pytest

from generator.model.dossier import Dossier
from generator.model.kinds import Duty
from generator.model.record import Audience
from generator.model.records.profile import Profile
from generator.model.records.register import Register
from generator.model.standard_set import Criteria
from generator.validate.dossiers import validate_dossier

REVIEW = {"要点": "2.5.1", "结论": "符合", "评定单位": "学院党委", "日期": "2019-08-30", "意见": "整顿措施七条"}


def dossier(key: str) -> Dossier:
    profile = Profile.model_validate({"名称": "第一党支部", "类型": "教师", "成立": "2015-09-10"})
    return Dossier.assemble("js-1", "xy", profile, {2019: Register.model_validate({key: [REVIEW]})})


@pytest.mark.parametrize(("key", "codes"), [("评定", ["R220"]), ("专人评定", [])])
def test_only_the_key_for_the_restricted_edition_may_hold_them(key: str, codes: list[str]) -> None:
    criteria = Criteria({"2.5.1": Duty.BRANCH}, frozenset({"2.5.1"}))
    problems = validate_dossier(dossier(key), lambda _: criteria, date(2019, 11, 25))
    assert [problem.code for problem in problems] == codes


@pytest.mark.parametrize(("audience", "held"), [(Audience.INTERNAL, 0), (Audience.RESTRICTED, 1)])
def test_the_projection_takes_them_away(audience: Audience, held: int) -> None:
    register = dossier("专人评定").project(audience).registers[2019]
    assert len(register.all_reviews) == held
