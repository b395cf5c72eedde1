"""A showcase from its approval to its withdrawal (T9): whatever is not approved is in no byte of the public edition.

Every text of the showcase holds a word that stands nowhere else, and so do the names of its files.
"""

from __future__ import annotations

import io

import pytest
from click.testing import CliRunner, Result
from docx import Document
from PIL import Image, ImageDraw

from generator import cli
from generator.build.printed_artifacts import OPTIONAL
from tests.conftest import Project
from tests.traces import traces

WORD, FILE = "鹩哥", "liaoge"
TEXT = """---
标题: 鹩哥窗前一格年历
一句话: 鹩哥有计划有记录
看点:
  - {看点: 鹩哥一年一张表, 标准: "3.1", 物件: 鹩哥年历, 性质: 原件, 站点: 鹩哥窗前}
  - {看点: 鹩哥一月一小结, 标准: "3.1", 物件: 鹩哥记录本, 性质: 样例, 站点: 鹩哥桌边}
  - {看点: 鹩哥一事一回音, 标准: "3.1", 物件: 鹩哥办结单, 性质: 复制, 站点: 鹩哥圆桌}
路线:
  - {站点: 鹩哥窗前, 分钟: 15, 看什么: 鹩哥展板, 问什么: 鹩哥怎样改期？, 台阶: 无}
  - {站点: 鹩哥桌边, 分钟: 20, 看什么: 鹩哥样例, 问什么: 鹩哥谁来记？, 台阶: 有}
  - {站点: 鹩哥圆桌, 分钟: 10, 看什么: 鹩哥交流, 问什么: 鹩哥先学哪条？, 台阶: 不详}
开放:
  方式: 预约
  时段: [{每: 周, 星期: 四, 自: "14:30", 至: "16:30"}]
  每批人数: 12
  提前几天: 3
  联系: {部门: 鹩哥办公室, 职务: 组织委员}
  集合处: 鹩哥门厅
怎么到: {楼: 鹩哥楼, 层: 二层, 门: 北门, 最后五十米: 鹩哥左转, 台阶: 有, 电梯: 无, 卫生间: 有, 座位: 不详, 助听: 无}
带走: [{名称: 鹩哥样表, 标准: "3.1", 文件: files/liaoge.docx}]
照片:
  - {文件: photos/liaoge.png, 替代文字: 鹩哥一角, 图注: 鹩哥活动室}
  - {文件: photos/lu-ci-3.png, 替代文字: 鸬鹚三人, 图注: 鸬鹚在场, 有人像: 是}
审批: {提出: 支部书记, 审核: 党委副书记, 审核日期: 2026-05-08, 保密审查: 党委保密员, 保密审查日期: 2026-05-09, 审批: 党委书记, 日期: 2026-05-10, 范围: 社会公开, 期限: 2027-05-10}
---
鹩哥照着标准做。每次会都有记录。

## 没做成、还在改

鹩哥补学还没有人管。

## 适合谁、不适合谁

鹩哥适合人在一层楼的，不适合天天换班的。
"""
REGISTER = (
    "活动:\n  - {类型: [支部党员大会], 日期: 2026-03-14, 主持: 支部书记, 应到: 9, 实到: 8, 议题: [{事项: 商量搬迁}]}\n"
)


def drawn(colour: tuple[int, int, int]) -> Image.Image:
    """A picture that looks like no other of the site."""
    image = Image.new("RGB", (640, 480), "white")
    pen = ImageDraw.Draw(image)
    pen.rectangle((40, 60, 300, 420), fill=colour)
    pen.ellipse((320, 40, 600, 300), fill=(30, 90, 160))
    return image


