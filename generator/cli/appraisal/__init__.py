"""`zhibu appraisal`: one module a kind of paper, and the draw."""

from __future__ import annotations

from generator.cli.commands import Commands
from generator.cli.declared import Purpose

command = Commands(
    "appraisal",
    package=__name__,
    purpose=Purpose.PAPERS,
    help="考核验收和选树：自评表、复评本、抽签、述职评议表、推荐表。",
)
