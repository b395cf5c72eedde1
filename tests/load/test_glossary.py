"""The terms that pages explain: those of the index that a table tells the meaning of."""

from __future__ import annotations

from pathlib import Path

from generator.load.glossary import index_words, term_meanings

GLOSSARY = """---
索引:
  - {词: 党课, 读音: dǎng kè}
  - {词: 副书记, 读音: fù shū jì}
  - {词: 没有解释的, 读音: méi yǒu}
  - 党日
---

# 术语

| 中文 | 英文 {: .zb-site-only } | 意思 |
|---|---|---|
| 党课 | `lecture` | 每季 **1** 次，见[3.4](standards/3-4.md) |
| 书记、副书记 | — | 主持的人和协助的人 |
| 党日 | — | 不在索引里 |
| 党课 | — | 第二次说的不算 |
"""


def test_terms_are_those_of_the_index_with_a_meaning(tmp_path: Path) -> None:
    (tmp_path / "glossary.md").write_text(GLOSSARY, encoding="utf-8")
    words = index_words(tmp_path, tmp_path)
    assert words == {"党课", "副书记", "没有解释的"}
    assert term_meanings(GLOSSARY, words) == {"党课": "每季 1 次，见3.4", "副书记": "主持的人和协助的人"}


def test_without_a_glossary_or_its_index_there_are_none(tmp_path: Path) -> None:
    assert index_words(tmp_path, tmp_path) == frozenset()
    (tmp_path / "glossary.md").write_text("---\n索引: 无\n---\n# 术语\n", encoding="utf-8")
    assert index_words(tmp_path, tmp_path) == frozenset()
    (tmp_path / "glossary.md").write_text("# 术语\n", encoding="utf-8")
    assert index_words(tmp_path, tmp_path) == frozenset()
