"""The settings of plugin `zhibu` in `mkdocs.yml`, composed but never constructed.

Commands other than `build` must not import MkDocs, and tags such as `!!python/name:` must not import anything.
"""

from __future__ import annotations

from pathlib import Path

from yaml import CSafeLoader, MappingNode, Node, ScalarNode, SequenceNode, YAMLError
from yaml.error import MarkedYAMLError

from generator.errors import ConfigurationError

_PLUGIN = "zhibu"
_DEFAULTS = {"docs_dir": "docs", "site_dir": "site", "site_url": ""}


def load_options(mkdocs_yml: Path) -> dict[str, object]:
    """The options of the plugin `zhibu`, and `docs_dir`, `site_dir`, `site_url` beside them; every scalar is text.

    Of `!ENV [NAME, default]`, which MkDocs takes from the environment, only the default is read.
    """
    top = _mapping(_compose(mkdocs_yml))
    options: dict[str, object] = {key: _plain(top[key]) if key in top else usual for key, usual in _DEFAULTS.items()}
    options = {key: value if isinstance(value, str) else _DEFAULTS[key] for key, value in options.items()}
    return options | _plugin_options(top.get("plugins"))


def _compose(path: Path) -> Node | None:
    try:
        loader = CSafeLoader(path.read_bytes())
        node: Node | None = loader.get_single_node()
    except OSError as error:
        raise ConfigurationError(f"读不出 {path}：{error.strerror}。请在有 mkdocs.yml 的文件夹里运行。") from error
    except MarkedYAMLError as error:
        where = f"第 {error.problem_mark.line + 1} 行" if error.problem_mark else "某处"
        raise ConfigurationError(f"{path} {where}不合 YAML 写法。请核对缩进和冒号。") from error
    except YAMLError as error:
        raise ConfigurationError(f"{path} 不是 UTF-8 文本。请另存为 UTF-8。") from error
    return node


def _plugin_options(plugins: Node | None) -> dict[str, object]:
    """`plugins` is a list of names and one-key mappings, or one mapping."""
    items = plugins.value if isinstance(plugins, SequenceNode) else [plugins]
    for item in items:
        options = _mapping(item)
        if _PLUGIN in options:
            return {key: _plain(value) for key, value in _mapping(options[_PLUGIN]).items()}
    return {}


def _mapping(node: Node | None) -> dict[str, Node]:
    pairs = node.value if isinstance(node, MappingNode) else []
    return {key.value: value for key, value in pairs if isinstance(key, ScalarNode)}


def _plain(node: Node) -> object:
    if node.tag == "!ENV":
        return node.value[-1].value if isinstance(node, SequenceNode) and len(node.value) > 1 else None
    if isinstance(node, MappingNode):
        return {key: _plain(value) for key, value in _mapping(node).items()}
    if isinstance(node, SequenceNode):
        return [_plain(item) for item in node.value]
    return node.value
