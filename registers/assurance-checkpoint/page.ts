import { counted } from '#language/in-words.ts';
import { labelOf } from '#schemas/choices.ts';
import { dateStatementInWords } from '#schemas/date-statement.ts';
import { ratingInWords } from '#schemas/rating-names.ts';
import { type Html, html } from '#web/html.ts';
import { count, words } from '#web/report/fact.ts';
import { none, subject, table } from '#web/report/layout.ts';
import type { RegisterPage } from '#web/report/register-page.ts';
import { CheckpointKind, type CheckpointsPart } from './record.ts';

type Done = CheckpointsPart['done']['rows'][number];

/** What it rated: never an old rating as if it were today's, and no colour where it gave none. */
const ratingOf = ({ rating, outOfDate, doneOn }: Done): string => {
  if (rating === null) return 'no rating given';
  return outOfDate ? `${ratingInWords(rating)}, last said ${dateStatementInWords(doneOn)}` : ratingInWords(rating);
};

const neverTable = ({ rows, total }: CheckpointsPart['never']): Html =>
  table({
    caption: 'Counted reviews that never had a checkpoint',
    columns: [{ head: 'Review' }, { head: 'Tier' }],
    rows: rows.map((one) => [one.title, one.tier === 'to-be-confirmed' ? 'to be confirmed' : one.tier]),
    none: 'Every counted review has had a checkpoint.',
    total,
  });

const dueTable = ({ rows, total }: CheckpointsPart['due']): Html =>
  table({
    caption: 'Checkpoints that are due, the earliest first',
    columns: [{ head: 'Checkpoint' }, { head: 'Of' }, { head: 'Kind' }, { head: 'By' }, { head: 'Planned' }],
    rows: rows.map((one) => [
      one.checkpointTitle,
      subject(one),
      labelOf(CheckpointKind, one.kind),
      one.by ?? 'not stated',
      html`${dateStatementInWords(one.planned)}${one.overdue && html` <strong>overdue</strong>`}`,
    ]),
    none: 'No checkpoint is planned.',
    total,
  });

const doneTable = ({ rows, total }: CheckpointsPart['done']): Html =>
  table({
    caption: 'Checkpoints that were done',
    columns: [{ head: 'Checkpoint' }, { head: 'Of' }, { head: 'Done' }, { head: 'Rating' }, { head: 'Findings' }],
    rows: rows.map((one) => [
      html`${one.checkpointTitle} <span class="aside">${labelOf(CheckpointKind, one.kind)}${one.by !== null && `, ${one.by}`}</span>`,
      subject(one),
      dateStatementInWords(one.doneOn),
      ratingOf(one),
      one.findings ?? 'not stated',
    ]),
    none: 'No checkpoint was done.',
    total,
  });

export const assuranceCheckpointsPage: RegisterPage<CheckpointsPart> = {
  section: { id: 'assurance', title: 'Assurance checkpoints' },
  body: (part) => [
    part.total === 0
      ? none('No checkpoint by assurance is recorded.')
      : html`<p>${counted(part.total, 'checkpoint')}: ${part.done.total} done, ${part.due.total} due (${part.overdue} overdue), ${part.cancelled} cancelled.</p>`,
    ...(part.total === 0 ? [] : [dueTable(part.due), doneTable(part.done), neverTable(part.never)]),
  ],
  facts: (part) => [
    count('Assurance checkpoints', 'Done', part.done.total),
    count('Assurance checkpoints', 'Due', part.due.total),
    count('Assurance checkpoints', 'Overdue', part.overdue),
    count('Assurance checkpoints', 'Cancelled', part.cancelled),
    count('Assurance checkpoints', 'Reviews that never had one', part.never.total),
    ...part.due.rows.map((one) =>
      words(
        'Assurance checkpoints',
        one.title,
        'Due',
        `${one.checkpointTitle}, ${dateStatementInWords(one.planned)}${one.overdue ? ', overdue' : ''}`,
      ),
    ),
    ...part.done.rows.map((one) =>
      words(
        'Assurance checkpoints',
        one.title,
        'Done',
        `${one.checkpointTitle}, ${dateStatementInWords(one.doneOn)}: ${ratingOf(one)}; ${one.findings ?? 'findings not stated'}`,
      ),
    ),
  ],
};
