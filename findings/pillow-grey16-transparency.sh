#!/usr/bin/env bash
# Pillow 13.0.0: a 16-bit grey PNG with a transparent shade (tRNS) says that it has transparency, but opens as I;16 without an
# alpha channel: whoever asks `has_transparency_data` and then flattens by the alpha channel finds none.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check Pillow==13.0.0
"$work/venv/bin/python" - "$work/grey.png" <<'PY'
import struct, sys, zlib
from PIL import Image

def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

rows = b"\x00" + struct.pack(">HH", 1000, 60000)  # one line: a clear shade and a visible one
with open(sys.argv[1], "wb") as file:
    file.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 2, 1, 16, 0, 0, 0, 0))
               + chunk(b"tRNS", struct.pack(">H", 1000)) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))
with Image.open(sys.argv[1]) as image:
    said = image.has_transparency_data, image.mode, image.getbands(), image.info.get("transparency")
    print("has_transparency_data, mode, bands, transparency:", said)
# seen on 2026-11-28: has_transparency_data, mode, bands, transparency: (True, 'I;16', ('I',), 1000)
sys.exit(said != (True, "I;16", ("I",), 1000))
PY
