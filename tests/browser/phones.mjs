// node phones.mjs SITE [--but OTHER]: a sample of every page kind (SAMPLE=1000: every page) as a phone shows it in WeChat's browser.  Nothing scrolls sideways but
// matrices, no letter is smaller than 12 pixels, what stands by itself to be tapped is 44 high, a branch's registers begin within
// four screens, the drawer holds the contents, every mark of a matrix is shown, and no page does what the site's policy forbids.
// Not looked at are pages that are in OTHER and differ there in nothing but the line that names the edition.
import fs from 'node:fs';
import path from 'node:path';
import { browser, open, sample } from './lib.mjs';

const [site, ...flags] = process.argv.slice(2);
const other = flags.includes('--but') ? flags[flags.indexOf('--but') + 1] : null;
// WeChat's narrowest phone: what fits here fits at 390 and 414, for there is one style sheet up to 720.
const SCREEN = { width: 360, height: 800 };
const WECHAT = 'Mozilla/5.0 (Linux; Android 14; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/116.0.0.0 Mobile Safari/537.36'
  + ' XWEB/1160065 MMWEBSDK/20231202 MicroMessenger/8.0.47.2560(0x28002F35) WeChat/arm64 NetType/WIFI Language/zh_CN';
const markup = (root, name) => fs.readFileSync(path.join(root, name), 'utf8').replaceAll(/(公开版|党内版) · [^<]*/g, '');
const seen = new Set(other ? sample(other, Number(process.env.SAMPLE || 1)).map(name => `${name}\0${markup(other, name)}`) : []);
const chosen = sample(site, Number(process.env.SAMPLE || 1)).filter(name => !seen.has(`${name}\0${markup(site, name)}`));
const host = await open(site, false);
const { context, close } = await browser({ viewport: SCREEN, userAgent: WECHAT, hasTouch: true, isMobile: true });
const faults = new Map();
const note = (what, name) => faults.set(what, [...(faults.get(what) || []), name]);
await context.exposeFunction('zbForbidden', (what, address) => note(`forbidden ${what}`, address.slice(host.url.length)));
await context.addInitScript(() => document.addEventListener('securitypolicyviolation', event =>
  window.zbForbidden(`${event.effectiveDirective} ${event.blockedURI} ${event.sample || ''}`, location.href)));

/** In the page: what does not fit this width. */
function wide() {
  const said = [];
  if (document.documentElement.scrollWidth > document.documentElement.clientWidth + 1) said.push('the page scrolls sideways');
  for (const table of document.querySelectorAll('table:not(.zb-grid, .zb-wide)')) {
    const around = table.closest('.zb-scroll') || table.parentElement;
    if (around.scrollWidth > around.clientWidth + 1) said.push(`a table scrolls sideways: ${table.className}`);
  }
  return said;
}

/** In the page: letters that are too small as they are painted, and what is too low to be tapped. */
function small() {
  const said = new Set();
  const what = element => `${element.tagName.toLowerCase()}.${element.getAttribute('class') || ''} in ${element.parentElement.tagName.toLowerCase()}.${element.parentElement.getAttribute('class') || ''}`;
  const letters = (element, pseudo) => {
    const size = parseFloat(getComputedStyle(element, pseudo).fontSize);
    return element.ownerSVGElement ? size * element.getScreenCTM().a : size;
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const told = new Set();
  while (walker.nextNode()) if (walker.currentNode.data.trim()) told.add(walker.currentNode.parentElement);
  for (const element of told) {
    if (element.closest('script, style, noscript, template, title, desc')) continue;
    if (letters(element) < 11.95) said.add(`${letters(element).toFixed(1)} px: ${what(element)}`);
  }
  for (const element of document.querySelectorAll('article *')) {
    for (const pseudo of ['::before', '::after']) {
      const { content } = getComputedStyle(element, pseudo);
      if (!['none', 'normal', '""'].includes(content) && letters(element, pseudo) < 11.95) said.add(`${letters(element, pseudo)} px: ${what(element)}${pseudo}`);
    }
  }
  for (const element of document.querySelectorAll('a[href], button, input:not([type="hidden"]), select, textarea, summary')) {
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    const { width, height } = (element.matches('input[type="checkbox"], input[type="radio"]') && element.labels[0] || element).getBoundingClientRect();
    // What stands in a sentence is as high as its line.
    if (width > 1 && height > 1 && height < 43.5 && !/^inline(-block)?$/.test(getComputedStyle(element).display)) said.add(`${Math.round(height)} px high: ${what(element)}`);
  }
  return [...said];
}

/** In the page: whether the registers of a branch begin within four screens of 390 by 844. */
function folded() {
  const register = document.getElementById('todo') && document.getElementById('register');
  const top = register ? register.getBoundingClientRect().top + scrollY : 0;
  return top > 4 * 844 ? [`the registers begin after ${Math.round(top)} pixels`] : [];
}

/** In the page: whether its sections are listed in the drawer, if it belongs to one of its parts. */
function drawer() {
  const listed = place => document.querySelectorAll(`${place} [data-md-component="toc"] a`).length;
  return document.querySelector('.md-tabs__item--active') && listed('.md-sidebar--secondary') && !listed('.md-nav--primary') ? ['the drawer has no contents'] : [];
}

/** In the page: marks of a matrix that are not shown though their cell is. */
function hidden() {
  const marks = [...document.querySelectorAll('.zb-grid td b')].filter(mark => mark.closest('td').getClientRects().length && !mark.getClientRects().length);
  return marks.length ? [`marks of a matrix are not shown: ${[...new Set(marks.map(mark => mark.className))].join(', ')}`] : [];
}

/** In the page: open all that is folded. */
function unfold() {
  const closed = document.querySelectorAll('details:not([open])');
  closed.forEach(part => { part.open = true; });
  return closed.length;
}

async function visit(page, name) {
  await page.goto(host.url + name, { waitUntil: 'load' });
  const said = await Promise.all([page.evaluate(wide), page.evaluate(small), page.evaluate(folded), page.evaluate(drawer), page.evaluate(hidden)]);
  const more = await page.evaluate(unfold) ? (await page.evaluate(wide)).map(each => `unfolded, ${each}`) : [];
  for (const each of [...new Set([...said.flat(), ...more])]) note(each, name);
}

const queue = [...chosen];
await Promise.all(Array.from({ length: 2 }, async () => {
  const page = await context.newPage();
  for (let name = queue.shift(); name !== undefined; name = queue.shift()) await visit(page, name);
}));
for (const [what, where] of [...faults].sort((one, two) => two[1].length - one[1].length)) console.log(`${what}\n    on ${where.length} pages, first ${where[0]}`);
console.log(`phones: ${faults.size} faults on ${chosen.length} pages`);
await close();
host.close();
process.exit(faults.size ? 1 : 0);
