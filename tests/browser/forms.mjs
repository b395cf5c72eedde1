// node forms.mjs SITE: every blank form, reached by its link, prints alone on one sheet; the page prints a sheet a form.
import { browser, open } from './lib.mjs';

const host = await open(process.argv[2], true);
const { context, close } = await browser({});
let faults = 0;

/** How many sheets a page prints on. */
async function sheets(fragment) {
  const page = await context.newPage();
  await page.goto(`${host.url}forms/index.html${fragment}`, { waitUntil: 'load' });
  const ids = await page.$$eval('.zb-form > h2', found => found.map(heading => heading.id));
  const text = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  await page.close();
  return { ids, count: (text.match(/\/Type\s*\/Page\b/g) || []).length };
}

const whole = await sheets('');
if (whole.ids.length === 0 || whole.count !== whole.ids.length) {
  faults += 1;
  console.log(`${whole.ids.length} forms print on ${whole.count} sheets`);
}
for (const id of whole.ids) {
  const { count } = await sheets(`#${id}`);
  if (count !== 1) { faults += 1; console.log(`#${id} prints on ${count} sheets`); }
}
console.log(`forms: ${faults} faults on ${whole.ids.length} forms`);
await close();
host.close();
process.exit(faults ? 1 : 0);
