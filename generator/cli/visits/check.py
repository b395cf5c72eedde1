"""`zhibu visits check`: a round of visits as people have changed it."""

from __future__ import annotations

from pathlib import Path

from generator.cli import options
from generator.cli.declared import CommandExample, Purpose, zhibu_command
from generator.cli.terminal.voice import tell


@zhibu_command(
    Purpose.PAPERS,
    CommandExample("zhibu visits check", "手工改过行程以后，看还合不合这一轮的条件"),
)
@options.config
@options.as_of
@options.year
@options.visit_round
@options.strict
def command(*, config: Path, round_id: str | None, strict: bool, **given: str | None) -> None:
    """核对一轮交叉观摩的行程：批次、日期、类型合不合，谁还没有去处；只看还没有去的。"""
    from generator.cli.terminal.problem_view import show_problems
    from generator.errors import RecordsRefusedError
    from generator.model.problem import has_errors
    from generator.products.visit_review import review_visits
    from generator.products.visits import read_round

    problems, told = review_visits(*read_round(options.read_settings(config, given), round_id))
    if has_errors(problems) or (strict and problems):
        raise RecordsRefusedError(told, problems)
    show_problems(problems)
    tell(told)
