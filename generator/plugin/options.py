"""The options of the plugin in `mkdocs.yml`, and the settings that they make."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from mkdocs.config import config_options as c
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig

from generator.build.printed_artifacts import OPTIONAL
from generator.settings import Settings, configure


class Options(Config):
    """The options of the plugin in `mkdocs.yml`."""

    records = c.Type(str, default="records")
    as_of = c.Optional(c.Type((str, date)))
    year = c.Optional(c.Type(int))
    audience = c.Type(str, default="public")
    scope = c.Optional(c.Type(str))
    pdf = c.ListOfItems(c.Choice(OPTIONAL), default=[])
    packages = c.Type(bool, default=False)
    fonts = c.Optional(c.Type(dict))
    cleared_files = c.ListOfItems(c.Type(str), default=[])


def settings_of(config: MkDocsConfig, options: Options) -> Settings:
    """The settings of a build that MkDocs was asked for; the clock is read here, and nowhere below."""
    root = Path(config.config_file_path).parent.resolve()
    return configure(root, Path(config.docs_dir).resolve(), options, _today())


def _today() -> date:
    return datetime.now(ZoneInfo("Asia/Shanghai")).date()
