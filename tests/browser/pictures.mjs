// node pictures.mjs FOLDER NAME=SITE…: the pictures of the documents, as pictures.json says, from built sites, into a folder.
// A picture is as wide as the page's text, from one place of a page to another, without the head that all pages have.
import fs from 'node:fs';
import path from 'node:path';
import { browser, open } from './lib.mjs';

const MARGIN = 16;
const [folder, ...given] = process.argv.slice(2);
const sites = Object.fromEntries(given.map(each => each.split(/=(.*)/s).slice(0, 2)));
const wanted = JSON.parse(fs.readFileSync(new URL('pictures.json', import.meta.url), 'utf8'));
let faults = 0;

/** What is cut out of the page: from the top of one element to the top of another, or to the text's end. */
async function place(page, { from, to, rows }) {
  return page.evaluate(([from, to, rows, margin]) => {
    const top = element => element.getBoundingClientRect().top + window.scrollY;
    const article = document.querySelector('article').getBoundingClientRect();
    const first = document.querySelector(from), last = to && document.querySelector(to);
    if (!first || (to && !last)) return null;
    const end = last ? top(last) - margin : top(document.querySelector('article')) + article.height;
    const y = Math.max(top(first) - margin, 0);
    const x = Math.max(article.left - margin, 0);
    return { x, y, width: Math.min(article.width + 2 * margin, window.innerWidth - x), height: Math.min(end - y, rows || end) };
  }, [from, to, rows, MARGIN]);
}

const { context, close } = await browser({ colorScheme: 'light' });
for (const [name, picture] of Object.entries(wanted).filter(([, picture]) => sites[picture.site])) {
  const host = await open(sites[picture.site], true);
  const page = await context.newPage();
  await page.setViewportSize({ width: picture.width, height: 900 });
  await page.goto(`${host.url}${picture.page}index.html`, { waitUntil: 'load' });
  await page.addStyleTag({ content: 'header, .md-tabs, .md-footer, .headerlink { display: none !important }' });
  const clip = await place(page, picture);
  if (!clip || clip.height < 2 * MARGIN) {
    faults += 1;
    console.log(`${name}: ${picture.page} has no ${picture.from}${picture.to ? ` before ${picture.to}` : ''}`);
  } else {
    const file = path.join(folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    await page.screenshot({ path: file, clip, fullPage: true, animations: 'disabled' });
  }
  await page.close();
}
console.log(`pictures: ${faults} faults in ${Object.keys(wanted).length}`);
await close();
process.exit(faults ? 1 : 0);
