"""党员名册 (`members.yml`): numbers by fact, at each check of the roster; no names, no birthdays, no numbers of persons."""

from __future__ import annotations

from generator.model.fields import Count, Day, Text
from generator.model.record import Audience, Record, entry

_RESTRICTED = Audience.RESTRICTED


class MonthCount(Record):
    """政治生日: how many joined in a month of whatever year."""

    month: Count = entry("月", _RESTRICTED, example="7", hint="1 到 12")
    people: Count = entry("人数", _RESTRICTED, example="3")


class RosterCount(Record):
    """名册 on one day: what was counted when it was compared with the files."""

    on: Day = entry("截至", _RESTRICTED, example="2019-09-30")
    full_members: Count = entry("正式", _RESTRICTED, example="16")
    probationary_members: Count = entry("预备", _RESTRICTED, example="2")
    birthdays: tuple[MonthCount, ...] = entry(
        "政治生日", _RESTRICTED, example=[{"月": 7, "人数": 3}], default=(), hint="按入党的月份数人，不记日"
    )
    checked_by: Text | None = entry("核对人", _RESTRICTED, example="学院党委专职组织员", default=None, hint="写职务")

    @property
    def total(self) -> int:
        """All members."""
        return self.full_members + self.probationary_members


class Members(Record):
    """党员名册 of a branch."""

    rosters: tuple[RosterCount, ...] = entry("党员", _RESTRICTED, example=[{"截至": "2019-09-30"}], default=())
