"""Every address in the site, and relative links that work over http and from a folder alike.

An address is a URL path from the site's root: it has no leading slash; a page's ends in one, the home page's is empty, a
file's does not end in one.  `year_folder` is the part that pages of a further year have in addition: `2018/`, else nothing.
"""

from __future__ import annotations

from urllib.parse import urljoin

from generator.model.page import page_file

STANDARDS = "standards/"
ASPECTS = "aspects/"
COMMITTEES = "committees/"
SHOWCASES = "showcases/"
FINDER = "finder/"
SEARCH = "search/"
FORMS = "forms/"
MOMENTS = "moments/"
SAMPLES = "samples/"
FORCES_ANCHOR = "force"
"""Where the list of standards says what 力度 means."""
READINGS = "readings/"
GLOSSARY = "glossary/"
CHANGES = "changes/"
CHECKLIST = "checklist/"
VISITS_NOTED = "visits/noted/"
VISITS = "visits/"
INSTITUTION = "institution/"
INSTITUTION_MATRIX = "matrix/"

_CHARTS = "charts/"
_PRINTED = "downloads/showcases/"

FORM_KILOBYTES = 10
"""No blank form as a Word file is larger."""

SITE_PACKAGE = "downloads/site.zip"
"""The whole site as one zip."""

START_SCRIPT = "assets/zhibu/start.js"
HANDBOOK_PDF = "downloads/handbook.pdf"
CALCULATOR_SCRIPT = "assets/zhibu/development.js"
NOTE_FILE = "downloads/note.html"
VISIT_NOTE_FILE = "downloads/visit-note.html"
NOTE_CORE = "assets/zhibu/note-core.js"
NOTE_SCRIPT = "assets/zhibu/note.js"
NOTE_STYLE = "assets/zhibu/note.css"
FINDER_SCRIPT = "assets/zhibu/finder.js"
SHOWCASE_SCRIPTS = frozenset({"assets/zhibu/gallery.js"})
"""The scripts that the page of a showcase needs where the rest of the site is not at hand."""

FINDER_DATA = "assets/zhibu/finder-data.js"


def standard_path(set_id: str, slug: str) -> str:
    """The page of a standard; the default set has no id."""
    return f"{STANDARDS}{set_id}/{slug}/" if set_id else f"{STANDARDS}{slug}/"


def set_path(set_id: str) -> str:
    """The list of a set's standards; the default set has no id."""
    return f"{STANDARDS}{set_id}/" if set_id else STANDARDS


def aspect_path(number: int) -> str:
    """The page of an aspect."""
    return f"{ASPECTS}{number}/"


def branch_path(id: str, year_folder: str = "") -> str:
    """The page of a branch."""
    return f"branches/{id}/{year_folder}"


def checklist_path(id: str, year_folder: str = "") -> str:
    """The checklist of a branch."""
    return f"{branch_path(id, year_folder)}checklist/"


def visit_sheet_path(id: str) -> str:
    """The sheet that a branch takes along on a visit, with its own gaps on it."""
    return f"{branch_path(id)}visit-note/"


def month_path(id: str) -> str:
    """What a branch has to do in the next days, on one sheet."""
    return f"{branch_path(id)}month/"


def snapshot_path(id: str, year_folder: str = "") -> str:
    """How the findings of a branch's year were settled, and what is different now."""
    return f"{branch_path(id, year_folder)}snapshot/"


def branch_plan_path(id: str, year_folder: str = "") -> str:
    """The copy of a branch's plan that is signed."""
    return f"{branch_path(id, year_folder)}plan/"


def form_file(id: str) -> str:
    """The blank form of that id, on the page of them all."""
    return file_path(FORMS, id)


def form_download(id: str) -> str:
    """The same as a Word file."""
    return f"downloads/forms/{id}.docx"


def paper_download(id: str) -> str:
    """A sample of a paper as a Word file."""
    return f"downloads/samples/{id}.docx"


def workbook_file(scope: str, year: int) -> str:
    """The workbook of a unit and year, to be filled in and sent back."""
    return f"downloads/workbooks/{scope.replace(':', '-')}-{year}.xlsx"


def sample_file(id: str, suffix: str) -> str:
    """The sample of a kind of record file."""
    return f"downloads/records/{id}{suffix}"


def schema_file(id: str) -> str:
    """The JSON Schema of a kind of record file."""
    return f"downloads/records/{id}.schema.json"


def showcase_path(id: str) -> str:
    """The showcase of a branch."""
    return f"{SHOWCASES}{id}/"


def showcase_package_file(id: str) -> str:
    """The showcase of a branch as a zip that opens from a folder."""
    return f"downloads/showcases/{id}.zip"


