// node forms.mjs SITE: every blank form, reached by its link, prints alone on one sheet; the page prints a sheet a form.
import { browser, open } from './lib.mjs';

const host = await open(process.argv[2], true);
const { context, close } = await browser({});
const address = `${host.url}forms/index.html`;
let faults = 0;

/** A page at an address, opened afresh. */
async function opened(fragment) {
  const page = await context.newPage();
  await page.goto(address + fragment, { waitUntil: 'load' });
  return page;
}

/** How many sheets a page prints on. */
async function sheets(page) {
  const text = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  return (text.match(/\/Type\s*\/Page\b/g) || []).length;
}

async function alone(page, id) {
  const count = await sheets(page);
  if (count !== 1) { faults += 1; console.log(`#${id} prints on ${count} sheets`); }
}

const page = await opened('');
const ids = await page.$$eval('.zb-form > h2', found => found.map(heading => heading.id));
const whole = await sheets(page);
if (ids.length === 0 || whole !== ids.length) {
  faults += 1;
  console.log(`${ids.length} forms print on ${whole} sheets`);
}
// A link within the page loads nothing anew; from elsewhere a link opens the page, of which one tells.
for (const id of ids) {
  await page.goto(`${address}#${id}`);
  await alone(page, id);
}
if (ids.length) await alone(await opened(`#${ids.at(-1)}`), ids.at(-1));
console.log(`forms: ${faults} faults on ${ids.length} forms`);
await close();
host.close();
process.exit(faults ? 1 : 0);
