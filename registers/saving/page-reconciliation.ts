import { poundsInWords } from '#language/in-words.ts';
import { type Html, html } from '#web/html.ts';
import { table } from '#web/report/layout.ts';
import type { SavingsPosition } from './projections.ts';

type Step = keyof NonNullable<SavingsPosition['reconciliation']>;

const steps: readonly { readonly step: Step; readonly sign: 1 | -1; readonly head: string }[] = [
  { step: 'unachievable', sign: -1, head: 'Less: cannot be achieved' },
  { step: 'replaced', sign: -1, head: 'Less: replaced by another line' },
  { step: 'shareNotStated', sign: -1, head: 'Less: MTFP share not stated' },
  { step: 'notCertain', sign: -1, head: 'Less: MTFP share is a range' },
  { step: 'heldByMtfp', sign: 1, head: 'Plus: held by the MTFP beyond the plan' },
];

/** The steps that a year takes from what counts towards the gap to what is identified, in signed whole pounds. */
export const stepsToIdentified = ({
  reconciliation,
}: SavingsPosition): readonly { readonly head: string; readonly pounds: number }[] =>
  reconciliation === undefined
    ? []
    : steps
        .map(({ step, sign, head }) => ({ head, pounds: sign * reconciliation[step] }))
        .filter(({ pounds }) => pounds !== 0);

const money = (pounds: number): Html => html`<span class="money">${poundsInWords(pounds)}</span>`;

/** Why what is identified is not what counts towards the gap, by the steps that any year takes; null where none does. */
export const reconciled = (years: readonly SavingsPosition[]): Html | null => {
  const rows = years.map((year) => ({ year, taken: stepsToIdentified(year) }));
  const heads = steps
    .map(({ head }) => head)
    .filter((head) => rows.some(({ taken }) => taken.some((one) => one.head === head)));
  if (heads.length === 0) return null;
  return table({
    caption: 'From what counts towards the gap to what is identified (lowest figures)',
    columns: [
      { head: 'Year' },
      { head: 'Counted towards the gap', figures: true },
      ...heads.map((head) => ({ head, figures: true })),
      { head: 'Identified', figures: true },
    ],
    rows: rows.map(({ year, taken }) => [
      year.year,
      money(year.included.low),
      ...heads.map((head) => money(taken.find((one) => one.head === head)?.pounds ?? 0)),
      money(year.identified.low),
    ]),
    none: '',
  });
};
