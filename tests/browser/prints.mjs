// node prints.mjs FOLDER [--file]: a page of every kind that offers PDFs, on a phone. Each link leads to a file that is there,
// says how large it is, and is large enough to tap; in WeChat's browser, and only there, a hint stands by the link tapped.
import fs from 'node:fs';
import path from 'node:path';
import { browser, kind, open, pages } from './lib.mjs';

const WECHAT = 'Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Mobile Safari/537.36 MicroMessenger/8.0.50 NetType/WIFI';
const [site, ...flags] = process.argv.slice(2);
const faults = [];
let where = '';
const must = (good, what) => { if (!good) faults.push(`${where}: ${what}`); };

/** The size of a file as pages tell it. */
function told(bytes) {
  const kilobytes = Math.ceil(bytes / 1000);
  return kilobytes < 1000 ? `${kilobytes} KB` : `${Math.ceil(bytes / 100000) / 10} MB`;
}

const offering = new Map();
for (const page of pages(site)) {
  if (!offering.has(kind(page)) && fs.readFileSync(path.join(site, page), 'utf8').includes('zb-print"')) offering.set(kind(page), page);
}
if (!offering.size) faults.push('no page offers a PDF');
const host = await open(site, flags.includes('--file'));
let links = 0;
for (const userAgent of [undefined, WECHAT]) {
  const { context, close } = await browser({ viewport: { width: 390, height: 844 }, ...(userAgent && { userAgent }) });
  const page = await context.newPage();
  page.on('pageerror', error => faults.push(`${where} page: ${error.message}`));
  page.on('console', message => { if (message.type() === 'error') faults.push(`${where} console: ${message.text()}`); });
  for (where of offering.values()) {
    await page.goto(host.url + where, { waitUntil: 'load' });
    const shown = await page.evaluate(() => [...document.querySelectorAll('article a.zb-print')].map(link => ({
      target: link.getAttribute('href'), words: link.textContent, height: link.getBoundingClientRect().height,
    })));
    for (const link of userAgent ? [] : shown) {
      const file = path.join(site, path.dirname(where), link.target);
      links += 1;
      must(fs.existsSync(file) && fs.readFileSync(file).subarray(0, 5).toString() === '%PDF-', `${link.target} is no PDF`);
      must(link.words.includes(`PDF，${told(fs.statSync(file).size)}，截至`), `“${link.words}” of ${fs.statSync(file).size} bytes`);
      must(link.height >= 44, `“${link.words}” is ${link.height} px high`);
    }
    const left = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    must(left <= 0, `the page is ${left} px wider than the window`);
    const hints = page.locator('.zb-wechat');
    must(await hints.count() === (userAgent ? 1 : 0), `${await hints.count()} hints`);
    if (!userAgent) continue;
    const near = await page.evaluate(() => {
      document.addEventListener('click', event => event.preventDefault());
      const last = [...document.querySelectorAll('article a.zb-print')].pop();
      last.click();
      const hint = document.querySelector('.zb-wechat');
      const gap = hint ? hint.getBoundingClientRect().top - last.getBoundingClientRect().bottom : -1;
      return gap >= 0 && gap < innerHeight / 2;
    });
    must(near, 'the hint is not by the link that was tapped');
  }
  await close();
}
host.close();
for (const fault of faults) console.log(fault);
console.log(`${offering.size} kinds of page, ${links} links, ${faults.length} faults`);
process.exit(faults.length ? 1 : 0);
