"""A commit of the project as a folder: the only place that runs another program, and only where a commit is named."""

from __future__ import annotations

import io
import subprocess
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.errors import ConfigurationError


@contextmanager
def checked_out(root: Path, commit: str) -> Iterator[Path]:
    """The project folder `root` as it was at a commit, in a folder that goes when the context ends.

    Raises ConfigurationError where git does not know the commit, or is not there.
    """
    found = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{commit}^{{commit}}")
    if found is None:
        raise ConfigurationError(f"{commit} 不是文件夹，{root} 里也没有这个提交。请写项目文件夹，或 git log 里的提交。")
    archive = _git(root, "archive", "--format=zip", found.decode("ascii").strip())
    if archive is None:
        raise ConfigurationError(f"提交 {commit} 里没有这个项目文件夹。请换一个提交。")
    with TemporaryDirectory() as folder:
        # Names that lead elsewhere are refused and links become text; tar does so from Python 3.11.4 on only.
        with zipfile.ZipFile(io.BytesIO(archive)) as files:
            files.extractall(folder)
        yield Path(folder)


def _git(root: Path, *arguments: str) -> bytes | None:
    """What git prints in that folder; None where it refuses."""
    try:
        done = subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, check=False)  # noqa: S603, S607 - fixed verbs; the one word from outside stands after --end-of-options
    except FileNotFoundError:
        raise ConfigurationError("比对提交要用 git，这台机器上没有。请装上，或写两个文件夹。") from None
    return done.stdout if done.returncode == 0 else None
