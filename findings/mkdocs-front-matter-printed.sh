#!/usr/bin/env bash
# MkDocs 1.6.1: front matter that YAML reads as something else than a mapping, and front matter whose closing line is the
# last of the file without a line feed, are printed on the page as prose; --strict says nothing of either.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mkdocs==1.6.1 PyYAML==6.0.2

mkdir -p "$work/docs"
printf 'site_name: Example\n' >"$work/mkdocs.yml"
printf '# Home\n' >"$work/docs/index.md"
printf -- '---\n- internal remark one\n- internal remark two\n---\n\n# List\n' >"$work/docs/list.md"
printf -- '---\nremark: internal remark three\n---' >"$work/docs/open.md"
printf -- '---\nremark: internal remark four\n---\n' >"$work/docs/closed.md"
(cd "$work" && venv/bin/mkdocs build --quiet --strict)

seen() { grep -c "internal remark" "$work/site/$1/index.html" || true; }
echo "list as front matter: printed $(seen list); no line feed after the closing line: $(seen open); with one: $(seen closed)"
# seen on 2026-11-28: list as front matter: printed 2; no line feed after the closing line: 2; with one: 0
[ "$(seen list)" -gt 0 ] && [ "$(seen open)" -gt 0 ] && [ "$(seen closed)" -eq 0 ]
