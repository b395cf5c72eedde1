"""The options that commands share, and the settings they make together with `mkdocs.yml`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.terminal.voice import note_project
from generator.cli.terminal.wording import speak_chinese

if TYPE_CHECKING:
    from datetime import date

    from click.shell_completion import CompletionItem

    from generator.settings import Settings


speak_chinese()  # before any option is made: click names some of its words then


class _ModelChoice(click.ParamType[str]):
    """The values of an option, taken from the model only where they are needed: it loads pydantic."""

    def __init__(self, name: str, values: Callable[[], Sequence[str]]) -> None:
        self.name = name
        self._values = values

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str | None:
        return self._choice().get_metavar(param, ctx)

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        return self._choice().convert(value, param, ctx)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        return self._choice().shell_complete(ctx, param, incomplete)

    def _choice(self) -> click.Choice[str]:
        return click.Choice(self._values())


def _audiences() -> Sequence[str]:
    from generator.model.record import Audience

    return [row.value for row in Audience]


def _book_forms() -> Sequence[str]:
    from generator.model.book_style import BOOK_STYLES

    return [*BOOK_STYLES]


def _roles() -> Sequence[str]:
    from generator.model.role import Role

    return [row.value for row in Role]


AUDIENCE = _ModelChoice("audience", _audiences)
BOOK_FORM = _ModelChoice("form", _book_forms)
BOOK_ROLE = _ModelChoice("role", _roles)

config = click.option(
    "--config",
    metavar="文件",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    default="mkdocs.yml",
    show_default=True,
    help="配置文件。",
)
as_of = click.option(
    "--as-of", metavar="日期", help="截至日期，写成“年-月-日”，月、日各两位；不写则用配置文件里的，再没有就用今天。"
)
year = click.option(
    "--year", metavar="年度", help="先看哪一年，写四位数；不写则用配置文件里的，再没有就是截至日所在的一年。"
)
strict = click.option("--strict", is_flag=True, help="有警告也算不通过。")
_to_folder = partial(
    click.option,
    "--out",
    metavar="目录",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("build"),
    show_default=True,
)
pdf_folder = _to_folder(help="放 PDF 的目录。")
word_folder = _to_folder(help="放 Word 文件的目录；站点和源目录里不写。")
visit_round = click.option("--round", "round_id", metavar="编号", help="哪一轮观摩安排，写它的编号；只有一轮的不用写。")
document = click.argument("file", metavar="文件", type=click.Path(path_type=Path))
institution = click.option(
    "--institution",
    metavar="文件",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("records/institution.yml"),
    show_default=True,
    help="学校的记录，从中取责任单位的别名；没有这个文件就不认别名。",
)


def read_options(config: Path, given: Mapping[str, object]) -> dict[str, object]:
    """Our part of `mkdocs.yml`, overruled by the options that were given (those that are not None)."""
    from generator.load.config import load_options

    note_project(config.resolve().parent)
    return load_options(config) | {name: value for name, value in given.items() if value is not None}


def site_folder(config: Path, read: Mapping[str, object], audience: str) -> Path:
    """Where an edition is built unless told otherwise: `site` for the public one, `site-internal` and so on beside it."""
    from generator.model.record import Audience

    site = config.resolve().parent / str(read.get("site_dir") or "site")
    return site if audience == Audience.PUBLIC.value else site.with_name(f"{site.name}-{audience}")


def refuse_published_folder(out: Path, config: Path, settings: Settings) -> None:
    """Raise OutputFolderError where files for few eyes would lie in a site, in `docs/` or among the records."""
    from generator.model.record import Audience
    from generator.output.private_file import refuse_published

    read = read_options(config, {})
    sites = (site_folder(config, read, audience.value) for audience in Audience)
    refuse_published(out, (settings.docs, settings.records, *sites))


def read_day(text: str) -> date:
    """A day of an option; click's own type would take other spellings as well."""
    from datetime import date

    try:
        return date.fromisoformat(text)
    except ValueError:
        raise click.UsageError(f"“{text}”不是日期。请写成“年-月-日”，月、日各两位。") from None


def read_month(text: str) -> date:
    """The first day of a month of an option."""
    from datetime import date

    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError:
        raise click.UsageError(f"“{text}”不是月份。请写成“年-月”，月两位。") from None


def read_settings(config: Path, given: Mapping[str, object]) -> Settings:
    """The settings of a command; the clock is read here, for what names no date."""
    from generator.settings import configure

    options = read_options(config, given)
    root = config.resolve().parent
    return configure(root, root / str(options.get("docs_dir") or "docs"), options, today())


def today() -> date:
    """The day in China; the only clock that a command reads."""
    from datetime import datetime
    from zoneinfo import ZoneInfo

    return datetime.now(ZoneInfo("Asia/Shanghai")).date()
