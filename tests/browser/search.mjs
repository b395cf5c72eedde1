// node search.mjs SITE [--file]: the box of the search, used as people use it: keys, mouse, an input method, pasted text.
import { browser, open } from './lib.mjs';

const [site, ...flags] = process.argv.slice(2);
const host = await open(site, flags.includes('--file'));
const { context, close } = await browser();
const faults = [];
const must = (good, what) => { if (!good) faults.push(what); };

const page = await context.newPage();
page.on('pageerror', error => faults.push(error.message));
page.on('console', message => { if (message.type() === 'error') faults.push(message.text()); });
const fetched = [];
page.on('request', request => { if (/\/search\/(?!open\.js)[\w/]+\.js/.test(request.url())) fetched.push(request.url()); });

const dialog = page.locator('dialog.zb-search');
const input = dialog.locator('input');
const options = dialog.locator('[role=option]');
const status = dialog.locator('[role=status]');
const active = async () => options.locator('xpath=self::*[@aria-selected="true"]').count();

/** The addresses of what a query finds, in the order of the list. */
async function found(query, ...how) {
  const before = await status.textContent();
  await input.fill('');
  await status.filter({ hasText: /^$/ }).waitFor({ state: 'attached' });
  await (how[0] ? how[0](query) : input.fill(query));
  await page.waitForFunction(() => document.querySelector('dialog.zb-search [role=status]').textContent, null, { timeout: 15000 })
    .catch(() => faults.push(`「${query}」: no answer after ${before}`));
  return (await options.evaluateAll(links => links.map(link => link.href))).map(url => url.slice(host.url.length));
}

await page.goto(host.url + 'standards/3-1/index.html', { waitUntil: 'load' });
await page.waitForTimeout(0);
must(fetched.length === 0, `${fetched.length} files of the search before anybody searched`);

// Opened by / and by the button; closed by Esc, which empties the box first; the focus comes back.
await page.keyboard.press('/');
must(await dialog.evaluate(element => element.open), '/ opens nothing');
must(await input.evaluate(element => element === document.activeElement), 'the box has no focus');
await page.keyboard.type('主题党日');
await options.first().waitFor({ timeout: 15000 });
must(await input.getAttribute('aria-expanded') === 'true', 'aria-expanded is not true');
must((await options.first().getAttribute('href')).includes('standards/3-5/'), '主题党日 does not lead to 3.5');
must(await dialog.locator('[role=group]').first().textContent().then(text => text.startsWith('原文')), 'exact hits are not first');
must(await dialog.locator('mark').first().textContent() === '主题党日', 'nothing is marked');
await page.keyboard.press('ArrowDown');
must(await active() === 1, 'an arrow makes no entry active');
must(await input.getAttribute('aria-activedescendant') === await options.first().getAttribute('id'), 'the active entry is not told');
await page.keyboard.press('ArrowUp');
must(await options.last().getAttribute('aria-selected') === 'true', 'the list does not go round');
await page.keyboard.press('Escape');
must(await input.inputValue() === '' && await dialog.evaluate(element => element.open), 'Esc does not empty the box first');
await page.keyboard.press('Escape');
must(!await dialog.evaluate(element => element.open), 'a second Esc does not close the dialog');
await page.locator('.zb-search__open').click();

// What people type: synonyms, one letter, blanks and line ends of pasted text, full-width letters, no punctuation.
must((await found('缴纳党费')).length > 0, '缴纳党费 finds nothing');
must((await found('支部委员会会议'))[0].startsWith('standards/3-2/'), '支部委员会会议 does not lead to 3.2');
must((await found('支委会'))[0].startsWith('standards/'), '支委会 leads to no standard');
must((await found('誓')).length > 0, 'one character finds nothing');
must((await found(' 三会\n一课 ')).length > 0, 'pasted text finds nothing');
must((await found('ＹＡＭＬ'))[0] === (await found('yaml'))[0], 'full-width letters find other pages');
must((await found('书记一年讲几次党课呢'))[0].startsWith('standards/3-4/'), 'a spoken question does not lead to 3.4');
must((await found('参观别的支部填什么表'))[0].startsWith('forms/'), 'what is asked for last, a form, is not first');
must((await found('zbdydh'))[0].startsWith('standards/3-1/'), 'the initials of 3.1 do not lead to it');
must((await found('32学时')).length > 0 && (await found('三十二学时'))[0] === (await found('32学时'))[0], 'a number in words finds another page');
must((await found('最近改动'))[0] === 'changes/index.html', 'the title of a page does not lead to it first');
must((await found('基层党委督查')).length > 0, 'a page that lists units is taken for one of them');
must((await found('鑫龘')).length === 0 && await status.locator('a').count() === 3, 'nothing found, and no way on');

// An input method: nothing is asked before the composition ends.
await input.evaluate(element => {
  element.dispatchEvent(new CompositionEvent('compositionstart'));
  element.value = 'dang';
  element.dispatchEvent(new InputEvent('input', { isComposing: true, bubbles: true }));
});
const spoken = await status.textContent();
await page.waitForTimeout(400);
must(await status.textContent() === spoken, 'letters of an input method are asked');
await input.evaluate(element => { element.value = '党课'; element.dispatchEvent(new CompositionEvent('compositionend')); });
await page.waitForFunction(() => document.querySelector('dialog.zb-search mark')?.textContent === '党课', null, { timeout: 15000 })
  .catch(() => faults.push('what an input method wrote is not asked'));

