"""What a command declares: what it is for, and examples; help, documents and tests are made of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import Enum
from typing import Any, NamedTuple

import click

from generator.cli.options import today
from generator.cli.terminal.columns import display_width, padded, wrapped
from generator.cli.terminal.completion import UNITS
from generator.cli.terminal.voice import COMMON

_WIDEST_TERM = 30


class Purpose(Enum):
    """What people want to do, in the order in which help lists it."""

    START = "建起来"
    COLLECT = "收台账"
    CHECK = "核对"
    PUBLISH = "生成"
    PAPERS = "办文、提醒"
    SETTLE = "比对、核定"
    TOOLS = "这个程序本身"


class CommandExample(NamedTuple):
    """A call as people type it, and what it is good for.  `{year}` in the call is the year at hand.

    A test runs every example in a copy of the demonstration; `untried` says why not this one (`needs a cluster`).
    """

    call: str
    meaning: str
    untried: str = ""


class HelpText(click.HelpFormatter):
    """click's help, laid out by the columns that Chinese takes."""

    def write_heading(self, heading: str) -> None:
        self.write(f"{'':>{self.current_indent}}{heading}：\n")

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        self.write(f"{prefix or '用法：'}{prog} {args}".rstrip() + "\n")

    def write_text(self, text: str) -> None:
        indent = " " * self.current_indent
        for paragraph in text.split("\n\n"):
            lines = wrapped(" ".join(paragraph.split("\n")), self.width - self.current_indent)
            self.write("".join(f"{indent}{line}\n" for line in lines))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = _WIDEST_TERM, col_spacing: int = 2) -> None:
        rows = list(rows)
        first = min(max((display_width(term) for term, _ in rows), default=0), col_max) + col_spacing
        indent = " " * self.current_indent
        for term, told in rows:
            lines = wrapped(told, max(self.width - first - self.current_indent, 20)) or [""]
            if display_width(term) > first - col_spacing:
                self.write(f"{indent}{term}\n")
                term = ""  # noqa: PLW2901 - the first line of what is told has no term before it then
            for line in lines:
                self.write(f"{indent}{padded(term, first)}{line}".rstrip() + "\n")
                term = ""  # noqa: PLW2901 - nor have the lines below


class ZhibuContext(click.Context):
    """A context whose help is ours."""

    formatter_class = HelpText


class ZhibuCommand(click.Command):
    """A command with a purpose and examples."""

    context_class = ZhibuContext

    def __init__(self, *arguments: Any, purpose: Purpose, examples: tuple[CommandExample, ...], **options: Any) -> None:
        super().__init__(*arguments, **{"options_metavar": "[选项]"} | options)
        self.purpose = purpose
        self.examples = examples
        for param in self.params:
            if param.type is click.STRING:
                param.type = UNITS.get(param.name or "", param.type)

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """Its own, those of every command, and help."""
        own = super().get_params(ctx)
        return [*own[: len(self.params)], *COMMON, *own[len(self.params) :]]

    def invoke(self, ctx: click.Context) -> object:
        """As click does, and shows what takes long."""
        from generator.cli.terminal.progress import progress

        with progress():
            return super().invoke(ctx)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As click does; what is missing is told in a Chinese sentence, not in a translated half of one."""
        try:
            return super().parse_args(ctx, args)
        except click.MissingParameter as error:
            named = error.param.get_error_hint(ctx) if error.param else ""
            choices = error.param.type.get_missing_message(error.param, ctx) if error.param else None
            raise click.UsageError(f"没有写 {named}。{choices or ''}", ctx) from None

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's interface
        """The examples, after the options."""
        with formatter.section("例"):
            formatter.write_dl([(typed(each), each.meaning) for each in self.examples], col_max=44)


def zhibu_command(purpose: Purpose, *examples: CommandExample) -> Callable[[Callable[..., object]], ZhibuCommand]:
    """The decorator of a command's function; its docstring is what help says."""
    return click.command(cls=ZhibuCommand, purpose=purpose, examples=examples)


def typed(example: CommandExample) -> str:
    """The call with the year at hand."""
    return example.call.replace("{year}", str(today().year))
