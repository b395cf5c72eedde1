// node points.mjs FOLDER [--file]: the list of observation points: short addresses, chips, and the route sheet.
import { browser, open } from './lib.mjs';

const [site, ...flags] = process.argv.slice(2);
const faults = [];
const must = (good, what) => { if (!good) faults.push(what); };

const host = await open(site, flags.includes('--file'));
const { context, close } = await browser();
const page = await context.newPage();
page.on('pageerror', error => faults.push(String(error)));
const list = host.url + 'showcases/index.html';

await page.goto(list, { waitUntil: 'load' });
const cards = await page.$$eval('.zb-point[id]', all => all.map(card => ({ id: card.id, standards: card.dataset.standards.split(' ') })));
must(cards.length > 1, `${cards.length} points`);

// A sign on a door leads to its point; one of a point that is no longer shown stays on the list.
await page.goto('about:blank');
await page.goto(`${list}#${cards[0].id}`);
await page.waitForURL(address => address.href.includes(`/showcases/${cards[0].id}/`), { timeout: 5000 }).catch(() => faults.push(`#${cards[0].id} leads to ${page.url()}`));
for (const gone of ['no-such-point', 'find']) {
  await page.goto('about:blank');
  await page.goto(`${list}#${gone}`, { waitUntil: 'load' });
  must(page.url().endsWith(`showcases/index.html#${gone}`), `#${gone} leads to ${page.url()}`);
}

// Every chip shows the cards that have it, and pressed again all.
const shown = () => page.$$eval('.zb-point:not([hidden])', all => all.map(card => card.id).join(' '));
const every = cards.map(card => card.id).join(' ');
await page.$eval('[data-filter]', box => { box.open = true; });
for (const id of new Set(cards.flatMap(card => card.standards))) {
  const chip = page.locator(`[data-filter] button[data-facet=standards][value="${id}"]`);
  await chip.press('Enter');
  const wanted = cards.filter(card => card.standards.includes(id)).map(card => card.id).join(' ');
  must(await shown() === wanted, `${id}: ${await shown()} instead of ${wanted}`);
  must(await chip.getAttribute('aria-pressed') === 'true', `${id} is not told to be pressed`);
  await chip.press('Enter');
  must(await shown() === every, `${id} pressed twice: ${await shown()}`);
}

// Two points and ten minutes between them.
await page.goto(host.url + 'points/route/index.html', { waitUntil: 'load' });
const boxes = page.locator('[data-minutes]');
const minutes = await boxes.evaluateAll(all => all.map(box => Number(box.dataset.minutes)));
await boxes.nth(0).check();
await boxes.nth(1).check();
await page.locator('[data-route] input').first().fill('10');
const total = await page.locator('[data-total]').textContent();
must(total === `合计 ${minutes[0] + minutes[1] + 10} 分钟`, total);
if (minutes.length > 3) {
  await boxes.nth(2).check();
  must(await boxes.nth(3).isDisabled(), 'a fourth point can be chosen');
}

// Without scripts the list is whole, sorted by standard, and nothing is offered that does not work.
const plain = await (await context.browser().newContext({ javaScriptEnabled: false })).newPage();
await plain.goto(list);
must(await plain.locator('.zb-point').count() === cards.length, 'cards are missing without scripts');
must(await plain.locator('.zb-by-need tbody').first().isVisible(), 'no table by standard without scripts');
must(!(await plain.locator('[data-filter]').isVisible()), 'chips are offered without scripts');

await close();
host.close();
console.log(faults.length ? faults.join('\n') : `${cards.length} points, 0 faults`);
process.exit(faults.length ? 1 : 0);