// Every entry is big enough for a finger, and Enter on the active one opens it.
const heights = await options.evaluateAll(links => links.map(link => link.getBoundingClientRect().height));
must(heights.every(height => height >= 44), `entries of ${Math.min(...heights)} px`);
await page.keyboard.press('ArrowDown');
const target = await options.first().evaluate(link => link.href);
await Promise.all([page.waitForURL(target), page.keyboard.press('Enter')]);

// A query that names a unit leads to what its own page says of the rest, where units have such files; not so if it may mean several.
const units = name => dialog.locator('[role=group]', { hasText: name }).filter({ has: page.locator('b', { hasText: /^单位$/ }) });
await page.keyboard.press('/');
const own = await found('信息学院教师一支部什么时候换届');
const named = await units('信息学院第一教师党支部').count();
must(named === 0 || own[0] === 'branches/xx-js1/index.html#s-2-3', `a branch that is named and 换届 lead to ${own[0]}`);
for (const [query, url] of named === 0 ? [] : [
  ['财务处支部差什么', 'branches/jg-cwc/index.html#gaps'],
  ['这个月要办什么 信息学院教师一支部', 'branches/xx-js1/index.html#todo'],
  ['教务处支部检查清单', 'branches/jg-jwc/checklist/index.html'],
  ['文学院四到六月谁家没上党课', 'committees/wenxue/meetings/index.html#quarter-2'],
  ['信息本二差什么', 'branches/xx-bk2/index.html#gaps'],
  ['生科研还差啥', 'branches/sm-yjs/index.html#gaps'],
]) {
  const [first] = await found(query);
  must(first === url, `「${query}」 leads to ${first}`);
}
must(named === 0 || (await found('财务处党支部')).filter(url => url === 'branches/jg-cwc/index.html').length === 1, 'a name alone is listed twice');
for (const query of ['教师支部什么时候换届', '信息学院第一党支部换届', '本科生第一党支部换届', '文学院党']) {
  await found(query);
  must(await units('').count() === 0, `a name that several units share, or no question, is taken for one: ${query}`);
}
const lectures = named === 0 ? [] : await found('信息学院第一教师党支部今年党课');
must(named === 0 || lectures[0] === 'branches/xx-js1/index.html#s-3-4', `words of time spoil the answer: ${lectures[0]}`);
const november = named === 0 ? [] : (await found('信息学院第一教师党支部11月主题党日')).filter(url => /#a-/.test(url));
must(named === 0 || (november.length > 0 && november.every(url => /-11-/.test(url))), `rows of other months: ${november.join(', ')}`);
const written = named === 0 ? [] : (await found('信息学院第一教师党支部十一月份主题党日')).filter(url => /#a-/.test(url));
must(written.join() === november.join(), `a month in words finds other rows: ${written.join(', ')}`);
await page.keyboard.press('Escape');
await page.keyboard.press('Escape');

// A hit on the page that is open closes the dialog, else it would cover what it leads to.
await page.goto(host.url + 'standards/3-1/index.html', { waitUntil: 'load' });
await page.keyboard.press('/');
await found('党员大会哪些事要走这一项');
await options.evaluateAll(links => links.find(link => link.href.includes('standards/3-1/')).click());
must(!await dialog.evaluate(element => element.open), 'the dialog covers the hit on this very page');

// What was found before is not left standing.
await page.keyboard.press('/');
await found('主题党日');
await input.fill('');
await page.waitForFunction(() => !document.querySelector('dialog.zb-search [role=status]').textContent, null, { timeout: 15000 }).catch(() => faults.push('an empty box says something'));
must(await dialog.locator('.zb-search__more a').count() === 0, 'an empty box leads to what was found before');
await page.keyboard.press('Escape');

// The page with all that is found; in the internal edition a committee's registers are searched by row as well.
await page.goto(host.url + 'search/index.html?q=' + encodeURIComponent('主题党日'), { waitUntil: 'load' });
const whole = page.locator('.zb-search-page');
await whole.locator('[role=option]').first().waitFor({ timeout: 15000 }).catch(() => faults.push('the page of the search lists nothing'));
const before = await whole.locator('[role=option]').count();
await whole.locator('.zb-search__more button').click();
await page.waitForFunction(count => document.querySelectorAll('.zb-search-page [role=option]').length > count, before, { timeout: 15000 })
  .catch(() => faults.push('the tail is not listed'));
must((await whole.locator('select').count() > 0) === (named > 0), 'units are named where their registers are not shown, or not where they are');
if (await whole.locator('select').count()) {
  await whole.locator('select').selectOption({ index: 1 });
  await page.waitForFunction(() => /台账 [1-9]/.test(document.querySelector('.zb-search-page [role=status]').textContent), null, { timeout: 15000 })
    .catch(() => faults.push('no rows of registers'));
  must((await whole.locator('[role=group]', { hasText: '台账' }).locator('[role=option]').count()) > 0, 'rows of registers are not listed');
}

// The pages of a committee search its registers by themselves.
if (await whole.locator('select').count()) {
  const committee = await whole.locator('select option').nth(1).getAttribute('value');
  await page.goto(`${host.url}committees/${committee}/index.html`, { waitUntil: 'load' });
  await page.keyboard.press('/');
  await page.keyboard.type('党员大会');
  await dialog.locator('[role=group]', { hasText: '台账' }).locator('[role=option]').first().waitFor({ timeout: 15000 })
    .catch(() => faults.push('a page of a committee does not search its registers'));
}

console.log(`search ${flags.join(' ')}: ${faults.length} failed${faults.map(fault => '\n  ' + fault).join('')}`);
await close();
host.close();
process.exit(faults.length ? 1 : 0);
