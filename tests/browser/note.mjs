// node note.mjs FOLDER NOTES.json [--file] [--alone] [--visit]: the form 记一次会, or 记一次观摩 (--visit), says of each note what the Python
// rules say (note.py), writes it as it was, is used by keyboard, keeps a draft, copies without the clipboard, and sends nothing.
// --alone: the one that is kept in a single file.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { browser, open } from './lib.mjs';

const [site, expected, ...flags] = process.argv.slice(2);
const notes = JSON.parse(fs.readFileSync(expected, 'utf8'));
const alone = flags.includes('--alone');
// What is typed into which field, what is wrong with it, where, and what puts it right; then a line of the text.
const FORMS = {
  meeting: {
    page: 'note', draft: 'zhibu-note', key: '应到', ticked: '类型', day: '2019-03-14', office: '主持',
    typed: [['主持', '支部书记'], ['应到', '18'], ['实到', '19']], wrong: '实到', why: '实到（19）大于应到（18）', right: '6',
    last: ['议题-0-事项', '审议计划\n表决'], line: '\n议题1·事项：审议计划；表决\n',
  },
  visit: {
    page: 'visit-note', draft: 'zhibu-visit-note', key: '人数', day: '2019-11-12', office: '不照搬',
    typed: [['观摩点', 'jf-tsg1'], ['人数', '5'], ['会前-0-标准', '3.2'], ['会前-0-差距', '议题临时定'], ['不照搬', '支部书记'],
      ['对照-0-标准', '3.2'], ['对照-0-看到', '清单'], ['对照-0-我们学', '列清单'], ['答复', '谢谢']],
    dated: [['对照-0-何时', '2019-12-15']], wrong: '对照-0-谁', why: '“我们学”没有写由谁办', right: '组织委员',
    last: ['建议', '贴在\n门后'], line: '\n建议：贴在；门后\n',
  },
};
const form = FORMS[flags.includes('--visit') ? 'visit' : 'meeting'];
const faults = [];
const must = (good, what) => { if (!good) faults.push(what); };

