"""What the log of a build becomes on stderr, run after run in one process."""

from __future__ import annotations

import logging

from click.testing import CliRunner

from generator.cli.declared import Purpose, zhibu_command
from generator.cli.terminal.messages import log_to_stderr


@zhibu_command(Purpose.TOOLS)
def command() -> None:
    """A build that has something to tell, and something to complain of."""
    log_to_stderr()
    log = logging.getLogger("mkdocs.plugins.zhibu")
    log.info("公开版没有甲支部的观摩展示。")
    log.warning("缺一张图。")


def test_quiet_holds_after_a_run_that_was_not() -> None:
    said = [CliRunner().invoke(command, arguments).stderr for arguments in ([], ["-q"], [])]
    told, complaint = "公开版没有甲支部的观摩展示。\n", "缺一张图。\n"
    assert said == [told + complaint, complaint, told + complaint]
