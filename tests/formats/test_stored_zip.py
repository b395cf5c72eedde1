"""Zips whose bytes depend on nothing but what is in them."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from hashlib import blake2b

import pytest

from generator.formats.stored_zip import to_zip

FILES = {"b/二.txt": "乙".encode(), "a.txt": b"a" * 1000}


def test_the_bytes_are_the_same_on_every_machine_and_in_any_order() -> None:
    made = to_zip(FILES, date(2019, 11, 25))
    assert made == to_zip(dict(reversed(FILES.items())), date(2019, 11, 25))
    assert blake2b(made, digest_size=8).hexdigest() == "c4dc0d406c59a23d"


@pytest.mark.parametrize(
    ("day", "expected"), [(date(2019, 11, 25), (2019, 11, 25, 0, 0, 0)), (date(1979, 12, 31), (1980, 1, 1, 0, 0, 0))]
)
def test_what_goes_in_comes_out(day: date, expected: tuple[int, ...]) -> None:
    with zipfile.ZipFile(io.BytesIO(to_zip(FILES, day))) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == FILES
        assert archive.namelist() == ["a.txt", "b/二.txt"]
        assert {row.date_time for row in archive.infolist()} == {expected}
        assert {row.external_attr >> 16 for row in archive.infolist()} == {0o644}
