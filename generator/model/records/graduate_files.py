"""毕业生材料核查: how many graduates' files were on the list, checked, completed and archived; no names."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from generator.model.fields import Count, Day
from generator.model.record import Audience, FormLayout, Record, RecordRule, entry, not_before
from generator.model.small_counts import audience_of_count


def _part_of(key: str, whole: str) -> RecordRule:
    message = f"{key}（{{{key}}}）多于{whole}（{{{whole}}}）"
    return RecordRule("R287", key, (f"{key} > {whole}",), message, "请核对核查表。")


class GraduateFiles(Record):
    """毕业生材料核查 of one list.  Its numbers are shown to everybody only where at least ten graduates are on it."""

    SYSTEMS: ClassVar[tuple[str, ...]] = ("Y24",)

    FORMS: ClassVar[tuple[FormLayout, ...]] = (
        FormLayout(
            id="graduate-files",
            title="毕业生党员材料核查登记",
            number="支27",
            revised=date(2026, 11, 28),
            note="只写份数；逐份的核查表用序号，序号与姓名的对照由组织员专人保管。",
            signatures=("核查人（职务）", "复核人（职务）"),
        ),
    )

    RULES: ClassVar[tuple[RecordRule, ...]] = (
        _part_of("已核查", "应核查"),
        _part_of("有缺漏", "已核查"),
        _part_of("已补正", "有缺漏"),
        _part_of("已归档", "应核查"),
        *(not_before(key, "名单日期") for key in ("核查日期", "补正日期", "归档日期")),
    )

    on: Day = entry("名单日期", example="2019-05-20", hint="名单定下来那天，就是核查的分母（A33）")
    listed: Count | None = entry("应核查", example="18", default=None, hint="当年毕业党员，正式、预备都算；没有的写 0")
    checked: Count | None = entry("已核查", example="18", default=None)
    checked_on: Day | None = entry("核查日期", example="2019-06-14", default=None, hint="最后一份核查的日期")
    flawed: Count | None = entry("有缺漏", example="4", default=None)
    completed: Count | None = entry("已补正", example="4", default=None, hint="缺漏补正了的")
    completed_on: Day | None = entry("补正日期", example="2019-06-20", default=None)
    archived: Count | None = entry("已归档", example="18", default=None)
    archived_on: Day | None = entry("归档日期", example="2019-06-26", default=None)

    def audience_here(self, name: str) -> Audience:
        """A number of a few files, or of a list of a few, is 专人."""
        if name not in COUNTS:
            return self.audience_of(name)
        few = [number for number in (self.listed, getattr(self, name)) if number is not None]
        return audience_of_count(min(few, default=None))


COUNTS = ("listed", "checked", "flawed", "completed", "archived")
"""The fields that count files."""
