import { counted } from '#language/in-words.ts';
import { labelOf } from '#schemas/choices.ts';
import { dateStatementInWords } from '#schemas/date-statement.ts';
import { html } from '#web/html.ts';
import { count, words } from '#web/report/fact.ts';
import { none, subject, table } from '#web/report/layout.ts';
import type { RegisterPage } from '#web/report/register-page.ts';
import { Recommendation, type RecommendationsPart } from './record.ts';

type Row = RecommendationsPart['openRows']['rows'][number];

/** "7. Agree how benefits are measured (Peer challenge)", of what is stated. */
const named = ({ number, recommendationTitle, paper }: Row): string =>
  `${number === null ? '' : `${number}. `}${recommendationTitle}${paper === null ? '' : ` (${paper})`}`;

export const recommendationsPage: RegisterPage<RecommendationsPart> = {
  section: { id: 'recommendations', title: 'Recommendations' },
  body: (part) => [
    part.total === 0
      ? none('No recommendation to a review that is counted or has ended, or to the programme, is recorded.')
      : html`<p>${counted(part.total, 'recommendation')}: ${part.open} open, ${part.closed} closed. Awaiting a response: ${part.awaitingResponse}. Rejected: ${part.rejected}. Overdue: ${part.overdue}.</p>`,
    part.open > 0 &&
      table({
        caption: 'Open recommendations, the earliest due first',
        columns: [{ head: 'Recommendation' }, { head: 'To' }, { head: 'Response' }, { head: 'Owner' }, { head: 'Due' }],
        rows: part.openRows.rows.map((one) => [
          named(one),
          subject(one),
          labelOf(Recommendation.shape.response.unwrap(), one.response),
          one.owner ?? 'no owner',
          `${dateStatementInWords(one.due)}${one.overdue ? ': overdue' : ''}`,
        ]),
        none: '',
        total: part.openRows.total,
      }),
  ],
  facts: (part) => [
    count('Recommendations', 'In all', part.total),
    count('Recommendations', 'Open', part.open),
    count('Recommendations', 'Closed', part.closed),
    count('Recommendations', 'Awaiting a response', part.awaitingResponse),
    count('Recommendations', 'Rejected', part.rejected),
    count('Recommendations', 'Overdue', part.overdue),
    ...part.openRows.rows.map((one) =>
      words(
        'Recommendations',
        one.title,
        'Open',
        `${named(one)}: ${one.owner ?? 'no owner'}, due ${dateStatementInWords(one.due)}${one.overdue ? ', overdue' : ''}`,
      ),
    ),
  ],
};
