import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import writeExcelFile, { type Cell } from 'write-excel-file/node';
import { readFile } from '#functions/files/read-file.ts';
import { bundleOf, freshenBundles } from '#local/fresh-bundles.ts';
import { recordScenario } from '#local/load-examples.ts';
import { startTracker } from '#local/tracker.ts';
import type { ReadCell } from '#web/workbook/sheet.ts';
import { betterConnected } from '../examples/better-connected/scenario.ts';
import { riskLogFile, risksOf } from '../examples/council-tables.ts';
import { peopleOfTheSmallOnes } from '../examples/people-to-try.ts';

/*
 * npm run spreadsheets: the pictures of docs/spreadsheets.md, drawn by Chromium while a risk log of a shape that councils have comes into a sample
 * programme, and the workbook of all its registers comes back.
 */

const chromiumPath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const from = '/pages/programmes/better-connected/from-a-spreadsheet';

const press = (page: Page, words: string) => page.click(`main button.govuk-button:has-text("${words}")`);
const picture = async (page: Page, name: string): Promise<void> => {
  const bytes = await page.screenshot();
  writeFileSync(join('docs/pictures', `spreadsheet-${name}.png`), bytes);
  console.error(`spreadsheet-${name}.png, ${Math.round(bytes.length / 1_000)} KB`);
};

const walk = async (page: Page, address: string): Promise<void> => {
  await page.goto(`${address}/pages/sign-in?as=transformation-team&to=${encodeURIComponent(from)}`);
  await page.goto(`${address}${from}`);
  await page.check('input[value="new:risks"]');
  const rows = [...risksOf('Libraries that open longer', 1, 9), ...risksOf('Adults', 10, 4)];
  const buffer = Buffer.from(await riskLogFile(rows));
  await page.setInputFiles('input[type=file]', { name: 'corporate-risk-log.xlsx', mimeType: '', buffer });
  await press(page, 'Go on');
  await page.fill('[name="always/target.2.toBeConfirmed"]', 'The log has no targets');
  await page
    .locator('caption')
    .first()
    .evaluate((caption) => caption.scrollIntoView({ block: 'start' }));
  await picture(page, 'columns');
  await press(page, 'Go on');
  await page.locator('tr', { hasText: 'Cat A' }).locator('select').selectOption({ label: 'Open' });
  await page.locator('tr', { hasText: 'Adults' }).locator('select').selectOption({ label: 'The programme itself' });
  await picture(page, 'words');
  await press(page, 'Check what would be recorded');
  await picture(page, 'check');
  await press(page, 'Record 13 rows');
  await page.waitForFunction(() => document.querySelector('h1')?.textContent?.includes('13 rows recorded'));
  await picture(page, 'recorded');
};

const cellOf = (cell: ReadCell): Cell => {
  if (cell === null) return null;
  if (typeof cell === 'object') return { type: Date, value: new Date(cell.day), format: 'd mmm yyyy' };
  if (typeof cell === 'number') return { type: Number, value: cell };
  return { type: String, value: typeof cell === 'boolean' ? (cell ? 'Yes' : 'No') : cell };
};

/** The workbook with another owner in every third risk, as somebody saves it. */
const withOtherOwners = async (bytes: Uint8Array): Promise<Buffer> => {
  const read = readFile(bytes, 'workbook.xlsx');
  if ('refused' in read) throw new Error(read.refused);
  const sheets = read.sheets.map(({ name, rows }) => {
    const owner = name === 'Risks' ? (rows[0]?.cells.indexOf('Owner') ?? -1) : -1;
    const data = rows.map(({ cells }, row) =>
      cells.map((cell, n) => cellOf(n === owner && row % 3 === 1 ? 'Head of digital' : cell)),
    );
    return { sheet: name, data };
  });
  return Buffer.from(await writeExcelFile(sheets).toBuffer());
};

const walkThroughOneWorkbook = async (page: Page, address: string): Promise<void> => {
  await page.goto(`${address}/pages/programmes/better-connected/_workbook`);
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('main a.govuk-button')]);
  const buffer = await withOtherOwners(new Uint8Array(readFileSync(await download.path())));
  await page.setInputFiles('input[type=file]', { name: 'better-connected.xlsx', mimeType: '', buffer });
  await press(page, 'Check what it changes');
  await picture(page, 'programme');
};

const run = async (): Promise<void> => {
  if (!existsSync(chromiumPath))
    throw new Error(`There is no Chromium at ${chromiumPath}: say where in CHROMIUM_PATH.`);
  freshenBundles(['commands', 'queries', 'board', 'front', 'pages', 'roll-up', 'messages']);
  const folder = mkdtempSync(join(tmpdir(), 'spreadsheets-'));
  const tracker = await startTracker({
    ...{ port: 0, data: folder, bundleOf, peopleToTry: peopleOfTheSmallOnes },
    onTrouble: (sentence) => console.error(sentence),
  });
  const browser = await chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox'] });
  try {
    await recordScenario(tracker, betterConnected);
    const page = await browser.newPage({ viewport: { width: 1000, height: 900 } });
    page.setDefaultTimeout(120_000);
    await walk(page, tracker.address);
    await walkThroughOneWorkbook(page, tracker.address);
  } finally {
    await browser.close();
    await tracker.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};

await run();
