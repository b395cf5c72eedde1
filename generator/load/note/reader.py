"""Notes out of a text: each is checked, read and validated as a row of a register is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial

from generator.load.note.check import checked
from generator.load.note.text import FoundNote, NoteLine, notes_in
from generator.load.note.tree import knows, tree_of
from generator.load.records import to_record
from generator.load.yaml_tree import YamlMapping
from generator.model.note_format import NoteFormat
from generator.model.note_kinds import NOTE_KINDS
from generator.model.problem import Problem, has_errors
from generator.model.problem_codes import report
from generator.model.record import Record, Source
from generator.model.shape import shape_of
from generator.model.source_text import SourceText

_MOST = 500
"""Lines of a note: the longest that people write have less than a hundred; comparing lines takes the square of it."""

_COPIED = "请回到填它的页面，整段复制，从【{}】到【校验】那一行。"
_ANY = "】或【".join(NOTE_KINDS)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadNote:
    """One note: of which kind, branch (an id or a name) and year, the row as YAML would hold it, and as a record."""

    kind: NoteFormat
    branch: str
    year: int
    source: Source
    tree: YamlMapping
    row: Record


@dataclass(slots=True)
class ReadNotes:
    """The notes of some texts without mistakes, and the Problems of all."""

    notes: list[ReadNote] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    _seen: dict[tuple[str, ...], Source] = field(default_factory=dict)

    def read(self, path: str, text: str) -> None:
        """Add the notes in a text; `path` is what its places are called by."""
        found = [note for note in notes_in(text) if note.head or note.closing or _is_rest(note)]
        if not found:
            told = f"这里没有“{'”“'.join(NOTE_KINDS)}”的记录"
            self.problems.append(report("N101", Source(path, 1, 1), told, _COPIED.format(_ANY)))
        for note in found:
            self._note(note, path, text)

    def _note(self, found: FoundNote, path: str, text: str) -> None:
        fault = _incomplete(found, path)
        kind = found.kind
        if fault is None and kind is not None:
            fault = _unknown_version(found, kind, path)
        if fault is not None or kind is None:
            self.problems += filter(None, (fault,))
            return
        lines, problems = checked(found, path, partial(knows, kind=kind.record))
        self.problems += problems
        if not problems:
            self._complete(kind, found, lines, SourceText(path, text))

    def _complete(self, kind: NoteFormat, found: FoundNote, lines: tuple[NoteLine, ...], text: SourceText) -> None:
        place, named = lines[0].source(text.path), found.named
        if named is None:
            hint = f"首行写成“{kind.head_line('支部编号', 2019)}”这样，支部写文件夹名或全称。"
            self.problems.append(report("N104", place, "首行的支部或年度读不懂", hint))
            return
        first = self._seen.setdefault(tuple(line.said for line in lines), place)
        if first is not place:
            told = f"这一份和 {first} 的一份完全相同"
            self.problems.append(report("N110", place, told, "只读一次；不是同一次的，请核对。"))
            return
        tree, problems = tree_of(lines, kind.record, text)
        row, wrong = to_record(tree, kind.record)
        self.problems += (*problems, *wrong)
        if row is not None and not has_errors(problems):
            self.notes.append(ReadNote(kind=kind, branch=named[1], year=named[2], source=place, tree=tree, row=row))


def read_notes(texts: Iterable[tuple[str, str]]) -> ReadNotes:
    """The notes in texts, each with what it is called; a note that stands in several is read once."""
    made = ReadNotes()
    for path, text in texts:
        made.read(path, text)
    return made


def _is_rest(note: FoundNote) -> bool:
    """Whether lines without first and last one are the rest of a note: no mail header has two of the required keys."""
    paths = {line.path for line in note.lines}
    return any(len(_required(kind) & paths) > 1 for kind in NOTE_KINDS.values())


def _required(kind: NoteFormat) -> set[str]:
    return {shape.label for shape in shape_of(kind.record) if shape.required}


def _incomplete(note: FoundNote, path: str) -> Problem | None:
    if note.head is None or note.kind is None:
        first = next(_telling(note), note.closing)
        place = first.source(path) if first else Source(path, 1, 1)
        told = f"这里是一份记录的内容，前面没有【{_ANY}】那一行"
        return report("N103", place, told, _COPIED.format(_ANY))
    copied = _COPIED.format(note.kind.title)
    if note.closing is None:
        last = [*_telling(note)][-1:] or [note.head]
        return report("N102", last[0].source(path), "记录到这一行就断了，没有【校验】那一行", copied)
    if len(note.lines) > _MOST:
        return report("N106", note.closing.source(path), f"一份记录不会多于 {_MOST} 行", copied)
    return None


def _unknown_version(note: FoundNote, kind: NoteFormat, path: str) -> Problem | None:
    if note.head is None or note.named is None or note.named[0] == kind.version:
        return None
    told = f"这是第 {note.named[0]} 版的记录，程序只认第 {kind.version} 版"
    return report("N104", note.head.source(path), told, "请打开本校网站上的页面重新填；程序旧了的，请工程人员更新。")


def _telling(note: FoundNote) -> Iterator[NoteLine]:
    """The lines that begin with a key of its kind; of any kind where it does not say which it is."""
    kinds = (note.kind,) if note.kind else tuple(NOTE_KINDS.values())
    return (line for line in note.lines if any(knows(line, kind.record) for kind in kinds))
