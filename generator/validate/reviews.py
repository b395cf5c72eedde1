"""评定 above the branches: each of a known criterion, in the file of whose duty it is."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date

from generator.model.index import Index
from generator.model.kinds import Duty
from generator.model.nearest import did_you_mean
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.records.review import Review, Reviewed
from generator.model.standard_set import Criteria

_HOMES: Mapping[Duty, str] = {
    Duty.BRANCH: "该支部年度台账",
    Duty.COMMITTEE: "所属基层党委的 committee.yml",
    Duty.INSTITUTION: "records/institution.yml",
}


def check_upper_reviews(index: Index, criteria: Mapping[Duty, Criteria], as_of: date) -> Iterator[Problem]:
    """Every problem of what the institution and its committees have judged; `criteria` as the file of each duty sees them."""
    yield from _file(index.institution, Duty.INSTITUTION, criteria, as_of)
    for entry in index.committees:
        yield from _file(entry.committee, Duty.COMMITTEE, criteria, as_of)


def check_review(review: Review, home: Duty, criteria: Mapping[str, Duty], as_of: date) -> Iterator[Problem]:
    """A 评定 is of a known criterion, dated up to `as_of`, and written where that duty is judged: `home` and nowhere else."""
    if criteria and review.criterion not in criteria:
        hint = did_you_mean(review.criterion, criteria, "请写评价要点的编号，如 1.2.1。")
        yield report("R213", review.where("criterion"), f"没有评价要点“{review.criterion}”", hint)
    elif (duty := criteria.get(review.criterion, home)) is not home:
        told = f"要点 {review.criterion} 是{duty}的事项，不在这里评"
        year = "" if duty is Duty.BRANCH else "，写上“年度”；一件事评一次，各支部引用"
        yield report("R245", review.where("criterion"), told, f"请移到{_HOMES[duty]}的评定下{year}。")
    if review.on is not None and review.on > as_of:
        yield report("R203", review.where("on"), f"{review.on} 晚于截至日 {as_of}，不作依据", "请核对日期。")


def check_apart(reviews: Collection[Review], restricted: Collection[str]) -> Iterator[Problem]:
    """Reviews that only the restricted edition shows stand apart, so that no other edition ever holds them."""
    for review in reviews:
        if review.criterion in restricted:
            told = f"要点 {review.criterion} 的结论只在专人版显示，写在了“评定”里"
            yield report("R220", review.where("criterion"), told, "请移到“专人评定”下。")


def _file(record: Reviewed, home: Duty, criteria: Mapping[Duty, Criteria], as_of: date) -> Iterator[Problem]:
    duties, restricted = criteria[home]
    for review in record.all_reviews:
        yield from check_review(review, home, duties, as_of)
    yield from check_apart([row for row in record.reviews if duties.get(row.criterion, home) is home], restricted)
