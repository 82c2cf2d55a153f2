import * as z from 'zod';
import { registers } from '#registers/all.ts';
import type { Register } from '#registers/declaration.ts';
import { auditors } from '#schemas/operations/history.ts';
import { office, team } from '#schemas/operations/problem-lists.ts';
import type { Role } from '#schemas/people.ts';
import { link, paragraph } from '../../design/blocks.ts';
import { type Html, html } from '../../html.ts';
import { ChangesOfRecord } from '../form.ts';
import {
  apiChainPath,
  correctionQuery,
  correctPath,
  entryPath,
  historyPath,
  ownerPath,
  programmesPath,
  undoPath,
} from '../paths.ts';
import { asking } from '../question.ts';
import {
  askEntry,
  askOwner,
  crumbsOf,
  Entry,
  entryTitle,
  ownerName,
  type RegisterPlace,
  registerAt,
  routeOf,
} from '../registers/register-at.ts';
import { type At, may, type Screen, screen, type Viewer } from '../screen.ts';
import { changeCard, ShownChange, titleOfAct, titleOfChange } from './change.ts';

const HistoryAnswer = z.object({ items: z.array(ShownChange), next: z.string().nullable() });

/** Whether somebody may read who recorded what. */
export const mayReadHistory = (viewer: Viewer): boolean => may(viewer, auditors);

export const historyLink = (to: string, viewer: Viewer): Html | false =>
  mayReadHistory(viewer) && html`<p class="govuk-body">${link(to, 'History: who recorded what, and when')}</p>`;

const askHistory = (at: At, query: Readonly<Record<string, string | undefined>>) =>
  asking(`${apiChainPath(registerAt(at))}/history`, HistoryAnswer, { order: 'newest-first', ...query });

/** The last change of an entry. */
export const askLastChange = ({ register }: RegisterPlace, at: At) =>
  askHistory(at, { kind: register.kind, id: at.params.entryId, limit: '1' });

/** As many changes of one record as the API gives at once. */
export const askChanges = (at: At, kind: string, id: string | undefined) =>
  asking(`${apiChainPath(registerAt(at))}/history`, ChangesOfRecord, {
    order: 'newest-first',
    kind,
    id,
    limit: '200',
  });

const nextPage = (path: string, next: string | null): Html | false =>
  next !== null && paragraph(link(`${path}?cursor=${encodeURIComponent(next)}`, 'Earlier changes'));

const nothing = paragraph('Nothing was recorded.');

/** Where a change is of an entry of a register: to that entry. */
const entryLink = (at: At, { recordRef: { kind, id } }: ShownChange, all: readonly Register[]) => {
  const register = all.find((one) => one.kind === kind);
  return register === undefined
    ? []
    : [{ to: entryPath(registerAt(at), register.path, id), text: `Open the ${register.noun}` }];
};

/** Changes that recorded the whole of a record: what an act made of it is put right by another act. */
const wholeRecords: readonly string[] = ['put', 'given', 'corrected'];

const correctAction = (of: string, { sequence, effectiveAt }: ShownChange) => ({
  to: `${correctPath(of, sequence)}${correctionQuery(effectiveAt)}`,
  text: 'This was wrong',
});

/** Records that a review or a programme has one of: who may correct them, and where below it. */
const onlyOnes: Readonly<Record<string, { readonly writers: readonly Role[]; readonly below: string }>> = {
  programme: { writers: office, below: '' },
  review: { writers: team, below: '' },
  appraisal: { writers: team, below: '/appraisal' },
};

/** What can be made of a change; one of an entry is corrected where its own history is. */
const chainActions = (at: At, entry: ShownChange, all: readonly Register[]) => {
  const only = onlyOnes[entry.recordRef.kind];
  if (only === undefined) return entryLink(at, entry, all);
  return may(at.viewer, only.writers) && wholeRecords.includes(entry.type)
    ? [correctAction(`${ownerPath(registerAt(at))}${only.below}`, entry)]
    : [];
};

/** Everything that was recorded of a review, or of the programme itself, the newest first. */
const chainHistory = (path: string, all: readonly Register[]): Screen =>
  screen({
    path,
    roles: auditors,
    asks: (at) => ({ owner: askOwner(at), history: askHistory(at, { limit: '50', cursor: at.query.cursor }) }),
    show: ({ owner, history: { items, next } }, at) => ({
      title: 'History',
      caption: ownerName(owner),
      crumbs: crumbsOf(at, ownerName(owner)),
      body: html`${paragraph('Who recorded what and when, the newest first. Nothing recorded is ever deleted.')}
${items.length === 0 && nothing}
${items.map((entry) => changeCard(entry, all, { title: titleOfChange(entry, all), actions: chainActions(at, entry, all) }))}
${nextPage(historyPath(registerAt(at)), next)}`,
    }),
  });

export const reviewHistory = (all: readonly Register[] = registers): Screen =>
  chainHistory(`${programmesPath}/{programmeId}/reviews/{reviewId}/history`, all);
export const programmeHistory = (all: readonly Register[] = registers): Screen =>
  chainHistory(`${programmesPath}/{programmeId}/history`, all);

/**
 * Whether the last change of an entry can be taken back: by whoever made it, where it took the entry forward from an earlier state. A
 * correction may be of an earlier time, of which the entry as it is now says nothing: it is corrected in its turn.
 */
export const isUndoable = ({ by, version, type }: ShownChange, { subject }: Viewer): boolean =>
  by === subject && version > 1 && type === 'put';

/** What can be made of a change: what was wrong is corrected, and the last change of one's own undone. */
const actionsOf = ({ register }: RegisterPlace, at: At, entry: ShownChange, newest: boolean) => {
  if (!may(at.viewer, register.writers) || !wholeRecords.includes(entry.type)) return [];
  const here = registerAt(at);
  const { id } = entry.recordRef;
  const undo = newest && register.byActOnly === undefined && isUndoable(entry, at.viewer);
  return [
    ...(undo ? [{ to: undoPath(here, register.path, id), text: 'Undo' }] : []),
    correctAction(entryPath(here, register.path, id), entry),
  ];
};

/** The history of one entry. */
export const entryHistory = (place: RegisterPlace, all: readonly Register[]): Screen => {
  const { register } = place;
  return screen({
    path: routeOf(place, '/{entryId}/_history'),
    roles: auditors,
    asks: (at) => ({
      owner: askOwner(at),
      entry: askEntry(place, at),
      history: askHistory(at, { kind: register.kind, id: at.params.entryId, limit: '50', cursor: at.query.cursor }),
    }),
    show: (answers, at) => {
      const { owner, history } = answers;
      const entry = Entry.parse(answers.entry);
      const struckOut = entry.struckOut !== null;
      const here = entryPath(registerAt(at), register.path, entry.id);
      return {
        title: `History of ${entryTitle(register, entry)}`,
        caption: ownerName(owner),
        crumbs: [...crumbsOf(at, ownerName(owner), register), { text: entryTitle(register, entry), to: here }],
        body: html`${history.items.length === 0 && nothing}
${history.items.map((change, n) =>
  changeCard(change, all, {
    title: titleOfAct(change),
    actions: struckOut ? [] : actionsOf(place, at, change, n === 0 && at.query.cursor === undefined),
  }),
)}
${nextPage(at.path, history.next)}`,
      };
    },
  });
};
