"""Samples and JSON Schemas: the sample of every kind of file is read without a problem and fits the schema."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator, FormatChecker

from generator.load.records import read_record
from generator.model.files import RECORD_FILES
from generator.model.record import Record
from generator.model.record_file import RecordFile
from generator.model.sample import sample, sample_text
from generator.model.schema import json_schema
from generator.model.shape import shape_of

FILES = [file for file in RECORD_FILES if file.record is not None]


class Loader(yaml.SafeLoader):
    """YAML as editors check it: JSON's values, and days as text."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - PyYAML's own way
        first: [row for row in rows if row[0] != "tag:yaml.org,2002:timestamp"]
        for first, rows in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def kind(file: RecordFile) -> type[Record]:
    assert file.record is not None
    return file.record


@cache
def checker_of(id: str) -> Draft202012Validator:
    (file,) = (file for file in FILES if file.id == id)
    schema = json.loads(json_schema(kind(file), file.title))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=FormatChecker())


def faults(file: RecordFile, value: Any) -> list[str]:
    return sorted(str(error.json_path) for error in checker_of(file.id).iter_errors(value))


@pytest.mark.parametrize("file", FILES, ids=[file.id for file in FILES])
def test_the_sample_is_read_without_a_problem_and_fits_the_schema(file: RecordFile, tmp_path: Path) -> None:
    text = sample_text(kind(file))
    (tmp_path / "2019.yml").write_text(text, encoding="utf-8")
    record, problems = read_record(tmp_path / "2019.yml", tmp_path, kind(file))
    assert problems == []
    assert record is not None
    assert all(getattr(record, field.name) not in (None, ()) for field in shape_of(kind(file)))
    assert faults(file, yaml.load(text, Loader)) == []


@pytest.mark.parametrize("file", FILES, ids=[file.id for file in FILES])
def test_the_schema_finds_what_is_missing_unknown_or_of_another_type(file: RecordFile) -> None:
    good = yaml.load(sample_text(kind(file)), Loader)
    for field in shape_of(kind(file)):
        if field.required:
            assert faults(file, {key: value for key, value in good.items() if key != field.label}) == ["$"]
        assert faults(file, good | {field.label: None})
    assert faults(file, good | {"unknown": 1}) == ["$"]


@pytest.mark.parametrize(
    ("where", "value"), [("日期", "2019-02-30"), ("应到", -1), ("应到", "十八"), ("类型", ["开会"]), ("时间", "下午")]
)
def test_the_schema_of_a_register_knows_days_counts_and_choices(where: str, value: object) -> None:
    (file,) = (file for file in FILES if file.id == "register")
    good = yaml.load(sample_text(kind(file)), Loader)
    good["活动"][0][where] = value
    assert len(faults(file, good)) == 1


def test_a_sample_has_every_field_at_every_depth() -> None:
    def keys(of: type[Record], value: dict[str, Any]) -> None:
        for field in shape_of(of):
            inner = value[field.label]
            if field.record is not None:
                keys(field.record, inner[0] if field.many else inner)

    for file in FILES:
        keys(kind(file), sample(kind(file)))


def test_what_yaml_would_misread_is_quoted() -> None:
    (showcase,) = (file for file in FILES if file.id == "showcase")
    text = sample_text(kind(showcase))
    assert '标准: "3.5"' in text
    assert '自: "14:30"' in text
    assert "文件: photos/room.jpg" in text
