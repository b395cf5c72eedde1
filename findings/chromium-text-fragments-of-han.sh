#!/usr/bin/env bash
# A link to words of a page (`#:~:text=`) made of the first few characters of a Chinese sentence goes there in Chromium 156 or
# stays at the top of the page, by whether the cut falls between two words of a dictionary that nobody sees: 支部党员 does,
# 支部党 and 支部党员大会每季 do not.  The text fragment has to begin and end at a word, and Chinese has no blanks to tell by.
# Intl.Segmenter (here Node's) knows the ends; a cut at punctuation is always one.  Needs npm and Chromium (or CHROMIUM=path).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --ignore-scripts playwright-core@1.65.1
cat >look.mjs <<'JS'
import http from 'http';
import { chromium } from 'playwright-core';
const sentence = '支部党员大会每季度至少召开一次，由支部书记主持会议。';
const html = `<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><title>Page</title>
<div style="height: 3000px">top</div><p>${sentence}</p><div style="height: 3000px">end</div></html>`;
const server = http.createServer((asked, answer) => answer.setHeader('Content-Type', 'text/html').end(html));
server.listen(0, '127.0.0.1');
const browser = await chromium.launch({ executablePath: process.argv[2], args: ['--no-sandbox'] });
const goes = async words => {
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/#:~:text=${encodeURIComponent(words)}`);
  const moved = await page.waitForFunction(() => scrollY > 0, null, { timeout: 1500 }).then(() => true, () => false);
  await page.close();
  return moved;
};
const cuts = Array.from({ length: 15 }, (_, at) => sentence.slice(0, at + 2));
const found = [];
for (const words of cuts) if (await goes(words)) found.push(words.length);
const ends = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(sentence)].map(word => word.index + word.segment.length);
console.log(`Chromium ${browser.version()}: of 2 to 16 characters, found:`, ...found);
console.log('a word ends after:', ...ends.filter(end => end > 1 && end < 17));
await browser.close();
server.close();
JS
seen=$(node look.mjs "${CHROMIUM:-$(command -v chromium)}")
echo "$seen"
# seen on 2026-11-29:
# Chromium 156.0.8078.108: of 2 to 16 characters, found: 2 4 6 7 9 11 13 15 16
# a word ends after: 2 4 6 7 9 11 13 15 16
found=$(sed -n 's/.*found: //p' <<<"$seen")
[ "$found" = "2 4 6 7 9 11 13 15 16" ] && grep -qx "a word ends after: $found" <<<"$seen"
