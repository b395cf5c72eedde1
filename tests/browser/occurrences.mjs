// node occurrences.mjs SITE [COUNT]: the script that reads the search index finds every string that stands in a section,
// and nothing else: random strings of 1 to 12 characters, against a plain look through the texts of all sections.
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
const ids = Array.from({ length: index.directory.size }, (_, id) => id);
const texts = (await index.sections(ids)).map(row => [row.heading, row.text, row.aliases].map(search.fold));

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
  const wanted = search.foldQuery(term);
  const right = wanted ? ids.filter(id => texts[id].some(text => text.includes(wanted))) : [];
  const found = [...(await index.occurrences(term)).keys()].sort((one, other) => one - other);
  if (found.join() !== right.join()) faults.push(`「${term}」 ${found.length} sections, ${right.length} hold it`);
  if (Array.from(wanted).length < 3 && search.grams(wanted).join('') === wanted) {
    const known = [...(await index.candidates(term)).keys()].sort((one, other) => one - other);
    if (known.join() !== right.join()) faults.push(`「${term}」 ${known.length} sections by postings alone`);
  }
}
faults.forEach(fault => console.log(fault));
console.log(`occurrences ${path.basename(path.resolve(site))}: ${count} strings, ${faults.length} wrong`);
process.exit(faults.length ? 1 : 0);
