"""`RecordFile`: what a kind of file under `records/` is, and what a folder may hold."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from generator.model.form import Form, forms_of
from generator.model.nearest import did_you_mean, nearest
from generator.model.record import Audience, Record
from generator.model.sheet_layout import SheetLayout, sheet_layouts

_FORMS = {
    "committee": r"[^/]+",
    "branch": r"[^/]+",
    "year": r"[12][0-9]{3}",
    "picture": r"(?i:[^/]+\.(?:jpe?g|png|webp|hei[cf]))",
    "attachment": r"(?i:[^/]+\.(?:docx|xlsx|pdf))",
}
"""What may stand for each variable part of a path; whether the name of a folder can be an id is judged apart."""

_SPOKEN = {
    "committee": "基层党委的文件夹",
    "branch": "支部的文件夹",
    "picture": "照片（.jpg、.png、.webp、.heic）",
    "attachment": "附件（.docx、.xlsx、.pdf）",
}
_VARIABLE = re.compile(r"\{(\w+)\}")
_BORDER = re.compile(r"(?<=[\u4e00-\u9fff])(?=[a-z])|(?<=[a-z])(?=[\u4e00-\u9fff])")
"""Where Chinese and Latin letters meet."""

_CLOSE = 0.8
"""How near a name has to come to one that is read, to be taken for it."""

_TABLES = (".xlsx", ".xlsm", ".xls", ".et", ".ods", ".csv")
_LIKE_YEAR = re.compile(r"\D*([12]\d{3})\D*", re.ASCII)


class Owner(StrEnum):
    """Whom a file is about."""

    INSTITUTION = "学校"
    COMMITTEE = "基层党委"
    BRANCH = "支部"


HOLDERS = {Owner.BRANCH: "支部名称", Owner.COMMITTEE: "基层党委"}
"""What the head of a form calls those whose register it is."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class RecordFile:
    """A kind of file.  `pattern` is its path from `records/`, with variable parts in braces; `id` what it is called.

    `record` is what its mapping must be (the front matter of a `.md` file); None for text and pictures.  `filled_by` and
    `changes` tell who writes it and when.  `required` is set where its folder is incomplete without it; `companion` is the
    suffix of the file of the same name without which it is of no use.  `by_hand` is off where a program writes it, from a
    document or from other records: then it is in no workbook.
    """

    id: str
    pattern: str
    title: str
    filled_by: str
    changes: str
    record: type[Record] | None = None
    required: bool = False
    companion: str = ""
    by_hand: bool = True

    @property
    def owner(self) -> Owner:
        """Whom it is about, as its folder tells."""
        if "{branch}" in self.pattern:
            return Owner.BRANCH
        return Owner.COMMITTEE if "{committee}" in self.pattern else Owner.INSTITUTION

    @property
    def folder(self) -> str:
        """The pattern of the folder that it stands in; empty for `records/` itself."""
        return self.pattern.rpartition("/")[0]

    @property
    def name(self) -> str:
        """Its name in that folder."""
        return self.pattern.rpartition("/")[2]

    @property
    def suffix(self) -> str:
        """The end of its name: `.yml`."""
        return PurePosixPath(self.name).suffix

    @property
    def yearly(self) -> bool:
        """Whether there is one a year."""
        return "{year}" in self.pattern

    @property
    def read_alone(self) -> bool:
        """Whether the whole file is one record; else it is prose with front matter, text or a picture."""
        return self.record is not None and self.suffix == ".yml"

    @property
    def forms(self) -> tuple[Form, ...]:
        """The forms on which what is entered in it is first written down."""
        holder = HOLDERS.get(self.owner)
        return tuple(forms_of(self.record, holder)) if self.record and holder and self.yearly else ()

    def sheets(self, audience: Audience) -> tuple[SheetLayout, ...]:
        """The sheets on which workbooks hold it, with the columns that the audience may see; none where it sees no field."""
        return (
            sheet_layouts(self.record, self.title, audience) if self.record and self.read_alone and self.by_hand else ()
        )

    def at(self, records: Path, **parts: object) -> Path:
        """Where it stands, given its variable parts."""
        return records / self.pattern.format(**parts)

    def present(self, records: Path, **parts: str) -> list[Path]:
        """The files of this kind that are there, in order; of all or, where a variable part is given, of that one."""
        anywhere = {"committee": "*", "branch": "*", "year": "*", "picture": "*", "attachment": "*"}
        found = records.glob(self.pattern.format(**anywhere | parts))
        return sorted(path for path in found if self.matches(path.name))

    def matches(self, name: str) -> bool:
        """Whether a file of that name in its folder is of this kind."""
        return _form(self.name).fullmatch(name) is not None


