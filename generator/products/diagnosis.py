"""What `zhibu doctor` looks at: the machine, the installation and the project, a row each."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Callable, Iterator
from enum import StrEnum
from importlib import metadata
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple
from zoneinfo import ZoneInfo

from generator.build.program import program
from generator.errors import GeneratorError, reason
from generator.formats.pdf.typefaces import font_book
from generator.model.example import AS_DECLARED
from generator.output.cache_format import version_and_value
from generator.output.exchange import swap
from generator.settings import Settings

_NEEDED = 200 * 1024 * 1024
"""Bytes that a site of some hundred branches takes with its spare."""

_REQUIREMENT = re.compile(r"([\w.-]+)(?:\[[^\]]*\])?\s*([^;]*)$")
_BOUND = re.compile(r"(>=|<=|==|<|>|!=)\s*([\d.]+)")
_TEXT = {".md", ".yml", ".txt"}
_RESERVED = re.compile(r"\bexample\.edu\b")
"""Where the demonstration says that it stands; example.com is how the handbook writes any address."""


class Health(StrEnum):
    """How a thing is: well, worth a look, or such that a build fails or goes wrong."""

    WELL = "正常"
    LOOK = "留意"
    ILL = "有问题"


class Symptom(NamedTuple):
    """One thing looked at, how it is, and what was seen."""

    what: str
    health: Health
    seen: str


def diagnose(settings: Settings, site: Path) -> Iterator[Symptom]:
    """Every row, in the order in which one would put things right; `site` is where the site goes."""
    looks: tuple[Callable[[], Symptom], ...] = (
        lambda: Symptom("Python", Health.WELL, sys.version.split()[0]),
        _packages,
        _zone,
        lambda: _fonts(settings),
        lambda: _readable(settings),
        lambda: _folder(site),
        lambda: _room(site),
        lambda: _cache(settings.root),
        lambda: _left_over(settings),
    )
    for look in looks:
        yield look()


def _packages() -> Symptom:
    wrong = [said for row in metadata.requires("zhibu") or () if (said := package_problem(row))]
    if wrong:
        return Symptom("依赖的包", Health.ILL, f"{'；'.join(wrong)}。请照 requirements.lock 重新安装")
    return Symptom("依赖的包", Health.WELL, "都在声明的版本之内")


def package_problem(requirement: str) -> str:
    """What is wrong with an installed package that is required so (`click<9,>=8.4`); empty where nothing is."""
    found = _REQUIREMENT.match(requirement)
    if found is None or ";" in requirement:  # of an extra, or of another system
        return ""
    name, bounds = found.groups()
    try:
        version = metadata.version(name)
    except metadata.PackageNotFoundError:
        return f"没有装 {name}"
    return (
        "" if all(_within(version, *bound) for bound in _BOUND.findall(bounds)) else f"{name} {version} 不合 {bounds}"
    )


def _within(version: str, sign: str, bound: str) -> bool:
    has, limit = (tuple(map(int, re.findall(r"\d+", text)[:4])) for text in (version, bound))
    length = max(len(has), len(limit))
    has, limit = (row + (0,) * (length - len(row)) for row in (has, limit))
    return {">=": has >= limit, "<=": has <= limit, "==": has == limit, "!=": has != limit}.get(
        sign, has < limit if sign == "<" else has > limit
    )


def _zone() -> Symptom:
    try:
        ZoneInfo("Asia/Shanghai")
    except (KeyError, OSError):  # not found is a KeyError
        return Symptom("时区", Health.ILL, "读不到北京时间，请安装 tzdata")
    return Symptom("时区", Health.WELL, "认得北京时间")


def _fonts(settings: Settings) -> Symptom:
    try:
        families = font_book(settings.typefaces).families()
    except GeneratorError as error:
        return Symptom("PDF 字体", Health.ILL, str(error).rstrip("。"))
    return Symptom("PDF 字体", Health.WELL, f"{len(families)} 种")


def _readable(settings: Settings) -> Symptom:
    for folder in (settings.docs, settings.records):
        if not os.access(folder, os.R_OK | os.X_OK):
            return Symptom("源文件", Health.ILL, f"{folder} 不存在，或没有权限读")
    return Symptom("源文件", Health.WELL, "docs 和 records 都读得到")


def _folder(site: Path) -> Symptom:
    """Whether a new tree can be made beside the site, share its unchanged files and take its place in one step."""
    try:
        with TemporaryDirectory(prefix=".zhibu-doctor-", dir=site.parent) as name:
            one, other = Path(name, "one"), Path(name, "other")
            one.mkdir()
            other.mkdir()
            at_once = swap(one, other)
            Path(one, "a").write_bytes(b"")
            Path(other, "a").hardlink_to(Path(one, "a"))
    except OSError as error:
        return Symptom("输出目录", Health.ILL, f"{site.parent} 里不能写或不能做硬链接：{reason(error)}")
    if not at_once:
        return Symptom("输出目录", Health.LOOK, "新旧站点要分两步换，中间有一瞬间打不开；换一个本机磁盘的目录就没有")
    return Symptom("输出目录", Health.WELL, "写得进，新旧站点一步换")


def _room(site: Path) -> Symptom:
    free = shutil.disk_usage(site.parent).free
    said = f"还有 {free // 1024**2} MB"
    return Symptom("磁盘", Health.WELL if free >= _NEEDED else Health.ILL, said if free >= _NEEDED else f"{said}，不够")


def _cache(root: Path) -> Symptom:
    """Caches of another version of the program are not used, and made anew by the next build."""
    versions = list(filter(None, map(_version, (root / ".zhibu").glob("*.cache/*.json"))))
    stale = sum(version != program() for version in versions)
    if stale:
        return Symptom("缓存", Health.LOOK, f"{stale} 个是别的版本留下的，不会用；下一次生成会重做，慢一些")
    return Symptom("缓存", Health.WELL, "是这个版本的" if versions else "还没有")


def _version(path: Path) -> str | None:
    try:
        with path.open("rb") as file:
            return version_and_value(file.readline(200))[0]
    except OSError:
        return None


def _left_over(settings: Settings) -> Symptom:
    """Words of the demonstration: the name that examples are declared with, and addresses that nobody can own."""
    demonstration = AS_DECLARED.institution
    institution = settings.records / "institution.yml"
    if f"名称: {demonstration}" in _text(institution):
        return Symptom(
            "演示的名字", Health.LOOK, f"学校名称是“{demonstration}”，这是演示项目；从自己的名册开始用 zhibu init"
        )
    files = [settings.root / "mkdocs.yml", *settings.records.rglob("*"), *settings.docs.rglob("*")]
    found = [path.relative_to(settings.root).as_posix() for path in files if _is_left(path, demonstration)]
    if found:
        more = f" 等 {len(found)} 个文件" if len(found) > 3 else ""
        return Symptom("演示的名字", Health.LOOK, f"还留着演示的校名或网址：{'、'.join(found[:3])}{more}")
    return Symptom("演示的名字", Health.WELL, "没有留下")


def _is_left(path: Path, name: str) -> bool:
    text = _text(path) if path.suffix in _TEXT else ""
    return name in text or _RESERVED.search(text) is not None


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="ignore")
    except OSError:
        return ""
