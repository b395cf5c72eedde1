// node ask.mjs SITE QUERIES [--median BYTES] [--most BYTES] [--titles NUMBER]: the 60 queries answered from the files of a built
// site, without a browser: how many first hits are right, how many bytes (brotli) the first query costs, scripts and words
// included, and how many titles of pages do not lead to their page.
import fs from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import zlib from 'node:zlib';

const [site, golden, ...flags] = process.argv.slice(2);
const option = (name, otherwise) => (flags.includes(name) ? Number(flags[flags.indexOf(name) + 1]) : otherwise);
const SHARE = option('--share', 0.95);
const MEDIAN = option('--median', Infinity);
const MOST = option('--most', Infinity);
const TITLES = option('--titles', Infinity);
const quiet = flags.includes('--quiet');

const bytes = new Map();
/** Run a script of the site in this process, and remember what it weighs. */
function run(name) {
  const source = fs.readFileSync(path.join(site, name));
  if (!bytes.has(name)) bytes.set(name, zlib.brotliCompressSync(source).length);
  vm.runInThisContext(source.toString('utf8'), { filename: name });
  return bytes.get(name);
}

globalThis.document = { addEventListener() {} };
globalThis.window = globalThis;
const fixed = run('assets/zhibu/search/search.js');
const search = globalThis.zhibuSearch;

/** One reader's first query: a fresh index, so that every file is fetched anew. */
async function ask(query) {
  const fetched = new Set();
  const index = await search.open({ load: name => { fetched.add(name); run(`search/${name}.js`); return Promise.resolve(undefined); } });
  const words = await index.file('words');
  const found = await search.ask(index, words, query);
  await found.first();
  const weight = [...fetched].reduce((sum, name) => sum + bytes.get(`search/${name}.js`), fixed);
  return { hits: [...found.exact, ...found.near], weight, fetched: fetched.size };
}

const address = url => url.replace(/(^|\/)index\.html/, '$1');
const weights = [];
let right = 0;
const queries = JSON.parse(fs.readFileSync(golden, 'utf8'));
for (const { query, answers } of queries) {
  const { hits, weight } = await ask(query);
  weights.push(weight);
  const rank = hits.findIndex(hit => answers.includes(address(hit.url)));
  right += rank === 0;
  if (rank !== 0 && !quiet) console.log(`「${query}」 ${rank} of ${hits.length}: ${hits.slice(0, 4).map(hit => address(hit.url) + ' ' + hit.score.toFixed(1)).join('; ')}; wanted ${answers.join(' or ')}`);
}
/** The titles of pages that lead elsewhere first. */
async function astray() {
  const index = await search.open({ load: async name => { run(`search/${name}.js`); } });
  const heads = await Promise.all(index.pages.map(id => index.piece(id)));
  const found = [];
  for (const title of new Set(heads.map(head => head.title))) {
    const { hits: [first] } = await ask(title);
    if (!heads.some(head => head.title === title && first && first.url.startsWith(head.url))) found.push(title);
  }
  return found;
}

const lost = TITLES < Infinity ? await astray() : [];
if (lost.length > TITLES) console.log(`titles that do not lead to their page: ${lost.join('; ')}`);
weights.sort((one, other) => one - other);
const middle = weights[Math.floor(weights.length / 2)], most = weights[weights.length - 1];
console.log(`ask ${path.basename(path.resolve(site))}: first hit right for ${right} of ${queries.length}; first query ${middle} bytes (median), ${most} at most, scripts ${fixed}`);
process.exit(right >= SHARE * queries.length && middle <= MEDIAN && most <= MOST && lost.length <= TITLES ? 0 : 1);
