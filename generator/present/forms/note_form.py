"""记一次会 and 记一次观摩: forms on which one row of a register is noted on a phone, as data for a script.

They stand on the site, and each in one file.  They hold no records and send nothing.  Fields, rules, patterns and the format
of the text come from where they are declared; `zhibu import note` reads what they give.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.model import note_format
from generator.model.fields import LONGEST_NAME, LONGEST_TEXT
from generator.model.files import declared_forms
from generator.model.kinds import ActivityKind
from generator.model.note_format import NoteFormat
from generator.model.note_kinds import MEETING_NOTE, VISIT_NOTE
from generator.model.placeholders import Slot
from generator.model.problem_codes import CODES
from generator.model.record import Record, RecordRule
from generator.model.rule_terms import MessagePart, RuleClause, RuleTerm, Verb, clause_of, message_of
from generator.model.shape import FieldKind, FieldShape, kinds_within, shape_of
from generator.present.kit.site import Site
from generator.present.kit.slots import SlotContext
from generator.present.kit.templates import render
from generator.present.kit.urls import NOTE_CORE, NOTE_FILE, NOTE_SCRIPT, NOTE_STYLE, VISIT_NOTE_FILE, url
from generator.validate.privacy import PERSONAL_DATA

_LONGEST = {FieldKind.NAME: LONGEST_NAME, FieldKind.TEXT: LONGEST_TEXT}


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteForm:
    """One form: where it stands, the file that holds all of it, and what it says in words of its own.

    `draft` is what a browser keeps a draft under; `year` and `ahead` are told beside the year and of a day to come; `opened`
    are lists that begin with a row though no rule asks for one.
    """

    kind: NoteFormat
    slot: Slot
    file: str
    draft: str
    year: str
    ahead: str
    opened: frozenset[str] = frozenset()


NOTE_FORMS = (
    NoteForm(
        kind=MEETING_NOTE,
        slot=Slot.MEETING_NOTE,
        file=NOTE_FILE,
        draft="zhibu-note",
        year="记在哪一年的台账里；次年初开的组织生活会、民主评议，写上一年",
        ahead="还没有开的不要先记。",
    ),
    NoteForm(
        kind=VISIT_NOTE,
        slot=Slot.VISIT_NOTE,
        file=VISIT_NOTE_FILE,
        draft="zhibu-visit-note",
        year="记在哪一年的台账里",
        ahead="还没有去的不要先记。",
        opened=frozenset({"会前"}),
    ),
)


def _on_site(form: NoteForm) -> Callable[[SlotContext], str]:
    def fill(at: SlotContext) -> str:
        links = {
            "core": url(at.path, NOTE_CORE),
            "script": url(at.path, NOTE_SCRIPT),
            "style": url(at.path, NOTE_STYLE),
        }
        data, file = _json(form, at.site), url(at.path, form.file)
        return render("forms/note_page", title=form.kind.title, data=data, file=file, **links)

    return fill


SLOTS = {form.slot: _on_site(form) for form in NOTE_FORMS}


def in_one_file(form: NoteForm, site: Site, core: str, script: str, style: str) -> str:
    """The form with its scripts and style in one HTML file, to be kept on a device and opened from there."""
    given = {"title": form.kind.title, "institution": site.example_context.institution, "data": _json(form, site)}
    return render("forms/note_file", core=core, script=script, style=style, **given)


def note_data(form: NoteForm, site: Site) -> dict[str, Any]:
    """Everything that the script has to know; examples are of the institution's own year."""
    record = form.kind.record
    return {
        "format": _format(form.kind),
        "draft": form.draft,
        "told": {"year": form.year, "ahead": form.ahead},
        "fields": site.example_context.apply([_field(shape) for shape in shape_of(record)]),
        "kinds": _kinds(record),
        "common": sorted(_common(record)),
        "needed": sorted(_needed(record) | form.opened),
        "rules": [_rule(rule, path) for path, rule in _rules(record, ())],
        "severities": {code: known.severity.value for code, known in CODES.items() if code[0] in "RVN"},
        "personal": [row._asdict() for row in PERSONAL_DATA],
        "known": _known(record, site),
    }


def _known(record: type[Record], site: Site) -> Mapping[str, list[tuple[str, str]]]:
    """Values that are offered for fields of a kind, each with its name: those that this edition shows anyway."""
    branches = [(row.branch.id, row.branch.name) for row in site.index.showcases]
    standards = [(row.id, row.name) for row in site.default.standards.values()]
    found = {FieldKind.BRANCH: branches, FieldKind.STANDARD: standards}
    asked = {shape.kind for each in kinds_within(record) for shape in shape_of(each)}
    return {kind.value: rows for kind, rows in found.items() if kind in asked}


