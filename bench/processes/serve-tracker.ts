import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { bundleOf } from '#local/fresh-bundles.ts';
import { recordScenario } from '#local/load-examples.ts';
import { defaultOrganisation } from '#local/local-person.ts';
import { startTracker } from '#local/tracker.ts';
import { everyRole, type Role } from '#schemas/people.ts';
import { outturnOfPhase1 } from '../../examples/facing-the-challenge/scenario.ts';
import { given, serve } from '../child.ts';

/** The whole local stack, as `npm start` starts it, on the engine that DYNAMODB_ENDPOINT names. */
const { empty } = given(z.object({ empty: z.boolean() }));
const data = mkdtempSync(join(tmpdir(), 'tracker-bench-'));
const tracker = await startTracker({ port: 0, data, bundleOf, onTrouble: (sentence) => console.error(sentence) });
const tokenFor = (role: Role, subject: string = `bench-${role}`) =>
  tracker.tokenFor({ roles: [role], subject, name: subject, organisation: defaultOrganisation });
if (!empty) await recordScenario(tracker, outturnOfPhase1, () => undefined);
const tokens = await Promise.all(everyRole.map(async (role) => [role, await tokenFor(role)] as const));
await serve({ origin: tracker.origin, tokens: Object.fromEntries(tokens) });
await tracker.stop();
rmSync(data, { recursive: true, force: true });
process.exit();
