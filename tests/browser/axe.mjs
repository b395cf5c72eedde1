// node axe.mjs SITE [--dark] [--phone] [--file]: axe-core (WCAG 2.0-2.2 A and AA, best practice) over a sample of every page kind.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { browser, open, sample } from './lib.mjs';

const [site, ...flags] = process.argv.slice(2);
const dark = flags.includes('--dark');
const viewport = flags.includes('--phone') ? { width: 390, height: 844 } : { width: 1280, height: 900 };
const source = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
// Of all rules only contrast rests on the colours: what the light pages passed need not be asked again in the dark.
const asked = dark ? { type: 'rule', values: ['color-contrast'] }
  : { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };

const file = flags.includes('--file');
const host = await open(site, file);
const { context, close } = await browser({ viewport, bypassCSP: true, reducedMotion: 'reduce' });
// From a folder the same pages come with the same styles, which network.mjs looks at page by page: a quarter tells.
const chosen = sample(site, Number(process.env.SAMPLE || 1)).filter((_, at) => !file || at % 4 === 0);
let violations = 0;
for (const name of chosen) {
  const page = await context.newPage();
  await page.goto(host.url + name, { waitUntil: 'load' });
  if (dark) {
    await page.evaluate(() => document.body.setAttribute('data-md-color-scheme', 'slate'));
    // Contrast is measured on what is painted: let the theme's colour transitions run out.
    await page.evaluate(() => Promise.all(document.getAnimations().map(animation => animation.finished.catch(() => {}))));
  }
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1);
  if (wide) { violations += 1; console.log(`${name}: the page scrolls sideways`); }
  // On a phone only matrices and tables of prose may be wider than the screen; a register that is cut hides its verdicts.
  const cut = await page.evaluate(() => innerWidth > 720 ? [] : [...document.querySelectorAll('.zb-scroll')]
    .filter(region => region.scrollWidth > region.clientWidth + 1 && !region.querySelector('.zb-grid, .zb-trace, .zb-prose'))
    .map(region => region.getAttribute('aria-label')));
  if (cut.length) { violations += 1; console.log(`${name}: cut at the edge: ${cut.join(', ')}`); }
  await page.addScriptTag({ content: source });
  const result = await page.evaluate(only => axe.run(document, { runOnly: only }), asked);
  for (const violation of result.violations) {
    violations += violation.nodes.length;
    console.log(`${name}: ${violation.impact} ${violation.id} x${violation.nodes.length}\n    ${violation.nodes[0].html.slice(0, 200)}\n    ${violation.nodes[0].failureSummary.replace(/\s+/g, ' ').slice(0, 240)}`);
  }
  await page.close();
}
console.log(`axe ${flags.join(' ')}: ${violations} violations on ${chosen.length} pages`);
await close();
host.close();
process.exit(violations ? 1 : 0);
