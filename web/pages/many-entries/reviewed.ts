import * as z from 'zod';
import { counted, dateInWords } from '#language/in-words.ts';
import { dayOf, type LocalDate } from '#language/time.ts';
import type { Register } from '#registers/declaration.ts';
import { fieldsOf } from '#registers/fields.ts';
import { ReviewNoChange } from '#schemas/history.ts';
import { mostEntriesTogether } from '#schemas/limits.ts';
import { button, buttonGroup, link, paragraph, tag } from '../../design/blocks.ts';
import { tick } from '../../design/grid.ts';
import { hidden, textArea } from '../../design/input.ts';
import { dataTable } from '../../design/tables.ts';
import { type FormValues, valueIn } from '../../forms/form-values.ts';
import { type Html, html } from '../../html.ts';
import type { Filled, MovedForm } from '../form.ts';
import { formScreen } from '../form-screen.ts';
import { apiRegisterPath, entryPath, programmesPath, registerPath } from '../paths.ts';
import { type Answers, asking, type ProblemAnswer } from '../question.ts';
import { Entry, entryTitle, pluralTitle } from '../registers/register-at.ts';
import { type At, may, type Page, type Screen } from '../screen.ts';
import { askReview, placeOf, stageCrumbs } from '../stage/review-at.ts';
import { isTicked } from './changes.ts';
import { isOtherRecord, staleIn, whoChanged } from './stale.ts';

/** What a page reads of the open entries of a review: the one that matters most first. */
const OpenEntries = z.object({
  items: z.array(z.object({ stateName: z.string(), dueOn: z.string().nullable(), overdue: z.boolean(), entry: Entry })),
  next: z.string().nullable(),
});
type OpenEntry = z.infer<typeof OpenEntries>['items'][number];

const asksOf = (register: Register) => (at: At) => {
  const { programme, review } = placeOf(at);
  const api = `/programmes/${encodeURIComponent(programme)}`;
  return {
    review: askReview(at),
    open: asking(`${api}/across/${register.path}`, OpenEntries, {
      review,
      open: 'true',
      limit: String(mostEntriesTogether),
    }),
  };
};
type Asked = Answers<ReturnType<ReturnType<typeof asksOf>>>;

const tickOf = (id: string): string => `entries/${id}/reviewed`;
const versionOf = (id: string): string => `entries/${id}/version`;

/** The day on which an entry was last recorded, changed, or reviewed without a change. */
const lastConfirmed = ({ effectiveAt, facts: { reviewedNoChange } }: Entry): LocalDate => {
  const reviewed = z.object({ at: z.string() }).safeParse(reviewedNoChange).data?.at;
  return dayOf(reviewed !== undefined && reviewed > effectiveAt ? reviewed : effectiveAt);
};

const due = ({ dueOn, overdue }: OpenEntry): Html =>
  html`${dueOn === null ? '' : dateInWords(dueOn)}${overdue && html` ${tag('Overdue', 'red')}`}`;

const table = (register: Register, at: At, { open }: Asked, { values, faultOf }: Filled): Html =>
  dataTable({
    caption: `Open ${register.path.replaceAll('-', ' ')}`,
    captionHidden: true,
    stacked: true,
    columns: [
      { head: pluralTitle(register) },
      { head: 'State' },
      { head: register.kind === 'risk' ? 'Review due' : 'Due' },
      { head: 'Last confirmed' },
      { head: 'Reviewed' },
    ],
    rows: open.items.map((one) => {
      const { id } = one.entry;
      const title = entryTitle(register, one.entry);
      return [
        html`${link(entryPath(placeOf(at), register.path, id), title)}${hidden(versionOf(id), values[versionOf(id)] ?? '')}`,
        one.stateName,
        due(one),
        dateInWords(lastConfirmed(one.entry)),
        tick({
          name: tickOf(id),
          label: 'No change',
          of: title,
          ticked: isTicked(values, tickOf(id)),
          fault: faultOf(tickOf(id)),
        }),
      ];
    }),
    none: '',
  });

const [comment] = fieldsOf(ReviewNoChange);

const reviewedForm = (register: Register, at: At, answers: Asked, filled: Filled): Html =>
  html`<form method="post" action="${at.path}" novalidate>${filled.sending}
${table(register, at, answers, filled)}
${tick({ name: 'all', label: 'All of these were reviewed and have not changed', ticked: isTicked(filled.values, 'all'), fault: filled.faultOf('all') })}
${textArea({ name: 'comment', label: `${comment?.label ?? ''} (optional)`, hint: comment?.hint, value: valueIn(filled.values, 'comment'), rows: 3, fault: filled.faultOf('comment') })}
${buttonGroup(button('Save'), link(registerPath(placeOf(at), register.path), 'Cancel'))}</form>`;

/** The entries that a form shows, in its order. */
const shownIn = (values: FormValues): readonly string[] =>
  Object.keys(values).flatMap((name) => /^entries\/([^/]+)\/version$/.exec(name)?.[1] ?? []);

