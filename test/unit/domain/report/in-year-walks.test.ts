import { describe, expect, it } from 'vitest';
import { rules1 } from '#domain/report/rule-sets.ts';
import { inYearWalkRules } from '#registers/in-year-walk/rules.ts';
import { asJsonObject } from '#schemas/history.ts';
import type { ProgrammeWide } from '#schemas/position.ts';
import { aProgramme, aSetting, noProgrammeWide, rollUp } from '../../../support/positions.ts';
import { formatsOf } from '../../../support/report-formats.ts';

/* The gap walk of Securing Kent's Future (Cabinet, 5 October 2023): 43.7 less 10 and 7 million is 26.7. */

type Walk = ProgrammeWide['inYearWalks'][number];
const step = (over: Partial<Walk['actions'][number]> = {}): Walk['actions'][number] => ({
  ...{ id: 'care', what: 'Adult social care', pounds: 10_000_000, inWalk: true },
  ...over,
});
const financing = step({
  id: 'financing',
  what: 'Financing of the capital programme',
  pounds: 7_000_000,
  objective: 'balance',
});
const nonCommitted = step({
  id: 'spend',
  what: 'Non-committed spend',
  pounds: 11_400_000,
  inWalk: false,
  owner: 'Section 151 officer',
});
const walk = (over: Partial<Walk> = {}): Walk => ({
  ...{ id: 'q1', title: 'First quarter', year: '2023/24', asAt: { kind: 'date', date: '2023-06-30' } },
  ...{ beforeAction: 43_700_000, actions: [step(), financing], left: 26_700_000 },
  ...over,
});
const setting = (...inYearWalks: Walk[]) =>
  aSetting({
    programme: aProgramme({ objectives: [{ id: 'balance', name: 'The budget back into balance' }] }),
    programmeWide: { ...noProgrammeWide, inYearWalks },
  });
const madeOf = (...walks: Walk[]) => rollUp([], setting(...walks)).content;
const found = (over: Partial<Walk>) =>
  madeOf(walk(over)).findings.rows.flatMap(({ rule, because }) => (rule === 'CON-20' ? [because] : []));

describe('an in-year walk', () => {
  it('comes to what is left, with what its steps take off', () => {
    expect(madeOf(walk()).inYearWalks?.walks.rows).toMatchObject([
      { left: 26_700_000, worked: 26_700_000, actions: { pounds: 17_000_000, stated: 2, of: 2 } },
    ]);
  });

  it.each<[string, Partial<Walk>, number | null]>([
    ['without a figure of a step', { actions: [step(), step({ id: 'b', pounds: undefined })] }, null],
    ['without a forecast', { beforeAction: undefined }, null],
    ['past a target that is no step of it', { actions: [step(), financing, nonCommitted] }, 26_700_000],
    ['with an action that adds to it', { actions: [step({ pounds: -300_000 })] }, 44_000_000],
  ])('%s is worked out as far as it can be', (_, over, worked) => {
    const { year, title } = walk();
    expect(madeOf(walk(over)).inYearWalks?.walks.rows[0]?.worked).toBe(worked);
    const { left } = inYearWalkRules.computed(
      { record: asJsonObject({ ...walk(over), id: undefined, year, title }), facts: {}, struckOut: null },
      aProgramme(),
    );
    expect(left).toBe(worked);
  });

  it('that prints otherwise is found, and nothing where it cannot be worked out', () => {
    expect(found({ left: 20_000_000 })).toEqual([
      'What is left by "First quarter" in 2023/24 is printed as £20 million; the forecast of £43.7 million less its actions comes to £26.7 million.',
    ]);
    expect(found({ left: 26_600_000 })[0]).toMatch(/comes to £26.7 million, perhaps by rounding\.$/);
    expect(found({})).toEqual([]);
    expect(found({ left: 1, actions: [step({ pounds: undefined })] })).toEqual([]);
  });

  it('names objective and owner of its actions, in the order of the paper', () => {
    expect(madeOf(walk({ actions: [nonCommitted, financing] })).inYearWalks?.actions.rows).toMatchObject([
      { what: 'Non-committed spend', owner: 'Section 151 officer', inWalk: false, objective: null },
      { what: 'Financing of the capital programme', owner: null, objective: 'The budget back into balance' },
    ]);
  });

  it.each(['JSON', 'page', 'CSV'] as const)('is shown with its actions: %s', (format) => {
    expect(formatsOf(JSON.stringify(rollUp([], setting(walk()))))[format]).toContain(
      'Financing of the capital programme',
    );
  });

  it('is in no report of the first rule set', () => {
    expect(JSON.stringify(rollUp([], setting(walk({ left: 1 })), rules1))).not.toContain('First quarter');
  });
});
