"""The golden cases: every file `tests/examples/checks/<module of the check>/<slug>.yml` is one."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Self

import yaml
from pydantic import BaseModel, ConfigDict, Field

from generator.evaluate.checks import CHECKS
from generator.model.finding import Finding
from generator.model.records.plan import Demands
from tests.evaluate.asking import CRITERION, ask, dossier

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "tests" / "examples" / "checks"
BY_MODULE = {check.judge.__module__.rpartition(".")[2]: check for check in CHECKS.values()}

_Mapped = dict[str, Any]


class Case(BaseModel):
    """One case: what is judged (records, criterion, day) and what must come out, by period.

    Texts stay as they are written, so that `2019-03` is no date.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    module: str
    slug: str
    text: str = Field(alias="说明")
    standard: _Mapped | None = Field(None, alias="标准")
    criterion: _Mapped | None = Field(None, alias="要点")
    parameters: _Mapped = Field({}, alias="参数")
    profile: _Mapped | None = Field(None, alias="概况")
    registers: dict[int | str, _Mapped] = Field({}, alias="台账")
    receiver: _Mapped | None = Field(
        None, alias="接收支部", description="概况 and 台账 of the branch it was merged into"
    )
    institution: _Mapped | None = Field(None, alias="学校")
    demands: dict[int, _Mapped] = Field(
        {}, alias="方案", description="自, 标准, 一般: what the plan of a year asks for"
    )
    unit: _Mapped | None = Field(None, alias="本级", description="台账, 支部 and 党委 of the unit whose duty it is")
    development: list[_Mapped] | None = Field(None, alias="发展", description="rows of development.yml; none: no file")
    processes: _Mapped | None = Field(None, alias="流程", description="instead of docs/development.yml")
    as_of: str = Field("2019-11-25", alias="截至")
    year: int | None = Field(None, alias="年度")
    verdicts: dict[str, str] = Field(alias="结论")
    reasons: dict[str, str] = Field({}, alias="理由")
    restricted: dict[str, str] = Field({}, alias="专人版另写", description="empty where nothing is added")
    unsaid: dict[str, str] = Field({}, alias="理由不写")
    dues: dict[str, str] = Field({}, alias="期限")

    @classmethod
    def read(cls, path: Path) -> Self:
        """The case of a file; a key that is none of a case is an error."""
        written = yaml.load(path.read_text("utf-8"), yaml.CBaseLoader)
        return cls.model_validate({"module": path.parent.name, "slug": path.stem, **written})

    @property
    def id(self) -> str:
        """Folder and file name."""
        return f"{self.module}/{self.slug}"

    @property
    def duty(self) -> str:
        """责任主体 of the criterion."""
        return str((self.criterion or CRITERION).get("责任主体", CRITERION["责任主体"]))

    def judge(self) -> dict[str, Finding]:
        """The findings by period."""
        return ask(
            BY_MODULE[self.module].name,
            self.parameters,
            self.profile,
            registers=self.registers,
            as_of=self.as_of,
            year=self.year,
            institution=self.institution,
            criterion=self.criterion,
            standard=self.standard,
            demands={year: _demands(row) for year, row in self.demands.items()},
            unit=self.unit,
            cases=self.development,
            processes=self.processes,
            receiver=dossier(self.receiver["概况"], self.receiver["台账"]) if self.receiver else None,
        )


def _demands(row: _Mapped) -> Demands:
    return Demands(date.fromisoformat(row["自"]), frozenset(row["标准"]), frozenset(row.get("一般", ())))


@cache
def cases() -> tuple[Case, ...]:
    """Every case, in the order of the files."""
    return tuple(Case.read(path) for path in sorted(EXAMPLES.glob("*/*.yml")))