/** What was ticked: each with the version that was read. */
const reviewedIn = (values: FormValues): readonly object[] => {
  const words = valueIn(values, 'comment');
  return shownIn(values).flatMap((id) =>
    isTicked(values, 'all') || isTicked(values, tickOf(id))
      ? [
          {
            id,
            version: Number(valueIn(values, versionOf(id))),
            reviewedNoChange: true,
            ...(words === '' ? {} : { comment: words }),
          },
        ]
      : [],
  );
};

/** Entries that moved are not said to be unchanged unread, unless their record is as it was. */
const movedReview = (register: Register, values: FormValues, { open }: Asked, problem: ProblemAnswer): MovedForm => {
  const recordFields = fieldsOf(register.record).map(({ name }) => name);
  const faults = new Map<string, string>();
  const merged: Record<string, string> = { ...values };
  for (const stale of staleIn(problem)) {
    const entry = open.items.find((one) => one.entry.id === stale.id)?.entry;
    // What is no longer open needs no review.
    if (entry === undefined) {
      delete merged[versionOf(stale.id)];
      continue;
    }
    merged[versionOf(entry.id)] = String(entry.version);
    if (isOtherRecord(stale, recordFields))
      faults.set(
        tickOf(entry.id),
        `has changed since you read it: ${whoChanged(stale)}. Look at it again; save again if it has not changed since`,
      );
  }
  return { values: merged, faults };
};

const noticeOf = (register: Register, answer: unknown): string => {
  const count = z.object({ entries: z.array(z.unknown()) }).safeParse(answer).data?.entries.length ?? 0;
  const [one, more] = [register.noun, register.path.replaceAll('-', ' ')];
  return `${counted(count, `${one} was`, `${more} were`)} recorded as reviewed, without a change.`;
};

const pageOf = (register: Register, at: At, answers: Asked, filled: Filled): Page => {
  const { title } = answers.review.record;
  return {
    title: `${pluralTitle(register)} reviewed, no change`,
    caption: title,
    crumbs: [
      ...stageCrumbs(at, title, false),
      { text: pluralTitle(register), to: registerPath(placeOf(at), register.path) },
    ],
    body: html`${filled.above}
${paragraph('Tick what was looked at and still is as recorded. What has changed, change on its own page.')}
${answers.open.next !== null && paragraph(`These are the ${mostEntriesTogether} that matter most.`)}
${
  answers.open.items.length === 0
    ? paragraph(`The review has no open ${register.path.replaceAll('-', ' ')}.`)
    : may(at.viewer, register.writers)
      ? reviewedForm(register, at, answers, filled)
      : paragraph('Those who keep this register record what was reviewed.')
}`,
  };
};

/** The tick that a fault of the request is about. */
const fieldAt = (pointer: string, values: FormValues): string | undefined => {
  const [, n, rest = ''] = /^\/entries\/(\d+)(.*)$/.exec(pointer) ?? [];
  const entry = n === undefined ? undefined : reviewedIn(values)[Number(n)];
  const id: unknown = entry === undefined ? undefined : Reflect.get(entry, 'id');
  return rest === '/comment' ? 'comment' : typeof id === 'string' ? tickOf(id) : undefined;
};

/** The open entries of a register of a review: those that were looked at and have not changed are recorded so, all or nothing. */
export const reviewedScreen = (register: Register): Screen =>
  formScreen({
    path: `${programmesPath}/{programmeId}/reviews/{reviewId}/${register.path}/_reviewed`,
    roles: register.writers,
    asks: asksOf(register),
    editionOf: ({ open }) => open.items.map(({ entry: { id, version } }) => `${id}:${version}`).join(' '),
    dates: 'as-chosen',
    start: ({ open }) => ({
      all: '',
      comment: '',
      ...Object.fromEntries(open.items.map(({ entry: { id, version } }) => [versionOf(id), String(version)])),
    }),
    nameOf: (field, { open }) => {
      const entry = open.items.find((one) => tickOf(one.entry.id) === field)?.entry;
      return entry !== undefined
        ? entryTitle(register, entry)
        : field === 'comment'
          ? (comment?.label ?? '')
          : 'The form';
    },
    show: (answers, at, filled) => pageOf(register, at, answers, filled),
    decide: (values, at) => {
      const entries = reviewedIn(values);
      if (entries.length === 0)
        return { kind: 'faults', faults: new Map([['all', 'is empty: tick what was reviewed']]) };
      return {
        kind: 'send',
        sending: {
          method: 'POST',
          path: `${apiRegisterPath(placeOf(at), register.path)}/changes`,
          body: { entries },
        },
      };
    },
    fieldOf: fieldAt,
    moved: (values, now, problem) => movedReview(register, values, now, problem),
    done: (at, _, answer) => ({
      path: registerPath(placeOf(at), register.path),
      notice: noticeOf(register, answer),
    }),
  });
