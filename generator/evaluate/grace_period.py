"""The grace period after a line was crossed or a post fell vacant: 提示 at first, 缺项 when it has passed (A41)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from generator.evaluate.check_context import CheckContext
from generator.evaluate.lasting import lasting_since
from generator.evaluate.phrases import say_day
from generator.model.finding import Verdict


def grace(
    context: CheckContext, days: int, text: str, action: str, holds: Callable[[date], bool]
) -> tuple[Verdict, str]:
    """缺项 for a state that holds on `as_of`, but 提示 in its first `days`."""
    since = lasting_since(context.profile, context.as_of, holds)
    if context.as_of > since + timedelta(days):
        return Verdict.UNMET, text
    return Verdict.ADVISORY, f"{text}；自{say_day(since)}起，未满 {days} 日，应及时{action}（A41）"
