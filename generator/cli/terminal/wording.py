"""The words of click itself, in Chinese.

click asks gettext for every word that a user sees, by a name of its own in each module.  A catalogue of gettext's is
chosen by the environment, and has to be compiled; ours is chosen always, and a test holds it against the words of the
installed click.
"""

from __future__ import annotations

import sys

import click.core
import click.decorators
import click.exceptions
import click.formatting
import click.parser
import click.shell_completion
import click.termui
import click.types

_MODULES = (
    click.core,
    click.decorators,
    click.exceptions,
    click.formatting,
    click.termui,
    click.types,
    sys.modules["click.parser"],
    click.shell_completion,
)
WORDS = {
    "Aborted!": "已中断。",
    "deprecated": "以后不再有",
    "Missing command.": "没有写命令。",
    "required": "必须写",
    "Options": "选项",
    "Positional arguments": "参数",
    "DeprecationWarning: The command {name!r} is deprecated.{extra_message}": "命令“{name}”以后不再有。{extra_message}",
    "DeprecationWarning: The {param_type} {name!r} is deprecated.{extra_message}": "“{name}”以后不再有。{extra_message}",
    "Got unexpected extra argument ({args})": "多写了一个参数：{args}。",
    "Got unexpected extra arguments ({args})": "多写了几个参数：{args}。",
    "Commands": "命令",
    "Value must be an iterable.": "这里要写几个值。",
    "env var: {var}": "环境变量 {var}",
    "default: {default}": "不写时 {default}",
    "(dynamic)": "（运行时定）",
    "Takes {nargs} values but 1 was given.": "要写 {nargs} 个值，只写了 1 个。",
    "Takes {nargs} values but {len} were given.": "要写 {nargs} 个值，写了 {len} 个。",
    "Do you want to continue?": "继续吗？",
    "Confirm the action without prompting.": "不再问，直接做。",
    "%(prog)s, version %(version)s": "%(prog)s %(version)s 版",
    "Show the version and exit.": "显示版本。",
    "Show this message and exit.": "显示这段说明。",
    "Did you mean {possibility}?": "是否想写 {possibility}？",
    "(Did you mean one of: {possibilities}?)": "是否想写其中一个：{possibilities}？",
    "Missing argument": "没有写参数",
    "Missing option": "没有写选项",
    "Missing parameter": "没有写",
    "Missing {param_type}": "没有写{param_type}",
    "Missing parameter: {param_name}": "没有写 {param_name}",
    "unknown error": "原因不明",
    "Invalid value for {param_hint}: {message}": "{param_hint} 写得不对：{message}",
    "Invalid value: {message}": "写得不对：{message}",
    "Could not open file {filename!r}: {message}": "打不开文件 {filename}：{message}。",
    "Error: {message}": "错误：{message}",
    "Try '{command} {option}' for help.": "用法和例子见 {command} {option}",
    "No such option {name!r}.": "没有选项 {name}。",
    "No such option: {name}": "没有选项 {name}。",
    "No such command {name!r}.": "没有命令 {name}。",
    "Usage:": "用法：",
    "Option {name!r} does not take a value.": "选项 {name} 后面不写值。",
    "Option {name!r} requires an argument.": "选项 {name} 后面要写一个值。",
    "Option {name!r} requires {nargs} arguments.": "选项 {name} 后面要写 {nargs} 个值。",
    "Argument {name!r} takes {nargs} values.": "{name} 要写 {nargs} 个值。",
    "Couldn't detect Bash version, shell completion is not supported.": "看不出 Bash 的版本，不能补全。",
    "Shell completion is not supported for Bash versions older than 4.4.": "Bash 4.4 以上才能补全。",
    "Press any key to continue...": "按任意键继续……",
    "Repeat for confirmation": "再写一遍",
    "Error: The two entered values do not match.": "两遍写得不一样。",
    "Error: invalid input": "写得不对。",
    "file": "文件",
    "directory": "目录",
    "path": "路径",
    "Choose from:\n\t{choices}": "可选：{choices}",
    "{value!r} is not {choice}.": "“{value}”不对，只能写 {choice}。",
    "{value!r} is not one of {choices}.": "“{value}”不在可选的值里。可选：{choices}。",
    "Choice({choices})": "可选：{choices}",
    "{value!r} does not match the format {format}.": "“{value}”要写成 {format}。",
    "{value!r} does not match the formats {formats}.": "“{value}”要写成这些样子之一：{formats}。",
    "{value} is not in the range {range}.": "{value} 超出了范围 {range}。",
    "{value!r} is not a valid {number_type}.": "“{value}”不是数。",
    "{value!r} is not a valid boolean. Recognized values: {states}": "“{value}”不对，可以写 {states}。",
    "{value!r} is not a valid UUID.": "“{value}”不是 UUID。",
    "{len_type} values are required, but {len_value} was given.": "要写 {len_type} 个值，写了 {len_value} 个。",
    "{len_type} values are required, but {len_value} were given.": "要写 {len_type} 个值，写了 {len_value} 个。",
    "{name} {filename!r} does not exist.": "没有这个{name}：{filename}。请核对路径。",
    "{name} {filename!r} is a file.": "{filename} 是文件，这里要写{name}。",
    "{name} {filename!r} is a directory.": "{filename} 是文件夹，这里要写{name}。",
    "{name} {filename!r} is not readable.": "{name} {filename} 没有权限读。",
    "{name} {filename!r} is not writable.": "{name} {filename} 没有权限写。",
    "{name} {filename!r} is not executable.": "{name} {filename} 没有权限运行。",
}
"""click's word → ours.  What only a programmer sees is not here."""


def speak_chinese() -> None:
    """Have click say its words in Chinese from now on."""
    for module in _MODULES:
        vars(module).update({name: said for name, said in _SAID.items() if name in vars(module)})


def _one(message: str) -> str:
    return WORDS.get(message, message)


def _one_or_many(one: str, many: str, number: int) -> str:
    return _one(one if number == 1 else many)


_SAID = {"_": _one, "ngettext": _one_or_many}
