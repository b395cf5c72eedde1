"""Official documents: shown as a tree of clauses, or taken in as drafts of a plan, of handbook pages or of standards.

Drafts stand apart from what an edition is made of, until a person has moved them.  `root` is the folder that relative
paths start from; messages show paths as they were typed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from generator.documents import listing
from generator.documents.drafts import handbook_draft, plan_draft, standard_draft
from generator.documents.drafts.phases import PlanOutline, plan_outline
from generator.documents.reading import read_outline
from generator.edit.merge import AcceptedFile, DraftResult, accepted_files, write_drafts
from generator.errors import RecordsRefusedError
from generator.load.plain_tree import plain_tree
from generator.load.records import read_record
from generator.load.sources import load_sources
from generator.model.clause import ClauseTree
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.record import Source
from generator.model.records.organisation import Institution, ResponsibleUnit
from generator.output.folder import MARKER

_DRAFTS = Path("drafts")
"""Where drafts stand; nothing that makes an edition reads it."""

_IN_USE = {"plan": Path("records/plan"), "handbook": Path("docs/handbook"), "standards": Path("docs/standards")}
"""By the kind of a draft: where a person moves it."""

_SOURCES = ("docs", "records")
_COPIES = Path(".zhibu/import")
"""Where copies of drafts are kept, in the project's folder: what equals its copy was not changed by anybody."""


class ImportedDocument(NamedTuple):
    """What an import has written, what is in use already in another form, and what there is to say."""

    drafts: tuple[DraftResult, ...]
    in_use: tuple[AcceptedFile, ...]
    notes: tuple[str, ...]
    problems: tuple[Problem, ...]
    folder: Path
    destination: Path


class _Asked(NamedTuple):
    """The project's folder, the year that was given, and the institution where it is known."""

    root: Path
    year: int | None
    school: Institution | None

    @property
    def units(self) -> Sequence[ResponsibleUnit]:
        return self.school.units if self.school else ()


class _Drafted(NamedTuple):
    """The texts of drafts by name, and what is left for a person."""

    files: Mapping[str, str]
    problems: tuple[Problem, ...] = ()


def document_outline(file: Path, root: Path, institution: Path, style: str) -> str:
    """The document as `tree`, `json` or `text`; raises RecordsRefusedError where it cannot be read."""
    tree = _read_tree(file, root, _read_school(institution, root))
    return {"tree": listing.to_tree, "json": listing.to_json, "text": listing.to_text}[style](tree)


def import_document(
    file: Path, root: Path, institution: Path, kind: str, *, year: int | None, folder: Path | None
) -> ImportedDocument:
    """Draft a `plan`, `handbook` pages or `standards` into `folder`; what a person has changed since is left alone.

    Raises RecordsRefusedError where the document cannot be read or holds nothing to draft from, and where `folder` is
    part of what editions are made of or part of an edition.
    """
    target = folder or _DRAFTS / kind
    _refuse_published(target, root)
    school = _read_school(institution, root)
    tree = _read_tree(file, root, school)
    drafted = {"plan": _plan, "handbook": _handbook, "standards": _standards}[kind](
        tree, file, _Asked(root, year, school)
    )
    in_use = tuple(_differing(kind, drafted.files))
    return ImportedDocument(
        tuple(write_drafts(target, drafted.files, _COPIES / _draft_key(target, root))),
        in_use,
        tuple(listing.note_lines(tree)),
        drafted.problems,
        target,
        _IN_USE[kind],
    )


def left_alone(each: DraftResult) -> Problem:
    """What is said of a draft that was not written because a person had changed the file."""
    return report(
        "D109",
        Source(each.path.as_posix()),
        "这个文件改过，没有覆盖",
        "请照上面的差异手工修改；要整个换成这次导入的，先把它移走。",
    )


