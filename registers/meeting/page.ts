import { counted, dateInWords } from '#language/in-words.ts';
import { labelOf } from '#schemas/choices.ts';
import { dateStatementInWords } from '#schemas/date-statement.ts';
import { html } from '#web/html.ts';
import { count, words } from '#web/report/fact.ts';
import { dayOrLate, listOf, none, table } from '#web/report/layout.ts';
import type { RegisterPage } from '#web/report/register-page.ts';
import { votesInWords } from '../field-kinds.ts';
import { type MeetingsPart, MinuteOutcome } from './record.ts';

type Held = MeetingsPart['held']['rows'][number];
type Action = MeetingsPart['actions']['rows'][number];

const decided = ({ decided: all }: Held): string[] =>
  all.map(({ words: said, outcome, votes }) =>
    [
      outcome === null ? said : `${labelOf(MinuteOutcome, outcome)}: ${said}`,
      ...(votes === null ? [] : [`(${votesInWords(votes)})`]),
    ].join(' '),
  );

const dueInWords = ({ due, overdue }: Action): string =>
  `${due === null ? 'no date' : dateStatementInWords(due)}${overdue ? ': overdue' : ''}`;

/** What the boards decided and set to be done, what of it is open, and when they meet next. */
export const meetingsPage: RegisterPage<MeetingsPart> = {
  section: { id: 'meetings', title: 'Meetings' },
  body: (part) => [
    part.held.total + part.ahead.total + part.openActions === 0
      ? none(
          'No meeting of a board is recorded that this report would be the first to hold, is to come, or left an action open.',
        )
      : html`<p>${counted(part.held.total, 'meeting')} held. Actions open: ${part.openActions}, of these overdue: ${part.overdue}.</p>`,
    part.held.total > 0 &&
      table({
        caption: 'Meetings held',
        columns: [{ head: 'Meeting' }, { head: 'On' }, { head: 'Decided' }, { head: 'Actions', figures: true }],
        rows: part.held.rows.map((one) => [
          html`${one.body}<span class="under">${one.meetingTitle}; ${counted(one.attendees, 'post')} attended</span>`,
          dayOrLate(one),
          listOf(decided(one), 'nothing minuted'),
          one.actions,
        ]),
        none: '',
        total: part.held.total,
      }),
    part.openActions > 0 &&
      table({
        caption: 'Open actions of meetings, the earliest due first',
        columns: [{ head: 'Action' }, { head: 'Agreed by' }, { head: 'Owner' }, { head: 'Due' }],
        rows: part.actions.rows.map((one) => [
          one.what,
          html`${one.body}<span class="under">${dateInWords(one.on)}</span>`,
          one.owner ?? 'no owner',
          dueInWords(one),
        ]),
        none: '',
        total: part.actions.total,
      }),
    part.ahead.total > 0 &&
      table({
        caption: 'Meetings to come',
        columns: [{ head: 'Meeting' }, { head: 'On' }, { head: 'Agenda' }],
        rows: part.ahead.rows.map((one) => [one.body, dateInWords(one.on), listOf(one.agenda, 'none yet')]),
        none: '',
        total: part.ahead.total,
      }),
  ],
  facts: (part) => [
    count('Meetings', 'Held', part.held.total),
    count('Meetings', 'Actions open', part.openActions),
    count('Meetings', 'Actions overdue', part.overdue),
    ...part.held.rows.flatMap((one) =>
      decided(one).map((said) => words('Meetings', one.title, `${one.body}, ${dateInWords(one.on)}`, said)),
    ),
    ...part.actions.rows.map((one) =>
      words('Meetings', one.title, 'Action', `${one.what}: ${one.owner ?? 'no owner'}, due ${dueInWords(one)}`),
    ),
    ...part.ahead.rows.map((one) =>
      words(
        'Meetings',
        one.title,
        'To come',
        `${one.body}, ${dateInWords(one.on)}: ${one.agenda.length === 0 ? 'no agenda yet' : one.agenda.join('; ')}`,
      ),
    ),
  ],
};