@pytest.fixture
def aviary(project: Project) -> Project:
    """The small project with such a showcase, and everything switched on that could carry it on."""
    optional = ", ".join(name for name in OPTIONAL if name != "handbook")  # its chapters are filled without any record
    project.plugins(f"{{zhibu: {{as_of: 2026-06-01, pdf: [{optional}], packages: true}}}}")
    project.write("records/plan/2026.yml", "年度: 2026\n编号: 方案2026\n名称: 推进方案\n阶段: []\n")
    project.write("records/units/aa/aa-1/2026.yml", REGISTER)
    project.write("records/units/aa/aa-1/showcase.md", TEXT)
    (project.branch / "photos/room.jpg").unlink()
    drawn((158, 27, 31)).save(project.branch / "photos/liaoge.png")
    drawn((20, 140, 60)).transpose(Image.Transpose.FLIP_TOP_BOTTOM).save(project.branch / "photos/lu-ci-3.png")
    (project.branch / "files").mkdir()
    (project.branch / "files/liaoge.docx").write_bytes(document())
    project.seal()
    return project


def document() -> bytes:
    made, paper = io.BytesIO(), Document()
    paper.add_paragraph(f"{WORD}样表")
    paper.save(made)
    return made.getvalue()


def build(project: Project, as_of: str) -> Result:
    arguments = ["build", "--out", str(project.site), "--as-of", as_of, "--config", str(project.config)]
    return CliRunner().invoke(cli.cli, arguments)


def found(project: Project) -> dict[str, list[str]]:
    """Where in the public edition anything of the showcase is: its words, its files, its pictures, its address."""
    pictures = {path.name: path for path in (project.branch / "photos").iterdir()}
    return traces(project.site, [WORD, FILE, "showcases/aa-1", "第九次会议", "鸬鹚", "lu-ci-3"], pictures)


def change(project: Project, old: str, new: str) -> None:
    path = project.branch / "showcase.md"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_from_approval_by_expiry_and_change_to_withdrawal_and_never_without_consent(aviary: Project) -> None:
    told = build(aviary, "2026-08-31")
    assert told.exit_code == 0
    assert "照片“photos/lu-ci-3.png”有人像，没有写肖像同意" in told.stderr
    everywhere = found(aviary)
    assert [name for name in ("鸬鹚", "lu-ci-3", "lu-ci-3.png") if name in everywhere] == []  # nobody consented
    page, package = "showcases/aa-1/index.html", "downloads/showcases/aa-1.zip"
    assert {page, "showcases/index.html", f"{package}!showcase-aa-1/index.html"} <= set(everywhere[WORD])
    assert "showcases/aa-1/files/liaoge.docx!word/document.xml" in everywhere[WORD]
    assert {"downloads/showcases/aa-1-guide.pdf", "downloads/calendar/open-days.ics"} <= set(everywhere[WORD])
    assert {"sitemap.xml", "sitemap.xml.gz!"} <= set(everywhere["showcases/aa-1"])
    assert any(place.startswith("search/") for place in everywhere[WORD])
    assert any(place.startswith(package) for place in everywhere["liaoge.png"])

    told = build(aviary, "2027-05-11")
    assert "审批到2027年5月10日为止，截至日是2027年5月11日，不进公开版" in told.stderr
    assert found(aviary) == {}

    change(aviary, "每次会都有记录。", "鹩哥每次会都最好。")
    told = build(aviary, "2026-09-01")
    assert told.exit_code == 0
    assert "内容在审批以后改过：正文“鹩哥每次会都最好。”，不进公开版" in told.stderr
    assert found(aviary) == {}

    change(aviary, "鹩哥每次会都最好。", "每次会都有记录。")
    change(aviary, "期限: 2027-05-10", "期限: 2027-05-10, 撤回: {日期: 2026-10-08, 决定: 党委第九次会议}")
    told = build(aviary, "2026-10-08")
    assert "公开版没有 甲学院第一党支部的观摩展示：2026年10月8日起已撤回（党委第九次会议）。" in told.stderr
    assert found(aviary) == {}
    neutral = (aviary.site / "showcases/index.html").read_text(encoding="utf-8")
    assert 'id="aa-1"' not in neutral


def test_another_file_of_the_same_name_is_a_change(aviary: Project) -> None:
    for name in ("files/liaoge.docx", "photos/liaoge.png"):
        path = aviary.branch / name
        path.write_bytes(path.read_bytes() + b"\0")
    result = CliRunner().invoke(cli.cli, ["check", "--config", str(aviary.config)])
    assert "内容在审批以后改过：文件“files/liaoge.docx”、文件“photos/liaoge.png”，不进公开版" in result.stderr
