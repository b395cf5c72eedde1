"""活动: attendance, the fields that each kind requires, and votes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.model.dossier import Dossier
from generator.model.kinds import ActivityKind
from generator.model.nearest import did_you_mean
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.records.activity import Activity, LeadersPresent, Vote
from generator.validate.expected import check_expected

_WITH_AGENDA = (
    ActivityKind.GENERAL_MEETING,
    ActivityKind.COMMITTEE_MEETING,
    ActivityKind.GROUP_MEETING,
    ActivityKind.LIFE_MEETING,
    ActivityKind.APPRAISAL,
)


def check_activity(activity: Activity, dossier: Dossier) -> Iterator[Problem]:
    """Every problem of one activity by itself and against the branch's profile."""
    yield from _kinds(activity)
    yield from _attendance(activity)
    yield from _required_fields(activity)
    yield from _group(activity, dossier)
    for item in activity.agenda:
        if item.vote is not None:
            yield from _vote(item.vote, activity)
    yield from check_expected(activity, dossier)
    if activity.leaders is not None:
        yield from _leaders(activity, activity.leaders, dossier)
    yield from _sworn(activity)
    yield from _entered(activity)


def _kinds(activity: Activity) -> Iterator[Problem]:
    if not activity.kinds:
        yield report("R110", activity.where("kinds"), "“类型”没有填内容", "请写上活动类型，例如 [支部党员大会]。")
    if len(set(activity.kinds)) < len(activity.kinds):
        yield report("R123", activity.where("kinds"), "同一类型写了两次", "请删去多写的一个。")


def _attendance(activity: Activity) -> Iterator[Problem]:
    expected, attended = activity.expected, activity.attended
    if attended > expected:
        yield report("R103", activity.where("attended"), f"实到（{attended}）大于应到（{expected}）", "请核对签到表。")
        return
    absences = activity.absences
    if absences is not None and absences.total != expected - attended:
        message = f"缺席共 {absences.total} 人，应到减实到是 {expected - attended} 人"
        yield report("R116", activity.where("absences"), message, "请核对签到表和请假情况。")


def _required_fields(activity: Activity) -> Iterator[Problem]:
    formal = [kind for kind in activity.kinds if kind in _WITH_AGENDA]
    if formal and not activity.agenda:
        yield _lacks(activity, f"{'、'.join(formal)}没有议题", "请补上“议题”，至少写一项“事项”。")
    elif activity.kinds and not activity.subject:
        yield from _without_subject(activity)
    for kind, name, key, inner in (
        (ActivityKind.LECTURE, "lecture", "党课", "题目和主讲"),
        (ActivityKind.THEME_DAY, "theme_day", "主题党日", "主题"),
        (ActivityKind.GROUP_MEETING, "group", "党小组", "党小组的名称"),
    ):
        given = getattr(activity, name) is not None
        if given and kind not in activity.kinds:
            message = f"类型里没有{kind}，却填了“{key}”"
            yield report("R119", activity.where(name), message, f"请在“类型”里加上{kind}，或删去“{key}”。")
        elif not given and kind in activity.kinds:
            yield _lacks(activity, f"{kind}没有填“{key}”", f"请补上“{key}”，写明{inner}。")


def _without_subject(activity: Activity) -> Iterator[Problem]:
    """Studies, rites and the like have no required fields of their own, so they need at least one agenda item."""
    if not set(activity.kinds) & {ActivityKind.LECTURE, ActivityKind.THEME_DAY}:
        yield _lacks(activity, f"{'、'.join(activity.kinds)}没有写内容", "请补上“议题”，至少写一项“事项”。")


def _lacks(activity: Activity, message: str, hint: str) -> Problem:
    return report("R118", activity.where("kinds"), message, hint)


def _group(activity: Activity, dossier: Dossier) -> Iterator[Problem]:
    if activity.group is None or dossier.profile.groups is None:
        return
    names = [group.name for group in dossier.groups(activity.on)]
    if activity.group not in names:
        known = f"当天有：{'、'.join(names)}。" if names else "支部概况里当天没有党小组，请核对。"
        message = f"{activity.on} 没有党小组“{activity.group}”"
        yield report("R207", activity.where("group"), message, did_you_mean(activity.group, names, known))


def _leaders(activity: Activity, leaders: LeadersPresent, dossier: Dossier) -> Iterator[Problem]:
    if leaders.attended > leaders.expected:
        told = f"领导干部实到（{leaders.attended}）大于应到（{leaders.expected}）"
        yield report("R103", leaders.where("attended"), told, "请核对签到表。")
    on_roll = dossier.leaders(activity.on)
    people = on_roll.people if on_roll else 0
    if leaders.expected > people:
        place = f"（{on_roll.source}）" if on_roll else "，支部概况没有写"
        told = f"领导干部应到 {leaders.expected} 名，当天编在本支部的 {people} 名{place}"
        yield report("R275", leaders.where("expected"), told, "请核对支部概况的“党员领导干部”；列席、指导的不写。")


def _sworn(activity: Activity) -> Iterator[Problem]:
    if activity.sworn is None:
        return
    if ActivityKind.ADMISSION_OATH not in activity.kinds:
        told = "类型里没有入党宣誓，却填了“宣誓人数”"
        yield report("R119", activity.where("sworn"), told, "请在“类型”里加上入党宣誓，或删去“宣誓人数”。")
    elif activity.sworn > activity.attended:
        told = f"宣誓人数（{activity.sworn}）大于实到（{activity.attended}）"
        yield report("R276", activity.where("sworn"), told, "请核对签到表；宣誓的新预备党员也在实到里。")


def _entered(activity: Activity) -> Iterator[Problem]:
    for record, name in ((activity, "entered"), (activity.late_entry, "on")):
        on: date | None = getattr(record, name, None)
        if record is not None and on is not None and on < activity.on:
            told = f"录入（{on}）早于活动（{activity.on}）"
            yield report("R277", record.where(name), told, "请核对两个日期；还没有开的不要先记。")


def _vote(vote: Vote, activity: Activity) -> Iterator[Problem]:
    entitled, present, cast = vote.entitled, vote.present, vote.ayes + vote.noes + vote.abstentions
    if present > entitled:
        message = f"到会（{present}）大于应到会有表决权（{entitled}）"
        yield report("R120", vote.where("present"), message, "请核对表决记录；预备党员不计表决权。")
    elif present + vote.written > entitled:
        message = f"到会（{present}）加书面意见（{vote.written}）大于应到会有表决权（{entitled}）"
        yield report("R120", vote.where("written"), message, "请核对表决记录；到会的人不再计书面意见。")
    if present > activity.attended:
        message = f"表决到会（{present}）大于本次实到（{activity.attended}）"
        yield report("R120", vote.where("present"), message, "请核对签到表和表决记录。")
    if vote.written and not vote.kind.takes_written:
        message = f"“{vote.kind}”写了书面意见（{vote.written}），不计入赞成"
        yield report("R124", vote.where("written"), message, "请删去书面意见，并核对赞成票数。")
    if cast > present + vote.written:
        written = f"加书面意见（{vote.written}）" if vote.written else ""
        message = f"赞成、反对、弃权共 {cast} 票，大于到会（{present}）{written}"
        yield report("R120", vote.where("ayes"), message, "请核对计票结果。")
