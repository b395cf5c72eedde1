"""Notes of activities out of a text: each is checked, read and validated as a row of a register is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial

from generator.load.note.check import checked
from generator.load.note.text import FoundNote, NoteLine, notes_in
from generator.load.note.tree import knows, tree_of
from generator.load.records import to_record
from generator.load.yaml_tree import YamlMapping
from generator.model.note_format import TITLE, VERSION, head_line
from generator.model.problem import Problem, has_errors
from generator.model.problem_codes import report
from generator.model.record import Source
from generator.model.records.activity import Activity
from generator.model.shape import shape_of
from generator.model.source_text import SourceText

_MOST = 500
"""Lines of a note: the longest that people write have less than a hundred; comparing lines takes the square of it."""

_COPIED = "请回到记一次会的页面，整段复制，从【记一次会】到【校验】那一行。"
_knows = partial(knows, kind=Activity)


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityNote:
    """One activity as a note tells it: of which branch (an id or a name) and year, and the row as YAML would hold it."""

    branch: str
    year: int
    source: Source
    tree: YamlMapping
    activity: Activity


@dataclass(slots=True)
class ReadNotes:
    """The notes of some texts without mistakes, and the Problems of all."""

    notes: list[ActivityNote] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    _seen: dict[tuple[str, ...], Source] = field(default_factory=dict)

    def read(self, path: str, text: str) -> None:
        """Add the notes in a text; `path` is what its places are called by."""
        found = [note for note in notes_in(text) if note.head or note.closing or _is_rest(note)]
        if not found:
            told = f"这里没有“{TITLE}”的记录"
            self.problems.append(report("N101", Source(path, 1, 1), told, _COPIED))
        for note in found:
            self._note(note, path, text)

    def _note(self, found: FoundNote, path: str, text: str) -> None:
        fault = _incomplete(found, path) or _unknown_version(found, path)
        if fault is not None:
            self.problems.append(fault)
            return
        lines, problems = checked(found, path, _knows)
        self.problems += problems
        if problems:
            return
        self._complete(found, lines, SourceText(path, text))

    def _complete(self, found: FoundNote, lines: tuple[NoteLine, ...], text: SourceText) -> None:
        place, named = lines[0].source(text.path), found.named
        if named is None:
            hint = f"首行写成“{head_line('支部编号', 2019)}”这样，支部写文件夹名或全称。"
            self.problems.append(report("N104", place, "首行的支部或年度读不懂", hint))
            return
        first = self._seen.setdefault(tuple(line.said for line in lines), place)
        if first is not place:
            told = f"这一份和 {first} 的一份完全相同"
            self.problems.append(report("N110", place, told, "只读一次；不是同一次会的，请核对。"))
            return
        tree, problems = tree_of(lines, Activity, text)
        activity, wrong = to_record(tree, Activity)
        self.problems += (*problems, *wrong)
        if activity is not None and not has_errors(problems):
            self.notes.append(ActivityNote(branch=named[1], year=named[2], source=place, tree=tree, activity=activity))


def read_notes(texts: Iterable[tuple[str, str]]) -> ReadNotes:
    """The notes in texts, each with what it is called; a note that stands in several is read once."""
    made = ReadNotes()
    for path, text in texts:
        made.read(path, text)
    return made


def _is_rest(note: FoundNote) -> bool:
    """Whether lines without first and last one are the rest of a note: no mail header has two of the required keys."""
    required = {shape.label for shape in shape_of(Activity) if shape.required}
    return len(required & {line.path for line in note.lines}) > 1


def _incomplete(note: FoundNote, path: str) -> Problem | None:
    if note.head is None:
        first = next(_telling(note), note.closing)
        place = first.source(path) if first else Source(path, 1, 1)
        return report("N103", place, f"这里是一份记录的内容，前面没有【{TITLE}】那一行", _COPIED)
    if note.closing is None:
        last = [*_telling(note)][-1:] or [note.head]
        return report("N102", last[0].source(path), "记录到这一行就断了，没有【校验】那一行", _COPIED)
    if len(note.lines) > _MOST:
        return report("N106", note.closing.source(path), f"一份记录不会多于 {_MOST} 行", _COPIED)
    return None


def _unknown_version(note: FoundNote, path: str) -> Problem | None:
    if note.head is None or note.named is None or note.named[0] == VERSION:
        return None
    told = f"这是第 {note.named[0]} 版的记录，程序只认第 {VERSION} 版"
    return report("N104", note.head.source(path), told, "请打开本校网站上的页面重新填；程序旧了的，请工程人员更新。")


def _telling(note: FoundNote) -> Iterator[NoteLine]:
    return filter(_knows, note.lines)
