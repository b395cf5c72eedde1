"""Settings: the one frozen object every build starts from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path

from generator.errors import ConfigurationError
from generator.model.book_order import BookOrder
from generator.model.record import Audience


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """`committee:ID` or `branch:ID`: build only one unit's part."""

    kind: str
    id: str

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Typefaces:
    """PDF font families by role, the first that has a character sets it; `folders` hold a unit's own font files.

    song 宋体, hei 黑体, kai 楷体, fang 仿宋, biao 小标宋 (titles), mono 等宽 (samples).  Whatever a list lacks is set
    in the open fonts that are installed with the program, and what these lack in those of `fallback` 备用.
    """

    song: tuple[str, ...] = ()
    hei: tuple[str, ...] = ()
    kai: tuple[str, ...] = ()
    fang: tuple[str, ...] = ()
    biao: tuple[str, ...] = ()
    mono: tuple[str, ...] = ()
    fallback: tuple[str, ...] = ()
    folders: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What one edition is made of.

    `root` is the folder of `mkdocs.yml`; paths in messages are relative to it.  `as_of` (截至) plays "today" and is
    read once, outside; `year` is the year of the register that is judged, `as_of`'s unless told otherwise.
    `pdf` names the PDFs that the edition carries; `books` are the printings of its handbook beside the book itself, all
    usual ones where none is named.  `packages` says whether it has showcases as zips, `site_package` whether all of itself; `cleared` names files of the site
    that the gate cannot read and somebody has looked through.
    """

    root: Path
    docs: Path
    records: Path
    as_of: date
    year: int
    audience: Audience = Audience.PUBLIC
    scope: Scope | None = None
    pdf: tuple[str, ...] = ()
    books: tuple[BookOrder, ...] = ()
    packages: bool = False
    site_package: bool = False
    typefaces: Typefaces = Typefaces()
    cleared: tuple[str, ...] = ()

    @property
    def wanted(self) -> frozenset[str]:
        """The optional artifacts of the edition, by name."""
        zips = (name for name in ("packages", "site_package") if getattr(self, name))
        return frozenset((*self.pdf, *zips))

    @property
    def alone(self) -> bool:
        """Whether it is one branch's part: only there is told what is the branch's own."""
        return self.scope is not None and self.scope.kind == "branch"


def configure(root: Path, docs: Path, options: Mapping[str, object], today: date) -> Settings:
    """Settings from the plugin's options in `mkdocs.yml` (text, or what YAML made of it); what is absent has a default."""
    as_of = _day(options.get("as_of")) or today
    scope = options.get("scope")
    return Settings(
        root=root,
        docs=docs,
        records=root / str(options.get("records") or "records"),
        as_of=as_of,
        year=_year(options.get("year")) or as_of.year,
        audience=_audience(str(options.get("audience") or "public")),
        scope=_scope(str(scope)) if scope else None,
        pdf=_names(options.get("pdf")),
        packages=_flag(options.get("packages")),
        site_package=_flag(options.get("site_package")),
        typefaces=_typefaces(root, options.get("fonts")),
        cleared=_names(options.get("cleared_files")),
    )


def _flag(value: object) -> bool:
    return str(value or "").lower() == "true"


def _day(value: object) -> date | None:
    if value is None or isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise ConfigurationError(f"截至日期“{value}”不是日期。请写成“年-月-日”，月、日各两位。") from None


def _year(value: object) -> int | None:
    if value is None:
        return None
    if str(value).isascii() and str(value).isdigit() and len(str(value)) == 4:
        return int(str(value))
    raise ConfigurationError(f"年度“{value}”不是年份。请写四位数的年份。")


def _audience(value: str) -> Audience:
    for audience in Audience:
        if value in (audience.value, audience.label):
            return audience
    raise ConfigurationError(
        f"没有“{value}”这个版别。请写 public（公开版）、internal（党内版）或 restricted（专人版）。"
    )


def _scope(value: str) -> Scope:
    kind, mark, id = value.partition(":")
    if kind not in ("committee", "branch") or not mark or not id:
        raise ConfigurationError(f"范围“{value}”写得不对。请写 committee:编号 或 branch:编号。")
    return Scope(kind=kind, id=id)


def _typefaces(root: Path, value: object) -> Typefaces:
    roles = [field.name for field in fields(Typefaces) if field.name != "folders"]
    if not isinstance(value, Mapping):
        if value is None:
            return Typefaces()
        raise ConfigurationError(f"PDF 字体写得不对：{value}。请按角色写，如 song: [方正书宋]。")
    for name in value:
        if name not in (*roles, "folders"):
            raise ConfigurationError(f"PDF 字体没有“{name}”这个角色。可写的有 {'、'.join(roles)}，文件夹写在 folders。")
    folders = tuple(root / name for name in _names(value.get("folders")))
    return Typefaces(folders=folders, **{role: _names(value.get(role)) for role in roles})


def _names(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list | tuple) else () if value is None else (str(value),)
