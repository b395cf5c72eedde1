#!/usr/bin/env bash
# Every third-party checker over the public and the internal edition, a finder of 10,000 branches, the date calculator and
# the form 记一次会 (100 notes, or as many as NOTES says), over http and from a folder.
# Needs Chromium, Java 17 and Node 20; expects `make site` to have run (site/ and site-internal/).
set -u
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
cd "$here" || exit 2
[ -d node_modules ] || npm install --ignore-scripts --no-audit --no-fund --silent || exit 2

step() {
    local name=$1; shift
    local start=$SECONDS log
    log=$(mktemp)
    if "$@" >"$log" 2>&1; then
        printf 'ok    %-34s %4ds  %s\n' "$name" $((SECONDS - start)) "$(tail -n 1 "$log" | cut -c 1-120)"
    else
        printf 'FAIL  %-34s %4ds\n' "$name" $((SECONDS - start))
        head -n 60 "$log"
        failed=1
    fi
    rm -f "$log"
}

both() { # NAME SCRIPT ARGUMENT…: over http and from a folder
    local name=$1; shift
    step "$name http" node "$@"
    step "$name file://" node "$@" --file
}

nu() { java -Xss4m -jar node_modules/vnu-jar/build/dist/vnu.jar --skip-non-html --errors-only --format gnu "$1"; }
links() { (cd "$1" && "$here/node_modules/.bin/linkinator" . --recurse --check-fragments --server-root . --skip '^https?://(?!localhost|127\.0\.0\.1)' --verbosity error); }

markup() {
    local edition=$1 folder="$root/$1" failed=0
    step "$edition Nu" nu "$folder"
    step "$edition links" links "$folder"
    return $failed
}

# What both editions say alike is looked at in the public one.
access() {
    local edition=$1 folder="$root/$1" failed=0 alike=()
    [ "$edition" = site ] || alike=(--but "$root/site")
    step "$edition axe" node axe.mjs "$folder" "${alike[@]}"
    step "$edition axe file://" node axe.mjs "$folder" --file "${alike[@]}"
    return $failed
}

network() {
    local edition=$1 folder="$root/$1" failed=0
    both "$edition network" network.mjs "$folder"
    return $failed
}

# Branches' pages are judged in the internal edition; what both say alike is looked at in the public one.
phones() {
    local failed=0
    step "phones public" node phones.mjs "$root/site"
    step "phones internal" node phones.mjs "$root/site-internal" --but "$root/site"
    return $failed
}

search() {
    local edition=$1 folder="$root/$1" failed=0
    step "$edition search, 60 queries, titles" node ask.mjs "$folder" queries.json --median 15000 --most 18000 --titles 2
    step "$edition search, any string" node occurrences.mjs "$folder"
    both "$edition search" search.mjs "$folder"
    return $failed
}

finder() {
    local folder failed=0
    folder=$(mktemp -d)
    step "finder, 10,000 branches" "$root/.venv/bin/python" "$root/tests/performance/finder.py" 10000 "$folder"
    both "finder" finder.mjs "$folder"
    rm -r "$folder"
    return $failed
}

dates() {
    local expected failed=0
    expected=$(mktemp)
    step "dates by the Python rules" sh -c '"$1/.venv/bin/python" development.py > "$2"' - "$root" "$expected"
    both "dates" development.mjs "$root/site" "$expected"
    rm "$expected"
    return $failed
}

pictures() {
    local folder failed=0
    folder=$(mktemp -d)
    step "pictures of documents" node pictures.mjs "$folder" public="$root/site" internal="$root/site-internal"
    rm -r "$folder"
    return $failed
}

notes() {
    local expected failed=0
    expected=$(mktemp)
    step "notes by the Python rules" sh -c '"$1/.venv/bin/python" note.py 记一次会 "${NOTES:-100}" > "$2"' - "$root" "$expected"
    step "notes http" node note.mjs "$root/site" "$expected"
    both "notes, one file," note.mjs "$root/site" "$expected" --alone
    rm "$expected"
    return $failed
}

visits() {
    local expected failed=0
    expected=$(mktemp)
    step "notes of visits by the Python rules" sh -c '"$1/.venv/bin/python" note.py 记一次观摩 "${NOTES:-100}" > "$2"' - "$root" "$expected"
    step "notes of visits http" node note.mjs "$root/site" "$expected" --visit
    step "notes of visits, one file, file://" node note.mjs "$root/site" "$expected" --visit --alone --file
    rm "$expected"
    return $failed
}

questions() {
    local failed=0
    step "reader questions http" node questions.mjs "$root/site"
    step "reader questions file://" node questions.mjs "$root/site-internal" --file
    return $failed
}

points() {
    local failed=0
    both "observation points" points.mjs "$root/site"
    return $failed
}

addresses() {
    local failed=0
    both "addresses" addresses.mjs "$root/site"
    return $failed
}

cards() {
    local failed=0
    both "cards" hover.mjs "$root/site"
    return $failed
}

# Blank forms and photos of showcases are the same in both editions: one each is enough.
sheets() {
    local failed=0
    step "forms on paper" node forms.mjs "$root/site"
    step "photos http" node gallery.mjs "$root/site"
    step "photos file://" node gallery.mjs "$root/site-internal" --file
    step "PDFs http" node prints.mjs "$root/site"
    step "PDFs file://" node prints.mjs "$root/site-internal" --file
    return $failed
}

packages() {
    local folder failed=0
    folder=$(mktemp -d)
    for package in "$root"/site/downloads/showcases/*.zip; do python3 -m zipfile -e "$package" "$folder"; done
    step "packages of showcases file://" node network.mjs "$folder" --file
    step "packages of showcases Nu" nu "$folder"
    rm -r "$folder"
    return $failed
}

for edition in site site-internal; do
    [ -f "$root/$edition/index.html" ] || { echo "没有 $edition/：请先运行 make site。"; exit 2; }
done
finder # by itself, since it measures time
failed=$?

# Every other piece by itself too, as many at a time as there are cores, what takes longest first.
export here root
export -f step both nu links markup access network phones search dates pictures notes visits points questions addresses cards sheets packages
xargs -P "$(nproc)" -I {} bash -uc {} <<'PIECES' || failed=1
access site
access site-internal
network site-internal
network site
phones
sheets
markup site-internal
markup site
notes
visits
search site-internal
search site
dates
packages
pictures
points
questions
addresses
cards
PIECES
[ $failed = 0 ] && echo "浏览器检查全部通过"
exit $failed
