import { expect, it } from 'vitest';
import { ownedRows, planOfOwner } from '#web/mapping/mapped-plan.ts';
import type { Mapping } from '#web/mapping/mapping.ts';
import type { ReadCell } from '#web/workbook/sheet.ts';
import { mappedTable, sheetOf } from '../../../support/mapped-table.ts';

/*
 * Mistakes that people make in spreadsheets of their own, each refused by its cell with the sentence that they read: docs/meaning.md WRITE-28, 29.
 * Those of a workbook are in test/unit/web/workbook/planted-mistakes.test.ts.
 */

const heads = [
  'Ref',
  'Service',
  'Risk',
  'Cause',
  'Event',
  'Consequence',
  'Likelihood',
  'Impact',
  'Status',
  'Last reviewed on',
];
const good: readonly ReadCell[] = [
  'R 1',
  'Home care',
  'Rates rise',
  'Pay',
  'Posts are empty',
  'Work waits',
  3,
  4,
  'Open',
  '1/4/2026',
];
const withCells = (cells: Readonly<Record<string, ReadCell>>): readonly ReadCell[] =>
  good.map((cell, n) => cells[heads[n] ?? ''] ?? (heads[n] !== undefined && heads[n] in cells ? null : cell));

const always = ['inherent', 'target'].map((score) => ({
  field: `${score}.2.toBeConfirmed`,
  always: 'The log has none',
}));
/** What is said of a risk log by its mapping. */
const saidByMapping = (
  rows: readonly (readonly ReadCell[])[],
  given: { readonly struckOut?: true; readonly without?: string; readonly words?: Mapping['words'] } = {},
): readonly string[] => {
  const change = (mapping: Mapping): Mapping => ({
    ...mapping,
    columns: [...mapping.columns.filter(({ field }) => field !== given.without), ...always],
    words: given.words ?? [],
  });
  const mapped = mappedTable('risks', sheetOf('Log', [heads, ...rows]), change);
  const owned = ownedRows(mapped);
  const there = { id: 'r-1', title: 'Rates rise', version: 1, record: {}, isStruckOut: true };
  const plan = planOfOwner(mapped, owned.rows, new Map(given.struckOut ? [['r-1', there]] : []));
  return [...owned.faults, ...plan.faults].map(({ cell, message }) => `${cell} ${message}`);
};

const byMapping: readonly (readonly [kind: string, said: () => readonly string[], sentence: string])[] = [
  [
    'a review that is none',
    () => saidByMapping([good, withCells({ Service: 'Nowhere' })]),
    'B3 must name a review of this programme, by its title or id',
  ],
  [
    'no reference',
    () => saidByMapping([withCells({ Ref: null })]),
    'A2 must hold a reference, by which the row is known again',
  ],
  [
    'one reference twice',
    () => saidByMapping([good, withCells({ Ref: 'r-1' })]),
    'A3 is “r-1”, as in row 2: each row needs one of its own',
  ],
  [
    'an entry that was struck out',
    () => saidByMapping([good], { struckOut: true }),
    'row 2 is of the risk “Rates rise”, which was struck out',
  ],
  ['nothing where something has to be', () => saidByMapping([withCells({ Cause: null })]), 'D2 Cause is required'],
  [
    'a word that is read as empty where something has to be',
    () =>
      saidByMapping([withCells({ Likelihood: 'n/a' })], { words: [{ field: 'current.1.likelihood', word: 'N/A' }] }),
    'G2 Current score: Likelihood is required: “n/a” is read as empty, as the mapping has it',
  ],
  [
    'a score that no matrix has',
    () => saidByMapping([withCells({ Likelihood: 11 })]),
    'G2 Current score: Likelihood must be a likelihood from 1 to 10',
  ],
  ['half a score', () => saidByMapping([withCells({ Impact: null })]), 'H2 Current score: Impact is required'],
  [
    'a word that has no meaning yet',
    () => saidByMapping([withCells({ Status: 'Cat A' })]),
    'I2 must be one of: Open, Closed, Happened',
  ],
  ['words where a number belongs', () => saidByMapping([withCells({ Likelihood: 'Likely' })]), 'G2 must be a number'],
  [
    'a title that is too long',
    () => saidByMapping([withCells({ Risk: 'x'.repeat(201) })]),
    'C2 Title must be at most 200 characters',
  ],
  [
    'a day that does not exist',
    () => saidByMapping([withCells({ 'Last reviewed on': '30 February 2026' })]),
    'J2 must be a real date',
  ],
  [
    'a state that needs more than the sheet has',
    () => saidByMapping([withCells({ Status: 'Happened' })]),
    'row 2 Issue must name the issue that the risk became',
  ],
];

it.each(byMapping)('%s', (_, said, sentence) => {
  expect(said().join('\n')).toContain(sentence);
});

it('A row without a mistake has none', () => expect(saidByMapping([good])).toEqual([]));
