"""Official documents: shown as a tree of clauses, or taken in as the draft of a plan or of handbook pages.

`root` is the folder that relative paths start from; messages show paths as they were typed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path

from generator.documents import handbook_draft, listing, plan_draft
from generator.documents.reading import read_outline
from generator.edit.first_records import plan_draft as plan_blank
from generator.edit.merge import DraftResult, write_drafts
from generator.errors import RecordsRefusedError
from generator.load.records import read_record
from generator.model.clause import ClauseTree
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.record import Source
from generator.model.records.organisation import Institution

_FOLDERS = {"plan": Path("records/plan"), "handbook": Path("docs/imported")}
DRAFTED = Path(".zhibu/import")
"""Where copies of drafts are kept, in the project's folder: what equals its copy was not changed by anybody."""


def document_outline(file: Path, root: Path, institution: Path, style: str) -> str:
    """The document as `tree`, `json` or `text`; raises RecordsRefusedError where it cannot be read."""
    tree = _read_tree(file, root, _read_school(institution, root))
    return {"tree": listing.to_tree, "json": listing.to_json, "text": listing.to_text}[style](tree)


def import_document(
    file: Path, root: Path, institution: Path, kind: str, *, year: int | None, folder: Path | None
) -> list[DraftResult]:
    """Draft a `plan` or `handbook` pages into `folder`; what a person has changed since is left alone.

    Raises RecordsRefusedError where the document cannot be read or holds nothing to draft from.
    """
    school = _read_school(institution, root)
    tree = _read_tree(file, root, school)
    drafts = _plan(tree, file, year) if kind == "plan" else _handbook(tree, file)
    target = folder or _FOLDERS[kind]
    return write_drafts(target, drafts, DRAFTED / _draft_key(target, root), _blanks(drafts, school))


def left_alone(each: DraftResult) -> Problem:
    """What is said of a draft that was not written because a person had changed the file."""
    return report(
        "D109",
        Source(each.path.as_posix()),
        "这个文件改过，没有覆盖",
        "请照上面的差异手工修改；要整个换成这次导入的，先把它移走。",
    )


def _read_tree(file: Path, root: Path, school: Institution | None) -> ClauseTree:
    tree, problems = read_outline(root / file, root, school.units if school else ())
    if tree is None:
        raise RecordsRefusedError("", problems)
    return tree


def _read_school(institution: Path, root: Path) -> Institution | None:
    path = root / institution
    if not path.exists():
        return None
    record, problems = read_record(path, root, Institution)
    if record is None:
        raise RecordsRefusedError("", problems)
    return record


def _blanks(drafts: Iterable[str], school: Institution | None) -> Mapping[str, str]:
    """The plans without phases that `zhibu init` writes, by the names of the drafts that take their places."""
    years = [Path(name).stem for name in drafts if school and Path(name).suffix == ".yml"]
    return {f"{year}.yml": plan_blank(school.name, int(year)) for year in years if school}


def _plan(tree: ClauseTree, file: Path, year: int | None) -> Mapping[str, str]:
    drafted_year = year or plan_draft.year_of(tree.main)
    if drafted_year is None:
        raise _refused("D110", file, "标题和成文日期里都没有年份", "请加上 --year 和四位数的年份。")
    if not plan_draft.phases_of(tree.main):
        hint = "请用 zhibu outline 核对编号和每个阶段的起止日期。"
        raise _refused("D108", file, "没有找到写明起止日期的阶段", hint)
    return {f"{drafted_year}.yml": plan_draft.to_yaml(tree.main, drafted_year), f"{drafted_year}.txt": tree.text}


def _handbook(tree: ClauseTree, file: Path) -> Mapping[str, str]:
    if not tree.main.clauses:
        raise _refused("D108", file, "没有找到编号的条款", "请用 zhibu outline 核对编号的写法。")
    return handbook_draft.pages_of(tree.main)


def _refused(code: str, file: Path, message: str, hint: str) -> RecordsRefusedError:
    return RecordsRefusedError("", [report(code, Source(file.as_posix()), message, hint)])


def _draft_key(folder: Path, root: Path) -> Path:
    """Where the copies of a folder's drafts are kept: under its own path, or under a hash of it if it lies outside."""
    whole, here = folder.resolve(), root.resolve()
    if whole.is_relative_to(here):
        return whole.relative_to(here)
    return Path("elsewhere") / sha256(whole.as_posix().encode()).hexdigest()[:16]
