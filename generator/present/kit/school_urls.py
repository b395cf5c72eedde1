"""Addresses of what 学校 makes known: activities, honours, projects, pairings, and the lists of observation points."""

from __future__ import annotations

POINTS_LIST, POINTS_ROUTE = "points/list/", "points/route/"
POINTS_SCRIPT = "assets/zhibu/points.js"
ROUTE_SCRIPT = "assets/zhibu/route.js"


def campaigns_path(year_folder: str = "") -> str:
    """The activities of a year for many branches."""
    return f"campaigns/{year_folder}"


def honours_path(year_folder: str = "") -> str:
    """Who was selected and awarded in a year."""
    return f"honours/{year_folder}"


def projects_path(year_folder: str = "") -> str:
    """The themed projects of a year: the first page."""
    return f"projects/{year_folder}"


def project_path(id: str) -> str:
    """One themed project."""
    return f"project/{id}/"


def pairings_path(year_folder: str = "") -> str:
    """Whom branches are paired with: the first page of a year."""
    return f"pairings/{year_folder}"


def institution_duties_path() -> str:
    """The first page of what 学校 and its committees show about their own duties, standard by standard."""
    return "institution/duties/"


def institution_charts_path() -> str:
    """What all committees sum to, drawn."""
    return "institution/charts/"
