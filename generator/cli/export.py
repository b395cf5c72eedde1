"""`zhibu export`: one table for other programs."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import options
from generator.cli.declared import CommandExample, Purpose, zhibu_command

_FORMS = ("csv", "json", "xlsx")
_KEEPERS = ("支部", "基层党委", "学校")


@zhibu_command(
    Purpose.PAPERS,
    CommandExample("zhibu export 活动 -o activities.csv", "各支部的活动，Excel 直接打开"),
    CommandExample("zhibu export 缺项 --scope committee:xinxi -o gaps.xlsx", "一个基层党委各支部的缺项和临期"),
    CommandExample("zhibu export 判定 --format json", "全部判定，给别的程序"),
    CommandExample("zhibu export 标准汇总 -o sums.xlsx", "各基层党委各项标准，每种结论几条"),
)
@click.argument("table", metavar="表")
@options.config
@options.as_of
@options.year
@click.option("--scope", metavar="范围", help="只要一个单位的：branch:编号 或 committee:编号；不写就是全部。")
@click.option("--of", "keeper", type=click.Choice(_KEEPERS), help="几级单位都有这张表时，要哪一级的；不写先要支部的。")
@click.option(
    "--audience", type=options.AUDIENCE, default="internal", show_default=True, help="版别：没有这一版看不到的内容。"
)
@click.option("--format", "form", type=click.Choice(_FORMS), help="格式；不写则看文件的后缀，没有文件就是 csv。")
@click.option(
    "-o", "--out", metavar="文件", type=click.Path(dir_okay=False, path_type=Path), help="写到哪个文件；不写则显示。"
)
def command(
    *, config: Path, table: str, keeper: str | None, form: str | None, out: Path | None, **given: str | None
) -> None:
    """导出一张表：台账里的一类记录（活动、党费交纳、支委……），或者“判定”“缺项”“标准汇总”。"""
    from generator.model.record_file import Owner
    from generator.output.private_file import write_private
    from generator.products.exporting import export_table, table_bytes

    settings = options.read_settings(config, given)
    suffix = out.suffix.lower().lstrip(".") if out else "csv"
    form = form or (suffix if suffix in _FORMS else "csv")
    if out is not None:
        options.refuse_published_folder(out, config, settings)
    elif form == "xlsx":
        raise click.UsageError("xlsx 不能显示，请用 -o 写明文件。")
    made = export_table(settings, table, Owner(keeper) if keeper else None)
    data = table_bytes(made, form, settings)
    if out is None:
        click.echo(data.decode("utf-8-sig"), nl=False)
    else:
        write_private(out, data)
        click.echo(f"{out}：{len(made.objects)} 条")
