import { existsSync } from 'node:fs';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';

const path = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

/** A browser for the pages' tests; without one they fail rather than pass unseen. */
export const openBrowser = async (): Promise<Browser> => {
  if (!existsSync(path))
    throw new Error(
      `There is no Chromium at ${path}: install it (apt-get install chromium) or say where it is in CHROMIUM_PATH.`,
    );
  return chromium.launch({ executablePath: path, args: ['--no-sandbox', '--disable-background-networking'] });
};

/** What axe finds against WCAG 2.2 A and AA and good practice, one line to a fault. */
export const accessibilityFaults = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return violations.flatMap((fault) =>
      fault.nodes.map((node) => `${fault.id}: ${fault.help}: ${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
    );
  });
};
