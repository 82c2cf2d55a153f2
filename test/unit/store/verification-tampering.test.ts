import { expect, it } from 'vitest';
import { deeds } from '../../proofs/tampering/deeds.ts';
import { tamperingRuns } from '../../proofs/tampering/tampering-runs.ts';

it('whatever is changed, taken out, put in, moved or written anew below a printed seal is found, and nothing else is', () => {
  const tally = tamperingRuns(500, 20_261_121);
  expect(tally).toMatchObject({ runs: 500, found: 500, missed: [], falseAlarms: [] });
  expect(Object.keys(tally.byDeed).sort()).toEqual(Object.keys(deeds).sort());
  expect(tally.untampered).toBeGreaterThan(100);
  // Without forgeries that are sound in themselves the anchor would not have been tried.
  expect(tally.shownByTheAnchorAlone).toBeGreaterThan(25);
});

it('a seed makes the same changes again, and another seed makes others', () => {
  expect(tamperingRuns(40, 1)).toEqual(tamperingRuns(40, 1));
  expect(tamperingRuns(40, 1).byDeed).not.toEqual(tamperingRuns(40, 2).byDeed);
});
