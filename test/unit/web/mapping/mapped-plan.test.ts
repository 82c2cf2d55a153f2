import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EntryThere, ownedRows, planOfOwner } from '#web/mapping/mapped-plan.ts';
import { headRowsIn, tableAt } from '#web/mapping/table.ts';
import { unknownWords } from '#web/mapping/words.ts';
import { mappedTable, sheetOf } from '../../../support/mapped-table.ts';

/* Two trackers as councils keep them, of different shape, come in by a mapping (docs/meaning.md WRITE-28). */

const riskLog = sheetOf(
  'Risk log',
  [
    ['Anyshire County Council: corporate risk log'],
    ['Updated monthly by the performance team'],
    [],
    ['', '', '', '', '', '', 'Gross', '', 'Residual', '', ''],
    ['Ref', 'Service', 'Risk', 'Cause', 'Event', 'Consequence', 'L', 'I', 'L', 'I', 'Status'],
    ['R 1', 'Home care', 'Rates rise', 'Inflation', 'Bids are dear', 'Less is saved', 4, 4, '3 - Possible', 4, 'Live'],
    ['Adults'],
    ['R 2', 'Home care', 'Staff go', 'Pay', 'Posts are empty', 'Work waits', 5, 4, 'Likely', 2, 'Live'],
    ['R 3', 'Estates', 'Roofs leak', 'Age', 'Rain', 'Halls shut', 3, 3, 2, 3, 'Done'],
    [],
    ['Total risks: 3'],
  ],
  ['G4:H4', 'I4:J4'],
);

const withWords = mappedTable('risks', riskLog, (mapping) => ({
  ...mapping,
  columns: [
    ...mapping.columns.filter(({ field }) => !field.startsWith('current.1')),
    { field: 'current.1.likelihood', head: 'Residual: L' },
    { field: 'current.1.impact', head: 'Residual: I' },
    { field: 'target.2.toBeConfirmed', always: 'The log has no targets' },
  ],
  words: [
    { field: 'current.1.likelihood', word: '3 - possible', means: '3' },
    { field: 'current.1.likelihood', word: 'Likely', means: '4' },
    { field: 'status', word: 'LIVE', means: 'open' },
    { field: 'status', word: 'Done', means: 'closed' },
    { field: '(review)', word: 'Estates', means: 'property' },
  ],
}));

const none: ReadonlyMap<string, EntryThere> = new Map();
const plansOf = (mapped: typeof withWords, there = none) => {
  const { rows, faults } = ownedRows(mapped);
  const owners = [...Map.groupBy(rows, ({ owner }) => owner)];
  return { faults, plans: new Map(owners.map(([owner, those]) => [owner, planOfOwner(mapped, those, there)])) };
};

it('A risk log with titles above its heads, merged heads, lines between and a total has its heads and rows found', () => {
  expect(headRowsIn([riskLog], new Set())[0]).toEqual({ sheet: 0, row: 5 });
  const { heads, rows, notes } = tableAt(riskLog, 5);
  expect(heads.map(({ text }) => text).slice(6)).toEqual([
    'Gross: L',
    'Gross: I',
    'Residual: L',
    'Residual: I',
    'Status',
  ]);
  expect(rows.map(({ number }) => number)).toEqual([6, 8, 9]);
  expect(notes).toEqual(['Left out, as rows of totals: row 11.', 'Left out, as lines between the rows: row 7.']);
});

it('Its columns are guessed, and each word that is none of ours is asked once with a guess', () => {
  const { mapping, table, mappedFields, reviews } = mappedTable('risks', riskLog);
  expect(mapping).toMatchObject({ reference: 'Ref', review: 'Service' });
  expect(mapping.columns.map(({ field, head }) => [field, head])).toEqual(
    expect.arrayContaining([
      ['title', 'Risk'],
      ['cause', 'Cause'],
      ['inherent.1.likelihood', 'Gross: L'],
      ['current.1.impact', 'Residual: I'],
      ['status', 'Status'],
    ]),
  );
  const asked = unknownWords(table, mapping, mappedFields, reviews);
  expect(asked.map(({ word, rows, guess }) => [word, rows, guess])).toEqual([
    ['Estates', 1, undefined],
    ['3 - Possible', 1, '3'],
    ['Likely', 1, undefined],
    ['Live', 2, 'open'],
    ['Done', 1, 'closed'],
  ]);
});

