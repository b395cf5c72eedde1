"""A form bears the day since which its lines are as they are: whoever changes its lines changes the day.

`GOLDEN=1 pytest tests/model/test_form_revisions.py` writes down forms that are new or have a later day.
"""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import yaml

from generator.model.files import declared_forms
from generator.model.form import Form

KNOWN = Path(__file__).with_name("form_revisions.yml")


def told(form: Form) -> str:
    """What a hand sees of a form, in a few letters."""
    lines = (repr(field) for field in form.fields)
    tables = (repr((table.label, table.rows, table.first, table.hint)) for table in form.tables)
    layout = form.layout
    head = repr((layout.title, layout.note, layout.signatures, form.heading))
    return hashlib.sha256("\n".join((head, *lines, *tables)).encode()).hexdigest()[:12]


def revisions() -> dict[str, dict[str, str]]:
    return {
        form.layout.id: {"表号": form.layout.number, "修订": str(form.layout.revised), "内容": told(form)}
        for form in declared_forms()
    }


def unrevised(before: Mapping[str, Mapping[str, str]], now: Mapping[str, Mapping[str, str]]) -> list[str]:
    """Forms whose lines have changed while their day has not, and forms whose number has changed."""
    both = [(id, before[id], row) for id, row in now.items() if id in before]
    silent = (id for id, old, new in both if old["内容"] != new["内容"] and old["修订"] == new["修订"])
    return [*silent, *(id for id, old, new in both if old["表号"] != new["表号"])]


def test_no_form_changes_without_a_new_day() -> None:
    before = yaml.load(KNOWN.read_text(encoding="utf-8"), yaml.BaseLoader) if KNOWN.exists() else {}
    assert unrevised(before, revisions()) == []
    if os.environ.get("GOLDEN"):
        KNOWN.write_text(yaml.safe_dump(revisions(), allow_unicode=True, sort_keys=False), encoding="utf-8")
    assert yaml.load(KNOWN.read_text(encoding="utf-8"), yaml.BaseLoader) == revisions()


def test_a_changed_form_is_noticed() -> None:
    one = {"表号": "支01", "修订": "2026-11-28", "内容": "a"}
    assert unrevised({"x": one}, {"x": one | {"内容": "b"}}) == ["x"]
    assert unrevised({"x": one}, {"x": one | {"内容": "b", "修订": "2026-12-01"}, "y": one}) == []
    assert unrevised({"x": one}, {"x": one | {"表号": "支02"}}) == ["x"]


def test_no_two_forms_have_one_number() -> None:
    assert [
        number for number, times in Counter(row.layout.number for row in declared_forms()).items() if times > 1
    ] == []
