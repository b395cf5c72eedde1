"""年度归档包: a branch's year as one zip: its file as PDF, its registers as they are kept, what is kept where, and sums."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.build.edition import Edition
from generator.build.unit_prints import UNIT_PRINTS
from generator.build.unit_workbook import branch_workbook, guarded_contents
from generator.disclose.gate import guard
from generator.disclose.hidden import hidden_words
from generator.disclose.judged import JudgedBranch
from generator.disclose.kept_file import KeptFile, seen_records
from generator.disclose.view import BranchView
from generator.errors import ConfigurationError, RecordsRefusedError
from generator.formats.bag import Bag, to_bag
from generator.formats.flat_table import FlatTable, to_csv
from generator.formats.pdf.engine import compile_pdf
from generator.formats.workbook.book import to_xlsx
from generator.judge import judge_sound, records_shown
from generator.load.filesystem import display_path
from generator.load.plain_tree import placed_tree
from generator.model.files import RECORD_FILES
from generator.model.record import Audience
from generator.model.record_file import Owner, RecordFile
from generator.model.sample import as_yaml
from generator.model.shape import FieldKind
from generator.output.private_file import write_private
from generator.present.branch.branch_year import current_year
from generator.present.branch.paper_trail import TRAIL_COLUMNS, paper_trails
from generator.present.paper.archive_note import ArchiveContents, archive_note
from generator.settings import Scope, Settings
from generator.survey import survey


@dataclass(frozen=True, kw_only=True)
class _Unit:
    """The branch that is packed: as judged, and as the audience may see it."""

    edition: Edition
    judged: JudgedBranch
    view: BranchView

    @property
    def settings(self) -> Settings:
        return self.edition.survey.settings

    @property
    def entry(self) -> str:
        return self.judged.entry.id


def write_archive(settings: Settings, branch: str, target: Path) -> Path:
    """Pack a branch's year, for its owner alone to read; returns `target`.

    Raises ConfigurationError for the public edition and for a year without a register, RecordsRefusedError with every 错误
    in the records, LeakError where the gate finds what the audience may not see: the file that is there already stays.
    """
    if settings.audience is Audience.PUBLIC:
        raise ConfigurationError("公开版没有台账，不出归档包。请写 --audience internal 或者 --audience restricted。")
    write_private(target, to_bag(_bag(_judged(settings, branch))))
    return target


def _judged(settings: Settings, branch: str) -> _Unit:
    surveyed = survey(replace(settings, scope=Scope(kind="branch", id=branch)))
    (judged,) = judge_sound(surveyed, "台账或标准有错误，没有打包。") or (None,)
    view = BranchView.of(judged, settings.audience, alone=True) if judged else None
    if judged is None or view is None:
        raise RecordsRefusedError("台账或标准有错误，没有打包。", list(surveyed.problems))
    if settings.year not in view.dossier.registers:
        hint = "、".join(map(str, view.dossier.registers)) or "一年也没有"
        raise ConfigurationError(f"{view.dossier.profile.name}没有 {settings.year} 年度台账。有台账的年份：{hint}。")
    return _Unit(edition=Edition.of(surveyed), judged=judged, view=view)


def _bag(unit: _Unit) -> Bag:
    site, year = unit.edition.site, unit.settings.year
    registers = dict(_registers(unit))
    payload = {
        **{f"{unit.entry}-{year}.pdf": data for data in _branch_file(unit)},
        f"{unit.entry}-{year}.xlsx": _workbook(unit),
        "evidence.csv": _evidence(unit),
        **{f"records/{name}": data for name, (data, _) in registers.items()},
    }
    excerpts = tuple(name for name, (_, whole) in registers.items() if not whole)
    contents = ArchiveContents(unit.entry, unit.view.dossier.profile.name, tuple(payload), excerpts)
    notes = {"README.txt": archive_note(site, contents).encode("utf-8-sig")}
    _guard(unit, payload | notes)
    told = {
        "Source-Organization": f"{site.institution.name}{unit.view.dossier.profile.name}",
        "External-Identifier": f"{unit.entry}-{year}",
        "External-Description": f"{year}年度归档包，{site.audience.label}，截至{site.as_of.isoformat()}",
    }
    return Bag(name=f"{unit.entry}-{year}", day=site.as_of, payload=payload, notes=notes, told=told)


def _branch_file(unit: _Unit) -> Iterator[bytes]:
    """The branch's file on paper; none where the branch has none that year."""
    made = (row.make(unit.edition.site, unit.view) for row in UNIT_PRINTS if row.option == "branches")
    yield from (compile_pdf(source, unit.settings.typefaces) for source in made if source is not None)


def _workbook(unit: _Unit) -> bytes:
    made, _ = branch_workbook(unit.edition.survey, records_shown, unit.judged.entry)
    (content,) = guarded_contents([made] if made else [], tuple)
    return to_xlsx(content)


def _evidence(unit: _Unit) -> bytes:
    rows = paper_trails(current_year(unit.edition.site, unit.view))
    table = FlatTable("佐证索引", tuple((name, FieldKind.TEXT) for name in TRAIL_COLUMNS), rows, ())
    return to_csv(table, marked=True).encode()


def _registers(unit: _Unit) -> Iterator[tuple[str, tuple[bytes, bool]]]:
    """The files of the branch that the audience may see: their bytes, and whether that is all of them."""
    seen = seen_records(unit.judged, unit.view)
    for file in RECORD_FILES:
        path = _path(unit, file)
        if file.owner is Owner.BRANCH and path.name in seen:
            data, place = path.read_bytes(), display_path(path, unit.settings.root)
            raw, _ = placed_tree(place, data.decode())
            kept = seen[path.name].kept(raw or {})
            yield path.name, (data if kept.whole else _excerpt(kept, unit), kept.whole)


def _path(unit: _Unit, file: RecordFile) -> Path:
    parts = {"committee": unit.judged.entry.committee, "branch": unit.entry, "picture": "", "attachment": ""}
    return file.at(unit.settings.records, year=unit.settings.year, **parts)


def _excerpt(kept: KeptFile, unit: _Unit) -> bytes:
    head = f"# {unit.settings.audience.label}：本版不能看的行和栏目没有放进来，全本由支部专人保管。\n"
    return f"{head}{as_yaml(kept.mapping)}".encode()


def _guard(unit: _Unit, files: Mapping[str, bytes]) -> None:
    """Look at every file as it will lie in the package, but for the workbook, whose cells have been looked at."""
    hidden = (*hidden_words(unit.judged, unit.view).words, *unit.edition.hidden_words())
    with TemporaryDirectory() as folder:
        for name, data in files.items():
            if name.endswith(".xlsx"):
                continue
            path = Path(folder) / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(data)
        guard(Path(folder), hidden, lambda: (*unit.edition.seen_words(), *unit.view.texts()))
