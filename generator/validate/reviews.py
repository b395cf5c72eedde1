"""评定: of a known criterion, and in the file of the level whose duty it is."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date

from generator.model.dossier import Dossier
from generator.model.index import Index
from generator.model.kinds import Duty
from generator.model.nearest import did_you_mean
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.record import Record
from generator.model.records.batch_review import BatchReview, BranchConclusion
from generator.model.records.committee_register import CommitteeRegister
from generator.model.records.review import Review, Reviewed
from generator.model.standard_set import Criteria
from generator.model.unit_records import UnitRecords

_FILES: Mapping[Duty, str] = {
    Duty.BRANCH: "该支部年度台账",
    Duty.COMMITTEE: "所属基层党委的 committee.yml",
    Duty.INSTITUTION: "records/institution.yml",
}


def check_upper_reviews(index: Index, criteria: Mapping[Duty, Criteria], as_of: date) -> Iterator[Problem]:
    """The Problems of the 评定 in `institution.yml` and every `committee.yml`; `criteria` as the file of each duty sees them."""
    yield from _file(index.institution, Duty.INSTITUTION, criteria, as_of)
    for entry in index.committees:
        yield from _file(entry.committee, Duty.COMMITTEE, criteria, as_of)
        for record in entry.further.values():
            if isinstance(record, CommitteeRegister):
                yield from _batches(record, criteria[Duty.BRANCH], as_of)


def check_twice(dossier: Dossier, committee: UnitRecords) -> Iterator[Problem]:
    """A 评定 in a branch's own register of what its committee's register concludes as well."""
    for year, register in dossier.registers.items():
        for review in register.all_reviews:
            for other in committee.concluded(year, review.criterion, dossier.id):
                message = f"要点 {review.criterion} 在基层党委的“支部评定”（{other.source}）里也评了"
                yield report(
                    "R253", review.where("criterion"), message, "请留一处：成批评定的，删去支部台账里的这一条。"
                )


def check_review(
    review: Review | BatchReview, home: Duty, criteria: Mapping[str, Duty], as_of: date
) -> Iterator[Problem]:
    """A 评定 has a known criterion, a date up to `as_of`, and is in the file of its duty; `home` is the duty of this file."""
    if criteria and review.criterion not in criteria:
        hint = did_you_mean(review.criterion, criteria, "请写评价要点的编号，如 1.2.1。")
        yield report("R213", review.where("criterion"), f"没有评价要点“{review.criterion}”", hint)
    elif (duty := criteria.get(review.criterion, home)) is not home:
        message = f"要点 {review.criterion} 是{duty}的事项，不在这里评"
        year = "" if duty is Duty.BRANCH else "，写上“年度”；一件事评一次，各支部引用"
        yield report("R245", review.where("criterion"), message, f"请移到{_FILES[duty]}的评定下{year}。")
    if review.on is not None and review.on > as_of:
        yield report("R203", review.where("on"), f"{review.on} 晚于截至日 {as_of}，不作依据", "请核对日期。")


def check_restricted(reviews: Collection[Review | BatchReview], restricted: Collection[str]) -> Iterator[Problem]:
    """评定 that only the restricted edition shows belong under 专人评定, so that projection removes them from the others."""
    for review in reviews:
        if review.criterion in restricted:
            message = f"要点 {review.criterion} 的结论只在专人版显示，写在了“评定”里"
            yield report("R220", review.where("criterion"), message, "请移到“专人评定”下。")


def check_recorded(reviews: Iterable[Review | BatchReview], recorded: Collection[str]) -> Iterator[Problem]:
    """A 评定 of a criterion that is judged from records has no effect."""
    for review in reviews:
        if review.criterion in recorded:
            message = f"要点 {review.criterion} 由台账判，这一条评定不作依据"
            yield report("R252", review.where("criterion"), message, "请删去，把做了的事登记到台账里相应的一栏。")


def _file(record: Reviewed, home: Duty, criteria: Mapping[Duty, Criteria], as_of: date) -> Iterator[Problem]:
    duties, restricted, recorded = criteria[home]
    for review in record.all_reviews:
        yield from check_review(review, home, duties, as_of)
    yield from check_restricted([row for row in record.reviews if duties.get(row.criterion, home) is home], restricted)
    yield from check_recorded((row for row in record.all_reviews if duties.get(row.criterion) is home), recorded)


def _batches(register: CommitteeRegister, criteria: Criteria, as_of: date) -> Iterator[Problem]:
    duties, restricted, recorded = criteria
    seen: dict[tuple[str, str], Record] = {}
    for table in register.all_batches:
        yield from check_review(table, Duty.BRANCH, duties, as_of)
        for row in table.branches:
            yield from _once(
                seen, (table.criterion, row.branch), row, f"支部 {row.branch} 的要点 {table.criterion} 评了两次"
            )
        if table.result is not None:
            yield from _once(seen, (table.criterion, ""), table, f"要点 {table.criterion} 有两张表评其余各支部")
    yield from check_restricted(register.batches, restricted)
    for table in register.restricted_batches:
        if table.criterion in duties and table.criterion not in restricted:
            message = f"要点 {table.criterion} 的结论各版都显示，写在了“专人支部评定”里"
            yield report("R220", table.where("criterion"), message, "请移到“支部评定”下。")
    yield from check_recorded(register.all_batches, recorded)


def _once(
    seen: dict[tuple[str, str], Record], key: tuple[str, str], row: BatchReview | BranchConclusion, told: str
) -> Iterator[Problem]:
    first = seen.setdefault(key, row)
    if first is not row:
        place = row.where("branch" if isinstance(row, BranchConclusion) else "criterion")
        yield report("R253", place, f"{told}，先见于 {first.source}", "请合并成一条，例外的支部逐个列出。")
