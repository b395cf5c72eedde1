from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from generator.load.index import load_index
from generator.load.records import load_dossier
from generator.model.problem import Severity

ROW = "活动:\n  - 类型: [专题学习]\n    日期: {day}\n    主持: 支部书记\n    应到: 3\n    实到: 3\n    议题: [{{事项: 甲}}]\n"
PROFILE = "名称: 甲\n类型: 教师\n成立: 2015-09-10\n"


def test_four_planted_faults_are_reported_in_one_run(write: Callable[[str, str | bytes], Path], tmp_path: Path) -> None:
    write("records/institution.yml", "名称: 示例大学\n")
    write("records/units/xx/committee.yml", "名称: 信息学院党委\n类型: 基层党委\n")
    write("records/units/xx/b1/branch.yml", f"{PROFILE}名称: 乙\n")
    write("records/units/xx/b2/branch.yml", PROFILE.replace("名称: ", "名称："))
    write("records/units/xx/b2/2019.yml", ROW.format(day="2019-02-30"))
    write("records/units/xx/b1/2019.yml", ROW.format(day="2019-02-28").encode("gb18030"))

    index, problems = load_index(tmp_path / "records", tmp_path)
    assert index is not None
    for branch in index.branches():
        problems += load_dossier(branch, tmp_path)[1]

    assert {problem.severity for problem in problems} == {Severity.ERROR}
    assert sorted(str(problem) for problem in problems) == [
        "records/units/xx/b1/2019.yml:1:1: 错误[R001] 文件不是 UTF-8，像是 GBK 编码。请另存为 UTF-8。",
        "records/units/xx/b1/branch.yml:4:1: 错误[R013] “名称”写了两次（第 1 行第 1 列、第 4 行第 1 列）。请合并成一个，或删去多写的一个。",
        "records/units/xx/b2/2019.yml:3:9: 错误[R106] 没有“2019-02-30”这一天。请核对月份和日子。",
        "records/units/xx/b2/branch.yml:1:3: 错误[R007] “名称”后面是全角冒号。请改成“名称: 甲”。",
    ]
