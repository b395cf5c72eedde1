"""The options of the plugin in `mkdocs.yml`, and the settings that they make."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from mkdocs.config import config_options as c
from mkdocs.config.base import Config, ValidationError
from mkdocs.config.defaults import MkDocsConfig

from generator.build.printed_artifacts import OPTIONAL
from generator.settings import Settings, configure


class _PrintName(c.Type[str]):
    """The name of what an edition carries as PDF; a wrong one is told with those that there are."""

    def __init__(self) -> None:
        super().__init__(str)

    def run_validation(self, value: object) -> str:
        name = super().run_validation(value)
        if name not in OPTIONAL:
            raise ValidationError(f"没有“{name}”这种 PDF。可写的有 {'、'.join(OPTIONAL)}。")
        return name


class Options(Config):
    """The options of the plugin in `mkdocs.yml`."""

    records = c.Type(str, default="records")
    as_of = c.Optional(c.Type((str, date)))
    year = c.Optional(c.Type(int))
    audience = c.Type(str, default="public")
    scope = c.Optional(c.Type(str))
    pdf = c.ListOfItems(_PrintName(), default=[])
    packages = c.Type(bool, default=False)
    site_package = c.Type(bool, default=False)
    fonts = c.Optional(c.Type(dict))
    cleared_files = c.ListOfItems(c.Type(str), default=[])


def settings_of(config: MkDocsConfig, options: Options) -> Settings:
    """The settings of a build that MkDocs was asked for; the clock is read here, and nowhere below."""
    root = Path(config.config_file_path).parent.resolve()
    return configure(root, Path(config.docs_dir).resolve(), options, _today())


def _today() -> date:
    return datetime.now(ZoneInfo("Asia/Shanghai")).date()
