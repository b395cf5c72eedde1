"""Addresses of PDFs that are about one unit; `urls` has the rest."""

from __future__ import annotations

from generator.present.kit.urls import branch_path


def branch_file_pdf(id: str, year: int) -> str:
    """The file of a branch of one year."""
    return f"{branch_path(id)}{year}-file.pdf"
