import { describe, expect, it } from 'vitest';
import { compared, ledgerFigures } from '#domain/ledger-figures.ts';
import { holdsMark, withMarks } from '#language/withheld-text.ts';
import { BudgetLine } from '#registers/budget-line/record.ts';
import { LedgerPeriod } from '#registers/ledger-period/record.ts';
import { Saving, SavingFacts } from '#registers/saving/record.ts';
import { savingsSection } from '#registers/saving/savings-profile.ts';

/* The ledger's figure beside claim and validation (docs/meaning.md SAVINGS-25). */

const period = (id: string, ...lines: readonly object[]) => ({ id, record: LedgerPeriod.parse({ lines }) });
const budget = (id: string, given: object) => ({
  id,
  record: BudgetLine.parse({ title: 'Property running costs', year: '2025/26', code: 'PRO-1', ...given }),
});
const facts = SavingFacts.parse({
  validations: [],
  forecastSince: '2026-01-01T00:00:00.000Z',
  claimedBySubject: 'tara',
});
const saves = (id: string, budgetLine: string | undefined, claimedActual?: number) => ({
  id,
  record: Saving.parse({
    ...{ title: `Saving ${id}`, class: 'cash-releasing', mechanism: 'transformation', recurrence: 'one-off' },
    firmness: 'agreed',
    ...(budgetLine === undefined ? {} : { budgetLine }),
    years: [{ year: '2025/26', plan: 100, ...(claimedActual === undefined ? {} : { claimedActual }) }],
  }),
  facts,
  effectiveAt: '2026-01-01T00:00:00.000Z',
});
const of = (review: string, ...lines: ReturnType<typeof saves>[]) => ({ review, lines: savingsSection(lines).lines });
const posted = { code: 'PRO-1', actual: 900, saved: 100 };

const stateOf = (saved: number | undefined, ...claims: readonly (number | undefined)[]) => {
  const { saved: _, ...line } = posted;
  const [figure] = ledgerFigures(
    [period('2025-26-p08', saved === undefined ? line : { ...line, saved })],
    [budget('property', {})],
    [of('r', ...claims.map((claim, n) => saves(`s${n}`, 'PRO-1', claim)))],
  );
  if (figure === undefined) throw new Error('the ledger names the line');
  const { state, difference, claimed } = compared(figure, () => true);
  return [state, difference, claimed];
};

describe('The figure of a ledger', () => {
  it.each([
    ['agrees to the pound', 100, [100], ['agrees', 0, 100]],
    ['differs by a pound', 101, [100], ['differs', 1, 100]],
    ['agrees with what two lines claim together', 100, [60, 40], ['agrees', 0, 100]],
    ['is held against the claims of those that claim', 60, [60, undefined], ['agrees', 0, 60]],
    ['is of a line of which nothing is claimed', 100, [undefined], ['not-claimed', null, null]],
    ['is of a line from which nothing is saved', 100, [], ['not-claimed', null, null]],
    ['shows no saving', undefined, [100], ['not-stated', null, 100]],
    ['shows that nothing is saved, as is claimed', 0, [0], ['agrees', 0, 0]],
    ['is below nought', -5, [5], ['differs', -10, 5]],
  ] as const)('%s', (_, saved, claims, expected) => {
    expect(stateOf(saved, ...claims)).toEqual(expected);
  });

  it('is that of the last period of its year that names the code', () => {
    const periods = [
      period('2025-26-p09', { code: 'LIB-1', actual: 5 }),
      period('2025-26-p08', { ...posted, code: 'pro-1', actual: 800 }),
      period('2025-26-p07', posted),
      period('2024-25-p13', { ...posted, actual: 1 }),
    ];
    const lines = [
      budget('property', { budget: 1_000 }),
      budget('before', { year: '2024/25' }),
      budget('libraries', { code: 'LIB-1', title: 'Libraries' }),
    ];
    expect(
      ledgerFigures(periods, lines, []).map(({ year, code, period: id, actual, saved }) => [
        year,
        code,
        id,
        actual,
        saved,
      ]),
    ).toEqual([
      ['2024/25', 'PRO-1', '2024-25-p13', 1, 100],
      ['2025/26', 'LIB-1', '2025-26-p09', 5, null],
      ['2025/26', 'PRO-1', '2025-26-p08', 800, 100],
    ]);
  });

  it('is beside the savings lines of any review that name the line by code, id or title, in any case', () => {
    const lines = [budget('property', {}), budget('other', { code: 'OTH-1', title: 'Other' })];
    const reviews = [
      of('a', saves('one', 'pro-1', 1), saves('two', 'Property  RUNNING costs', 2), saves('none', undefined, 9)),
      of('b', saves('three', 'property', 3), saves('four', 'Other', 9)),
    ];
    const [figure] = ledgerFigures([period('2025-26-p01', posted)], lines, reviews);
    expect(figure?.claims.map(({ review, saving }) => `${review}/${saving}`)).toEqual(['a/one', 'a/two', 'b/three']);
  });

  it('is beside none that names a title which two lines have', () => {
    const lines = [budget('property', {}), budget('other', { code: 'OTH-1' })];
    const [figure] = ledgerFigures([period('2025-26-p01', posted)], lines, [
      of('a', saves('one', 'Property running costs', 1)),
    ]);
    expect(figure?.claims).toEqual([]);
  });

  it('is held against nothing for a reader from whom it is withheld that a claim is of the line', () => {
    const withheld = withMarks('PRO-1', { ground: 3, until: '2030-01-01', record: 'r/saving/one' });
    const section = savingsSection([saves('one', 'PRO-1', 100), saves('two', 'PRO-1', 5)]);
    const lines = section.lines.map((line) => (line.id === 'one' ? { ...line, budgetLine: withheld } : line));
    const [figure] = ledgerFigures([period('2025-26-p01', posted)], [budget('property', {})], [{ review: 'r', lines }]);
    if (figure === undefined) throw new Error('the ledger names the line');
    expect(compared(figure, ({ names }) => !holdsMark(names))).toMatchObject({
      state: 'withheld',
      difference: null,
      claimed: 5,
      shown: [{ saving: 'two' }],
    });
    expect(compared(figure, () => true)).toMatchObject({ state: 'differs', difference: -5, claimed: 105 });
  });
});
