"""The addresses of the pages of 考核验收 and selection, below those of `urls`."""

from __future__ import annotations

from generator.present.kit.urls import INSTITUTION, branch_path, committee_path


def review_book_path(id: str, year_folder: str = "") -> str:
    """The sheet on which reviewers of a branch write, standard by standard."""
    return f"{branch_path(id, year_folder)}review-book/"


def nomination_path(id: str, year_folder: str = "") -> str:
    """Evidence and open gaps of a branch that was proposed for selection."""
    return f"{branch_path(id, year_folder)}nomination/"


def committee_appraisal_path(id: str, year_folder: str = "") -> str:
    """The steps of 考核验收 of a committee's branches, and what is kept of them."""
    return f"{committee_path(id)}appraisal/{year_folder}"


def institution_appraisal_path(year_folder: str = "") -> str:
    """The same of 学校: coverage, draws, nominations."""
    return f"{INSTITUTION}appraisal/{year_folder}"
