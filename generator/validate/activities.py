"""活动: its own rules, and its people and group against the branch's profile."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.dossier import Dossier
from generator.model.nearest import did_you_mean
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.records.activity import Activity
from generator.model.records.activity_parts import LeadersPresent
from generator.validate.expected import check_expected
from generator.validate.record_rules import broken_rules


def check_activity(activity: Activity, dossier: Dossier) -> Iterator[Problem]:
    """Every problem of one activity by itself and against the branch's profile."""
    yield from broken_rules(activity)
    yield from _group(activity, dossier)
    yield from check_expected(activity, dossier)
    if activity.leaders is not None:
        yield from _leaders(activity, activity.leaders, dossier)


def _group(activity: Activity, dossier: Dossier) -> Iterator[Problem]:
    if activity.group is None or dossier.profile.groups is None:
        return
    names = [group.name for group in dossier.groups(activity.on)]
    if activity.group not in names:
        known = f"当天有：{'、'.join(names)}。" if names else "支部概况里当天没有党小组，请核对。"
        message = f"{activity.on} 没有党小组“{activity.group}”"
        yield report("R207", activity.where("group"), message, did_you_mean(activity.group, names, known))


def _leaders(activity: Activity, leaders: LeadersPresent, dossier: Dossier) -> Iterator[Problem]:
    on_roll = dossier.leaders(activity.on)
    people = on_roll.people if on_roll else 0
    if leaders.expected > people:
        place = f"（{on_roll.source}）" if on_roll else "，支部概况没有写"
        told = f"领导干部应到 {leaders.expected} 名，当天编在本支部的 {people} 名{place}"
        yield report("R275", leaders.where("expected"), told, "请核对支部概况的“党员领导干部”；列席、指导的不写。")
