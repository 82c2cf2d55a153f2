import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium } from 'playwright-core';
import { bundleOf, freshenBundles } from '#local/fresh-bundles.ts';
import { recordScenario } from '#local/load-examples.ts';
import { startTracker } from '#local/tracker.ts';
import { peopleOfTheSmallOnes } from '../examples/people-to-try.ts';
import { smallSamples } from '../examples/samples.ts';
import { type Drawn, messageScreens, morningOfMessages, tourPage, tourScreens } from './tour-screens.ts';

/*
 * npm run tour -- [--to docs] [--data <folder>]: docs/tour.md and its pictures, and those of docs/messages.md, drawn by Chromium from a tracker with the small sample programmes, as each role sees
 * them. Ends with 1 where a screen is not there, or a picture is too large for a page of the docs.
 */

const most = 200_000;
const size = { width: 1000, height: 1000 } as const;

const { values } = parseArgs({ options: { to: { type: 'string', default: 'docs' }, data: { type: 'string' } } });
const chromiumPath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

/** @throws Error where the screen is not there, or its picture is too large */
const pictureOf = async (browser: Browser, address: string, { as, path, name }: Drawn): Promise<Uint8Array> => {
  const context = await browser.newContext({ viewport: size });
  context.setDefaultTimeout(120_000);
  const page = await context.newPage();
  await page.goto(`${address}/pages/sign-in?as=${as}&to=${encodeURIComponent(path)}`);
  const answer = await page.goto(`${address}${path}`);
  if (answer?.status() !== 200) throw new Error(`${path} answered ${answer?.status()} to ${as}`);
  const picture = await page.screenshot();
  await context.close();
  if (picture.length > most) throw new Error(`the picture of ${name} has ${picture.length} bytes, more than ${most}`);
  return picture;
};

const run = async (): Promise<void> => {
  if (!existsSync(chromiumPath))
    throw new Error(`There is no Chromium at ${chromiumPath}: say where in CHROMIUM_PATH.`);
  freshenBundles(['commands', 'queries', 'board', 'front', 'pages', 'roll-up', 'messages']);
  const folder = mkdtempSync(join(tmpdir(), 'tour-'));
  const tracker = await startTracker({
    ...{ port: 0, data: values.data ?? folder, bundleOf, peopleToTry: peopleOfTheSmallOnes },
    onTrouble: (sentence) => console.error(sentence),
  });
  const browser = await chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox'] });
  try {
    if (values.data === undefined) for (const scenario of smallSamples) await recordScenario(tracker, scenario);
    const pictures = join(values.to, 'pictures');
    mkdirSync(pictures, { recursive: true });
    const draw = (file: string, picture: Uint8Array): void => {
      writeFileSync(join(pictures, file), picture);
      console.error(`${file}, ${Math.round(picture.length / 1_000)} KB`);
    };
    for (const screen of tourScreens) {
      const picture = await pictureOf(browser, tracker.address, screen);
      draw(`tour-${screen.name}.png`, picture);
    }
    // On the morning after its returns were due; whoever was drawn above has signed in, and is sent what waits for their role.
    await tracker.sweepMessages(morningOfMessages);
    for (const screen of messageScreens) draw(`${screen.name}.png`, await pictureOf(browser, tracker.address, screen));
    writeFileSync(join(values.to, 'tour.md'), tourPage());
  } finally {
    await browser.close();
    await tracker.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};

await run();
