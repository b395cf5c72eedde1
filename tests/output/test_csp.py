"""The policy: which scripts it names, and how servers are told of it."""

from __future__ import annotations

from generator.output.csp import inline_scripts, policy, server_files

PAGE = (
    '<script src="a.js"></script><script>甲()</script><script type="module">\n乙()\n</script>'
    '<script id="__config" type="application/json">{}</script><script></script>'
)


def test_scripts_within_a_page_are_named_and_data_is_not() -> None:
    assert list(inline_scripts(PAGE)) == ["甲()", "\n乙()\n"]


def test_the_policy_allows_these_scripts_by_hash_and_nothing_else_inline() -> None:
    rule = policy([PAGE, "<script>甲()</script>"])
    assert rule.startswith("default-src 'none'; script-src 'self' 'sha256-")
    assert rule.count("sha256-") == 2
    assert "unsafe" not in rule
    assert "style-src 'self';" in rule
    assert "worker-src 'self';" in rule
    assert "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='" in policy(["<script>alert(1)</script>"])


def test_a_style_within_a_page_is_named_by_its_hash() -> None:
    rule = policy(["<style>p { color: red }</style>"])
    assert "style-src 'self' 'sha256-ngewhhP73WDIbgwseeu52VAAJgKdGUsu1IUQQsAm8m4=';" in rule
    assert "script-src 'self'; " in rule


def test_the_order_of_pages_does_not_matter_and_no_script_leaves_no_gap() -> None:
    one, other = "<script>a</script>", "<script>b</script>"
    assert policy([one, other]) == policy([other, one])
    assert "script-src 'self'; style-src" in policy(["<p>无</p>"])


def test_each_server_is_told_in_its_own_words() -> None:
    files = dict(server_files("default-src 'none'"))
    assert files["_headers"] == "/*\n  Content-Security-Policy: default-src 'none'\n"
    assert files["csp/nginx.conf"] == "add_header Content-Security-Policy \"default-src 'none'\" always;\n"
    assert files["csp/apache.conf"] == "Header always set Content-Security-Policy \"default-src 'none'\"\n"
