import { savingsGroup } from '#registers/saving/in-figures.ts';
import type { LedgerOfYear, LedgerRow } from '#schemas/ledger-in-report.ts';
import type { ReportContent } from '#schemas/report.ts';
import type { FigureOfReport, FigureRule } from './figure.ts';

/** What the finance ledger shows beside claims: its rows are the budget lines in the content. */
export const ledgerRule: FigureRule = {
  id: 'SAVINGS-33',
  sentence:
    'What the ledger shows as saved by its last period is a third figure beside claim and validation: in no total, and held against the claim to the pound.',
};

/** What a budget line gives to a figure; null: nothing. */
type Amount = (row: LedgerRow) => number | null;
type Made = readonly [name: string, title: string, value: number | null, amount: Amount];

const inState =
  (state: LedgerRow['state'], amount: Amount): Amount =>
  (row) =>
    row.state === state ? amount(row) : null;
const shown =
  (amount: Amount): Amount =>
  (row) =>
    row.saved === null ? null : amount(row);
const one: Amount = () => 1;

const counts = ({ lines, agrees, differs }: LedgerOfYear): readonly Made[] => [
  ['ledger-lines', 'Budget lines that it names', lines.total, one],
  ['ledger-agrees', 'Budget lines on which it agrees with the claim', agrees, inState('agrees', one)],
  ['ledger-differs', 'Budget lines on which it differs from the claim', differs, inState('differs', one)],
];

const amounts = ({ saved, notClaimed, claimed, validated, notShown }: LedgerOfYear): readonly Made[] => [
  ['ledger-saved', 'Shown as saved', saved.pounds, (row) => row.saved],
  [
    'ledger-not-claimed',
    'Shown as saved, and nothing is claimed',
    notClaimed.pounds,
    inState('not-claimed', (row) => row.saved),
  ],
  ['ledger-claimed', 'Claimed, with a figure of the ledger', claimed.pounds, shown((row) => row.claimed)],
  ['ledger-validated', 'Validated, with a figure of the ledger', validated.pounds, shown((row) => row.validated)],
  ['ledger-not-shown', 'Claimed, and it shows no saving', notShown.pounds, inState('not-stated', (row) => row.claimed)],
];

const ofYear = (of: LedgerOfYear, { programme }: ReportContent): FigureOfReport[] => {
  const group = savingsGroup(of.year);
  const titled = (title: string): string => `Savings ${of.year}, in the ledger: ${title}`;
  const notKept = of.lines.total - of.lines.rows.length;
  const made = (unit: 'records' | 'pounds', [name, title, value, amount]: Made): FigureOfReport => {
    const rows = of.lines.rows.flatMap((row) => {
      const given = amount(row);
      const named = { register: 'budget-line', entry: row.budgetLine, entryTitle: row.budgetLineTitle };
      return given === null ? [] : [{ review: null, title: programme.name, ...named, amount: given, because: null }];
    });
    const total = unit === 'records' ? (value ?? 0) : rows.length + notKept;
    const about = { part: 'savings', unit, rule: ledgerRule };
    return { ...about, figure: `${group}.${name}`, title: titled(title), value, rows: { total, rows } };
  };
  return [
    ...counts(of).map((each) => made('records', each)),
    ...amounts(of).map((each) => made('pounds', each)),
    ...notNamed(of, titled('Claimed, of lines that it does not name')),
  ];
};

/** What is left of all that is claimed. */
const notNamed = ({ year, notInLedger: { pounds: value } }: LedgerOfYear, title: string): FigureOfReport[] => {
  const figureOf = (name: string): string => `${savingsGroup(year)}.${name}`;
  const beside = ['ledger-claimed', 'ledger-not-shown', 'ledger-withheld'];
  return value === null
    ? []
    : [
        {
          ...{ part: 'savings', unit: 'pounds', rule: ledgerRule, figure: figureOf('ledger-not-named'), title, value },
          madeOf: [
            { figure: figureOf('claimed'), sign: 1 },
            ...beside.map((name) => ({ figure: figureOf(name), sign: -1 as const })),
          ],
        },
      ];
};

export const ledgerInSavings = (content: ReportContent): FigureOfReport[] =>
  (content.savings.ledger ?? []).flatMap((of) => ofYear(of, content));
