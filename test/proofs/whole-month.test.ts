import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import createClient from 'openapi-fetch';
import { afterAll, beforeAll, vi } from 'vitest';
import { bundleOf, freshenBundles } from '#local/fresh-bundles.ts';
import { recordScenario } from '#local/load-examples.ts';
import { defaultOrganisation } from '#local/local-person.ts';
import { startTracker, type Tracker } from '#local/tracker.ts';
import type { Role } from '#schemas/people.ts';
import { workedExample } from '../../examples/worked-example/scenario.ts';
import { itClosesAMonthOnPages } from '../e2e/whole-month/close-month.ts';
import { allBy, type Way } from '../e2e/whole-month/people.ts';
import type { paths } from '../support/generated/tracker-api.d.ts';

/*
 * A whole month closed through pages alone, three times: with the pages' script, without it, and by keyboard alone. `npm run test:long` closes one, in which each
 * of the six works in another of these ways (test/e2e/local-start.test.ts).
 */

vi.setConfig({ hookTimeout: 900_000 });
const folder = mkdtempSync(join(tmpdir(), 'month-'));
const recorded = join(folder, 'recorded');
const trackers: Tracker[] = [];

const start = async (data: string): Promise<Tracker> => {
  const tracker = await startTracker({ port: 0, data, bundleOf, onTrouble: (sentence) => console.error(sentence) });
  trackers.push(tracker);
  return tracker;
};

beforeAll(async () => {
  freshenBundles(['commands', 'queries', 'board', 'front', 'pages', 'roll-up', 'messages']);
  const tracker = await start(recorded);
  await recordScenario(tracker, workedExample, () => undefined);
  await tracker.stop();
});
afterAll(async () => {
  for (const tracker of trackers) await tracker.stop();
  rmSync(folder, { recursive: true });
});

const clientOf = async (tracker: Tracker, role: Role, name: string, subject: string) => {
  const token = await tracker.tokenFor({ roles: [role], subject, name, organisation: defaultOrganisation });
  return createClient<paths>({ baseUrl: tracker.origin, headers: { authorization: `Bearer ${token}` } });
};

const ways: readonly (readonly [inWords: string, way: Way])[] = [
  ['with the script of the pages', { by: 'pointer', withScript: true }],
  ['without a script', { by: 'pointer', withScript: false }],
  ['by keyboard alone', { by: 'keyboard', withScript: true }],
];

for (const [inWords, way] of ways)
  itClosesAMonthOnPages(
    async () => {
      const data = join(folder, inWords.replaceAll(' ', '-'));
      cpSync(recorded, data, { recursive: true });
      const tracker = await start(data);
      return {
        base: tracker.address,
        office: await clientOf(tracker, 'programme-office', 'Olive Office', 'olive-office'),
        otherTeam: await clientOf(tracker, 'transformation-team', 'Tara Team', 'tara-team'),
      };
    },
    inWords,
    allBy(way),
  );
