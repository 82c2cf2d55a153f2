import type { Breach } from './breaches-of-control.ts';
import { put } from './put-entry.ts';

const seen = { title: 'Gateway 3', kind: 'gateway' };
const done = { ...seen, status: 'done', doneOn: { kind: 'date', date: '2014-04-10' } };
/** What breaks the rules of checkpoints. */
export const ofCheckpoints: readonly Breach[] = [
  [
    'CHK-01',
    'a rating of a checkpoint that was not done',
    put('assurance-checkpoint', { ...seen, rating: 'green' }),
    '/rating must be left out until the checkpoint is done',
  ],
  [
    'CHK-02',
    'a checkpoint that is cancelled without a reason',
    put('assurance-checkpoint', { ...seen, status: 'cancelled' }),
    '/reason must be given for a checkpoint that is cancelled, and only for one',
  ],
  [
    'CHK-03',
    'a rating of the other scheme',
    put('assurance-checkpoint', { ...done, rating: 'amber-red' }),
    '/rating must be green, amber or red: Amber/Red belongs to the five-point scheme',
  ],
];
