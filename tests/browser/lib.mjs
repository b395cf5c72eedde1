// What the checkers share: a static server, a browser, and the sample of pages to open.
import { chromium } from 'playwright-core';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import zlib from 'node:zlib';

export const CHROME = process.env.CHROME_PATH || '/usr/bin/chromium';
const TYPES = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.jpg': 'image/jpeg', '.webp': 'image/webp', '.txt': 'text/plain', '.xml': 'application/xml', '.pdf': 'application/pdf',
};
/** What keeps a browser from asking anything of the network by itself. */
export const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];

/** The headers that a site asks of its server: those of `/*` in its `_headers`. */
function headers(base) {
  const file = path.join(base, '_headers');
  const lines = fs.existsSync(file) ? fs.readFileSync(file, 'utf8').split('\n') : [];
  const start = lines.indexOf('/*') + 1;
  return start === 0 ? {} : Object.fromEntries(lines.slice(start).filter(line => line.startsWith('  '))
    .map(line => line.trim().split(/: (.*)/s).slice(0, 2)));
}

const PACKED = new Set(['.html', '.js', '.css', '.json', '.svg', '.xml']);
const BROTLI = { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 5 } };

/** Serve a folder on the loopback interface, as its `_headers` say; resolves to its address and a way to stop it.  `packed`
    compresses text and lets the browser keep it, as a site's own server does. */
export function serve(root, packed = false) {
  const base = path.resolve(root);
  const asked = { ...headers(base), ...(packed ? { 'cache-control': 'max-age=31536000' } : {}) };
  const server = http.createServer((request, response) => {
    let file = path.normalize(path.join(base, decodeURIComponent(request.url.split('?')[0])));
    if (fs.existsSync(file) && fs.statSync(file).isDirectory()) file = path.join(file, 'index.html');
    if (!file.startsWith(base) || !fs.existsSync(file)) {
      response.writeHead(404, { ...asked, 'content-type': TYPES['.html'] });
      return response.end(fs.existsSync(path.join(base, '404.html')) ? fs.readFileSync(path.join(base, '404.html')) : '404');
    }
    const kind = path.extname(file);
    const brotli = packed && PACKED.has(kind);
    response.writeHead(200, {
      ...asked, 'content-type': TYPES[kind] || 'application/octet-stream', ...(brotli ? { 'content-encoding': 'br' } : {}),
    });
    response.end(brotli ? zlib.brotliCompressSync(fs.readFileSync(file), BROTLI) : fs.readFileSync(file));
  });
  return new Promise(resolve => server.listen(0, '127.0.0.1', () =>
    resolve({ url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() })));
}

/** Every HTML page of a site, relative to its root. */
export function pages(root) {
  const found = [];
  (function walk(folder) {
    for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
      const full = path.join(folder, entry.name);
      if (entry.isDirectory()) walk(full);
      else if (entry.name.endsWith('.html')) found.push(path.relative(root, full).split(path.sep).join('/'));
    }
  })(path.resolve(root));
  return found.sort();
}

/** The kind of a page: its URL with every id taken out. */
export function kind(page) {
  return page.replace(/^(standards|aspects|branches|committees|showcases|project|help|decisions|plan\/tasks|plan\/units)\/[^/]+\//, '$1/ID/');
}

/** `each` pages of every kind, spread over the site. */
export function sample(root, each = 2) {
  const kinds = new Map();
  for (const page of pages(root)) kinds.set(kind(page), [...(kinds.get(kind(page)) || []), page]);
  return [...kinds.values()].flatMap(all => Array.from({ length: Math.min(each, all.length) }, (_, i) =>
    all[Math.floor(i * all.length / Math.min(each, all.length))]));
}

/** A browser with an empty profile. */
export async function browser(context = {}) {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'zhibu-browser-'));
  const opened = await chromium.launchPersistentContext(profile, { executablePath: CHROME, headless: true, args: QUIET, locale: 'zh-CN', ...context });
  return { context: opened, close: async () => { await opened.close(); fs.rmSync(profile, { recursive: true, force: true }); } };
}

/** Where the site is opened: served over http, or straight from the folder. */
export async function open(root, fromFolder) {
  if (!fromFolder) return serve(root);
  return { url: pathToFileURL(path.resolve(root)).href + '/', close: () => {} };
}
