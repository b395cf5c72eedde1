// node network.mjs SITE [--file]: nothing may be asked of another host, no page may log an error, and over http none may
// do what the site's own policy forbids.
import { browser, open, sample } from './lib.mjs';

const [site, ...flags] = process.argv.slice(2);
const host = await open(site, flags.includes('--file'));
const { context, close } = await browser();
const faults = new Map();
const policy = flags.includes('--file') ? null : (await fetch(host.url + 'index.html')).headers.get('content-security-policy');
const note = (what, page) => faults.set(what, [...(faults.get(what) || []), page]);
if (policy === null && !flags.includes('--file')) note('the server was told of no policy', 'index.html');
const chosen = sample(site, Number(process.env.SAMPLE || 1));
let requests = 0;
for (const name of chosen) {
  const page = await context.newPage();
  page.on('request', request => {
    requests += 1;
    const url = request.url();
    if (!url.startsWith(host.url) && !/^(data|blob):/.test(url)) note(`off-origin ${url}`, name);
  });
  page.on('console', message => { if (message.type() === 'error') note(`console ${message.text().slice(0, 200)}`, name); });
  page.on('pageerror', error => note(`error ${error.message.slice(0, 200)}`, name));
  await page.exposeFunction('zbForbidden', what => note(`forbidden ${what}`, name));
  await page.addInitScript(() => document.addEventListener('securitypolicyviolation', event =>
    window.zbForbidden(`${event.effectiveDirective} ${event.blockedURI} ${event.sample || ''}`)));
  await page.goto(host.url + name, { waitUntil: 'load' });
  const box = page.locator('input[data-md-component="search-query"]');
  if (await box.count()) await box.first().focus().catch(() => {});
  const finder = page.locator('#zb-finder-input, .zb-finder input');
  if (await finder.count()) await finder.first().focus().catch(() => {});
  await page.waitForLoadState('networkidle').catch(() => {});
  await page.close();
}
for (const [what, where] of faults) console.log(`${what}\n    on ${where.length} pages, first ${where[0]}`);
console.log(`network ${flags.join(' ')}: ${requests} requests on ${chosen.length} pages, ${faults.size} faults`);
await close();
host.close();
process.exit(faults.size ? 1 : 0);
