import { poundsInWords } from '#language/in-words.ts';
import { labelOf } from '#schemas/choices.ts';
import { differenceInWords, LedgerState, periodInWords } from '#schemas/ledger.ts';
import type { LedgerOfYear, LedgerRow } from '#schemas/ledger-in-report.ts';
import { type Html, html } from '#web/html.ts';
import { count, type Fact, pounds, words } from '#web/report/fact.ts';
import { subject, table } from '#web/report/layout.ts';

/*
 * What the finance ledger shows as saved beside claims and validations, on the page of a report and in its CSV
 * (docs/meaning.md SAVINGS-33).
 */

type Given = readonly LedgerOfYear[] | undefined;

const orNone = (value: number | null): string => (value === null ? 'nothing' : poundsInWords(value));

const comparedInWords = ({ difference, state }: LedgerRow): string =>
  difference === null || difference === 0 ? labelOf(LedgerState, state) : differenceInWords(difference);

const rowCells = (row: LedgerRow, { period }: LedgerOfYear) => [
  html`${row.budgetLineTitle}<span class="under">${row.code}</span>${row.claims.map(
    (claim) => html`<span class="under">${claim.saving}, ${subject(claim)}</span>`,
  )}`,
  orNone(row.claimed),
  orNone(row.validated),
  html`${orNone(row.saved)}${row.period !== period && html`<span class="under">by ${periodInWords(row.period)}</span>`}`,
  comparedInWords(row),
];

/** By financial year; a programme without a ledger shows none of it. */
export const ledgerTables = (given: Given = []): readonly Html[] =>
  given.map(
    (one) =>
      html`<h3>In the finance ledger, ${one.year}</h3><p class="coverage"><strong>Coverage.</strong> ${one.sentence}</p>${table(
        {
          caption: `What is claimed, validated, and shown as saved by the ledger by ${periodInWords(one.period)}`,
          columns: [
            { head: 'Budget line' },
            { head: 'Claimed', figures: true },
            { head: 'Validated by finance', figures: true },
            { head: 'The ledger shows', figures: true },
            { head: 'Compared with the claim' },
          ],
          rows: one.lines.rows.map((row) => rowCells(row, one)),
          none: 'The ledger names no budget line.',
          total: one.lines.total,
        },
      )}`,
  );

const section = 'Savings, in the finance ledger';
type Sum = LedgerOfYear['saved'];

const sumFact = (of: LedgerOfYear, item: string, { pounds: value, stated }: Sum, lines: string): Fact => ({
  ...pounds(section, of.year, item, value),
  coverage: `${lines}: ${stated}`,
});

const factsOfRow = (row: LedgerRow, { year }: LedgerOfYear): readonly Fact[] => {
  const about = `${row.budgetLineTitle} (${row.code}), ${year}`;
  const fact = (item: string, value: number | null): Fact => ({
    ...pounds(section, about, item, value),
    coverage: value === null ? 'not stated' : `by ${periodInWords(row.period)}`,
  });
  const claim = (item: string, value: number | null): Fact => ({
    ...pounds(section, about, item, value),
    coverage: value === null ? 'not stated' : row.claims.map(({ saving, title }) => `${saving}, ${title}`).join('; '),
  });
  return [
    claim('Claimed', row.claimed),
    claim('Validated', row.validated),
    fact('The ledger shows', row.saved),
    words(section, about, 'Compared with the claim', comparedInWords(row)),
  ];
};

const factsOfLedger = (of: LedgerOfYear): readonly Fact[] => [
  words(section, of.year, 'Last period', periodInWords(of.period)),
  words(section, of.year, 'Coverage', of.sentence),
  count(section, 'Budget lines that the ledger names', of.lines.total, of.year),
  count(section, 'Budget lines: agrees', of.agrees, of.year),
  count(section, 'Budget lines: differs', of.differs, of.year),
  sumFact(of, 'The ledger shows', of.saved, 'budget lines'),
  sumFact(of, 'The ledger shows, and nothing is claimed', of.notClaimed, 'budget lines'),
  sumFact(of, 'Claimed, with a figure of the ledger', of.claimed, 'savings lines'),
  sumFact(of, 'Validated, with a figure of the ledger', of.validated, 'savings lines'),
  sumFact(of, 'Claimed, and the ledger shows no saving', of.notShown, 'savings lines'),
  sumFact(of, 'Claimed, of lines that the ledger does not name', of.notInLedger, 'savings lines'),
  ...(of.withheld === undefined
    ? []
    : [sumFact(of, 'Claimed, of lines that are withheld', of.withheld, 'savings lines')]),
  ...of.lines.rows.flatMap((row) => factsOfRow(row, of)),
];

export const ledgerFacts = (given: Given = []): readonly Fact[] => given.flatMap(factsOfLedger);
