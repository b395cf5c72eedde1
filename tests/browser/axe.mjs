// node axe.mjs SITE [--file] [--but OTHER]: axe-core (WCAG 2.0-2.2 A and AA, best practice) over a sample of every page kind:
// each page is loaded once and looked at in the light, in the dark and on a phone; from a folder in the light only.
// Not looked at are pages that are in OTHER's sample and differ there in nothing but the line that names the edition.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { browser, open, sample } from './lib.mjs';

const [site, ...flags] = process.argv.slice(2);
const file = flags.includes('--file');
const other = flags.includes('--but') ? flags[flags.indexOf('--but') + 1] : null;
const source = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const ALL = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
// Of all rules only contrast rests on the colours: what passed in the light need not be asked again in the dark.
const CONTRAST = { type: 'rule', values: ['color-contrast'] };
const LOOKS = {
  light: { viewport: { width: 1280, height: 900 }, scheme: 'default', asked: ALL },
  dark: { viewport: { width: 1280, height: 900 }, scheme: 'slate', asked: CONTRAST },
  phone: { viewport: { width: 390, height: 844 }, scheme: 'default', asked: ALL },
};

const host = await open(site, file);
const { context, close } = await browser({ viewport: LOOKS.light.viewport, bypassCSP: true, reducedMotion: 'reduce' });
/** The sample of a site: from a folder the same pages come with the same styles, which network.mjs looks at page by page: a quarter tells. */
const sampled = root => sample(root, Number(process.env.SAMPLE || 1)).filter((_, at) => !file || at % 4 === 0);
const markup = (root, name) => fs.readFileSync(path.join(root, name), 'utf8').replaceAll(/(公开版|党内版) · [^<]*/g, '');
const seen = new Set(other ? sampled(other).map(name => `${name}\0${markup(other, name)}`) : []);
const chosen = sampled(site).filter(name => !seen.has(`${name}\0${markup(site, name)}`));
const looks = file ? ['light'] : Object.keys(LOOKS);
let found = 0;

/** One page in one look; says what is wrong and returns how many things are. */
async function faults(page, name, look) {
  const { viewport, scheme, asked } = LOOKS[look];
  const said = [];
  await page.setViewportSize(viewport);
  await page.evaluate(wanted => document.body.setAttribute('data-md-color-scheme', wanted), scheme);
  // Contrast is measured on what is painted: let the theme's colour transitions run out.
  await page.evaluate(() => Promise.all(document.getAnimations().map(animation => animation.finished.catch(() => {}))));
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1);
  if (wide) said.push('the page scrolls sideways');
  // On a phone only matrices and tables of prose may be wider than the screen; a register that is cut hides its verdicts.
  const cut = await page.evaluate(() => innerWidth > 720 ? [] : [...document.querySelectorAll('.zb-scroll')]
    .filter(region => region.scrollWidth > region.clientWidth + 1 && !region.querySelector('.zb-grid, .zb-trace, .zb-prose'))
    .map(region => region.getAttribute('aria-label')));
  if (cut.length) said.push(`cut at the edge: ${cut.join(', ')}`);
  // Without `resultTypes` axe finds a selector for every element that passed, which takes twice the time of the rules.
  // Left to itself axe passes over texts of one character, which in a matrix of ours say the verdict.
  const contrast = { 'color-contrast': { options: { ignoreLength: true } } };
  const options = { runOnly: asked, resultTypes: ['violations'], checks: contrast };
  const violations = await page.evaluate(async options => (await axe.run(document, options)).violations, options);
  for (const { id, impact, nodes } of violations) {
    const [first] = nodes;
    said.push(`${impact} ${id} x${nodes.length}\n    ${first.html.slice(0, 200)}\n    ${first.failureSummary.replace(/\s+/g, ' ').slice(0, 240)}`);
  }
  for (const each of said) console.log(`${name} (${look}): ${each}`);
  return said.length;
}

for (const name of chosen) {
  const page = await context.newPage();
  await page.goto(host.url + name, { waitUntil: 'load' });
  await page.addScriptTag({ content: source });
  for (const look of looks) found += await faults(page, name, look);
  await page.close();
}
console.log(`axe ${looks.join(', ')}: ${found} violations on ${chosen.length} pages`);
await close();
host.close();
process.exit(found ? 1 : 0);
