"""What does not end with the year: rows that the next register begins with, and rows that are told as open."""

from __future__ import annotations

from generator.model.files import RECORD_FILES
from generator.model.record import Audience
from generator.model.records.committee_register import CommitteeRegister
from generator.model.records.register import Register
from generator.model.running_on import OpenRow, carried, still_open
from generator.model.shape import kinds_within, shape_of


def test_rows_that_are_over_stay_behind() -> None:
    remedy = {"问题": "甲", "期限": "2026-09-30"}
    assert carried(Register, {"对策": [remedy, remedy | {"完成": "2026-09-01"}]}) == (
        {},
        {"对策": [{"问题": "甲", "期限": ""}]},
    )
    assert carried(Register, {"对策": [remedy | {"完成": "2026-09-01"}], "活动": [{"类型": ["党课"]}]}) == ({}, {})


def test_what_lasts_goes_on_without_what_was_done_in_the_year() -> None:
    tree = {
        "班子成员": "5",
        "联系点": [
            {"领导": "书记", "自": "2026-03-01", "联系支部": ["a"], "活动": [{"日期": "2026-04-01"}]},
            {"领导": "副书记", "联系支部": ["b"], "至": "2026-06-30"},
        ],
        "结对共建": [{"对方": "村", "支部": ["a"], "自": "2025-05-10", "活动": [{"日期": "2026-05-01"}]}],
        "阵地": [{"名称": "活动室", "地点": "302", "核对日期": "2026-06-12"}],
        "研判": [{"日期": "2026-03-30"}],
    }
    assert carried(CommitteeRegister, tree).sections == {
        "班子成员": "5",
        "联系点": [{"领导": "书记", "联系支部": ["a"]}],
        "结对共建": [{"对方": "村", "支部": ["a"], "自": "2025-05-10"}],
        "阵地": [{"名称": "活动室", "地点": "302"}],
    }


def test_open_rows_are_told_at_any_depth() -> None:
    tree = {
        "研判": [{"日期": "2026-03-30", "问题": [{"问题": "甲"}, {"问题": "乙", "销号日期": "2026-04-01"}]}],
        "联系点": [
            {
                "领导": "书记",
                "活动": [{"调研": "丙"}, {"调研": "丁", "难点": "戊"}, {"难点": "己", "办结日期": "2026-05-01"}],
            }
        ],
    }
    assert sorted(still_open(CommitteeRegister, tree)) == [OpenRow("研判·问题", "甲"), OpenRow("联系点·活动", "戊")]
    branch = {
        "履职清单": [
            {"日期": "2026-03-01", "事项": [{"事项": "庚", "结转": "2026-12-20"}, {"事项": "辛", "完成": "2026-05-01"}]}
        ],
        "困难上报": [{"日期": "2026-04-03", "类别": "场地经费", "困难": "壬"}],
        "对策": [{"问题": "癸"}],
    }
    assert list(still_open(Register, branch)) == [OpenRow("履职清单·事项", "庚"), OpenRow("困难上报", "壬")]


def test_what_is_declared_to_run_on_names_keys_that_there_are() -> None:
    kinds = {kind for file in RECORD_FILES if file.record for kind in kinds_within(file.record)}
    found = {kind for kind in kinds if kind.RUNS_ON or kind.LASTING}
    assert len(found) > 6
    for kind in found:
        keys = {field.label for field in shape_of(kind)}
        runs = kind.RUNS_ON
        named = {*runs.over, *runs.without, runs.anew, runs.about} - {""} if runs else set()
        assert {*named, *kind.LASTING} <= keys, kind


def test_what_is_carried_is_for_the_internal_edition_and_stands_at_the_top() -> None:
    registers = [file.record for file in RECORD_FILES if file.record and file.yearly and file.by_hand]
    for kind in {
        kind for record in registers for kind in kinds_within(record) if kind.RUNS_ON and kind.RUNS_ON.carried
    }:
        places = [field for record in registers for field in shape_of(record) if field.record is kind]
        assert places, kind
        assert Audience.RESTRICTED not in {field.audience for field in places}