def showcase_review_path(id: str) -> str:
    """What a reviewer of a branch's showcase needs."""
    return f"{showcase_path(id)}review/"


def landing_address(site_url: str, id: str) -> str:
    """What codes on paper hold: the list of showcases at the branch's card, which stays right when its page is gone.

    Empty where the site has no address of its own.
    """
    return f"{urljoin(site_url, SHOWCASES)}#{id}" if site_url else ""


def guide_file(id: str) -> str:
    """The guide of a showcase for its visitors, two sides of one sheet."""
    return f"{_PRINTED}{id}-guide.pdf"


def sign_file(id: str) -> str:
    """The sign at the door of a showcase."""
    return f"{_PRINTED}{id}-sign.pdf"


def open_days_file(id: str = "") -> str:
    """The calendar of a showcase's open days; of all showcases without an id."""
    return f"downloads/calendar/{f'{id}-open-days' if id else 'open-days'}.ics"


def visit_days_file() -> str:
    """The calendar of planned visits; there is none in the public edition."""
    return "downloads/calendar/visits.ics"


def form_print(id: str) -> str:
    """A blank form as PDF; there is one where a showcase hands it out."""
    return f"downloads/forms/{id}.pdf"


def committee_path(id: str) -> str:
    """The first page of a committee."""
    return f"{COMMITTEES}{id}/"


def committee_matrix_path(id: str) -> str:
    """The first page of a committee's matrix."""
    return f"{committee_path(id)}matrix/"


def visits_path(year_folder: str = "") -> str:
    """The visits of a year: who has been where, and who goes where."""
    return f"{VISITS}{year_folder}"


def committee_register_path(id: str, year_folder: str = "") -> str:
    """What a committee has on record of its own duties, and what that shows."""
    return f"{committee_path(id)}register/{year_folder}"


def institution_register_path(year_folder: str = "") -> str:
    """The same of 学校."""
    return f"{INSTITUTION}{year_folder}"


def committee_meetings_path(id: str) -> str:
    """The first page of 三会一课 of a committee's branches, quarter by quarter."""
    return f"{committee_path(id)}meetings/"


def committee_charts_path(id: str) -> str:
    """What a committee's branches sum to, drawn."""
    return f"{committee_path(id)}{_CHARTS}"


def criterion_anchor(criterion: str) -> str:
    """Where its standard's page has a criterion, and the register page of a unit what is judged by it: `c-3-1-1`."""
    return f"c-{criterion.replace('.', '-')}"


def organizer_path(id: str) -> str:
    """What the organizer of a committee keeps books of: the first page."""
    return f"{committee_path(id)}organizer/"


def part_path(first: str, number: int | str) -> str:
    """Page `number` of a list that begins at `first`: `matrix/`, `matrix/2/` …"""
    return first if number == 1 else f"{first}{number}/"


def plan_path(year_folder: str = "") -> str:
    """The front page of a year's plan."""
    return f"plan/{year_folder}"


def plan_calendar_path(year_folder: str = "") -> str:
    """The calendar of a year."""
    return f"{plan_path(year_folder)}calendar/"


def plan_text_path(year_folder: str = "") -> str:
    """The plan's own words."""
    return f"{plan_path(year_folder)}text/"


def plan_trace_path(year_folder: str = "") -> str:
    """Which standards rest on which clauses of the plan."""
    return f"{plan_path(year_folder)}trace/"


def plan_overdue_path(year_folder: str = "") -> str:
    """The tasks of the plan that are overdue or nearly due."""
    return f"{plan_path(year_folder)}overdue/"


def task_path(slug: str, year_folder: str = "") -> str:
    """The page of a task of the plan."""
    return f"{plan_path(year_folder)}tasks/{slug}/"


def unit_path(number: int | str, year_folder: str = "") -> str:
    """The task sheet of a unit that the plan names."""
    return f"{plan_path(year_folder)}units/{number}/"


def markdown_file(path: str) -> str:
    """The file under `docs/` from which MkDocs makes the page at `path`."""
    return f"{path.rstrip('/')}.md"


def file_path(path: str, fragment: str = "") -> str:
    """A page's file from the site's root, for a link that the page's own way to the root is put before."""
    return f"{page_file(path)}#{fragment}" if fragment else page_file(path)


def url(from_path: str, to_path: str, fragment: str = "") -> str:
    """The link from one page to another: `url("branches/a/", "standards/3-1/")` is `../../standards/3-1/index.html`."""
    if from_path == to_path and fragment:
        return f"#{fragment}"
    return f"{root(from_path)}{file_path(to_path, fragment)}"


def root(path: str) -> str:
    """The way from a page up to the site's root: `../../` for `branches/a/`, empty for the home page."""
    return "../" * path.count("/")
