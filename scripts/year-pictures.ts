import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';
import { bundleOf, freshenBundles } from '#local/fresh-bundles.ts';
import { recordScenario } from '#local/load-examples.ts';
import { startTracker, type Tracker } from '#local/tracker.ts';
import type { Role } from '#schemas/people.ts';
import { peopleOfTheYear } from '../examples/people-to-try.ts';
import { scriptedYear } from '../examples/scripted-year/scenario.ts';

/*
 * npm run year-pictures: the pictures of docs/events.md and docs/ledger.md, drawn by Chromium from the county's year as `npm start` records it, while one
 * webhook takes its events and another does not; and that of docs/feeds.md, which the script of R in that page draws, run as it stands there
 * (Debian: r-base-core, r-cran-httr2). Takes some minutes.
 */

const to = 'docs/pictures';
const most = 200_000;
const chromiumPath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

const screens: readonly { readonly name: string; readonly as: Role; readonly path: string }[] = [
  { name: 'events', as: 'programme-office', path: '/pages/events' },
  { name: 'ledger-to-validate', as: 'finance', path: '/pages/programmes/one-exampleshire/to-validate' },
];

const keep = (name: string, picture: Uint8Array): void => {
  if (picture.length > most) throw new Error(`the picture of ${name} has ${picture.length} bytes, more than ${most}`);
  writeFileSync(join(to, `${name}.png`), picture);
  console.error(`${name}.png, ${Math.round(picture.length / 1_000)} KB`);
};

/** A system of the council that answers each event by the same status. */
const startReceiver = async (status: number) => {
  const server = createServer((request, response) => {
    request.resume().once('end', () => response.writeHead(status).end());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const at = server.address();
  if (at === null || typeof at === 'string') throw new Error('the receiver has no port');
  return { address: `http://127.0.0.1:${at.port}/events`, stop: () => server.close() };
};

const drawPages = async (browser: Browser, address: string): Promise<void> => {
  for (const { name, as, path } of screens) {
    const page = await browser.newPage({ viewport: { width: 1000, height: 900 } });
    page.setDefaultTimeout(120_000);
    await page.goto(`${address}/pages/sign-in?as=${as}&to=${encodeURIComponent(path)}`);
    const answer = await page.goto(`${address}${path}`);
    if (answer?.status() !== 200) throw new Error(`${path} answered ${answer?.status()} to ${as}`);
    keep(name, await page.screenshot());
  }
};

/** Runs the script of R in docs/feeds.md as it stands there. */
const drawByR = async ({ address }: Tracker, folder: string): Promise<void> => {
  const [, script] = /```r\n([\s\S]*?)```/.exec(readFileSync('docs/feeds.md', 'utf8')) ?? [];
  if (script === undefined) throw new Error('docs/feeds.md has no script of R');
  writeFileSync(join(folder, 'feed.R'), script);
  await promisify(execFile)('Rscript', ['feed.R'], {
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      TRACKER_ADDRESS: address,
      TRACKER_TOKEN_ADDRESS: `${address}/local-issuer/token`,
      TRACKER_ID: 'power-bi',
      TRACKER_SECRET: 'any',
    },
  });
  keep('feeds-in-r', readFileSync(join(folder, 'savings.png')));
};

const run = async (): Promise<void> => {
  if (!existsSync(chromiumPath))
    throw new Error(`There is no Chromium at ${chromiumPath}: say where in CHROMIUM_PATH.`);
  freshenBundles(['commands', 'queries', 'board', 'front', 'pages', 'roll-up', 'messages']);
  const folder = mkdtempSync(join(tmpdir(), 'year-pictures-'));
  const [takes, refuses] = [await startReceiver(204), await startReceiver(503)];
  const tracker = await startTracker({
    ...{ port: 0, data: join(folder, 'data'), bundleOf, peopleToTry: peopleOfTheYear },
    webhooks: [
      { id: 'finance', address: takes.address },
      { id: 'data-platform', address: refuses.address, types: ['tracker.report.', 'tracker.return.'] },
    ],
    onTrouble: (sentence) => console.error(sentence),
  });
  const browser = await chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox'] });
  try {
    await recordScenario(tracker, scriptedYear);
    await drawPages(browser, tracker.address);
    await drawByR(tracker, folder);
  } finally {
    await browser.close();
    await tracker.stop();
    takes.stop();
    refuses.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};

await run();
