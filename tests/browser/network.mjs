// node network.mjs SITE [--file]: nothing may be asked of another host, no page may log an error, and over http none may
// do what the site's own policy forbids; the page for addresses that do not exist is asked for at some depth.
import { browser, open, sample } from './lib.mjs';

const [site, ...flags] = process.argv.slice(2);
const host = await open(site, flags.includes('--file'));
const { context, close } = await browser();
const faults = new Map();
const served = !flags.includes('--file');
const NOWHERE = 'no/such/page/';
const note = (what, page) => faults.set(what, [...(faults.get(what) || []), page]);
if (served && !(await fetch(host.url)).headers.has('content-security-policy')) note('the server was told of no policy', '');
const chosen = [...sample(site, Number(process.env.SAMPLE || 1)), ...(served ? [NOWHERE] : [])];
let requests = 0;
/** Open one page, use its search boxes, and note whatever it does wrong. */
async function visit(name) {
  const page = await context.newPage();
  page.on('request', request => {
    requests += 1;
    const url = request.url();
    if (!url.startsWith(host.url) && !/^(data|blob):/.test(url)) note(`off-origin ${url}`, name);
  });
  page.on('console', message => {
    if (message.type() === 'error' && message.location().url !== host.url + NOWHERE) note(`console ${message.text().slice(0, 200)}`, name);
  });
  page.on('pageerror', error => note(`error ${error.message.slice(0, 200)}`, name));
  await page.exposeFunction('zbForbidden', what => note(`forbidden ${what}`, name));
  await page.addInitScript(() => document.addEventListener('securitypolicyviolation', event =>
    window.zbForbidden(`${event.effectiveDirective} ${event.blockedURI} ${event.sample || ''}`)));
  await page.goto(host.url + name, { waitUntil: 'load' });
  if (await page.locator('.zb-search__open').count()) {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('党费');
    await page.locator('.zb-search [role=option], .zb-search-page [role=option]').first().waitFor({ timeout: 10000 }).catch(() => note('the search finds nothing', name));
  }
  const finder = page.locator('#zb-finder-input, .zb-finder input');
  if (await finder.count()) await finder.first().focus().catch(() => {});
  await page.waitForLoadState('networkidle').catch(() => {});
  await page.close();
}

// Each visit ends with half a second of waiting for silence: several wait together.
const queue = [...chosen];
await Promise.all(Array.from({ length: 4 }, async () => {
  for (let name = queue.shift(); name !== undefined; name = queue.shift()) await visit(name);
}));
for (const [what, where] of faults) console.log(`${what}\n    on ${where.length} pages, first ${where[0]}`);
console.log(`network ${flags.join(' ')}: ${requests} requests on ${chosen.length} pages, ${faults.size} faults`);
await close();
host.close();
process.exit(faults.size ? 1 : 0);