const host = await open(site, flags.includes('--file'));
const { context, close } = await browser({ viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' });
context.setDefaultTimeout(5000);
const page = await context.newPage();
page.on('pageerror', error => faults.push(`page: ${error.message}`));
page.on('console', message => { if (message.type() === 'error') faults.push(`console: ${message.text()}`); });
const address = host.url + (alone ? `downloads/${form.page}.html` : `${form.page}/index.html`);
await page.goto(`${address}#xx-js1`, { waitUntil: 'networkidle' }); // the theme's search fetches its scripts after `load`
must(await page.inputValue('#zb-note-branch') === 'xx-js1', 'the branch of the link is not filled in');
const requests = [];
page.on('request', request => requests.push(request.url()));
await context.setOffline(true);

// Each note is pasted and read; the page lists what is wrong, and writes a note without mistakes as it was.
const differing = await page.evaluate(all => {
  const at = id => document.getElementById(`zb-note-${id}`);
  const wrong = [];
  for (const { text, told } of all) {
    at('old').value = text;
    at('read').click();
    const found = [...at('problems').querySelectorAll('a')].map(link => [link.dataset.code, link.textContent]);
    const said = JSON.stringify(found.sort((one, two) => one.join() < two.join() ? -1 : 1));
    const meant = JSON.stringify(told.sort((one, two) => one.join() < two.join() ? -1 : 1));
    if (said !== meant) wrong.push(`${text}\n  page: ${said}\n  Python: ${meant}`);
    at('make').click();
    const stopped = [...at('problems').querySelectorAll('li')].some(row => row.textContent.startsWith('错误'));
    if (stopped !== at('result').hidden) wrong.push(`${text}\n  with mistakes ${stopped}, text hidden ${at('result').hidden}`);
    if (!stopped && at('text').value !== text) wrong.push(`${text}\n  written as ${at('text').value}`);
  }
  return wrong;
}, notes);
faults.push(...differing.slice(0, 3));
must(differing.length === 0, `${differing.length} of ${notes.length} notes differ`);

// What is not whole is not read; personal data is refused as the gate does.
await page.click('.zb-note-back summary');
await page.fill('#zb-note-old', notes[0].text.replace(`${form.key}：`, `${form.key}：1`));
await page.click('#zb-note-read');
must((await page.textContent('#zb-note-read-told')).startsWith('读不回来'), 'an altered note is read');
await page.click('#zb-note-clear');
must(await page.evaluate(name => localStorage.getItem(name), form.draft) === null, 'the draft is still there');
const refused = await page.evaluate(() => ['138 0013 8000', '11010519491231002X', 'a.b@example.org', '６２２２ ０２１２ ３４５６ ７８９４']
  .map(text => window.zhibuNote(JSON.parse(document.getElementById('zb-note-data').textContent)).personal(text).map(row => row[0]).join()));
must(refused.join(' ') === 'V102 V101 V104 V103', `personal data: ${refused.join(' ')}`);

// By keyboard alone, told to a screen reader.
const fill = async (name, text) => { await page.locator(`[id="zb-note-${name}"]`).focus(); await page.keyboard.type(text); };
await fill('branch', 'xx-js1');
if (form.ticked) {
  await page.locator(`[id="zb-note-${form.ticked}"]`).focus();
  await page.keyboard.press('Space');
  must(await page.evaluate(() => document.activeElement.id) === `zb-note-${form.ticked}`, 'the focus is lost when the kind is chosen');
}
await page.fill('[id="zb-note-日期"]', form.day);
must(await page.inputValue('#zb-note-year') === '2019', 'the year does not follow the date');
for (const [name, text] of form.typed) await fill(name, text);
for (const [name, day] of form.dated ?? []) await page.fill(`[id="zb-note-${name}"]`, day);
await page.locator('#zb-note-make').focus();
await page.keyboard.press('Enter');
must(await page.evaluate(() => document.activeElement.id) === 'zb-note-problems', 'the focus does not go to what is wrong');
must((await page.textContent('#zb-note-problems')).includes(form.why), 'what is wrong is not told');
must(await page.getAttribute(`[id="zb-note-${form.wrong}"]`, 'aria-invalid') === 'true', 'the field is not marked');
await page.locator('#zb-note-problems a', { hasText: form.why }).press('Enter');
must(await page.evaluate(() => document.activeElement.id) === `zb-note-${form.wrong}`, 'the link does not lead to the field');
await page.keyboard.press('Backspace');
await page.keyboard.type(form.right);
await fill(...form.last);
await page.locator('#zb-note-make').focus();
await page.keyboard.press('Enter');
must((await page.inputValue('#zb-note-text')).includes(form.line), 'the text is not written');
must((await page.textContent('.zb-note-channel')).includes('走学校规定的渠道（校内邮件、办公系统）交给组织员；不发工作群，不截屏'), 'the channel is not named');

// Copied without the clipboard, and saved as a file.
await page.evaluate(() => {
  Object.defineProperty(navigator, 'clipboard', { value: undefined });
  document.addEventListener('copy', () => { window.copied = String(document.activeElement.value.slice(document.activeElement.selectionStart, document.activeElement.selectionEnd)); });
});
await page.click('#zb-note-copy');
must(await page.evaluate(() => window.copied === document.getElementById('zb-note-text').value), 'not copied without the clipboard');
must((await page.textContent('#zb-note-told')).startsWith('已复制'), 'copying is not told');
const [download] = await Promise.all([page.waitForEvent('download'), page.click('#zb-note-save')]);
must(download.suggestedFilename() === `xx-js1-${form.day}.txt`, `saved as ${download.suggestedFilename()}`);
const saved = fs.readFileSync(await download.path(), 'utf8');
must(saved === `\ufeff${(await page.inputValue('#zb-note-text')).replace(/\n/g, '\r\n')}`, 'the file is not the text');

// axe, and the width of a phone, while everything is open.
await page.evaluate(() => document.querySelectorAll('details').forEach(fold => { fold.open = true; }));
must(await page.evaluate(() => document.documentElement.scrollWidth) <= 390, 'wider than 390 px');
const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
await page.evaluate(axe);
const found = await page.evaluate(() => axe.run(document, { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }, resultTypes: ['violations'] }));
for (const each of found.violations) faults.push(`axe ${each.id}: ${each.nodes[0].html.slice(0, 160)}`);

// The draft is there after a reload, and says that it ought to be cleared on the day.
must(requests.length === 0 || requests.every(url => url.startsWith('blob:')), `sent: ${requests.join()}`);
await context.setOffline(false);
await page.evaluate(name => { const draft = JSON.parse(localStorage.getItem(name)); draft.day = '2019-03-14'; localStorage.setItem(name, JSON.stringify(draft)); }, form.draft);
await page.goto(address, { waitUntil: 'load' });
must(await page.inputValue(`[id="zb-note-${form.office}"]`) === '支部书记', 'the draft is lost');
must((await page.textContent('#zb-note-draft')).includes('接着填3月14日的草稿。草稿应当天清除'), 'the draft is not told of');
await page.click('#zb-note-clear');
await page.reload({ waitUntil: 'load' });
must(await page.inputValue(`[id="zb-note-${form.office}"]`) === '', 'the draft is there after it was cleared');

// Without storage it still works; WeChat, which saves no files, is told what to do.
const bare = await context.newPage();
bare.on('pageerror', error => { if (alone || /assets.zhibu.note/.test(error.stack)) faults.push(`without storage: ${error.stack}`); }); // the theme's own scripts need storage
await bare.addInitScript(() => {
  Object.defineProperty(window, 'localStorage', { get() { throw new Error('denied'); } });
  Object.defineProperty(navigator, 'userAgent', { value: 'Mozilla/5.0 MicroMessenger/8.0' });
});
await bare.goto(address, { waitUntil: 'load' });
await bare.click('.zb-note-back summary');
await bare.fill('#zb-note-old', notes.find(each => each.told.length === 0).text);
await bare.click('#zb-note-read');
await bare.click('#zb-note-make');
must(await bare.isVisible('#zb-note-text') && !await bare.isVisible('#zb-note-save'), 'no text, or a file, in WeChat');
must((await bare.textContent('#zb-note-told')).includes('微信里存不了文件'), 'WeChat is not told what to do');

for (const fault of faults) console.log(fault);
console.log(`${form.page} ${flags.join(' ')}: ${notes.length} notes, ${faults.length} faults`);
await close();
host.close();
process.exit(faults.length ? 1 : 0);
