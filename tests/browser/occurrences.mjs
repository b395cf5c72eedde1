// node occurrences.mjs SITE [COUNT]: the exact group of the search holds every section in which a string stands, and no
// other: random strings of 1 to 12 characters, against a plain look through the texts of all sections.
import fs from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';

const [site, count = '150'] = process.argv.slice(2);
const folder = path.join(site, 'search');
globalThis.document = { addEventListener() {} };
globalThis.window = globalThis;
const script = path.join(site, 'assets/zhibu/search/search.js');
vm.runInThisContext(fs.readFileSync(script, 'utf8'), { filename: script });
const search = globalThis.zhibuSearch;
const load = name => {
  vm.runInThisContext(fs.readFileSync(path.join(folder, `${name}.js`), 'utf8'), { filename: name });
  return Promise.resolve(undefined);
};

const index = await search.open({ load });
const words = await index.file('words');
const block = index.directory.block;
const rows = await Promise.all(fs.readdirSync(path.join(folder, 'texts')).map(async name => {
  const number = parseInt(name, 10);
  return (await index.file(`texts/${number}`)).map((row, at) => row && number * block + at);
}));
const pieces = await Promise.all(rows.flat().filter(id => id !== null).sort((one, other) => one - other).map(id => index.piece(id)));
const texts = pieces.map(row => [row.heading, row.text, row.aliases].map(search.fold));

const letters = text => text.replace(/[^\p{L}\p{N}]/gu, '');

/** The first pieces of the sections in which a term stands. */
const holding = term => new Set(texts.flatMap((fields, at) => (fields.some(text => text.includes(term)) ? [index.sectionOf(pieces[at].id)] : [])));

let seed = 18;
/** The next of a series of numbers below `limit`, the same in every run. */
function next(limit) {
  seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
  return (seed >> 8) % limit;
}

function chosen() {
  const lines = texts[next(texts.length)].join('\n').split('\n').filter(Boolean);
  const letters = Array.from(lines.length ? lines[next(lines.length)] : '党');
  const length = 1 + next(Math.min(12, letters.length));
  const at = next(letters.length - length + 1);
  return letters.slice(at, at + length).join('');
}

const faults = [];
for (let turn = 0; turn < Number(count); turn += 1) {
  const term = chosen();
  const found = await search.ask(index, words, term);
  found.unread = found.unread.filter(id => found.answer.exact.has(id));
  await found.read(Infinity);
  const [first = new Set(), ...others] = found.terms.map(holding);
  const right = [...first].filter(id => others.every(ids => ids.has(id))).sort((one, other) => one - other);
  const exact = found.exact.map(section => index.sectionOf(section.id)).sort((one, other) => one - other);
  if (exact.join() !== right.join()) faults.push(`「${term}」 ${exact.length} sections, ${right.length} hold it`);
  if (letters(found.terms.join('')) !== letters(search.fold(term))) faults.push(`「${term}」 is asked as ${found.terms}`);
}
faults.forEach(fault => console.log(fault));
console.log(`occurrences ${path.basename(path.resolve(site))}: ${count} strings, ${faults.length} wrong`);
process.exit(faults.length ? 1 : 0);
