import type * as z from 'zod';
import { dateInWords } from '#language/in-words.ts';
import { assuranceCheckpoint, CheckpointKind } from '#registers/assurance-checkpoint/record.ts';
import type { Register } from '#registers/declaration.ts';
import { recommendation } from '#registers/recommendation/record.ts';
import { labelOf } from '#schemas/choices.ts';
import { heading2, link, paragraph, type Task, tag, taskList } from '../../design/blocks.ts';
import { type Html, html } from '../../html.ts';
import { acrossPath, apiChainPath, entryPath } from '../paths.ts';
import { asking, type MaybeQuestion, orNothing } from '../question.ts';
import { AcrossList } from '../registers/across-screen.ts';
import { entryTitle } from '../registers/register-at.ts';
import { type At, may } from '../screen.ts';
import { dueTag } from '../work-of-programmes.ts';

/* What waits for assurance: the checkpoints that are planned, and the recommendations whose day is past. */

interface Named {
  readonly id: string;
  readonly name: string;
}

/** The first page names so many of a programme; its lists have all. */
const mostOfAProgramme = 5;

const across = (programme: string, { path }: Register, query: Readonly<Record<string, string>>): MaybeQuestion =>
  orNothing(
    asking(`${apiChainPath({ programme })}/across/${path}`, AcrossList, {
      ...query,
      sort: 'due',
      limit: String(mostOfAProgramme),
    }),
  );

/** Of each programme, for assurance and for nobody else, what is planned and what is overdue. */
export const askWorkOfAssurance = (
  programmes: readonly Named[],
  { viewer }: At,
): Readonly<Record<string, MaybeQuestion>> =>
  may(viewer, ['assurance'])
    ? Object.fromEntries(
        programmes.flatMap(({ id }) => [
          [`checkpoints-of-${id}`, across(id, assuranceCheckpoint, { open: 'true' })],
          [`overdue-of-${id}`, across(id, recommendation, { overdue: 'true' })],
        ]),
      )
    : {};

type Item = z.output<typeof AcrossList>['items'][number];

const taskOf = (register: Register, programme: Named, { review, dueOn, entry }: Item, { today }: At): Task => {
  const kind =
    register.kind === assuranceCheckpoint.kind ? `${labelOf(CheckpointKind, String(entry.record.kind))}, ` : '';
  return {
    text: entryTitle(register, entry),
    to: entryPath({ programme: programme.id, review: review?.id }, register.path, entry.id),
    hint: html`${kind}${review?.title ?? programme.name}<br>${dueOn === null ? 'No day is stated' : `Due ${dateInWords(dueOn)}`}`,
    status: dueOn === null ? tag('Planned', 'grey') : dueTag(dueOn, today),
  };
};

interface Waiting {
  readonly tasks: readonly Task[];
  /** The lists that have more than is named here. */
  readonly more: readonly Html[];
}

const waitingIn = (
  register: Register,
  name: string,
  programmes: readonly Named[],
  more: object | undefined,
  at: At,
): Waiting => {
  const lists = programmes.flatMap((programme) => {
    const list = AcrossList.safeParse(Reflect.get(more ?? {}, `${name}-of-${programme.id}`)).data;
    return list === undefined ? [] : [{ programme, list }];
  });
  return {
    tasks: lists.flatMap(({ programme, list }) => list.items.map((item) => taskOf(register, programme, item, at))),
    more: lists.flatMap(({ programme, list }) =>
      list.next === null ? [] : [link(acrossPath(programme.id, register.path), `all of ${programme.name}`)],
    ),
  };
};

const shown = (id: string, { tasks, more }: Waiting, none: string): Html =>
  tasks.length === 0
    ? paragraph(none)
    : html`${taskList(id, tasks)}${
        more.length > 0 &&
        paragraph(
          'There are more: ',
          more.map((to, n) => html`${n > 0 && ', '}${to}`),
          '.',
        )
      }`;

/** What waits for assurance as a part of the first page; nothing for others. */
export const workOfAssurance = (programmes: readonly Named[], more: object | undefined, at: At): Html | false => {
  if (!may(at.viewer, ['assurance'])) return false;
  const checkpoints = waitingIn(assuranceCheckpoint, 'checkpoints', programmes, more, at);
  const overdue = waitingIn(recommendation, 'overdue', programmes, more, at);
  return html`${heading2('Assurance that is planned')}${shown('checkpoints', checkpoints, 'No checkpoint is planned.')}
${heading2('Recommendations past their day')}${shown('overdue-recommendations', overdue, 'No recommendation is past its day.')}`;
};
