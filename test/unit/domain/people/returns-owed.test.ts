import { expect, it } from 'vitest';
import { returnsOwed } from '#domain/people/returns-owed.ts';
import { aProgramme } from '../../../support/positions.ts';

const programme = aProgramme();
const owed = (given: Partial<Parameters<typeof returnsOwed>[0]> = {}) =>
  returnsOwed({
    programme,
    lifecycles: [{ lifecycle: 'active', at: '2013-11-05T00:00:00.000Z' }],
    now: '2014-04-20T09:00:00.000Z',
    returns: new Map(),
    ...given,
  }).map(({ month, state }) => `${month} ${state}`);
const none = ['2013-11 missing', '2013-12 missing', '2014-01 missing', '2014-02 missing', '2014-03 missing'];

it('owes those of the months that have ended since it was opened, the earliest first', () => {
  expect(owed()).toEqual(none);
});

it('owes none that an SRO has confirmed, and says of one that was only submitted that it is unconfirmed', () => {
  const returns = new Map([
    ['2013-12', { confirmed: true }],
    ['2014-03', { confirmed: false }],
  ]);
  expect(owed({ returns })).toEqual([none[0], none[2], none[3], '2014-03 unconfirmed']);
});

it('owes none of a month at whose end it was not counted, as the report of the month expects none', () => {
  const lifecycles = [
    { lifecycle: 'potential' as const, at: '2013-11-05T00:00:00.000Z' },
    { lifecycle: 'active' as const, at: '2013-12-10T00:00:00.000Z' },
    { lifecycle: 'stopped' as const, at: '2014-01-31T12:00:00.000Z' },
    { lifecycle: 'paused' as const, at: '2014-03-01T00:00:00.000Z' },
  ];
  expect(owed({ lifecycles })).toEqual(['2013-12 missing', '2014-03 missing']);
});

it('owes none of a month at whose end it was paused, where paused reviews do not count', () => {
  const lifecycles = [
    { lifecycle: 'active' as const, at: '2013-11-05T00:00:00.000Z' },
    { lifecycle: 'paused' as const, at: '2014-02-10T00:00:00.000Z' },
  ];
  expect(owed({ lifecycles, programme: aProgramme({ pausedCounts: false }) })).toEqual(none.slice(0, 3));
});

it('goes for each month by the settings in force at its end, as its report does', () => {
  const lifecycles = [
    { lifecycle: 'active' as const, at: '2013-11-05T00:00:00.000Z' },
    { lifecycle: 'paused' as const, at: '2013-12-10T00:00:00.000Z' },
  ];
  const without = aProgramme({ pausedCounts: false });
  const settingsOf = (month: string) => (month < '2014-02' ? programme : without);
  expect(owed({ lifecycles, programme: without, settingsOf })).toEqual(none.slice(0, 3));
  expect(owed({ lifecycles, settingsOf: (month) => (month < '2014-02' ? without : programme) })).toEqual([
    none[0],
    ...none.slice(3),
  ]);
});

it('owes none once its programme is closed: none would be taken', () => {
  const closeDown = {
    on: '2014-04-10',
    achieved: 'All',
    notAchieved: 'Nothing',
    lessons: 'Start early',
    carriesOn: [],
  };
  expect(owed({ programme: aProgramme({ closeDown }) })).toEqual([]);
});

it('looks back twenty-four months that have ended, so that a month which nobody has reported for a year is still there', () => {
  const months = owed({ now: '2016-06-01T09:00:00.000Z' });
  expect([months.length, months[0], months.at(-1)]).toEqual([24, '2014-06 missing', '2016-05 missing']);
});
