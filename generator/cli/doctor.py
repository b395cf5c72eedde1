"""`zhibu doctor`: whether this machine and this project are fit for use."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.cli import options
from generator.cli.declared import CommandExample, Purpose, zhibu_command
from generator.cli.errors import ExitCode
from generator.cli.terminal.columns import padded


@zhibu_command(Purpose.TOOLS, CommandExample("zhibu doctor", "机器、安装和项目有没有毛病，先看这个"))
@options.config
def command(*, config: Path) -> None:
    """看看这台机器和这个项目：Python、依赖、字体、权限、磁盘、缓存、控制台编码、演示留下的名字；有问题退出码是 1。"""
    from generator.products.diagnosis import Health, Symptom, diagnose

    settings = options.read_settings(config, {})
    site = options.site_folder(config, options.read_options(config, {}), "public")
    console = Symptom("控制台", Health.WELL, f"编码 {sys.stdout.encoding}")
    rows = [console, *diagnose(settings, site)]
    colours = {Health.WELL: "green", Health.LOOK: "yellow", Health.ILL: "red"}
    for row in rows:
        mark = click.style(padded(row.health.value, 6), fg=colours[row.health])
        click.echo(f"{mark}  {padded(row.what, 10)}  {row.seen}。")
    if any(row.health is Health.ILL for row in rows):
        sys.exit(ExitCode.REFUSED)
