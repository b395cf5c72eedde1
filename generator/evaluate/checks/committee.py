"""支委会设置: does the branch have a committee if it has enough members, and is it of the right size?

The state on `as_of`; officers are counted as people, one with two posts once.  From seven full members on: none or fewer than
three, or nobody as secretary, is 缺项, but 提示 for ninety days from the day the line was crossed or the post fell vacant
(A41); three to five 符合, six or seven 提示 (beyond 一般), more than seven 提示 with both readings, or 缺项 where the
institution's reading of A2 says so; nobody in charge of 纪检, by post or by duties, is 提示.  Below: one secretary and at most one
deputy is 符合, no secretary 缺项 (提示 at first), more officers 提示, but 符合 while a committee elected when there were
seven is in its term.  The plan counts 党员 and the regulation 正式党员 (A3): where only the total reaches seven, both
are judged, and 提示 gives both if they differ.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date

from generator.evaluate.check_context import CheckContext, cite
from generator.evaluate.grace_period import grace
from generator.evaluate.lasting import GRACE_DAYS
from generator.evaluate.outcome import Outcome
from generator.evaluate.parameters import CheckParameters
from generator.evaluate.phrases import say_day
from generator.evaluate.terms_of_office import approved_end
from generator.evaluate.timing import unknown
from generator.evaluate.two_counts import Ruling, combine
from generator.model.fields import Count
from generator.model.finding import Verdict
from generator.model.kinds import LEADERS, Post
from generator.model.record import Audience, entry
from generator.model.records.organisation import SoftLine
from generator.model.records.profile import Headcount, persons

NAME = "支委会设置"
VERDICTS = (Verdict.MET, Verdict.UNMET, Verdict.ADVISORY, Verdict.NO_RECORD)

_PUBLIC = Audience.PUBLIC
_DISCIPLINE = ("纪检", "纪律")


class Parameters(CheckParameters):
    """The line from which a committee is set up, and its sizes."""

    line: Count = entry("设置线", _PUBLIC, example="7", hint="正式党员达到几名应设支委会")
    at_least: Count = entry("至少", _PUBLIC, example="3")
    usually_at_most: Count = entry("一般至多", _PUBLIC, example="5")
    at_most: Count = entry("至多", _PUBLIC, example="7")
    grace_days: Count = entry(
        "宽限日", _PUBLIC, example="90", default=GRACE_DAYS, hint="刚过线、刚出缺的，几日以内出提示（A41）"
    )


def judge(context: CheckContext, parameters: Parameters) -> Outcome:
    """Compare the officers in office on `as_of` with what the headcount requires."""
    members = context.dossier.headcount(context.as_of)
    if members is None:
        return unknown(context, f"支部概况没有{say_day(context.as_of)}的党员人数，不能判断应否设支部委员会")
    if context.profile.officers is None:
        return unknown(context, "支部概况没有写支委，不能判断支部委员会设置")
    verdict, reading = _read(context, parameters, members)
    evidence = cite("党员人数", members) + cite("支委", *context.dossier.officers(context.as_of))
    return Outcome(verdict, f"{_shows(context, members)}；{reading}", evidence)


def _read(context: CheckContext, parameters: Parameters, members: Headcount) -> Ruling:
    if members.full_members >= parameters.line:
        return _large(context, parameters, lambda each: each.full_members)
    if members.total < parameters.line:
        return _small(context, parameters)
    (regulation, one), (plan, other) = (
        _small(context, parameters),
        _large(context, parameters, lambda each: each.total),
    )
    verdict = plan if plan is regulation else Verdict.ADVISORY
    return verdict, f"按正式党员（条例）：{one}，{regulation}；按党员（方案）：{other}，{plan}（A3）"


def _shows(context: CheckContext, members: Headcount) -> str:
    officers = context.dossier.officers(context.as_of)
    named = Counter("兼".join(officer.posts) for officer in officers)
    posts = "、".join(f"{post} {number} 名" for post, number in named.items())
    people = len(persons(officers))
    once = f"，共 {people} 人" if people < len(officers) else ""
    counts = f"正式党员 {members.full_members} 名、预备党员 {members.probationary_members} 名"
    return f"记录显示{say_day(context.as_of)}{counts}，{f'在任{posts}{once}' if posts else '没有在任的书记和委员'}"


def _large(context: CheckContext, parameters: Parameters, count: Callable[[Headcount], int]) -> Ruling:
    number, line = len(context.dossier.people(context.as_of)), f"党员 {parameters.line} 名以上应设支部委员会"
    usual = f"委员一般 {parameters.at_least}—{parameters.usually_at_most} 名"

    def lacking(day: date) -> bool:
        members = context.dossier.headcount(day)
        return members is not None and count(members) >= parameters.line and len(context.dossier.people(day)) < least

    least = parameters.at_least
    if number < least:
        return grace(context, parameters.grace_days, f"{line}，{usual}，现有 {number} 名", "设立或补选", lacking)
    size = _size(context, parameters, number, usual)
    return combine((size, _secretary(context, parameters), _discipline(context)))


def _size(context: CheckContext, parameters: Parameters, number: int, usual: str) -> Ruling:
    if number <= parameters.usually_at_most:
        return Verdict.MET, f"{usual}，现有 {number} 名"
    if number <= parameters.at_most:
        return Verdict.ADVISORY, f"{usual}，现有 {number} 名，超出“一般”的线（A2）"
    reading = context.institution.readings.hard_lines
    both = f"方案写作不超过 {parameters.at_most} 名，条例写作一般不超过 {parameters.at_most} 名"
    verdict = Verdict.UNMET if reading is SoftLine.UNMET else Verdict.ADVISORY
    return verdict, f"现有 {number} 名，{both}，本单位口径按{reading}（A2）"


def _secretary(context: CheckContext, parameters: Parameters) -> Ruling:
    def vacant(day: date) -> bool:
        return not any(Post.SECRETARY in officer.posts for officer in context.dossier.officers(day))

    if not vacant(context.as_of):
        return Verdict.MET, ""
    return grace(context, parameters.grace_days, "现没有书记", "补选或由上级指派", vacant)


def _discipline(context: CheckContext) -> Ruling:
    """Whether an officer is responsible for 纪检, by post or by duties (A41)."""
    for officer in context.dossier.officers(context.as_of):
        if Post.DISCIPLINE in officer.posts or any(word in (officer.duties or "") for word in _DISCIPLINE):
            return Verdict.MET, ""
    return Verdict.ADVISORY, "没有写由谁分管纪检（专任或兼任都可以），应予明确（A41）"


def _small(context: CheckContext, parameters: Parameters) -> Ruling:
    rule = f"不足 {parameters.line} 名设书记 1 名，可设副书记 1 名"
    verdict, text = _secretary(context, parameters)
    if text:
        return verdict, f"{rule}，{text}"
    people = context.dossier.people(context.as_of)
    leaders = Counter(post for rows in people for officer in rows for post in officer.posts if post in LEADERS)
    if max(leaders.values()) == 1 and len(people) == leaders.total():
        return Verdict.MET, rule
    if until := _still_in_term(context, parameters):
        return (
            Verdict.MET,
            f"本届支部委员会是满 {parameters.line} 名时选出的，{say_day(until)}届满，届满前不必调整（A41）",
        )
    return Verdict.ADVISORY, f"{rule}，现有 {len(people)} 人任职"


def _still_in_term(context: CheckContext, parameters: Parameters) -> date | None:
    """The last day of a term that still runs and was begun when the members were enough for a committee."""
    if not context.records.terms_of_office:
        return None
    election = context.records.terms_of_office[-1]
    members, until = context.dossier.headcount(election.on), approved_end(election)
    large = members is not None and members.full_members >= parameters.line
    return until if large and context.as_of <= until else None
