"""The rows of `zhibu check --format json`, and the JSON Schema derived from them."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import ConfigDict, Field, TypeAdapter, with_config
from typing_extensions import TypedDict

from generator.model.finding import Verdict
from generator.model.kinds import Duty, Part
from generator.model.records.branch_plan import PlanStep

_CLOSED = with_config(ConfigDict(extra="forbid"))
_DAY = r"^\d{4}-\d{2}-\d{2}$"


def _one_of(values: list[str], description: str) -> Any:
    return Field(description=description, json_schema_extra={"enum": list[Any](values)})


Branch = Annotated[str, Field(description="支部编号，即文件夹名")]
VerdictCode = Annotated[str, _one_of([each.code for each in Verdict], "结论")]
IsoDay = Annotated[str, Field(pattern=_DAY)]


@_CLOSED
class EvidenceRow(TypedDict):
    """一条佐证：写在哪个文件的哪一行。"""

    path: str
    line: int


@_CLOSED
class FindingRow(TypedDict):
    """一条判定：一个评价要点在一个考核期的结论。基层党委、学校自己的事项只判一次，不在各支部的行里重复。"""

    committee: Annotated[str | None, Field(description="基层党委自己的事项：它的文件夹名")]
    branch: Annotated[str | None, Field(description="支部编号，即文件夹名；学校的事项两项都空")]
    set: Annotated[str, Field(description="按哪一套标准判；缺省的一套写作“主”")]
    standard: Annotated[str, Field(description="标准编号，如 3.1")]
    criterion: Annotated[str, Field(description="评价要点编号，如 3.1.1")]
    part: Annotated[str, _one_of([each.value for each in Part], "定量或定性，两部分从不合并")]
    duty: Annotated[str, _one_of([each.value for each in Duty], "责任主体：缺了该由谁补")]
    year: Annotated[int, Field(description="判的是哪一年的台账")]
    period: Annotated[str, Field(description="考核期：年、年-Q季、年-月，或 @截至日")]
    due: Annotated[IsoDay | None, Field(description="最迟哪一天还来得及；没有期限或已经判定的为空")]
    verdict: VerdictCode
    reason: Annotated[str, Field(description="记录显示了什么")]
    evidence: list[EvidenceRow]


@_CLOSED
class PlanRow(TypedDict):
    """一个支部的推进计划对照那一年方案所定期限的结论；方案没有这项期限的，一行也没有。"""

    branch: Branch
    year: Annotated[int, Field(description="哪一年的推进计划")]
    verdict: VerdictCode
    reason: str
    due: Annotated[IsoDay, Field(description="首次报送的期限")]
    submitted: Annotated[IsoDay | None, Field(description="首次报送的日期")]
    step: Annotated[str | None, _one_of([each.value for each in PlanStep], "截至日以前的最后一个环节")]
    step_on: Annotated[IsoDay | None, Field(description="这个环节的日期")]
    overdue: Annotated[int, Field(ge=0, description="过期而没有完成的对策条数")]


@_CLOSED
class ProblemRow(TypedDict):
    """一处填报问题：先是手册、标准、学校和党委的文件，再按支部文件夹的次序；每一部分里按文件、行、列。"""

    path: str
    line: Annotated[int, Field(ge=0, description="行号，从 1 起；说的是整个文件或文件夹时为 0")]
    column: Annotated[int, Field(ge=0)]
    code: Annotated[str, Field(pattern=r"^[A-Z]\d{3}$", description="见填报问题一览")]
    severity: Annotated[str, _one_of(["error", "warning"], "错误或警告")]
    message: str
    hint: str


@_CLOSED
class Report(TypedDict):
    """zhibu check --format json 的输出。"""

    as_of: Annotated[IsoDay, Field(description="截至日")]
    year: Annotated[int, Field(description="本年；年度还没有收尾的上一年和有台账的往年也在其中，各行另写年份")]
    findings: list[FindingRow]
    plans: list[PlanRow]
    problems: list[ProblemRow]


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of the whole output."""
    made = TypeAdapter(Report).json_schema()
    for table in (made, *made["$defs"].values()):
        for row in table["properties"].values():
            if "enum" in row and {"type": "null"} in row.get("anyOf", ()):
                row["enum"].append(None)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}
