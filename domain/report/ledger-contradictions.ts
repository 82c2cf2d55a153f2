import { poundsInWords } from '#language/in-words.ts';
import { type BesideLedger, besideLedger } from '#registers/saving/beside-ledger.ts';
import { holdsWholeYear, lastDayOfPeriod, periodInWords, periodOf } from '#schemas/ledger.ts';
import type { AcrossReviews, Found, ReportRule } from './report-rule.ts';
import type { ReportedMonth, ReportSetting } from './report-setting.ts';

/** Whether all that was validated of a line was validated by the end of the period, or the period is the whole year's. */
const isOfThatTime = ({ figure: { period }, against: { shown } }: BesideLedger): boolean =>
  holdsWholeYear(period) ||
  shown.every(
    ({ validated, validatedOn }) =>
      validated === null || (validatedOn !== undefined && validatedOn <= lastDayOfPeriod(periodOf(period))),
  );

const aboveLedger = (one: BesideLedger): Found[] => {
  const { figure, against } = one;
  const { saved, period, year, code, budgetLine } = figure;
  const { validated, state } = against;
  if (state === 'withheld' || saved === null || validated === null || validated <= saved || !isOfThatTime(one))
    return [];
  const by = periodInWords(period);
  return [
    {
      register: 'budget-line',
      id: budgetLine.id,
      because: `Finance has validated ${poundsInWords(validated)} of "${budgetLine.title}" (${code}) for ${year}; by ${by} the ledger shows ${poundsInWords(saved)} as saved.`,
      evidence: [
        { what: `Validated for ${year}`, value: poundsInWords(validated) },
        { what: `In the ledger by ${by}`, value: poundsInWords(saved) },
      ],
      pounds: validated - saved,
    },
  ];
};

const validatedAboveLedger = (month: ReportedMonth, setting: ReportSetting): AcrossReviews => {
  const ledger = besideLedger(setting, month);
  const subject = { review: null, title: setting.programme.name };
  return {
    add: (review) => ledger?.add(review),
    close: () => (ledger?.close() ?? []).flatMap(aboveLedger).map((found) => ({ subject, found })),
  };
};

/** What finance has validated that its ledger does not show (docs/meaning.md SAVINGS-34). */
export const ledgerContradictions: readonly ReportRule[] = [
  {
    id: 'CON-42',
    kind: 'contradiction',
    since: 'rules-2',
    sentence:
      'More of a budget line is validated than the finance ledger shows as saved by a period that ended no earlier.',
    acrossReviews: validatedAboveLedger,
  },
];
