"""记一次会: the form on which a secretary notes one activity on a phone, as data for a script, on the site and in one file.

It holds no records and sends nothing.  Fields, forms of each kind of activity, rules, patterns and the format of the text
come from where they are declared; `zhibu import note` reads what it gives.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from generator.model import note_format
from generator.model.example import ExampleContext
from generator.model.fields import LONGEST_NAME, LONGEST_TEXT
from generator.model.files import declared_forms
from generator.model.kinds import ActivityKind
from generator.model.placeholders import Slot
from generator.model.problem_codes import CODES
from generator.model.record import Record, RecordRule
from generator.model.records.activity import Activity
from generator.model.rule_terms import MessagePart, RuleClause, RuleTerm, Verb, clause_of, message_of
from generator.model.shape import FieldKind, FieldShape, shape_of
from generator.present.kit.slots import SlotContext
from generator.present.kit.templates import render
from generator.present.kit.urls import NOTE_CORE, NOTE_FILE, NOTE_SCRIPT, NOTE_STYLE, url
from generator.validate.privacy import PERSONAL_DATA

_LONGEST = {FieldKind.NAME: LONGEST_NAME, FieldKind.TEXT: LONGEST_TEXT}


def _on_site(at: SlotContext) -> str:
    links = {"core": url(at.path, NOTE_CORE), "script": url(at.path, NOTE_SCRIPT), "style": url(at.path, NOTE_STYLE)}
    return render("forms/meeting_note", data=_json(at.site.example_context), file=url(at.path, NOTE_FILE), **links)


SLOTS = {Slot.MEETING_NOTE: _on_site}


def in_one_file(context: ExampleContext, core: str, script: str, style: str) -> str:
    """The form with its scripts and style in one HTML file, to be kept on a device and opened from there."""
    data = _json(context)
    return render("forms/note_file", institution=context.institution, data=data, core=core, script=script, style=style)


def note_data(context: ExampleContext) -> dict[str, Any]:
    """Everything that the script has to know; examples are of the institution's own year."""
    return {
        "format": _format(),
        "fields": context.apply([_field(shape) for shape in shape_of(Activity)]),
        "kinds": _kinds(),
        "common": sorted(_common()),
        "needed": sorted(_needed()),
        "rules": [_rule(rule, path) for path, rule in _rules(Activity, ())],
        "severities": {code: known.severity.value for code, known in CODES.items() if code[0] in "RV"},
        "personal": [row._asdict() for row in PERSONAL_DATA],
    }


def _json(context: ExampleContext) -> str:
    return json.dumps(note_data(context), ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _format() -> dict[str, Any]:
    return {
        "title": note_format.TITLE,
        "version": note_format.VERSION,
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


def _forms() -> dict[str, frozenset[str]]:
    """The paths of the fields on the form of each kind of activity that has one."""
    forms = (form for form in declared_forms() if form.record is Activity)
    return {
        form.layout.about or "": frozenset(".".join(each.path) for each in form.fields if each.path) for form in forms
    }


def _common() -> frozenset[str]:
    """The paths that stand on more than one form: what is asked of kinds of activity without a form of their own."""
    counted = Counter(path for paths in _forms().values() for path in paths)
    return frozenset(path for path, forms in counted.items() if forms > 1)


def _kinds() -> dict[str, list[str]]:
    return {kind.value: sorted(_forms().get(kind, _common())) for kind in ActivityKind}


def _needed() -> set[str]:
    """The top-level keys that a rule asks for with some kind of activity: these are not folded away."""
    clauses = (clause_of(text) for rule in Activity.RULES for text in rule.broken)
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
