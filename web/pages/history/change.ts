import * as z from 'zod';
import { dateInWords, monthInWords } from '#language/in-words.ts';
import { instantInWords } from '#language/instant-in-words.ts';
import { dayOf } from '#language/time.ts';
import type { Register } from '#registers/declaration.ts';
import { type Field, fieldsOf } from '#registers/fields.ts';
import { Appraisal } from '#schemas/appraisal.ts';
import { HistoryEntry } from '#schemas/history.ts';
import { Programme } from '#schemas/programme.ts';
import { Review } from '#schemas/review.ts';
import { details, insetText, paragraph } from '../../design/blocks.ts';
import { dataTable, summaryCard } from '../../design/tables.ts';
import { isObject } from '../../forms/record-values.ts';
import { type Html, html, type Printable } from '../../html.ts';
import { plainValue, wordsOfName } from '../plain-value.ts';
import { byId, shownValue } from '../registers/shown-value.ts';

/** A change as the pages read it: of whatever kind there is. */
export const ShownChange = HistoryEntry.extend({ recordRef: z.object({ kind: z.string(), id: z.string() }) });
export type ShownChange = z.infer<typeof ShownChange>;

/** Records that are of no register. */
const alone: Readonly<Record<string, readonly Field[]>> = {
  review: fieldsOf(Review),
  programme: fieldsOf(Programme),
  appraisal: fieldsOf(Appraisal),
};

const fieldsOfKind = (kind: string, all: readonly Register[]): readonly Field[] => {
  const register = all.find((one) => one.kind === kind);
  return register === undefined ? (alone[kind] ?? []) : fieldsOf(register.record);
};

/** What happened, in a few words: `Recorded`, `Changed`, `Stage moved`. */
const actOf = ({ type, version }: ShownChange): string =>
  type === 'put' ? (version === 1 ? 'Recorded' : 'Changed') : wordsOfName(type);

const nounOf = (kind: string, all: readonly Register[]): string =>
  all.find((one) => one.kind === kind)?.noun ?? (kind === 'programme' ? 'settings' : kind);

/** What was changed where a whole review is read: `Changed: risk "The depot is late"`. */
export const titleOfChange = (entry: ShownChange, all: readonly Register[]): string => {
  const { kind, id } = entry.recordRef;
  const noun = nounOf(kind, all);
  if (kind in alone) return `${actOf(entry)}: ${noun}`;
  const { called = id } = entry;
  return `${actOf(entry)}: ${called.startsWith(noun) ? called : `${noun} "${called}"`}`;
};
export const titleOfAct = actOf;

/** What the service keeps for itself: digests, and the whole of what an act weighed. It is there for whoever opens it. */
const isForMachines = (value: unknown): boolean =>
  typeof value === 'string'
    ? /^[0-9a-f]{64}$/.test(value)
    : isObject(value) && Object.values(value).some((held) => isObject(held));

const undeclared = (value: unknown): Printable => {
  const shown = plainValue(value);
  return shown !== null && isForMachines(value) ? details('Show what was recorded', shown) : shown;
};

const inWords = (field: Field | undefined, fields: readonly Field[], value: unknown): Printable => {
  const shown = field === undefined ? undeclared(value) : shownValue(field, value, byId, fields);
  return shown === null || shown === '' ? 'Nothing' : shown;
};

const changesTable = ({ sequence, recordRef, changes }: ShownChange, all: readonly Register[]): Html => {
  const fields = fieldsOfKind(recordRef.kind, all);
  return dataTable({
    caption: `What change ${sequence} changed`,
    captionHidden: true,
    stacked: true,
    columns: [{ head: 'What' }, { head: 'Before' }, { head: 'After' }],
    rows: changes.map((change) => {
      const field = fields.find(({ name }) => name === change.field);
      return [
        field?.label || wordsOfName(change.field),
        inWords(field, fields, change.before),
        inWords(field, fields, change.after),
      ];
    }),
    none: 'No value was changed.',
  });
};

const late = ({ recordedLate }: ShownChange): Html | false =>
  recordedLate !== null &&
  insetText(
    `Recorded after the report was made: ${recordedLate.months
      .map(
        ({ month, revision, takenInBy }) =>
          `${monthInWords(month)}, revision ${revision}${takenInBy === null ? ', which does not hold it' : `; revision ${takenInBy} holds it`}`,
      )
      .join(', ')}.`,
  );

const whoseIn = ({ by, byName, onBehalfOf, machine }: ShownChange): string =>
  machine === undefined
    ? `${byName ?? by}${onBehalfOf === undefined ? '' : ` on behalf of ${onBehalfOf}`}`
    : `the machine ${machine}`;

/** By its digest somebody who has the file knows that it is this one. */
const ofFile = (digest: string): Html =>
  details(
    'Read from a file',
    html`${paragraph('SHA-256 of the file:')}<p class="govuk-body tracker-digest">${digest}</p>`,
  );

/** One change: who recorded it, when, from when it is true, why, and each value before and after. */
export const changeCard = (
  entry: ShownChange,
  all: readonly Register[],
  given: { readonly title: string; readonly actions?: readonly { readonly to: string; readonly text: string }[] },
): Html => {
  const { recordedAt, effectiveAt, reason, fileDigest, corrects, sequence } = entry;
  return summaryCard({
    ...given,
    content: html`${paragraph(
      `${instantInWords(recordedAt)}, by ${whoseIn(entry)}. True from ${dateInWords(dayOf(effectiveAt))}. Change ${sequence}${corrects === null ? '' : `, which corrects change ${corrects}`}.`,
    )}${reason !== null && paragraph(`Reason: ${reason}`)}${fileDigest !== undefined && ofFile(fileDigest)}${late(entry)}${changesTable(entry, all)}`,
  });
};
