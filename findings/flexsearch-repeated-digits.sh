#!/usr/bin/env bash
# FlexSearch 0.8.212 takes 11 for 1: the encoder that it has by default, and `Charset.Normalize`, write every repeated character
# once.  Its manual says so of letters (missing, mising); digits and Chinese go the same way: who asks for 第11条 gets 第1条
# first, 1000 and 1100 are one number, 人人 is 人.  `Charset.CJK`, meant for Chinese, has single characters without their
# order besides: 1100 finds 201, 大会 finds 会大.  `Charset.Exact`, or `dedupe: false`, keeps numbers apart.  Needs npm, Node.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --ignore-scripts flexsearch@0.8.212
cat >look.mjs <<'JS'
import FlexSearch from 'flexsearch';
const texts = ['第1条', '第11条', '经费 1000', '经费 1100', '房间 201', '人', '人人', '会大'];
const encoders = {
  'by default': undefined,
  'Normalize': FlexSearch.Charset.Normalize,
  'CJK': FlexSearch.Charset.CJK,
  'Exact': FlexSearch.Charset.Exact,
  'dedupe: false': new FlexSearch.Encoder({ dedupe: false }),
};
for (const [name, encoder] of Object.entries(encoders)) {
  const index = new FlexSearch.Index(encoder ? { encoder } : {});
  texts.forEach((text, at) => index.add(at, text));
  const found = word => index.search(word).map(at => texts[at]).join(', ') || 'nothing';
  console.log(`${name}: ` + ['第11条', '1100', '人人', '大会'].map(word => `${word} → ${found(word)}`).join('; '));
}
JS
seen=$(node look.mjs)
echo "$seen"
# seen on 2026-11-29:
# by default: 第11条 → 第1条, 第11条; 1100 → 经费 1000, 经费 1100; 人人 → 人, 人人; 大会 → nothing
# Normalize: 第11条 → 第1条, 第11条; 1100 → 经费 1000, 经费 1100; 人人 → 人, 人人; 大会 → nothing
# CJK: 第11条 → 第1条, 第11条; 1100 → 经费 1000, 经费 1100, 房间 201; 人人 → 人, 人人; 大会 → 会大
# Exact: 第11条 → 第11条; 1100 → 经费 1100; 人人 → 人人; 大会 → nothing
# dedupe: false: 第11条 → 第11条; 1100 → 经费 1100; 人人 → 人人; 大会 → nothing
one='第11条 → 第1条, 第11条; 1100 → 经费 1000, 经费 1100; 人人 → 人, 人人; 大会 → nothing'
apart='第11条 → 第11条; 1100 → 经费 1100; 人人 → 人人; 大会 → nothing'
[ "$seen" = "by default: $one
Normalize: $one
CJK: 第11条 → 第1条, 第11条; 1100 → 经费 1000, 经费 1100, 房间 201; 人人 → 人, 人人; 大会 → 会大
Exact: $apart
dedupe: false: $apart" ]