class RecordFolder(NamedTuple):
    """What may lie in a folder: files of these kinds, and folders of these names (a variable one in braces)."""

    pattern: str
    files: tuple[RecordFile, ...]
    folders: tuple[str, ...]

    def file(self, name: str) -> RecordFile | None:
        """The kind of the file of that name; None where nobody declares it."""
        return next((file for file in self.files if file.matches(name)), None)

    def advice(self, name: str) -> str:
        """What to do about something that may not lie here: the name that was meant, or what belongs here."""
        tidy = _tidy(name)
        told = _BORDER.sub(" ", f"{self._label}里放{self._contents}。")
        if tidy.endswith(_TABLES):
            return f"表格里的台账用 zhibu import workbook 读进来，表格移到 records 以外。{told}"
        return did_you_mean(tidy, self._meant(tidy), told) if self.is_register(name) else told

    def _meant(self, tidy: str) -> list[str]:
        """The names that may lie here, of the year that the name tells."""
        like = _LIKE_YEAR.fullmatch(tidy.partition(".")[0])
        named = [each.name for each in self.files] + list(self.folders)
        meant = [each.replace("{year}", like[1]) if like else each for each in named]
        return [each for each in meant if "{" not in each]

    def is_register(self, name: str) -> bool:
        """Whether something that may not lie here was meant as a register: what it holds would go missing unseen."""
        tidy = _tidy(name)
        if tidy.endswith(_TABLES):
            return _LIKE_YEAR.fullmatch(tidy.partition(".")[0]) is not None
        return tidy.endswith(".yml") or nearest(tidy, self._meant(tidy), _CLOSE) is not None

    @property
    def closed(self) -> bool:
        """Whether only folders of constant names may lie in it."""
        return not any("{" in name for name in self.folders)

    @property
    def _label(self) -> str:
        last = PurePosixPath(self.pattern).name
        return _SPOKEN[last[1:-1]].replace("的", "") if last.startswith("{") else last or "records"

    @property
    def _contents(self) -> str:
        return "、".join([*(_spoken(file.name, file.title) for file in self.files), *map(_spoken, self.folders)])


@cache
def forms_in(declared: tuple[RecordFile, ...]) -> tuple[Form, ...]:
    """The forms of every declared register, those of branches first."""
    files = sorted(declared, key=lambda file: file.owner is not Owner.BRANCH)
    return tuple(form for file in files for form in file.forms)


@cache
def folder_in(declared: tuple[RecordFile, ...], pattern: str) -> RecordFolder:
    """What may lie in the folder of that pattern (`units/{committee}`)."""
    start = f"{pattern}/" if pattern else ""
    inside = [file for file in declared if file.pattern.startswith(start)]
    below = (file.pattern.removeprefix(start).split("/") for file in inside)
    folders = dict.fromkeys(parts[0] for parts in below if len(parts) > 1)
    return RecordFolder(pattern, tuple(file for file in inside if file.folder == pattern), tuple(folders))


def _tidy(name: str) -> str:
    """A name without what editors and hands put into it: spaces, full-width characters, `.yaml`, `.yml.txt`."""
    plain = "".join(unicodedata.normalize("NFKC", name).replace("。", ".").split()).casefold()
    return re.sub(r"(?<=.)\.ya?ml(?:\.txt)?$|(?<=^[12]\d{3})\.(?:txt|json)$", ".yml", plain)


@cache
def _form(name: str) -> re.Pattern[str]:
    pieces = _VARIABLE.split(name)
    return re.compile("".join(_FORMS[piece] if at % 2 else re.escape(piece) for at, piece in enumerate(pieces)))


def _spoken(name: str, title: str = "") -> str:
    variable = _VARIABLE.search(name)
    if variable is None:
        return name
    return f"以年度命名的{title}（{PurePosixPath(name).suffix}）" if variable[1] == "year" else _SPOKEN[variable[1]]
