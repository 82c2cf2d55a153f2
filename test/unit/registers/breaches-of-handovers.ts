import type { Breach } from './breaches-of-control.ts';
import { put } from './put-entry.ts';

const rent = { title: 'The rent', to: 'Estates', on: '2014-03-01', everyMonths: 3 };

/** What breaks the rules of handovers. */
export const ofHandovers: readonly Breach[] = [
  [
    'HND-01',
    'a handover of a benefit that the review does not name',
    put('handover', { ...rent, unrealised: ['permits'] }),
    '/unrealised/0 must be the id of an unrealised benefit of the review: name it there first (unrealisedBenefits)',
  ],
  [
    'HND-02',
    'an update of a day before the handover',
    put('handover', { ...rent, updates: [{ on: '2014-02-28', words: 'Let' }] }),
    '/updates/0/on must not be before the day of the handover',
  ],
];
