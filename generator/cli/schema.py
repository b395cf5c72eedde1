"""`zhibu schema`: JSON Schemas for editors."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.declared import CommandExample, Purpose, zhibu_command
from generator.cli.terminal.voice import tell


@zhibu_command(
    Purpose.TOOLS,
    CommandExample("zhibu schema", "有哪些台账文件，各自第一行写什么"),
    CommandExample("zhibu schema register", "支部年度台账的 JSON Schema"),
    CommandExample("zhibu schema --all -o schemas", "全部写进文件夹，并给出 VS Code 的设置"),
)
@click.argument("kind", metavar="[文件]", required=False)
@click.option("--all", "every", is_flag=True, help="全部写进 -o 的文件夹。")
@click.option(
    "-o",
    "--out",
    metavar="目录",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("schemas"),
    show_default=True,
    help="放 JSON Schema 的文件夹。",
)
def command(*, kind: str | None, every: bool, out: Path) -> None:
    """台账文件的 JSON Schema：编辑器边写边提示键和可选的值。"""
    from generator.products.editor_schemas import SCHEMAS, modeline, schema_of, schemas_in

    if every:
        click.echo(schemas_in(out), nl=False)
        tell(f"写好了 {len(SCHEMAS)} 份，在 {out}。以上写进 .vscode/settings.json，VS Code 装 YAML 扩展就会提示。")
    elif kind:
        click.echo(schema_of(kind), nl=False)
    else:
        for each, file in SCHEMAS.items():
            click.echo(f"{each}  {file.title}\n  {modeline(each)}")
