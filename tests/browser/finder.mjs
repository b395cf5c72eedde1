// node finder.mjs FOLDER [--file]: 支部查找 over the branches of tests/performance/finder.py: what it loads, and how fast it answers.
import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { browser, open } from './lib.mjs';

const MOST = 1e6; // bytes of data, compressed
const PATIENCE = 50; // milliseconds from a key to the drawn list
const DATA = 'assets/zhibu/finder-data.js';
// Many hits, few, one, none; by name, committee, kind and id; one character to a whole name, one word to three.
const QUERIES = ['党', '第', '3', 'b', '学生', '机械', '党委', '不存在的支部', '甲', 'b004321', 'B004321', 'b00', '第十', '离退休',
  '信息 学生', '学院 第二 教师', '机械 没有', '艺术三学院', '机械学院第一教师党支部', '党 支 部', ''];

const [site, ...flags] = process.argv.slice(2);
const faults = [];
const must = (good, what) => { if (!good) faults.push(what); };

const size = gzipSync(fs.readFileSync(path.join(site, DATA))).length;
must(size <= MOST, `${DATA}: ${size} bytes compressed`);

const host = await open(site, flags.includes('--file'));
const { context, close } = await browser();
const page = await context.newPage();
let loads = 0;
page.on('request', request => { if (request.url().endsWith(DATA)) loads += 1; });
await page.goto(host.url + 'finder/index.html', { waitUntil: 'load' });
const box = page.locator('#zb-finder-input');
const status = page.locator('#zb-finder-status');
must(loads === 0, `the data was loaded ${loads} times before the box was entered`);
await box.focus();
await page.waitForFunction(() => window.zhibuBranches);
await box.blur();
await box.focus();

// Each query is asked once for the first answer, as a reader does; the list is laid out within the time.
const answer = query => page.evaluate(text => {
  const input = document.querySelector('#zb-finder-input');
  const list = document.querySelector('#zb-finder-results');
  input.value = text;
  const start = performance.now();
  input.dispatchEvent(new Event('input'));
  list.getBoundingClientRect();
  return performance.now() - start;
}, query);
const times = [];
for (const query of QUERIES) times.push([await answer(query), query]);
times.sort(([one], [other]) => other - one);
for (const [time, query] of times) must(time < PATIENCE, `「${query}」: ${time.toFixed(1)} ms`);
must(loads === 1, `the data was loaded ${loads} times`);

await box.fill('B004321');
const found = await page.locator('#zb-finder-results a').evaluateAll(links => links.map(link => link.getAttribute('href')));
must(found.join() === '../branches/b004321/index.html', `an id found ${found.join() || 'nothing'}`);
await box.fill('不存在的支部');
must((await status.textContent()).startsWith('没有找到'), 'nothing was found, and it does not say so');

for (const fault of faults) console.log(fault);
const number = await page.evaluate(() => window.zhibuBranches.length);
console.log(`finder ${flags.join(' ')}: ${number} branches, ${size} bytes, worst ${times[0][0].toFixed(1)} ms 「${times[0][1]}」, ${faults.length} faults`);
await close();
host.close();
process.exit(faults.length ? 1 : 0);
