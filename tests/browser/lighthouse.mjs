// node lighthouse.mjs PUBLIC INTERNAL [TIMES]: Lighthouse's scores on a phone for a page of each kind that is opened most, served
// compressed and with the site's policy, as the median of so many runs (5).  Fails below 95 for speed and 100 for the rest.
// `make lighthouse` installs it (LIGHTHOUSE is its folder) and runs this, in some minutes and on a quiet machine; run.sh does not.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { spawn } from 'node:child_process';
import { CHROME, QUIET, pages, serve } from './lib.mjs';

const [shown, kept, times = '5'] = process.argv.slice(2);
const first = (root, folder) => pages(root).find(name => name.split('/')[0] === folder && name.split('/').length === 3);
const PAGES = [
  ['home', shown, 'index.html'],
  ['standard', shown, first(shown, 'standards')],
  ['showcase', shown, first(shown, 'showcases')],
  ['branch', kept, first(kept, 'branches')],
  ['matrix', kept, 'matrix/index.html'],
];
const LEAST = { performance: 95, accessibility: 100, 'best-practices': 100, seo: 100 };
const TOLD = { 'largest-contentful-paint': 'LCP ms', 'total-blocking-time': 'TBT ms', 'cumulative-layout-shift': 'CLS', 'total-byte-weight': 'bytes' };
const program = path.resolve(process.env.LIGHTHOUSE, 'cli/index.js');
const out = fs.mkdtempSync(path.join(os.tmpdir(), 'lighthouse-'));
const median = values => values.sort((one, two) => one - two)[Math.floor(values.length / 2)];

/** One report of Lighthouse on an address. */
async function report(address) {
  const file = path.join(out, 'report.json');
  const asked = [program, address, '--quiet', '--output=json', `--output-path=${file}`, '--no-enable-error-reporting',
    `--chrome-flags=--headless ${QUIET.join(' ')}`];
  const env = { ...process.env, CHROME_PATH: CHROME };
  const code = await new Promise(resolve => spawn('node', asked, { stdio: 'inherit', env }).on('exit', resolve));
  if (code !== 0) throw new Error(`lighthouse ${address}: ${code}`);
  return JSON.parse(fs.readFileSync(file));
}

/** The medians of one page, and what failed in its last run. */
async function measure(root, name) {
  const host = await serve(root, true);
  const runs = [];
  for (let run = 0; run < Number(times); run++) runs.push(await report(host.url + name));
  host.close();
  const scores = Object.keys(LEAST).map(key => [key, Math.round(100 * median(runs.map(run => run.categories[key].score)))]);
  const figures = Object.entries(TOLD).map(([key, label]) => `${label} ${median(runs.map(run => run.audits[key].numericValue)).toFixed(key.startsWith('cum') ? 3 : 0)}`);
  const failed = Object.values(runs.at(-1).audits).filter(audit => audit.score === 0 && audit.scoreDisplayMode === 'binary').map(audit => audit.id);
  return { scores, figures, failed };
}

let below = 0;
for (const [kind, root, name] of PAGES) {
  const { scores, figures, failed } = await measure(root, name);
  below += scores.filter(([key, score]) => score < LEAST[key]).length;
  console.log([kind, name, scores.map(([key, score]) => `${key} ${score}`).join(', '), figures.join(', '), ...failed].join('  '));
}
fs.rmSync(out, { recursive: true });
console.log(`lighthouse: ${below} scores below ${Object.values(LEAST).join(', ')}`);
process.exit(below ? 1 : 0);
