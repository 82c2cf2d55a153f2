import { compared, type LedgerFigure, type LinesOfReview, ledgerFigures } from '#domain/ledger-figures.ts';
import type { ReportedMonth, ReportSetting } from '#domain/report/report-setting.ts';
import { type ReviewInReport, type SubjectOfRow, subjectOf } from '#domain/report/review-in-report.ts';
import { Rows } from '#domain/report/rows.ts';
import { ageInWords, counted, listed, poundsInWords } from '#language/in-words.ts';
import { addDays, type FinancialYear } from '#language/time.ts';
import { holdsMark } from '#language/withheld-text.ts';
import { type LedgerState, lastDayOfPeriod, periodInWords, periodOf } from '#schemas/ledger.ts';
import type { LedgerOfYear, LedgerRow } from '#schemas/ledger-in-report.ts';

/*
 * What the finance ledger shows as saved beside what reviews claim and finance has validated, as of the end of a month
 * (docs/meaning.md SAVINGS-33): by the match that `ledger-figures` is made by.
 */

type Sum = LedgerOfYear['saved'];
type SavingsLine = ReviewInReport['position']['savings']['lines'][number];

const sumOf = (amounts: readonly (number | null)[]): Sum =>
  amounts.reduce<Sum>(
    ({ pounds, stated }, one) =>
      one === null ? { pounds, stated } : { pounds: (pounds ?? 0) + one, stated: stated + 1 },
    { pounds: null, stated: 0 },
  );
const less = (whole: Sum, parts: readonly Sum[]): Sum => {
  const stated = parts.reduce((left, part) => left - part.stated, whole.stated);
  const pounds = parts.reduce((left, part) => left - (part.pounds ?? 0), whole.pounds ?? 0);
  return { pounds: stated === 0 ? null : pounds, stated };
};

/**
 * Whom a text is withheld from a report does not know, so it says of no withheld name of a budget line which line that is, nor once that is
 * redacted: its figures are those that were published.
 */
export const withholdsLine = ({
  budgetLine = '',
  isBudgetLineExempt,
}: Pick<SavingsLine, 'budgetLine' | 'isBudgetLineExempt'>): boolean =>
  isBudgetLineExempt === true || holdsMark(budgetLine);

/** A budget line with what is claimed of it, as far as a report may say. */
export interface BesideLedger {
  readonly figure: LedgerFigure;
  readonly against: ReturnType<typeof compared>;
}

/**
 * The financial year of which a report shows the ledger, with its last period: that of the month or, while the ledger has no period of it,
 * the last one before it. Undefined: the ledger has none.
 */
const lastPeriodFor = ({ ledgerPeriods }: ReportSetting['programmeWide'], { financialYear }: ReportedMonth) =>
  ledgerPeriods
    .map(({ id }) => ({ period: id, year: periodOf(id).year }))
    .filter(({ year }) => year <= financialYear)
    .toSorted((one, other) => (one.period < other.period ? -1 : 1))
    .at(-1);

/** What the lines of a review claim of a year, and nothing else of them. */
const claimsOf = ({ id, position }: ReviewInReport, year: FinancialYear): LinesOfReview => ({
  review: id,
  lines: position.savings.lines.flatMap(({ id: line, title, budgetLine, isBudgetLineExempt, years }) => {
    const stated = years.filter((one) => one.year === year && (one.claimed ?? one.validated) !== null);
    return stated.length === 0 ? [] : [{ id: line, title, budgetLine, isBudgetLineExempt, years: stated }];
  }),
});

/** The ledger's figures of one year beside the claims of the reviews that are added, in any order; undefined: it has none. */
export const besideLedger = ({ programmeWide }: ReportSetting, month: ReportedMonth) => {
  const last = lastPeriodFor(programmeWide, month);
  if (last === undefined) return undefined;
  const reviews: LinesOfReview[] = [];
  return {
    ...last,
    add: (review: ReviewInReport): void => {
      const claims = claimsOf(review, last.year);
      if (claims.lines.length > 0) reviews.push(claims);
    },
    claims: () => reviews.flatMap(({ lines }) => lines),
    close: (): readonly BesideLedger[] =>
      ledgerFigures(
        programmeWide.ledgerPeriods
          .filter(({ id }) => periodOf(id).year === last.year)
          .map((one) => ({ id: one.id, record: one })),
        programmeWide.budgetLines.map((one) => ({ id: one.id, record: one })),
        reviews.toSorted((one, other) => (one.review < other.review ? -1 : 1)),
      ).map((figure) => ({
        figure,
        against: compared(figure, (claim) => !withholdsLine({ ...claim, budgetLine: claim.names })),
      })),
  };
};

const inOrder: Readonly<Record<LedgerState, number>> = {
  differs: 0,
  'not-claimed': 1,
  withheld: 2,
  agrees: 3,
  'not-stated': 4,
};

