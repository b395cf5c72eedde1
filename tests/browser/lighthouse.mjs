// node lighthouse.mjs FOLDER PAGE [TIMES]: the scores of Lighthouse for a page on a phone, served compressed as a site's server
// would, as the median of so many runs (5).  Not part of run.sh, for it takes minutes and a quiet machine; Lighthouse is
// installed beside: npm install --no-save lighthouse@12
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import zlib from 'node:zlib';
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';

const [site, name, times = '5'] = process.argv.slice(2);
const base = path.resolve(site);
const TYPES = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.jpg': 'image/jpeg', '.webp': 'image/webp', '.txt': 'text/plain',
};
const PACKED = new Set(['.html', '.js', '.css', '.json', '.svg']);

const server = http.createServer((request, response) => {
  let file = path.normalize(path.join(base, decodeURIComponent(request.url.split('?')[0])));
  if (fs.existsSync(file) && fs.statSync(file).isDirectory()) file = path.join(file, 'index.html');
  if (!file.startsWith(base) || !fs.existsSync(file)) return response.writeHead(404).end();
  const kind = path.extname(file);
  const packed = PACKED.has(kind);
  const data = fs.readFileSync(file);
  response.writeHead(200, {
    'content-type': TYPES[kind] || 'application/octet-stream', 'cache-control': 'max-age=31536000',
    ...(packed ? { 'content-encoding': 'br' } : {}),
  });
  response.end(packed ? zlib.brotliCompressSync(data, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 5 } }) : data);
});
await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));

const packages = process.env.LIGHTHOUSE || path.dirname(createRequire(import.meta.url).resolve('lighthouse/package.json'));
const out = fs.mkdtempSync(path.join(os.tmpdir(), 'lighthouse-'));
const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];
const runs = [];
for (let run = 0; run < Number(times); run++) {
  const report = path.join(out, `${run}.json`);
  const done = await new Promise(resolve => spawn('node', [path.join(packages, 'cli/index.js'),
    `http://127.0.0.1:${server.address().port}/${name}`, '--quiet', '--output=json', `--output-path=${report}`,
    '--no-enable-error-reporting', `--chrome-flags=${flags.join(' ')}`],
  { stdio: 'inherit', env: { ...process.env, CHROME_PATH: process.env.CHROME_PATH || '/usr/bin/chromium' } }).on('exit', resolve));
  if (done !== 0) process.exit(2);
  runs.push(JSON.parse(fs.readFileSync(report)));
}
const median = values => values.sort((one, two) => one - two)[Math.floor(values.length / 2)];
for (const key of Object.keys(runs[0].categories)) {
  console.log(`${key} ${Math.round(100 * median(runs.map(run => run.categories[key].score)))}`);
}
for (const key of ['largest-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift', 'total-byte-weight']) {
  console.log(`${key} ${median(runs.map(run => run.audits[key].numericValue))}`);
}
for (const audit of Object.values(runs[0].audits)) {
  if (audit.score === 0 && audit.scoreDisplayMode === 'binary') console.log(`failed: ${audit.id}`);
}
fs.rmSync(out, { recursive: true });
server.close();
