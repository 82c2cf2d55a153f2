import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleOf } from '#local/fresh-bundles.ts';
import { recordScenario } from '#local/load-examples.ts';
import { defaultOrganisation } from '#local/local-person.ts';
import { startTracker } from '#local/tracker.ts';
import { peopleOfTheSmallOnes } from '../../examples/people-to-try.ts';
import { workedExample } from '../../examples/worked-example/scenario.ts';
import { serve } from '../child.ts';

/** The whole local stack with the worked example in it, as `npm start` starts it, and a token of each of its people. */
const data = mkdtempSync(join(tmpdir(), 'pages-bench-'));
const tracker = await startTracker({
  ...{ port: 0, data, bundleOf, peopleToTry: peopleOfTheSmallOnes },
  onTrouble: (sentence) => console.error(sentence),
});
await recordScenario(tracker, workedExample, () => undefined);
const tokens = await Promise.all(
  peopleOfTheSmallOnes.map(async ({ role, name }) => {
    const subject = name.toLowerCase().replaceAll(' ', '-');
    return [role, await tracker.tokenFor({ roles: [role], subject, name, organisation: defaultOrganisation })] as const;
  }),
);
await serve({ origin: tracker.address, tokens: Object.fromEntries(tokens) });
await tracker.stop();
rmSync(data, { recursive: true, force: true });
process.exit();
