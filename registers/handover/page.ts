import { counted, dateInWords } from '#language/in-words.ts';
import { html } from '#web/html.ts';
import { count, words } from '#web/report/fact.ts';
import { listOf, none, subject, table } from '#web/report/layout.ts';
import type { RegisterPage } from '#web/report/register-page.ts';
import type { HandoversPart } from './record.ts';

type Row = HandoversPart['openRows']['rows'][number];

const lastSaid = ({ lastUpdate }: Row): string => {
  if (lastUpdate === null) return 'never';
  const on = dateInWords(lastUpdate.on);
  return lastUpdate.words === null ? `${on}: nothing had changed` : `${on}: ${lastUpdate.words}`;
};
const dueIn = ({ dueOn, overdue }: Row): string => `${dateInWords(dueOn)}${overdue ? ': overdue' : ''}`;

export const handoversPage: RegisterPage<HandoversPart> = {
  section: { id: 'handovers', title: 'What was handed over' },
  body: (part) => [
    part.total === 0
      ? none('No review that is counted or has ended records that it handed anything over.')
      : html`<p>${counted(part.total, 'handover')}: ${part.open} open, ${part.realised} realised, ${part.givenUp} given up. Updates overdue: ${part.overdue}.</p>`,
    part.open > 0 &&
      table({
        caption: 'Who goes on reporting, the earliest update due first',
        columns: ['Handed over', 'Of', 'To', 'Last update', 'Next update due'].map((head) => ({ head })),
        rows: part.openRows.rows.map((one) => [
          html`${one.handoverTitle}${one.of.length > 0 && html`<span class="under">${listOf(one.of, '')}</span>`}`,
          subject(one),
          html`${one.to}<span class="under">since ${dateInWords(one.on)}</span>`,
          lastSaid(one),
          dueIn(one),
        ]),
        none: '',
        total: part.openRows.total,
      }),
  ],
  facts: (part) => [
    count('Handed over', 'In all', part.total),
    count('Handed over', 'Open', part.open),
    count('Handed over', 'Realised', part.realised),
    count('Handed over', 'Given up', part.givenUp),
    count('Handed over', 'Updates overdue', part.overdue),
    ...part.openRows.rows.flatMap((one) => [
      words(
        'Handed over',
        one.title,
        'Open',
        `${one.handoverTitle}, to ${one.to} since ${dateInWords(one.on)}; next update due ${dueIn(one)}`,
      ),
      ...one.of.map((title) => words('Handed over', one.handoverTitle, 'Of', title)),
      words('Handed over', one.handoverTitle, 'Last update', lastSaid(one)),
    ]),
  ],
};
