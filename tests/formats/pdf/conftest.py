"""One small handbook, and a book of one page about a branch, that hold every construct the site uses, each built once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

import markdown
import pytest
from PIL import Image

from generator.formats.pdf.book import Chapter, Cover, write_handbook

EXTENSIONS = [
    "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc", "sane_lists",
    "pymdownx.tasklist", "pymdownx.details", "pymdownx.superfences",
]  # fmt: skip

ASPECT = """
# 三、组织生活 {#life}

本方面共 2 项标准，见 [3.1](../../standards/3-1/) 与 [3.2 的事前准备](../../standards/3-2/index.html#before)。
站外见[共产党员网](https://www.12371.cn/)，未入册的页面见[某支部](../../branches/cs-1/)。

| 编号 | 名称 | 类别 |
|---|---|---|
| 3.1 | 支部党员大会 | 定量 |
| 3.2 | 支部委员会会议 | 定量 |

## 名册里的字

喆堃彧昇犇珺翀镕：生僻字照印。全角空格　　留空，可信度 ✔ ◐ ○。

"""

MEETING = """
# 3.1 支部党员大会

## 要求 {#requirement}

每个自然季度至少开一次支部党员大会，到会人数和表决票数都合规[^1]，并留下
记录。**应到**含预备党员，*列席*的不计[^2]；再说一次[^1]。行内代码 `应到: 18`。

#### 跳级的标题

1. 书记主持；
2. 清点人数：
    - 正式党员；
    - 预备党员；
3. 一事一议。

- [ ] 定议题、时间、地点
- [x] 发出通知
- [ ] 备好签到表
    - [x] 再核一遍名册

应到
:   当天名册上的党员，含预备党员。

实到
:   签到的人。

    受委托的另注明。

!!! warning "表决要分清"
    一般议题与接收预备党员的到会线不同。

    - 半数以上
    - 过半

??? note "依据、版本与口径"
    方案三（二）3；口径 [A11](#requirement)。

    ### 折叠里的标题

    里面的话。

> 引文逐字，解释另起。

```yaml
活动:
  - 类型: [支部党员大会]
    议题:
      - 事项: "审议 <计划> & 总结"  # 注
        表决: {应到: 18, 赞成: 15}
```

| 事项 | 到会 | 通过 |
|:---|:---:|---:|
| 一般议题 | 应到会有表决权的半数以上，恰好一半可以开 | 赞成超过应到会有表决权的一半 |
| 接收、转正 | 超过应到会有表决权的一半，恰好一半不行 | 赞成超过应到会有表决权的一半 |
| 选举 | 见 [3.2](../3-2/) | 2019-03-14 |

![支部党员大会会场示意](../../assets/room.png)

---

[^1]: 据方案三（二）3 整理。
[^2]: 列席不计应到、实到。
"""

COMMITTEE = """
# 3.2 支部委员会会议

## 事前准备 {#before}

特殊字符：# $ @ < > \\\\ // * _ ~ = - + ` " ' [ ] { } ... -- 1. 也照印。

# 一行开头的井号标题
= 等号开头，1\\. 数字开头，- 减号开头 https://example.org/a_b*c 。

回到[大会](../3-1/#requirement)，回到[本方面](../../aspects/3/)。
"""

FRAGMENT = """
<div class="zb-head"><p>党内版 · 2019年度 · 截至 2019年11月25日</p><button>打印</button>
<p class="zb-noprint">不印的提示</p><p hidden>藏起来的字</p></div>
<h2 id="verdicts">结论</h2>
<p><span class="zb-chip zb-met"><span aria-hidden="true">●</span> 符合</span>
<span class="zb-chip zb-unmet"><span aria-hidden="true">▲</span> 缺项</span>
<span class="zb-chip zb-advisory"><span aria-hidden="true">◆</span> 提示</span>
<span class="zb-chip zb-due-soon"><span aria-hidden="true">◔</span> 临期</span>
<span class="zb-chip zb-not-due"><span aria-hidden="true">○</span> 未到期</span>
<span class="zb-chip zb-not-applicable"><span aria-hidden="true">–</span> 不适用</span>
<span class="zb-chip zb-no-record"><span aria-hidden="true">?</span> 无记录</span>
<span class="zb-chip zb-awaiting-review"><span aria-hidden="true">✎</span> 待人工评</span></p>
<p>全年：<span class="zb-dots" role="img" aria-label="1月符合，2月缺项，3月未到期"><span class="zb-met">●</span><span
class="zb-unmet">▲</span><span class="zb-not-due">○</span></span>，完成 <meter value="9" max="12"></meter>，学时
<meter value="0.5">32 / 56</meter>。</p>
<form><label for="gaps">只看缺项</label><input id="gaps" type="checkbox"><select><option>全部</option></select></form>
<div class="zb-scroll" tabindex="0" role="region" aria-label="台账">
<table class="zb-register"><caption>二〇一九年台账</caption>
<thead><tr><th scope="col">日期</th><th scope="col">类型</th><th scope="col" colspan="2">议题与到会</th></tr></thead>
<tbody><tr id="a-2019-03-14-1"><th scope="row">2019-03-14</th><td rowspan="2">支部党员大会</td>
<td><p>审议计划</p><ul><li>通过</li></ul></td><td class="zb-met"><span aria-hidden="true">●</span><span
class="zb-sr">满足</span></td></tr>
<tr><th scope="row">2019-06-13</th><td><a href="#a-2019-03-14-1">接续上次</a></td><td>16/18</td></tr></tbody></table>
</div>
<dl class="zb-facts"><div><dt>书记</dt><dd>支部书记</dd></div><div><dt>类型</dt><dd>教师</dd></div></dl>
<details><summary>判定的依据</summary><p>记录显示二季度没有召开。</p></details>
"""

COVER = Cover(
    title="党支部建设标准化手册",
    subtitle="（2019年版）",
    institution="示例大学党委组织部",
    audience_label="公开版",
    as_of=date(2019, 11, 25),
)
BRANCH = Cover(
    title="示例学院第一教师党支部",
    subtitle="支部档案",
    institution="示例大学",
    audience_label="党内版",
    as_of=date(2019, 11, 25),
)


def rendered(source: str) -> str:
    """The HTML that the site would show, permalinks and all."""
    return markdown.markdown(
        source,
        extensions=EXTENSIONS,
        extension_configs={"toc": {"permalink": True}, "pymdownx.tasklist": {"custom_checkbox": True}},
    )


def handbook_chapters() -> tuple[Chapter, ...]:
    return (
        Chapter(title="组织生活", path="aspects/3/", level=1, html=rendered(ASPECT)),
        Chapter(title="3.1 支部党员大会", path="standards/3-1/", level=2, html=rendered(MEETING)),
        Chapter(title="3.2 支部委员会会议", path="standards/3-2/", level=2, html=rendered(COMMITTEE)),
    )


@pytest.fixture(scope="session")
def chapters() -> tuple[Chapter, ...]:
    return handbook_chapters()


@pytest.fixture(scope="session")
def cover() -> Cover:
    return COVER


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    (folder / "assets").mkdir()
    Image.new("RGB", (640, 360), "#9e1b1f").save(folder / "assets" / "room.png")
    return folder


@pytest.fixture(scope="session")
def handbook(tmp_path_factory: pytest.TempPathFactory, site: Path, chapters: tuple[Chapter, ...]) -> Path:
    target = tmp_path_factory.mktemp("pdf") / "downloads" / "handbook.pdf"
    write_handbook(chapters, COVER, target, site)
    return target


@pytest.fixture(scope="session")
def fragment_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A book of one page about a branch."""
    target = tmp_path_factory.mktemp("pdf") / "fragment.pdf"
    write_handbook([Chapter(title="结论与台账", path="branches/cs-1/", level=1, html=FRAGMENT)], BRANCH, target)
    return target


@pytest.fixture
def han() -> Callable[[str], Counter[str]]:
    return lambda text: Counter(re.findall(r"[\u3007\u3400-\u9fff\uf900-\ufaff]", text))
