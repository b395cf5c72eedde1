"""The note in a 年度归档包: what lies in it, what does not, and how anybody checks that nothing has changed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from generator.model import words
from generator.model.record import Audience
from generator.present.kit.site import Site


class ArchiveContents(NamedTuple):
    """What is packed: the branch's id and name, the names of files, and those of which only a part may be seen."""

    id: str
    branch: str
    files: tuple[str, ...]
    excerpts: tuple[str, ...]


_TOLD = {
    ".pdf": "支部档案，可打印",
    ".xlsx": "台账的表格，内容与 records 里的相同",
    ".csv": "佐证索引：每件事的纸质原始记录在哪一本、哪一页，台账在哪个文件、哪一行，用到哪些评价要点",
    ".yml": "台账",
}
_HOW = """怎么核对
  先解压，再进到本文件所在的文件夹。
  Linux、macOS（没有 sha256sum 的用 shasum -a 256）：
    sha256sum -c manifest-sha256.txt
    sha256sum -c tagmanifest-sha256.txt
  Windows（PowerShell）：
    Get-Content manifest-sha256.txt, tagmanifest-sha256.txt | ForEach-Object {
      $sum, $name = $_ -split '  ', 2
      if ((Get-FileHash -Algorithm SHA256 $name).Hash -eq $sum) { "${name}: OK" } else { "${name}: FAILED" } }
  每一行都是 OK，就和打包时一样；有一行不是，这个文件被改过或者坏了。
  同样的台账、同样的截至日期，再打一次包，整个 zip 的字节也一样。
  本包按 BagIt 1.0（RFC 8493）排列，读得懂它的归档软件可以直接收。
"""


def archive_note(site: Site, contents: ArchiveContents) -> str:
    """The note, in lines that any editor shows."""
    return "\r\n".join("\n".join(_lines(site, contents)).split("\n"))


def _lines(site: Site, contents: ArchiveContents) -> Iterator[str]:
    yield f"{contents.branch} {site.year}年度归档包"
    yield f"{site.institution.name}，{site.edition}" + (f"，{site.draft_note}" if site.draft_note else "")
    if site.as_of < date(site.year, 12, 31):
        yield f"年度还没有结束：内容只到{words.day(site.as_of)}。"
    yield "\n里面有什么"
    for name in contents.files:
        excerpt = "（节本，见下）" if name.removeprefix("records/") in contents.excerpts else ""
        yield f"  data/{name}  {_TOLD['.' + name.rpartition('.')[2]]}{excerpt}"
    yield "\n没有什么"
    yield "  没有纸质材料的扫描件：索引只写台账说它在哪里，纸在不在，要人去看。"
    if site.audience is Audience.INTERNAL:
        yield "  没有党员名册和发展党员台账：它们属专人版，打包时写 --audience restricted 才有。"
    if contents.excerpts:
        yield f"  节本（{'、'.join(contents.excerpts)}）里没有本版不能看的行和栏目；索引里的行号是全本的行号。"
    yield f"\n{_HOW}"
    yield "谁可以看"
    yield f"  {site.audience.label}。存放、移交、销毁按本单位的档案规定办，不放到网上。\n"
