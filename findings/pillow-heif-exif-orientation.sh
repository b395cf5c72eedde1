#!/usr/bin/env bash
# pillow-heif 1.8.1: a picture saved as HEIC with `exif=` keeps the orientation that it holds, but the file is given no turn of
# its own (`irot`), and on opening the orientation reads 1: the picture lies on its side, and nothing says so any more.  Where
# the same EXIF block comes in the picture's `info`, the file is turned.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check Pillow==13.0.0 pillow-heif==1.8.1
"$work/venv/bin/python" - "$work/a.heic" <<'PY'
import sys
from pillow_heif import register_heif_opener
from PIL import Image, ImageOps

register_heif_opener()
exif = Image.Exif()
exif[0x0112] = 6  # the picture lies on its side: turn it a quarter to the right


def back(way):
    image = Image.new("RGB", (80, 40))
    if way == "info":
        image.info["exif"] = exif.tobytes()
    image.save(sys.argv[1], **({"exif": exif} if way == "exif=" else {}))
    with open(sys.argv[1], "rb") as file:
        turns = b"irot" in file.read()
    with Image.open(sys.argv[1]) as opened:
        orientation = opened.getexif().get(0x0112)
        return way, turns, orientation, opened.info["original_orientation"], ImageOps.exif_transpose(opened).size


seen = [back("info"), back("exif=")]
for row in seen:
    print("EXIF given by, irot, orientation, original orientation, upright size:", *row)
# seen on 2026-11-28, 80 × 40 pixels that stand upright as 40 × 80:
#   info True 1 6 (40, 80)
#   exif= False 1 6 (80, 40)
sys.exit(seen != [("info", True, 1, 6, (40, 80)), ("exif=", False, 1, 6, (80, 40))])
PY
