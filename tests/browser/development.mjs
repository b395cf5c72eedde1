// node development.mjs FOLDER EXPECTED.json [--file]: the date calculator equals the Python rules (development.py), and nothing of it is kept or sent.
import fs from 'node:fs';
import { browser, open } from './lib.mjs';

const LEAST = 1000; // days a limit
const [site, expected, ...flags] = process.argv.slice(2);
const versions = JSON.parse(fs.readFileSync(expected, 'utf8'));
const faults = [];
const must = (good, what) => { if (!good) faults.push(what); };

const host = await open(site, flags.includes('--file'));
const { context, close } = await browser({ viewport: { width: 390, height: 844 } });
const page = await context.newPage();
page.on('pageerror', error => faults.push(`page: ${error.message}`));
page.on('console', message => { if (message.type() === 'error') faults.push(`console: ${message.text()}`); });
await page.goto(host.url + 'development/index.html', { waitUntil: 'load' });
const requests = [];
page.on('request', request => requests.push(request.url()));

// Everything is entered and read as a reader does: the option is chosen, the date typed, the table read.
const ask = version => page.evaluate(({ id, days, ends }) => {
  const data = JSON.parse(document.getElementById('zb-dates-data').textContent);
  const limits = data.versions.find(row => row.id === id).limits;
  const start = document.getElementById('zb-dates-start');
  const input = document.getElementById('zb-dates-day');
  const wrong = [];
  const asked = {};
  for (const option of new Set(limits.map(limit => limit.start))) {
    start.value = option;
    start.dispatchEvent(new Event('change'));
    days.forEach((day, at) => {
      input.value = day;
      input.dispatchEvent(new Event('input'));
      for (const row of document.querySelectorAll('#zb-dates-table tbody tr')) {
        const [end, provisional] = ends[row.dataset.limit]?.[at] ?? ['no such limit in Python', false];
        const told = row.querySelector('time').dateTime;
        asked[row.dataset.limit] = (asked[row.dataset.limit] ?? 0) + 1;
        if (told !== end || row.textContent.includes('暂算') !== provisional) wrong.push(`${id} ${row.dataset.limit} ${day}: ${told}, not ${end}`);
      }
    });
  }
  return { wrong, asked };
}, version);

let limits = 0;
for (const version of versions) {
  const { wrong, asked } = await ask(version);
  faults.push(...wrong.slice(0, 5));
  must(wrong.length === 0, `${version.id}: ${wrong.length} days differ`);
  for (const id of Object.keys(version.ends)) {
    limits += 1;
    must((asked[id] ?? 0) >= LEAST, `${version.id} ${id}: ${asked[id] ?? 0} days asked`);
  }
}

// By keyboard alone, and told to a screen reader.
await page.reload({ waitUntil: 'load' });
await page.locator('#zb-dates-start').focus();
await page.keyboard.press('ArrowDown');
await page.keyboard.press('Tab');
must(await page.evaluate(() => document.activeElement.id) === 'zb-dates-day', 'the date does not follow the step in the order of focus');
await page.fill('#zb-dates-day', '2019-03-31');
must((await page.textContent('#zb-dates-status')).startsWith('推算出'), 'the status does not tell what was found');
must((await page.textContent('.zb-dates-head')).startsWith('只推算期限，不表示到了日期就应当发展；以党组织审查为准'), 'the head does not say what it is not');
must(await page.evaluate(() => document.documentElement.scrollWidth) <= 390, 'wider than 390 px');
must(await page.evaluate(() => document.querySelectorAll('.zb-calculator label').length) === 2, 'a field has no label');

// Nothing is kept, nothing is sent.
const kept = await page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)].filter(key => /dates|development|2019/.test(key)));
must(kept.length === 0 && (await context.cookies()).length === 0, `kept: ${kept.join()}`);
must(requests.every(url => !url.includes('2019-03-31')), 'the date was sent');
await page.reload({ waitUntil: 'load' });
must(await page.inputValue('#zb-dates-day') === '', 'the date is still there after a reload');

for (const fault of faults) console.log(fault);
console.log(`dates ${flags.join(' ')}: ${limits} limits, ${versions.map(version => version.days.length).join(' and ')} days, ${faults.length} faults`);
await close();
host.close();
process.exit(faults.length ? 1 : 0);
