"""What a workbook says about itself comes back from the lines of its hidden sheet."""

from __future__ import annotations

from generator.model.record import Audience
from generator.model.workbook_stamp import WorkbookStamp


def test_a_stamp_comes_back() -> None:
    stamp = WorkbookStamp.new("branch:aa-1", 2019, Audience.INTERNAL, "0123")
    assert WorkbookStamp.read(stamp.lines) == stamp
    assert dict(stamp.lines) == {"格式": "1", "范围": "branch:aa-1", "年度": "2019", "版别": "internal", "摘要": "0123"}


def test_what_is_not_there_is_empty() -> None:
    stamp = WorkbookStamp.read([("说明",), ("范围 ", " branch:aa-1 "), ("别的", "2019"), ("", "")])
    assert (stamp.scope, stamp.year, stamp.version) == ("branch:aa-1", "", "")
