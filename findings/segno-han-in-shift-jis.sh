#!/usr/bin/env bash
# segno 1.6.6: an address with Chinese goes into a QR code as Shift_JIS, without a word in the code that says so (ECI), if that
# Japanese encoding happens to have all its characters, and as UTF-8 if it lacks one: …/党支部/ is the one, …/党支部/党员/ the
# other.  Of the first, jsQR 1.4.0, which web pages scan with, finds the code and gives an empty text; zxing-cpp 3.1.1 guesses
# right.  So a sign that was tried with one address fails with the next.  `encoding="utf-8"` is read by both.  Needs pip, npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check segno==1.6.6 zxing-cpp==3.1.1
cd "$work"
npm install --silent --no-audit --no-fund --ignore-scripts jsqr@1.4.0

cat >scan.cjs <<'JS'
const { width, grey } = JSON.parse(require('fs').readFileSync(0, 'utf8'));
const found = require('jsqr')(Uint8ClampedArray.from(grey.flatMap(shade => [shade, shade, shade, 255])), width, width);
console.log(JSON.stringify({ text: found.data, bytes: found.binaryData }));
JS
venv/bin/python - <<'PY'
import json
import subprocess
import sys

import segno
import zxingcpp


def seen(address, **asked):
    """The encoding of the bytes in the code, and what each reader makes of it."""
    rows = list(segno.make_qr(address, **asked).matrix_iter(scale=4, border=4))
    grey = [0 if dark else 255 for row in rows for dark in row]
    picture = json.dumps({"width": len(rows), "grey": grey})
    jsqr = json.loads(subprocess.run(["node", "scan.cjs"], input=picture, capture_output=True, text=True, check=True).stdout)
    held = [name for name in ("shift_jis", "utf-8") if bytes(jsqr["bytes"]) == address.encode(name, "replace")]
    zxing = zxingcpp.read_barcode(memoryview(bytes(grey)).cast("B", (len(rows), len(rows)))).text
    return held, jsqr["text"], zxing


ONE, OTHER = "https://example.edu/党支部/", "https://example.edu/党支部/党员/"
found = [seen(ONE), seen(OTHER), seen(ONE, encoding="utf-8")]
for held, jsqr, zxing in found:
    print(held, "jsQR:", repr(jsqr), "zxing-cpp:", repr(zxing))
# seen on 2026-11-29:
# ['shift_jis'] jsQR: '' zxing-cpp: 'https://example.edu/党支部/'
# ['utf-8'] jsQR: 'https://example.edu/党支部/党员/' zxing-cpp: 'https://example.edu/党支部/党员/'
# ['utf-8'] jsQR: 'https://example.edu/党支部/' zxing-cpp: 'https://example.edu/党支部/'
sys.exit(found != [(["shift_jis"], "", ONE), (["utf-8"], OTHER, OTHER), (["utf-8"], ONE, ONE)])
PY
