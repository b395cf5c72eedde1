// node hover.mjs FOLDER [--file]: cards of articles and terms, by pointer, keyboard and touch, and links without a script.
import { browser, open } from './lib.mjs';

const [site, ...flags] = process.argv.slice(2);
const faults = [];
const must = (good, what) => { if (!good) faults.push(what); };

const host = await open(site, flags.includes('--file'));
const { context, close } = await browser();
const cited = `${host.url}readings/index.html`;
const card = page => page.locator('#zb-card');

const page = await context.newPage();
page.on('pageerror', error => faults.push(String(error)));
await page.goto(cited, { waitUntil: 'load' });

for (const [kind, selector] of [['an article', 'article a.zb-article[title]'], ['a term', 'article abbr[title]']]) {
  const element = await page.$(selector);
  must(element, `${kind} is on no page`);
  const told = await element.getAttribute('title');
  await element.scrollIntoViewIfNeeded();
  await element.hover();
  must(await card(page).isVisible(), `the pointer shows no card of ${kind}`);
  must(await card(page).textContent() === told, `the card of ${kind} tells something else`);
  must(await element.getAttribute('title') === null, `the browser shows the title of ${kind} as well`);
  must(await element.getAttribute('aria-describedby') === 'zb-card', `nothing tells of the card of ${kind}`);
  const place = await card(page).evaluate(it => it.getBoundingClientRect().toJSON());
  must(place.left >= 0 && place.right <= 1280 && place.top >= 0, `the card of ${kind} is out of sight`);
  await card(page).hover();
  await page.waitForTimeout(300); // longer than the pointer may take from one to the other
  must(await card(page).isVisible(), `the card of ${kind} cannot be pointed at`);
  await page.keyboard.press('Escape');
  must(await card(page).isHidden(), `Esc leaves the card of ${kind}`);
  must(await element.getAttribute('title') === told, `the title of ${kind} is lost`);
  await page.mouse.move(0, 0);
  await element.focus();
  must(await card(page).isVisible(), `the keyboard shows no card of ${kind}`);
  await page.evaluate(() => document.activeElement.blur());
  await card(page).waitFor({ state: 'hidden', timeout: 2000 }).catch(() => faults.push(`the card of ${kind} stays`));
}

// A finger sees the card first, and opens the article from there.
const phone = await browser({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
const touched = await phone.context.newPage();
await touched.goto(cited, { waitUntil: 'load' });
const link = touched.locator('article a.zb-article[title]').first();
const target = new URL(await link.getAttribute('href'), touched.url()).href;
await link.scrollIntoViewIfNeeded();
await link.tap();
must(touched.url() === cited, 'a finger opens the article at once');
const wide = await card(touched).evaluate(it => { const at = it.getBoundingClientRect(); return [at.left, at.right]; });
must(wide[0] >= 0 && wide[1] <= 390, `the card reaches from ${wide}`);
const more = touched.locator('#zb-card a');
must((await more.boundingBox()).height >= 44, 'what opens the article is too small for a finger');
await more.tap();
await touched.waitForURL(target, { timeout: 5000 }).catch(() => faults.push(`the card leads to ${touched.url()}`));
must(await touched.locator(new URL(target).hash).isVisible(), 'the article is not there');

// Without a script the title stays, and the link leads to the article.
const plain = await browser({ javaScriptEnabled: false });
const bare = await plain.context.newPage();
await bare.goto(cited, { waitUntil: 'load' });
const still = bare.locator('article a.zb-article').first();
must((await still.getAttribute('title')).length > 20, 'without a script there is no title');
await still.click();
must(bare.url() === target, `without a script the link leads to ${bare.url()}`);

await phone.close();
await plain.close();
await close();
host.close();
faults.forEach(fault => console.log(fault));
console.log(`${faults.length} faults`);
process.exit(faults.length ? 1 : 0);
