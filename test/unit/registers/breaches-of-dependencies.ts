import { type Breach, everyStage } from './breaches-of-control.ts';
import { put } from './put-entry.ts';

const needed = { title: 'The strategy', on: 'document' };
const notHere = `/holdsStage must be a stage of the programme, of a review that waits (elsewhere it is left out): ${everyStage}`;

/** What breaks the rules of dependencies. */
export const ofDependencies: readonly Breach[] = [
  ['DEP-01', 'a dependency that holds no stage', put('dependency', { ...needed, holdsStage: 'nowhere' }), notHere],
  [
    'DEP-01',
    'a dependency that holds a stage of a review that is waited for',
    put('dependency', { ...needed, holdsStage: 'decision', direction: 'is-waited-for' }),
    notHere,
  ],
  [
    'DEP-01',
    'a dependency of the programme that holds a stage',
    put('dependency', { ...needed, holdsStage: 'decision' }, { review: null }),
    notHere,
  ],
  [
    'DEP-02',
    'a dependency at risk without a reason',
    put('dependency', { ...needed, status: 'at-risk' }),
    '/statusWords must say why it is at risk',
  ],
  [
    'DEP-02',
    'a dependency that is no longer needed, without a reason',
    put('dependency', { ...needed, status: 'no-longer-needed' }),
    '/statusWords must say why it is no longer needed',
  ],
  [
    'DEP-03',
    'an open dependency with the day on which it was closed',
    put('dependency', { ...needed, closedOn: '2014-04-01' }),
    '/closedOn must be left out while it is open',
  ],
];
