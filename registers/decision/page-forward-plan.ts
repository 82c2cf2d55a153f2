import { dateInWords, monthInWords } from '#language/in-words.ts';
import { labelOf } from '#schemas/choices.ts';
import { dateStatementInWords } from '#schemas/date-statement.ts';
import type { Listed } from '#schemas/row-lists.ts';
import { type Html, html } from '#web/html.ts';
import { subject, table } from '#web/report/layout.ts';
import { plain } from '#web/report/names.ts';
import { RoutePurpose } from './choices.ts';
import type { PlannedStep } from './record.ts';

const noticeInWords = ({ key, purpose, noticeOn, noticeBy }: PlannedStep): string | null => {
  if (!key || purpose !== 'decision') return null;
  if (noticeOn !== null) return `notice published on ${dateInWords(noticeOn)}`;
  return noticeBy === null ? 'no notice yet' : `notice needed by ${dateInWords(noticeBy)}`;
};

const dutyInWords = (status: string | null): string => (status === null ? 'not stated' : plain(status).toLowerCase());

/** What goes with the decision itself: its statement of Best Value, equality and consultation. */
const dutiesOf = ({ purpose, hasBestValue, equalityImpact, consultation }: PlannedStep): Html | null =>
  purpose === 'decision'
    ? html`<span class="under">Best Value: ${hasBestValue ? 'stated' : 'not stated'}; equality impact: ${dutyInWords(equalityImpact)}; consultation: ${dutyInWords(consultation)}</span>`
    : null;

/** A step of the forward plan in a sentence, for a spreadsheet. */
export const plannedInWords = (one: PlannedStep): string =>
  [
    `${one.decision} (${one.key ? 'key decision' : plain(one.kind).toLowerCase()})`,
    labelOf(RoutePurpose, one.purpose),
    dateStatementInWords(one.when),
    noticeInWords(one),
  ]
    .filter((part) => part !== null)
    .join(', ');

export const forwardPlanTable = ({ rows, total }: Listed<PlannedStep>): Html =>
  table({
    caption: 'Forward plan of decisions, by month and body',
    columns: [
      { head: 'Month' },
      { head: 'Body' },
      { head: 'Decision' },
      { head: 'Subject' },
      { head: 'For' },
      { head: 'When, and notice' },
    ],
    rows: rows.map((one) => {
      const notice = noticeInWords(one);
      return [
        one.month === null ? 'No month stated' : monthInWords(one.month),
        one.body,
        html`${one.decision} <span class="aside">${plain(one.kind)}</span>${dutiesOf(one)}`,
        subject(one),
        html`${labelOf(RoutePurpose, one.purpose)}${one.status === 'deferred' && ' (deferred)'}`,
        html`${dateStatementInWords(one.when)}${notice !== null && html`<span class="under">${notice}</span>`}`,
      ];
    }),
    none: 'No decision is planned.',
    total,
  });
