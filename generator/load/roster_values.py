"""The values of a roster's cells, read as people write them; what cannot be read is said, never guessed."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from pydantic import TypeAdapter, ValidationError

from generator.model.fields import Day, Identifier
from generator.model.kinds import BranchKind
from generator.model.nearest import did_you_mean
from generator.model.records.organisation import CommitteeKind

_COUNT = re.compile(r"(\d{1,5})(?:\.0)?[人名]?")
_KINDS = {
    "教辅": BranchKind.OFFICES,
    "行政": BranchKind.OFFICES,
    "本科生": BranchKind.STUDENTS,
    "研究生": BranchKind.STUDENTS,
    "退休": BranchKind.RETIRED,
    "离休": BranchKind.RETIRED,
}
_BOTH = ("教职工", "教工")
_LONGEST = 100
_DAY: TypeAdapter[date] = TypeAdapter(Day)
_IDENTIFIER: TypeAdapter[str] = TypeAdapter(Identifier)


class CellError(ValueError):
    """A cell that cannot be read: what is wrong, and how to put it right."""

    def __init__(self, message: str, hint: str, code: str = "C105") -> None:
        """Two beats; the place is told by whoever knows the cell."""
        super().__init__(message)
        self.message, self.hint, self.code = message, hint, code


def to_day(text: str) -> date:
    """A day of the calendar."""
    try:
        return _DAY.validate_python(text)
    except ValidationError as error:
        impossible = error.errors()[0]["type"] == "day_impossible"
        told = f"没有“{text}”这一天" if impossible else f"“{text}”不是日期"
        hint = "请核对月份和日子。" if impossible else "请写全年、月、日，如 2021-09-10；只知道月份的，查批复上的日子。"
        raise CellError(told, hint) from None


def to_count(text: str) -> int:
    """A number of people; 12人 too."""
    found = _COUNT.fullmatch(_plain(text))
    if found is None:
        raise CellError(f"“{text}”不是人数", "请写阿拉伯数字，没有的写 0。")
    return int(found[1])


def to_branch_kind(text: str) -> BranchKind:
    """教师, 机关, 学生 or 离退休, with or without 党支部."""
    word = re.sub(r"(?:党?支部|类)$", "", _plain(text))
    if word in _BOTH:
        raise CellError(f"“{text}”分不清是教师还是机关", "以专任教师为主的写“教师”，机关、教辅的写“机关”。")
    if word in _KINDS:
        return _KINDS[word]
    try:
        return BranchKind(word)
    except ValueError:
        kinds = [kind.value for kind in BranchKind]
        raise CellError(f"没有“{text}”这个支部类型", did_you_mean(word, kinds, f"请写{'、'.join(kinds)}。")) from None


def to_committee_kind(text: str, name: str) -> CommitteeKind:
    """What the cell says; where it is empty, what the committee's name ends in."""
    if not text:
        general = name.endswith(("党总支", "总支部委员会", "总支"))
        return CommitteeKind.GENERAL_BRANCH if general else CommitteeKind.COMMITTEE
    try:
        return CommitteeKind(_plain(text))
    except ValueError:
        raise CellError(f"没有“{text}”这个类型", "请写“基层党委”或“党总支”；不写就看名称。") from None


def to_id(text: str) -> str:
    """An id as folders and addresses have it."""
    try:
        return _IDENTIFIER.validate_python(_plain(text))
    except ValidationError:
        raise CellError(
            f"“{text}”不能作编号", "编号只用小写英文字母、数字和短横，不超过 40 个；不写就由程序编。"
        ) from None


def to_name(text: str) -> str:
    """A name, short enough for titles."""
    if len(text) > _LONGEST:
        raise CellError(f"名称有 {len(text)} 个字", f"请写到 {_LONGEST} 个字以内。")
    return text


def to_person(text: str) -> str:
    """One person's name."""
    if re.search(r"[、，,；;/\d]", text):
        raise CellError(f"“{text}”不是一个人的姓名", "只写现任书记一人的姓名；空缺的不填。")
    return to_name(text)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip()
