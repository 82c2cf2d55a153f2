import type { Breach } from './breaches-of-control.ts';
import { put } from './put-entry.ts';

const award = { title: 'Award', body: 'Cabinet', kind: 'key-decision' };
const scrutiny = { body: 'Scrutiny Committee', purpose: 'pre-scrutiny', actual: '2014-04-10' };
const cabinet = { body: 'Cabinet', purpose: 'decision', actual: '2014-04-09' };

/** What breaks the rules of decisions. */
export const ofDecisions: readonly Breach[] = [
  [
    'DEC-01',
    'a route in which a body comes after one that took it up later',
    put('decision', { ...award, route: [scrutiny, { body: 'Council', purpose: 'other' }, cabinet] }),
    '/route/2/actual must not be before 10 April 2014, when a body above it took the decision up',
  ],
  [
    'DEC-02',
    'what came of a step that has not taken place',
    put('decision', { ...award, route: [{ ...scrutiny, actual: undefined, outcome: 'Supported' }] }),
    '/route/0/outcome must be left out until the day on which it took place is given',
  ],
  [
    'DEC-03',
    'a decision taken on another day than its route has',
    put('decision', { ...award, status: 'taken', takenOn: '2014-04-08', route: [cabinet] }),
    '/route/0/actual must be 8 April 2014, on which it was taken',
  ],
];