def _json(form: NoteForm, site: Site) -> str:
    return json.dumps(note_data(form, site), ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _format(kind: NoteFormat) -> dict[str, Any]:
    return {
        "title": kind.title,
        "version": kind.version,
        "check": note_format.CHECK,
        "step": note_format.STEP,
        "steps": note_format.STEP_FORMS,
        "list": note_format.LIST,
        "space": note_format.NOTE_SPACE,
        "digits": note_format.DIGITS,
        "lineDigits": note_format.LINE_DIGITS,
        "allDigits": note_format.ALL_DIGITS,
    }


def _field(shape: FieldShape, above: tuple[str, ...] = ()) -> dict[str, Any]:
    """A field as the script reads it; what does not hold of it is left out."""
    own = (*above, shape.label)
    given: dict[str, Any] = {
        "key": shape.label,
        "path": ".".join(own),
        "kind": shape.kind.value,
        "hint": shape.hint,
        "many": shape.many,
        "required": shape.required,
        "choices": shape.choices,
        "longest": _LONGEST.get(shape.kind),
        "initial": _initial(shape),
        "example": shape.example if isinstance(shape.example, str) else "",
        "fields": [_field(each, own) for each in shape_of(shape.record)] if shape.record else [],
    }
    return {name: value for name, value in given.items() if value not in (None, False, "", (), [])}


def _initial(shape: FieldShape) -> str | None:
    """What a field is worth where it is left out."""
    return None if shape.default is None or shape.many else str(shape.default)


def _forms(record: type[Record]) -> dict[str, frozenset[str]]:
    """The paths of the fields on the forms of a record kind, by the kind of activity that they are for, if any."""
    found: dict[str, frozenset[str]] = {}
    for form in declared_forms():
        if form.record is record:
            about = form.layout.about or ""
            own = (".".join(each.path) for each in form.fields if each.path)
            found[about] = found.get(about, frozenset()).union(own)
    return found


def _common(record: type[Record]) -> frozenset[str]:
    """What is asked where no kind of activity says more: the paths of the one form, or those on more than one."""
    forms = _forms(record)
    counted = Counter(path for paths in forms.values() for path in paths)
    return frozenset(path for path, number in counted.items() if number > 1 or len(forms) == 1)


def _kinds(record: type[Record]) -> dict[str, list[str]]:
    """What is asked of each kind of activity; empty for rows that have no such kinds."""
    forms = _forms(record)
    if "" in forms:
        return {}
    return {kind.value: sorted(forms.get(kind, _common(record))) for kind in ActivityKind}


def _needed(record: type[Record]) -> set[str]:
    """The top-level keys that a rule asks for: these are not folded away."""
    clauses = (clause_of(text) for rule in record.RULES if not rule.each for text in rule.broken)
    return {clause.left[0].path[0] for clause in clauses if clause.verb is Verb.LACKING}


def _rules(kind: type[Record], path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], RecordRule]]:
    """The rules of a record kind and of those within it, with the path of keys that leads to the kind."""
    yield from ((path, rule) for rule in kind.RULES)
    for shape in shape_of(kind):
        if shape.record is not None:
            yield from _rules(shape.record, (*path, shape.label))


def _rule(rule: RecordRule, path: tuple[str, ...]) -> dict[str, Any]:
    return {
        "code": rule.code,
        "of": path,
        "each": tuple(filter(None, rule.each.split("."))),
        "at": rule.at,
        "broken": [_clause(clause_of(text)) for text in rule.broken],
        "message": [_part(part) for part in message_of(rule.message)],
        "hint": rule.hint,
    }


def _clause(clause: RuleClause) -> dict[str, Any]:
    return {
        "verb": clause.verb.value,
        "left": [_term(term) for term in clause.left],
        "right": [_term(term) for term in clause.right],
        "words": clause.words,
    }


def _term(term: RuleTerm) -> dict[str, Any]:
    return {
        "sign": term.sign,
        "path": term.path,
        "outer": term.outer,
        "orZero": term.or_zero,
        "number": term.number,
    }


def _part(part: MessagePart) -> dict[str, Any]:
    return {"text": part.text, "value": [_term(term) for term in part.value], "named": part.named}
