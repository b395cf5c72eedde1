"""Bags: what RFC 8493 asks of one, and that their bytes depend on nothing but what is in them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from hashlib import sha256

from generator.formats.bag import Bag, to_bag

BAG = Bag(
    name="aa-1-2019",
    day=date(2019, 11, 25),
    payload={"甲.csv": "日期".encode(), "records/2019.yml": b"a" * 10},
    notes={"README.txt": b"b"},
    told={"Source-Organization": "甲学院"},
)


def unpacked(data: bytes) -> Mapping[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def sums(files: Mapping[str, bytes], manifest: str) -> dict[str, str]:
    lines = files[f"aa-1-2019/{manifest}"].decode().splitlines()
    return {name: told for told, name in (line.split("  ", 1) for line in lines)}


def test_every_file_has_its_sum() -> None:
    files = unpacked(to_bag(BAG))
    kept, tags = sums(files, "manifest-sha256.txt"), sums(files, "tagmanifest-sha256.txt")
    assert list(kept) == ["data/records/2019.yml", "data/甲.csv"]
    assert list(tags) == ["README.txt", "bag-info.txt", "bagit.txt", "manifest-sha256.txt"]
    assert {f"aa-1-2019/{name}" for name in (*kept, *tags, "tagmanifest-sha256.txt")} == files.keys()
    for name, told in (kept | tags).items():
        assert told == sha256(files[f"aa-1-2019/{name}"]).hexdigest()


def test_what_a_bag_says_of_itself() -> None:
    files = unpacked(to_bag(BAG))
    assert files["aa-1-2019/bagit.txt"] == b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
    assert files["aa-1-2019/bag-info.txt"].decode() == (
        "Source-Organization: 甲学院\nBagging-Date: 2019-11-25\nPayload-Oxum: 16.2\n"
    )


def test_the_order_of_files_makes_no_difference() -> None:
    assert to_bag(replace(BAG, payload=dict(reversed([*BAG.payload.items()])))) == to_bag(BAG)
