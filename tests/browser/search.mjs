// node search.mjs SITE GOLDEN [--file]: types the golden queries into Material's search box and compares what is found.
import fs from 'node:fs';
import { browser, open } from './lib.mjs';

const [site, golden, ...flags] = process.argv.slice(2);
const host = await open(site, flags.includes('--file'));
const { context, close } = await browser();
const page = await context.newPage();
await page.goto(host.url + 'index.html', { waitUntil: 'load' });
let failed = 0;
for (const { query, first, among = [] } of JSON.parse(fs.readFileSync(golden, 'utf8'))) {
  const box = page.locator('input[data-md-component="search-query"]').first();
  await box.click();
  await box.fill('');
  await box.pressSequentially(query, { delay: 5 });
  await box.press('End'); // Material reads the box on keyup, which typed Chinese does not cause
  const item = page.locator('.md-search-result__item h1');
  const found = async () => (await item.allTextContents()).map(text => text.replace(/\u200b/g, '').trim());
  let titles = [];
  // The index is read by a worker: ask until the wished hit is there, or give up after 15 seconds.
  await page.waitForFunction(wanted => [...document.querySelectorAll('.md-search-result__item h1')]
    .some(h => h.textContent.replace(/\u200b/g, '').includes(wanted)), first || among[0], { timeout: 15000 }).catch(() => {});
  titles = await found();
  const good = (!first || (titles[0] || '').includes(first)) && among.every(wanted => titles.some(title => title.includes(wanted)));
  if (!good) failed += 1;
  console.log(`${good ? 'ok  ' : 'FAIL'} 「${query}」 ${titles.slice(0, 6).join(' ; ')}`);
  await box.fill('');
}
console.log(`search ${flags.join(' ')}: ${failed} failed`);
await close();
host.close();
process.exit(failed ? 1 : 0);
