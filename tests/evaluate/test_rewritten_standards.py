"""Standards are data: a rewritten, deleted or further one changes verdicts, and no code does."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.evaluate.assess import Above, assess
from generator.evaluate.checks import parameter_models
from generator.evaluate.year_context import YearContext
from generator.load.standards import load_standards
from generator.model.kinds import Duty
from generator.model.records.committee_register import CommitteeRegister
from generator.model.records.organisation import Committee, Institution
from generator.model.unit_records import UnitRecords
from tests.evaluate.asking import dossier, held
from tests.evaluate.cases import ROOT

HOURS = {"学时": {"党员": [{"学时": "35", "人数": "9"}]}}
MEMBERS = {"党员人数": [{"自": "2019-01-01", "正式": "9", "预备": "0"}], "台账核对至": "2020-01-31"}
DUES = {
    "台账核对至": "2019-12-31",
    "党费": {
        "截至": "2019-12-31",
        "一般党费": {"上年结余": "0", "收入": "100", "支出": "0", "结余": "100"},
        "公示日期": ["2019-12-31"],
    },
}
FURTHER = """---
编号: "3.9"
名称: 专题学习
方面: 组织生活
类别: 定量
稿源: 整理
依据: [{文件: 方案2019, 条款: 三（二）3, 可信度: ✔}]
修订: [{日期: 2026-11-28, 内容: 首次整理}]
要点:
  - {编号: 3.9.1, 要求: 每月至少一次专题学习, 责任主体: 支部, 检查: 频次, 参数: {记录: 专题学习, 每: 月, 至少: 1}}
---
# 3.9 专题学习
"""


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """A copy of the shipped standards."""
    made = tmp_path / "docs"
    for name in ("standards", "aspects"):
        shutil.copytree(ROOT / "docs" / name, made / name)
    shutil.copyfile(ROOT / "docs/sources.yml", made / "sources.yml")
    return made


def rewrite(docs: Path, name: str, old: str, new: str) -> None:
    path = docs / "standards" / name
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def judged(docs: Path, register: Mapping[str, Any], committee: Mapping[str, Any] | None = None) -> dict[str, str]:
    """The verdicts on 2019 on the first of April after it, by criterion and period."""
    sets, problems = load_standards(docs, docs.parent, parameter_models())
    assert problems == []
    files = {"2019.yml": CommitteeRegister.model_validate(committee or {})}
    head = Committee.model_validate({"名称": "学院党委", "类型": "基层党委"})
    above = Above(UnitRecords.of(Duty.COMMITTEE, "c", head, files, ()))
    school = Institution.model_validate(
        {"名称": "示例大学", "假期": [{"名称": "暑假", "自": "2019-08-01", "至": "2019-08-31"}]}
    )
    context = YearContext(date(2020, 4, 1), 2019, school)
    found = assess(sets, dossier(MEMBERS, {2019: register}), context, above).findings
    return {f"{row.criterion} {row.period.name}": row.verdict.value for row in found}


def test_forty_hours_instead_of_thirty_two(docs: Path) -> None:
    assert judged(docs, HOURS)["5.3.1 2019"] == "符合"
    rewrite(docs, "5-3.md", "至少: 32", "至少: 40")
    assert judged(docs, HOURS)["5.3.1 2019"] == "提示"  # no plan demands it here: 一般, A40


def test_a_notice_each_quarter_instead_of_each_year(docs: Path) -> None:
    assert judged(docs, {}, DUES)["6.2.2 2019"] == "符合"
    rewrite(docs, "6-2.md", "{记录: 党费, 每: 年, 至少: 1, 先审批: 是}", "{记录: 党费, 每: 季, 至少: 1, 先审批: 是}")
    found = judged(docs, {}, DUES)
    assert "6.2.2 2019" not in found
    assert [found[f"6.2.2 2019-Q{number}"] for number in (1, 2, 3, 4)] == ["缺项", "缺项", "缺项", "符合"]


def test_a_parameter_that_is_deleted_excuses_nothing_any_more(docs: Path) -> None:
    assert judged(docs, {})["3.5.1 2019-08"] == "提示"
    rewrite(docs, "3-5.md", ", 假期: 提示}", "}")
    rewrite(docs, "3-5.md", "    一般: 从方案\n    检查: 频次\n", "    检查: 频次\n")
    assert judged(docs, {})["3.5.1 2019-08"] == "缺项"


def test_a_thirty_fifth_standard_of_a_check_that_is_there(docs: Path) -> None:
    before = judged(docs, {})
    (docs / "standards/3-9.md").write_text(FURTHER, encoding="utf-8")
    after = judged(docs, {"活动": [held("专题学习", "2019-03-31")]})
    new = {key: after[key] for key in after.keys() - before.keys()}
    assert len(new) == 12
    assert (new["3.9.1 2019-03"], new["3.9.1 2019-04"]) == ("符合", "缺项")


def test_a_standard_that_is_deleted_asks_nothing_any_more(docs: Path) -> None:
    assert judged(docs, {})["3.1.1 2019-Q4"] == "提示"
    (docs / "standards/3-1.md").unlink()
    left = judged(docs, {})
    assert not any(key.startswith("3.1.") for key in left)
    assert left