const rowOf = ({ figure, against }: BesideLedger, subjects: ReadonlyMap<string, SubjectOfRow>): LedgerRow => {
  const { code, budgetLine, saved, period } = figure;
  const { shown, claimed, validated, difference, state } = against;
  return {
    ...{ budgetLine: budgetLine.id, budgetLineTitle: budgetLine.title, code, claimed, validated, saved, period },
    ...{ difference, state },
    claims: shown.map(({ review, title: saving }) => ({
      ...(subjects.get(review) ?? { review, title: review }),
      saving,
    })),
  };
};

type Sums = Omit<LedgerOfYear, 'sentence' | 'lines'>;

const ofLines = ({ saved, stated }: { readonly saved: Sum; readonly stated: number }): string =>
  saved.pounds === null
    ? 'the ledger shows no saving'
    : `the ledger shows ${poundsInWords(saved.pounds)} as saved on ${saved.stated} of ${counted(stated, 'budget line')} that it names`;

const claimsInWords = (sums: Sums, all: Sum): string => {
  const { claimed, notShown, notInLedger, withheld } = sums;
  if (all.pounds === null) return `Nothing is claimed for ${sums.year}.`;
  const beside = claimed.pounds === null ? 'nothing' : poundsInWords(claimed.pounds);
  const without = (sum: Sum | undefined, why: string): string[] =>
    sum === undefined || sum.pounds === null ? [] : [`${poundsInWords(sum.pounds)} ${why}`];
  const others = [
    ...without(notInLedger, 'is of lines that the ledger does not name'),
    ...without(notShown, 'is of lines on which the ledger shows no saving'),
    ...without(withheld, 'is of lines that are withheld'),
  ];
  return `Of ${poundsInWords(all.pounds)} claimed for ${sums.year}, ${beside} has a figure of the ledger beside it${others.length === 0 ? '' : `; ${listed(others)}`}.`;
};

const inWords = (sums: Sums, named: number, all: Sum, month: ReportedMonth): string => {
  const { year, period, agrees, differs, notClaimed } = sums;
  const age = ageInWords(addDays(lastDayOfPeriod(periodOf(period)), 1), addDays(month.lastDay, 1));
  return [
    ...(year === month.financialYear ? [] : [`No period of ${month.financialYear} was recorded yet.`]),
    `By ${periodInWords(period)}, the last period of ${year} that was recorded by the end of ${month.inWords} (then ${age}), ${ofLines({ saved: sums.saved, stated: named })}.`,
    ...(agrees + differs === 0 ? [] : [`It agrees with what is claimed on ${agrees} of ${agrees + differs}.`]),
    claimsInWords(sums, all),
    ...(notClaimed.pounds === null
      ? []
      : [
          `Nothing is claimed of ${poundsInWords(notClaimed.pounds)} that it shows on ${counted(notClaimed.stated, 'line')}.`,
        ]),
    'What the ledger shows is in no total.',
  ].join(' ');
};

/** The part of a report; absent where the programme has no ledger. */
export const ledgerBeside = (setting: ReportSetting, month: ReportedMonth) => {
  const ledger = besideLedger(setting, month);
  const subjects = new Map<string, SubjectOfRow>();
  const close = ({ year, period, ...from }: NonNullable<typeof ledger>): LedgerOfYear => {
    const all = from.close();
    const shown = all.filter(({ figure }) => figure.saved !== null);
    const claims = from.claims();
    const whole = sumOf(claims.map(({ years: [one] }) => one?.claimed ?? null));
    const claimedIn = (figures: readonly BesideLedger[], of: 'claimed' | 'validated') =>
      sumOf(figures.flatMap(({ against }) => against.shown.map(({ [of]: pounds }) => pounds)));
    const inState = (state: LedgerState) => all.filter(({ against }) => against.state === state);
    const claimed = claimedIn(shown, 'claimed');
    const notShown = claimedIn(inState('not-stated'), 'claimed');
    const withheld = sumOf(
      claims.flatMap(({ years: [one], ...line }) => (withholdsLine(line) ? [one?.claimed ?? null] : [])),
    );
    const rows = new Rows<LedgerRow>((one) => [
      inOrder[one.state],
      -Math.abs(one.difference ?? one.saved ?? one.claimed ?? 0),
      one.code,
    ]);
    rows.add(...all.map((one) => rowOf(one, subjects)));
    const sums: Sums = {
      ...{ year, period, agrees: inState('agrees').length, differs: inState('differs').length },
      ...{ saved: sumOf(shown.map(({ figure }) => figure.saved)), claimed, notShown },
      notClaimed: sumOf(inState('not-claimed').map(({ figure }) => figure.saved)),
      validated: claimedIn(shown, 'validated'),
      notInLedger: less(whole, [claimed, notShown, withheld]),
      ...(withheld.stated === 0 ? {} : { withheld }),
    };
    return { ...sums, sentence: inWords(sums, all.length, whole, month), lines: rows.listed() };
  };
  return {
    add: (review: ReviewInReport): void => {
      ledger?.add(review);
      if (ledger !== undefined && review.position.savings.lines.length > 0) subjects.set(review.id, subjectOf(review));
    },
    close: (): { readonly ledger?: LedgerOfYear[] } => (ledger === undefined ? {} : { ledger: [close(ledger)] }),
  };
};
