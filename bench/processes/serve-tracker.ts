import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { projectFolder } from '#local/fresh-bundles.ts';
import { defaultOrganisation } from '#local/local-person.ts';
import { playScenario } from '#local/play-scenario.ts';
import { startTracker } from '#local/tracker.ts';
import { Role } from '#schemas/people.ts';

import { facingTheChallenge } from '../../examples/facing-the-challenge/scenario.ts';
import { workedExample } from '../../examples/worked-example/scenario.ts';
import { given, say, serveLines } from '../child.ts';

/** The whole local stack, as `npm start` starts it, on the engine that DYNAMODB_ENDPOINT names; the stories asked for told. */
const { recordChange } = given(z.object({ recordChange: z.array(z.enum(['facing-the-challenge', 'worked-example'])) }));
const scenarios = { 'facing-the-challenge': facingTheChallenge, 'worked-example': workedExample };
const data = mkdtempSync(join(tmpdir(), 'tracker-bench-'));
const tracker = await startTracker({
  port: 0,
  data,
  bundleOf: (name) => join(projectFolder, 'dist', name, 'index.mjs'),
  onTrouble: (sentence) => console.error(sentence),
});
const tokenFor = (role: Role, subject: string = `bench-${role}`) =>
  tracker.tokenFor({ roles: [role], subject, name: subject, organisation: defaultOrganisation });
for (const name of recordChange)
  await playScenario({
    origin: tracker.origin,
    tokenFor: ({ role, subject }) => tokenFor(role, subject),
    scenario: scenarios[name],
  });
const tokens = Object.fromEntries(
  await Promise.all(Role.options.map(async (role) => [role, await tokenFor(role)] as const)),
);
say({ origin: tracker.origin, tokens });
await serveLines(async () => ({ memory: process.memoryUsage().rss }));
await tracker.stop();
rmSync(data, { recursive: true, force: true });
process.exit();
