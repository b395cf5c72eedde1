// node questions.mjs SITE [--file]: the reader questions of 怎么用这本手册, each answered as its table says: from the home page at
// 390 px by at most two links that can be seen, or by one search whose first entry is the answer.
import { browser, open } from './lib.mjs';

const TABLE = '#questions ~ [data-unsearched] table';
const [site, ...flags] = process.argv.slice(2);
const host = await open(site, flags.includes('--file'));
const { context, close } = await browser({ viewport: { width: 390, height: 844 } });
const page = await context.newPage();
const faults = [];

/** The rows of the table: what is asked, the names on the way, and the address of the answer. */
async function questions() {
  await page.goto(host.url + 'help/using/index.html', { waitUntil: 'load' });
  return page.locator(TABLE).first().locator('tbody tr').evaluateAll(rows => rows.map(row => {
    const [asked, way] = row.cells;
    return { asked: asked.textContent.trim(), way: way.textContent.trim().split(' › '), answer: way.querySelector('a').href };
  }));
}

/** Follow the link of that name which a reader sees without opening anything. */
async function follow(name) {
  const links = page.locator('article a').filter({ hasText: name });
  for (let at = 0; at < await links.count(); at += 1) {
    const link = links.nth(at);
    const box = await link.isVisible() && await link.boundingBox();
    if (box && box.x >= 0 && box.x + box.width <= 390 && (await link.textContent()).trim().startsWith(name)) {
      await link.click();
      await page.waitForLoadState('load');
      return true;
    }
  }
  return false;
}

/** The address of the first entry that one search finds. */
async function searched(query) {
  await page.locator('.zb-search__open').click();
  await page.locator('.zb-search input').fill(query);
  const first = page.locator('.zb-search [role=option]').first();
  await first.waitFor({ timeout: 20000 });
  return first.evaluate(entry => (entry.closest('a') || entry.querySelector('a') || entry).href || entry.dataset.href);
}

async function answer({ asked, way, answer: expected }) {
  await page.goto(host.url + 'index.html', { waitUntil: 'load' });
  const query = /^检索“(.+)”$/.exec(way[0]);
  if (query) {
    const found = await searched(query[1]);
    if (found !== expected) faults.push(`${asked}: the search leads to ${found}, not to ${expected}`);
    return;
  }
  if (way.length > 2) faults.push(`${asked}: ${way.length} links`);
  for (const name of way) if (!await follow(name)) return faults.push(`${asked}: no link ${name} can be seen`);
  if (page.url() !== expected) faults.push(`${asked}: the way ends at ${page.url()}, not at ${expected}`);
  const place = new URL(expected).hash.slice(1);
  if (place && !await page.locator(`[id="${place}"]`).isVisible()) faults.push(`${asked}: ${place} cannot be seen`);
}

const rows = await questions();
if (rows.length !== 10) faults.push(`${rows.length} questions, not ten`);
for (const row of rows) await answer(row);
for (const fault of faults) console.log(fault);
console.log(`questions ${flags.join(' ')}: ${rows.length} questions, ${faults.length} faults`);
await close();
host.close();
process.exit(faults.length ? 1 : 0);
