"""列名对照: how the tables that another system exports are read as ours; set up once, in a YAML file (`--map`)."""

from __future__ import annotations

from generator.model.fields import Name
from generator.model.record import Record, entry


class MappedSheet(Record):
    """One sheet of the other system, and the table of ours that it is read as."""

    sheet: Name = entry("工作表", example="组织生活明细", hint="对方的表名；.csv 写文件名，不带扩展名")
    table: Name = entry("台账", example="活动", hint="本程序的表名，就是台账里的键")
    columns: dict[str, str] = entry(
        "列", example={"开会时间": "日期", "请假人数": "缺席·请假"}, hint="对方的列名: 台账的栏目，下级用“·”连"
    )
    values: dict[str, dict[str, str]] = entry(
        "值",
        example={"类型": {"党员大会": "支部党员大会"}},
        default={},
        hint="栏目: {对方的写法: 台账的写法}；没有写到的照原样读",
    )
    fixed: dict[str, str] = entry(
        "固定", example={"主持": "支部书记"}, default={}, hint="对方没有的栏目，每一行都填这个值"
    )
    branch: Name | None = entry(
        "支部列", example="所在支部", default=None, hint="一张表里有许多支部的，写明哪一列是支部"
    )


class ColumnMap(Record):
    """列名对照 of one system."""

    sheets: tuple[MappedSheet, ...] = entry(
        "表", example=[{"工作表": "组织生活明细", "台账": "活动", "列": {"开会时间": "日期"}}]
    )
    branches: dict[str, str] = entry(
        "支部",
        example={"信息学院教师一支部": "xx-js1"},
        default={},
        hint="对方的支部名: 编号；与支部概况里的名称相同的不用写",
    )
