"""The prose layer of a job, made by MkDocs as `mkdocs build` would."""

from __future__ import annotations

from pathlib import Path

from mkdocs.commands.build import build as build_site
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from generator.build.session import Job
from generator.errors import ConfigurationError, GeneratorError, RecordsRefusedError
from generator.model.steps import STEPS
from generator.plugin.events import ZhibuPlugin
from generator.prose.layer import Prose
from generator.prose.mkdocs_words import in_chinese


def render_prose(config_file: Path, job: Job) -> Prose:
    """Have MkDocs make the prose layer of a job, exactly as `mkdocs build` would."""
    try:
        config = load_config(str(config_file), strict=job.strict or None)
    except MkDocsException as error:
        raise ConfigurationError(f"mkdocs.yml 有误：{in_chinese(error.message)}") from error
    plugin = config.plugins.get("zhibu")
    if not isinstance(plugin, ZhibuPlugin):
        raise ConfigurationError("mkdocs.yml 的 plugins 里没有 zhibu。请加上它。")
    plugin.given = job
    config.plugins.on_startup(command="build", dirty=False)
    STEPS.info("生成手册正文（MkDocs）")
    try:
        build_site(config)
    except MkDocsException as error:
        strict_message = "严格模式下有警告，没有发布；原来的站点没有改动。"
        raise plugin.failure or RecordsRefusedError(strict_message) from error
    finally:
        plugin.given = None
        config.plugins.on_shutdown()
    if plugin.prose is None:
        raise GeneratorError("MkDocs 没有走完生成。请核对 mkdocs.yml 里的其他插件。")
    return plugin.prose