it('Rows become entries of their reviews, by their references; brought again nothing is changed, and another word changes one', () => {
  const { faults, plans } = plansOf(withWords);
  expect(faults).toEqual([]);
  expect([...plans.keys()]).toEqual(['home-care', 'property']);
  const homeCare = plans.get('home-care');
  expect(homeCare).toMatchObject({
    faults: [],
    added: [
      {
        ...{ row: 6, id: 'r-1', title: 'Rates rise' },
        record: {
          ...{ cause: 'Inflation', inherent: { likelihood: 4, impact: 4 }, current: { likelihood: 3, impact: 4 } },
          ...{ status: 'open', target: { toBeConfirmed: 'The log has no targets' } },
        },
      },
      { id: 'r-2', record: { current: { likelihood: 4, impact: 2 } } },
    ],
  });
  expect(plans.get('property')?.added).toMatchObject([{ id: 'r-3', record: { status: 'closed' } }]);
  const there = new Map(
    (homeCare?.added ?? []).map((one) => [
      one.id,
      {
        ...one,
        version: 2,
        isStruckOut: false,
        record: { ...one.record, controls: [], target: { likelihood: 1, impact: 1 } },
      },
    ]),
  );
  expect(plansOf(withWords, there).plans.get('home-care')).toEqual({
    added: [],
    changed: [],
    unchanged: 2,
    faults: [],
  });
  const cells = riskLog.rows.map((row) => ({ ...row, cells: row.cells.map((one) => (one === 'Pay' ? 'Rents' : one)) }));
  const nextMonth = { ...withWords, table: tableAt({ ...riskLog, rows: cells }, 5) };
  expect(plansOf(nextMonth, there).plans.get('home-care')).toMatchObject({
    ...{ added: [], unchanged: 1 },
    changed: [{ id: 'r-2', version: 2, cells: [{ label: 'Cause', from: 'Pay', to: 'Rents' }] }],
  });
});

const savings = sheetOf('MTFP tracker', [
  ['Savings tracker 2026/27 to 2027/28', '', '', '', '', ''],
  ['Project', 'Proposal', 'Cashable?', 'Type', '2026/27 (£000)', '2027/28 (£000)', 'Confidence'],
  ['Property', 'Fewer halls', 'Cash', 'Ongoing', 1_200, 'c. 500', 'High'],
  ['Property', 'Shared depots', 'Cash', 'Ongoing', 'TBC', 40, 'High'],
  ['Property', 'Total', '', '', 1_200, 540, ''],
  ['Grand total', '', '', '', 1_200, 540, ''],
]);

it('A savings tracker in thousands, with a year a column, totals and no reference comes in by its titles', () => {
  const mapped = mappedTable('savings', savings, (mapping) => ({
    ...mapping,
    columns: [
      ...mapping.columns.filter(({ field }) => !['firmness', 'mechanism', 'recurrence'].includes(field)),
      { field: 'mechanism', always: 'Transformation' },
      { field: 'firmness', head: 'Confidence' },
      { field: 'recurrence', head: 'Type' },
    ],
    words: [
      { field: 'class', word: 'Cash', means: 'cash-releasing' },
      { field: 'recurrence', word: 'Ongoing', means: 'recurring' },
      { field: 'firmness', word: 'High', means: 'business-case' },
      { field: 'years.2026/27.plan', word: 'TBC', means: 'TBC: the spreadsheet says TBC' },
    ],
  }));
  expect(mapped.mapping).toMatchObject({ review: 'Project' });
  const { faults, plans } = plansOf(mapped);
  expect(faults).toEqual([]);
  expect(plans.get('property')).toMatchObject({
    faults: [],
    added: [
      {
        id: 'fewer-halls',
        record: {
          years: [
            { year: '2026/27', plan: { kind: 'amount', pounds: 1_200_000 } },
            { year: '2027/28', plan: { kind: 'about', pounds: 500_000 } },
          ],
        },
      },
      {
        id: 'shared-depots',
        record: {
          years: [
            { year: '2026/27', plan: { kind: 'to-be-confirmed', reason: 'the spreadsheet says TBC' } },
            { year: '2027/28', plan: { kind: 'amount', pounds: 40_000 } },
          ],
        },
      },
    ],
  });
});

describe('Whatever stands in the cells', () => {
  const cell = fc.oneof(
    fc.string({ maxLength: 30 }),
    fc.integer(),
    fc.constantFrom(null, 'TBC', 'n/a', '£1.2m', 'Home care', 'Total', '31/02/2026', { day: '2026-04-01' }),
  );
  it('every row is recorded, left out with a note, or has a fault at a cell of its own', () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 11, maxLength: 11 }), { maxLength: 8 }), (rows) => {
        const heads = riskLog.rows[3]?.cells ?? [];
        const sheet = sheetOf('Any', [heads.map((one) => String(one)), ...rows]);
        const mapped = { ...withWords, table: tableAt(sheet, 1) };
        const { rows: owned, without, faults } = ownedRows(mapped);
        expect(owned.length + without + faults.length).toBe(mapped.table.rows.length);
        const plan = planOfOwner(mapped, owned, none);
        const wrong = new Set(plan.faults.map(({ cell: at }) => Number(/\d+$/.exec(at)?.[0])));
        expect(plan.added.length + wrong.size).toBe(owned.length);
      }),
      { numRuns: 60 },
    );
  });
});
