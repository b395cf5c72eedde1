// node addresses.mjs FOLDER [--file]: an address leads into a fold and opens it; every criterion's can be copied; the print view.
import { browser, open } from './lib.mjs';

const [site, ...flags] = process.argv.slice(2);
const faults = [];
const must = (good, what) => { if (!good) faults.push(what); };

const host = await open(site, flags.includes('--file'));
const { context, close } = await browser();
const page = await context.newPage();
page.on('pageerror', error => faults.push(String(error)));
const standard = `${host.url}standards/3-1/index.html`;

await page.goto(`${standard}#c-3-1-2`, { waitUntil: 'load' });
const row = page.locator('#c-3-1-2');
must(await row.isVisible(), 'the criterion of the address is folded away');
must(await row.evaluate(it => { const at = it.getBoundingClientRect(); return at.top >= 0 && at.bottom <= innerHeight; }), 'it is out of sight');

// Chromium opens folds by itself; older browsers only hear of the new address.
await page.goto(`${standard}#blank`, { waitUntil: 'load' });
const fold = page.locator('details:has(> summary > #blank)');
must(await fold.evaluate(it => it.open), 'the fold stays closed');
await fold.evaluate(it => { it.open = false; window.dispatchEvent(new Event('hashchange')); });
must(await fold.evaluate(it => it.open), 'the fold stays closed where the browser does not open it');

// Where there is no clipboard of its own, the text that the browser was asked to copy is what was selected.
await page.evaluate(() => {
  Object.defineProperty(navigator, 'clipboard', { value: undefined });
  document.execCommand = () => { window.taken = document.activeElement.value; return true; };
});
const buttons = page.locator('[data-zb-address] .zb-copy-address');
must(await buttons.count() > 1, 'no buttons');
await row.locator('.zb-copy-address').press('Enter');
must(await page.evaluate(() => window.taken) === `${standard}#c-3-1-2`, `copied ${await page.evaluate(() => window.taken)}`);
must(await row.locator('.zb-copy-address').textContent() === '已复制', 'nobody is told');
for (const place of await page.$$eval('[data-zb-address]', all => all.map(each => each.dataset.zbAddress)))
  must(await page.locator(`[id="${place}"]`).count() === 1, `no place ${place}`);

// The print view shows what paper gets, and leads back.
await page.goto(standard, { waitUntil: 'load' });
await page.locator('a[href="?print"]').click();
await page.waitForLoadState('load');
must(await page.locator('article details:not([open])').count() === 0, 'a fold is closed in the print view');
must(!await page.locator('.md-header').isVisible() && !await page.locator('.md-sidebar').first().isVisible(), 'the print view has navigation');
await page.locator('.zb-print-note a').click();
await page.waitForLoadState('load');
must(await page.locator('.md-header').isVisible(), 'the print view leads nowhere');

await close();
host.close();
faults.forEach(fault => console.log(fault));
console.log(`${faults.length} faults`);
process.exit(faults.length ? 1 : 0);
