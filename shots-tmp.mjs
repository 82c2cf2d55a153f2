import { chromium } from 'playwright-core';
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const [,, role, name, ...paths] = process.argv;
const c = await b.newContext({ viewport: { width: Number(process.env.W ?? 1280), height: 900 } });
const p = await c.newPage();
const base = process.env.BASE ?? 'http://localhost:4711';
await p.goto(base + '/pages'); await p.click('a.govuk-button'); await p.check('#role-' + role); await p.fill('#name', name); await p.click('button[type=submit]');
let n = 0;
for (const path of paths) { const t = Date.now(); await p.goto(base + path); await p.screenshot({ path: `/tmp/shots/${process.env.P ?? 's'}${++n}.png`, fullPage: true }); console.log(path, await p.title(), Date.now() - t, 'ms'); }
await b.close();
