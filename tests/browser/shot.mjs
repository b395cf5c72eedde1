import { browser, open } from './lib.mjs';
const [site, name, out, width, sel] = process.argv.slice(2);
const host = await open(site); const {context, close} = await browser({viewport:{width:+width,height:900}});
const page = await context.newPage(); await page.goto(host.url+name);
await (sel ? page.locator(sel).first() : page).screenshot({path: out});
await close(); host.close();
