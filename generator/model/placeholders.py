"""Placeholders in prose: slots, `<!-- slot: NAME -->`, and values, `[[NAME]]`."""

from __future__ import annotations

from enum import StrEnum


class Slot(StrEnum):
    """A placeholder that is replaced by HTML rendered from standards and records."""

    STANDARD_HEAD = "standard-head"
    STANDARD_DEMAND = "standard-demand"
    STANDARD_NUMBERS = "standard-numbers"
    STANDARD_PROCEDURE = "standard-procedure"
    STANDARD_TOOLS = "standard-tools"
    STANDARD_GAP = "standard-gap"
    STANDARD_POINTS = "standard-points"
    STANDARD_BASIS = "standard-basis"
    STANDARD_CHANGES = "standard-changes"
    SET_DIFFERENCES = "set-differences"
    RECENT_CHANGES = "recent-changes"
    ASPECT_STANDARDS = "aspect-standards"
    ASPECT_PLAN = "aspect-plan"
    HOME_MOMENTS = "home-moments"
    HOME_ROLES = "home-roles"
    HOME_MONTH = "home-month"
    HOME_ASPECTS = "home-aspects"
    HOME_NOTICE = "home-notice"
    HOME_PRINTS = "home-prints"
    FORMS_PRINTS = "forms-prints"
    ROLE_PRINTS = "role-prints"
    ROLE_YEAR = "role-year"
    ROLE_WAYS = "role-ways"
    PRINTS = "prints"
    HOME_SHOWCASES = "home-showcases"
    STANDARDS = "standards"
    ROUNDS = "rounds"
    CHECKLIST = "checklist"
    SOURCES = "sources"
    PROCESS = "development-process"
    DATE_CALCULATOR = "development-dates"
    MEETING_NOTE = "meeting-note"
    VISIT_NOTE = "visit-note"
    READINGS = "readings"
    PLAN_HEAD = "plan-head"
    PLAN_TIMELINE = "plan-timeline"
    PLAN_PHASES = "plan-phases"
    PLAN_GOALS = "plan-goals"
    PLAN_DOCUMENTS = "plan-documents"
    PLAN_HANDOUTS = "plan-handouts"
    PLAN_CALENDAR = "plan-calendar"
    COMMITTEES = "committees"
    SHOWCASES = "showcases"
    SHOWCASES_BY_NEED = "showcases-by-need"
    FINDER = "finder"
    SHOWCASE_HEAD = "showcase-head"
    SHOWCASE_SHEETS = "showcase-sheets"
    SHOWCASE_TAIL = "showcase-tail"


class Value(StrEnum):
    """A placeholder in running text that is replaced by a word or number from the standards and the year."""

    YEAR = "year"
    INSTITUTION = "institution"
    ASPECT = "aspect"
    PLAN = "plan"
    ASPECTS = "aspects"
    STANDARDS = "standards"
    THEME_DAY = "theme-day"
    THEME_DAYS = "theme-days"


class Block(StrEnum):
    """What stands in a page as a paragraph of its own, `[[forms]]`, and becomes Markdown made from what is declared."""

    MOMENTS = "moments"
    FORMS = "forms"
    SAMPLES = "samples"
    RECORD_FILES = "record-files"
    RECORD_FIELDS = "record-fields"
    FORCES = "forces"
    PROCESS_TABLE = "development-steps"
    ARTICLES = "articles"