def differs(each: AcceptedFile) -> Problem:
    """What is said of a file in use that a draft would take the place of."""
    return report(
        "D112",
        Source(each.path.as_posix()),
        "已有正式的一份，草稿与它不同",
        "请照上面的差异逐处核对，要改的改进正式的这一份。",
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


def _refuse_published(folder: Path, root: Path) -> None:
    """Raise RecordsRefusedError for a folder that editions are made of, or that lies in an edition."""
    whole = (root / folder).resolve()
    sources = [(root / name).resolve() for name in _SOURCES]
    for place in (whole, *whole.parents):
        foreign = place.name.casefold() in _SOURCES and (place.parent / "mkdocs.yml").is_file()
        if place in sources or foreign or (place / MARKER).is_file():
            hint = "请不写 --out，草稿写到 drafts；核对以后再由人移过去。"
            raise _refused("D111", folder, "草稿不直接写进手册、台账和生成的网站", hint)


def _differing(kind: str, drafts: Mapping[str, str]) -> Iterator[AcceptedFile]:
    """The files in use that differ from their drafts; a plan by which nothing is judged yet is none."""
    for each in accepted_files(_IN_USE[kind], drafts, _rule if kind == "standards" else str):
        tree = plain_tree(each.standing) if each.path.name.endswith(".yml") else None
        if not (tree and tree.get("阶段") == []):
            yield each


def _rule(page: str) -> str:
    """The front matter of a standard; its words were written anew by the department."""
    return page.partition("\n---\n")[0]


def _plan(tree: ClauseTree, file: Path, asked: _Asked) -> _Drafted:
    outline = plan_outline(tree)
    years = map(plan_draft.year_of, (outline.document, *tree.documents))  # last, that of the notice which issues it
    year = asked.year or next(filter(None, years), None)
    if year is None:
        raise _refused("D110", file, "标题和成文日期里都没有年份", "请加上 --year 和四位数的年份。")
    if not outline.phases:
        hint = "请用 zhibu outline 核对编号和每个阶段的名称、起止日期。"
        raise _refused("D108", file, "没有找到阶段、任务分解表和责任单位", hint)
    head = plan_draft.PlanHead(year, _plan_id(asked, outline.document.title, year), asked.units)
    drafts = {f"{year}.yml": plan_draft.to_yaml(outline, head), f"{year}.txt": tree.text}
    return _Drafted(drafts, tuple(_left_for_a_person(outline, file)))


def _plan_id(asked: _Asked, title: str | None, year: int) -> str:
    """编号: the id under which the plan is declared already, else 方案2024, with the school's name where that is taken."""
    plain = f"方案{year}"
    taken = plain in load_sources(asked.root / "docs", asked.root)[0].by_id
    return _declared(asked, title) or (f"{asked.school.name if asked.school else '本校'}{plain}" if taken else plain)


_LOOSE_SHOWN = 6
"""Tasks in no phase that are named; of more, the first of them."""


def _left_for_a_person(outline: PlanOutline, file: Path) -> Iterator[Problem]:
    place = Source(file.as_posix())
    undated = (
        []
        if outline.undivided
        else [f"“{phase.name}”" for phase in outline.phases if phase.since is None or phase.until is None]
    )
    if undated:
        told = f"阶段{'、'.join(undated)}没有写全起止日期，草稿里空着"
        yield report("D113", place, told, "请照有关通知补上“自”“至”，再移到 records/plan。")
    if outline.undivided:
        told = "没有找到阶段，任务照任务分解表或一级标题起草"
        hint = "请在草稿里定阶段的条款、名称和起止日期。"
        yield report("D114", place, told, hint)
    if outline.loose:
        named = "、".join(outline.citations[each.id] for each in outline.loose[:_LOOSE_SHOWN])
        more = "等" if len(outline.loose) > _LOOSE_SHOWN else ""
        told = f"有 {len(outline.loose)} 条写了责任单位或在任务分解表里的，不在任何阶段下面，没有起草：{named}{more}"
        yield report("D114", place, told, "请照它们的时限，把要登记的任务补到各阶段下面。")


def _handbook(tree: ClauseTree, file: Path, _asked: _Asked) -> _Drafted:
    if not tree.main.clauses:
        raise _refused("D108", file, "没有找到编号的条款", "请用 zhibu outline 核对编号的写法。")
    return _Drafted(handbook_draft.pages_of(tree.main))


def _standards(tree: ClauseTree, file: Path, asked: _Asked) -> _Drafted:
    if not tree.main.clauses:
        raise _refused("D108", file, "没有找到编号的条款", "请用 zhibu outline 核对编号的写法。")
    declared = _declared(asked, tree.main.title)
    source = declared or tree.main.title or file.stem
    entry = {} if declared else {"sources.yml": standard_draft.source_entry(tree.main, source)}
    return _Drafted({**standard_draft.standard_pages(tree.main, source), **entry})


def _declared(asked: _Asked, title: str | None) -> str | None:
    """The id under which docs/sources.yml declares the document of this name."""
    declared = load_sources(asked.root / "docs", asked.root)[0].documents
    return next((row.id for row in declared if title and row.name == title and not row.foreign), None)


def _refused(code: str, file: Path, message: str, hint: str) -> RecordsRefusedError:
    return RecordsRefusedError("", [report(code, Source(file.as_posix()), message, hint)])


def _draft_key(folder: Path, root: Path) -> Path:
    """Where the copies of a folder's drafts are kept: under its own path, or under a hash of it if it lies outside."""
    whole, here = folder.resolve(), root.resolve()
    if whole.is_relative_to(here):
        return whole.relative_to(here)
    return Path("elsewhere") / sha256(whole.as_posix().encode()).hexdigest()[:16]
