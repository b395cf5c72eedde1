// node gallery.mjs FOLDER [--file]: the photos of every showcase open one at a time in a dialog, by mouse and by keyboard, in
// every size of window; the dialog gives the focus back, and what it shows is a file of the site.
import { browser, open, pages } from './lib.mjs';

const [site, ...flags] = process.argv.slice(2);
const faults = [];
let where = '';
const must = (good, what) => { if (!good) faults.push(`${where}: ${what}`); };
const host = await open(site, flags.includes('--file'));
const { context, close } = await browser({ viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' });
const page = await context.newPage();
page.on('pageerror', error => faults.push(`${where} page: ${error.message}`));
page.on('console', message => { if (message.type() === 'error') faults.push(`${where} console: ${message.text()}`); });

const state = () => page.evaluate(() => {
  const dialog = document.querySelector('dialog.zb-viewer');
  const image = dialog.querySelector('img');
  const box = image ? image.getBoundingClientRect() : { right: 0, bottom: 0 };
  return {
    open: dialog.open, alt: image ? image.alt : '', place: dialog.querySelector('[role=status]').textContent,
    fits: box.right <= innerWidth && box.bottom <= innerHeight, focused: document.activeElement.classList.contains('zb-enlarge'),
  };
});
const loaded = () => page.evaluate(async () => {
  const image = document.querySelector('dialog.zb-viewer img');
  await image.decode();
  return image.naturalWidth > 0 && image.currentSrc.endsWith('.webp');
});

const showcases = pages(site).filter(name => /^showcases\/[^/]+\/index\.html$/.test(name));
for (where of showcases) {
  await page.goto(host.url + where, { waitUntil: 'load' });
  const alts = await page.evaluate(() => [...document.querySelectorAll('a.zb-enlarge img')].map(image => image.alt));
  if (!alts.length) continue;
  await page.locator('a.zb-enlarge').first().focus();
  await page.keyboard.press('Enter');
  let now = await state();
  must(now.open && now.alt === alts[0] && now.place === `1 / ${alts.length}`, `Enter opens ${JSON.stringify(now)}`);
  must(await loaded(), 'the photo does not load as WebP');
  must(now.fits, 'the photo is larger than the window');
  for (const alt of [...alts.slice(1), alts[0]]) {
    await page.keyboard.press('ArrowRight');
    now = await state();
    must(now.alt === alt, `after → ${now.alt}, not ${alt}`);
  }
  await page.keyboard.press('ArrowLeft');
  now = await state();
  must(now.place === `${alts.length} / ${alts.length}`, `after ← ${now.place}`);
  await page.keyboard.press('Escape');
  now = await state();
  must(!now.open && now.focused, `after Esc ${JSON.stringify(now)}`);
  await page.locator('a.zb-enlarge').last().click();
  await page.getByRole('button', { name: '关闭' }).click();
  must(!(await state()).open, 'the button does not close');
  const left = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  must(left <= 0, `the page is ${left} px wider than the window`);
}
if (!showcases.length) faults.push('no showcase');

await close();
host.close();
for (const fault of faults) console.log(fault);
console.log(`${showcases.length} showcases, ${faults.length} faults`);
process.exit(faults.length ? 1 : 0);
