"""The press: makes a PDF of the Typst sources in the working folder, as a program of its own.

    python press.py < job.json > complaint.json

The engine keeps what it has worked out, 200 MB for a handbook, until its process ends; so it has one to itself, which
imports nothing of the rest.
"""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime

import typst


def main() -> None:
    """Write `made.pdf`, or say on the standard output what the engine complains of: its diagnostic and message."""
    job = json.load(sys.stdin.buffer)
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=job["fonts"])
    complaints: list[typst.TypstWarning | typst.TypstError] = []
    try:
        _, warnings = typst.compile_with_warnings(
            "main.typ",
            root=".",
            output="made.pdf",
            font_paths=fonts,
            ignore_system_fonts=True,
            sys_inputs=job["inputs"],
            pdf_standards=job["standards"],
            timestamp=datetime.fromtimestamp(job["timestamp"], UTC),
        )
    except typst.TypstError as error:
        complaints.append(error)
    else:
        complaints += warnings
    complaint = {"diagnostic": complaints[0].diagnostic, "message": complaints[0].message} if complaints else None
    sys.stdout.buffer.write(json.dumps(complaint).encode())


if __name__ == "__main__":
    main()
