import * as z from 'zod';
import { registers } from '#registers/all.ts';
import type { Register, Scope } from '#registers/declaration.ts';
import { usesWords } from '#registers/fields.ts';
import { ReviewNoChange, StrikeOut } from '../history.ts';
import { mostEntriesTogether } from '../limits.ts';
import { everyRole, isPersonRole, type Role } from '../people.ts';
import type { ProblemCode } from '../problems.ts';
import { json } from './answer-parts.ts';
import type { Operation } from './operation.ts';
import { acting, putting, readingAsKnown } from './problem-lists.ts';
import { listQueryOf } from './register-query.ts';
import {
  answering,
  changedEntriesSchema,
  correctionSchema,
  EntriesRecorded,
  entrySchema,
  listSchema,
  newEntriesSchema,
  registerTag,
} from './register-schemas.ts';
import {
  Nothing,
  programmeParams,
  programmePath,
  reviewParams,
  reviewPath,
  twoTimes,
  viewQuery,
} from './request-parts.ts';

/*
 * The operations that every register has, for each of its scopes; one route leads to those of all registers.
 */

const readQuery = z.strictObject({ ...twoTimes.shape, ...viewQuery.shape });

/** A register within a scope: its addresses, and what its operations are called. */
interface Place {
  readonly register: Register;
  readonly scope: Scope;
  readonly base: string;
  readonly ofWhat: string;
  readonly stem: string;
  readonly plural: string;
  readonly chainUnknown: ProblemCode;
}

const placeOf = (register: Register, scope: Scope): Place =>
  scope === 'review'
    ? {
        register,
        scope,
        base: reviewPath,
        ofWhat: 'of a review',
        stem: register.stem,
        plural: register.plural,
        chainUnknown: 'review.unknown',
      }
    : {
        register,
        scope,
        base: programmePath,
        ofWhat: 'of the programme itself',
        stem: `Programme${register.stem}`,
        plural: `Programme${register.plural}`,
        chainUnknown: 'programme.unknown',
      };

const chainParams = (scope: Scope) => (scope === 'review' ? reviewParams : programmeParams);
/** One for each schema of ids: most registers share one. */
const ofEachId = <P extends z.ZodObject>(make: (id: Register['id']) => P) => {
  const made = new Map<Register['id'], P>();
  return (id: Register['id']): P => {
    const params = made.get(id) ?? make(id);
    made.set(id, params);
    return params;
  };
};
const reviewEntryParams = ofEachId((id) => z.strictObject({ ...reviewParams.shape, entryId: id }));
const programmeEntryParams = ofEachId((id) => z.strictObject({ ...programmeParams.shape, entryId: id }));
const entryParams = ({ id }: Register, scope: Scope) =>
  scope === 'review' ? reviewEntryParams(id) : programmeEntryParams(id);

const shared = ({ register, scope, base }: Place, after: string) => ({
  path: `${base}/${register.path}${after}`,
  pattern: `${base}/{register}${after}`,
  tag: registerTag(register),
  register,
  scope,
});

/** Everybody reads a register, and so do those of its writers who read nothing else. */
const readersOf = ({ register: { writers } }: Place): readonly Role[] => [
  ...everyRole,
  ...writers.filter((role) => !isPersonRole(role)),
];

const nounOf = ({ register: { noun } }: Place): string => `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;

const listEntries = (place: Place) =>
  ({
    ...shared(place, ''),
    id: `list${place.plural}`,
    method: 'GET',
    summary: `List the ${place.register.path.replaceAll('-', ' ')} ${place.ofWhat}`,
    host: 'queries',
    useCase: 'list-entries',
    roles: readersOf(place),
    params: chainParams(place.scope),
    get query() {
      return listQueryOf(place.register);
    },
    success: answering(() => listSchema(place.register)),
    problems: [...readingAsKnown, place.chainUnknown],
  }) as const satisfies Operation;

const getEntry = (place: Place) =>
  ({
    ...shared(place, '/{entryId}'),
    id: `get${place.stem}`,
    method: 'GET',
    summary: `Read ${nounOf(place)} ${place.ofWhat}`,
    host: 'queries',
    useCase: 'get-entry',
    roles: readersOf(place),
    params: entryParams(place.register, place.scope),
    query: readQuery,
    success: answering(() => entrySchema(place.register)),
    problems: [...readingAsKnown, place.chainUnknown, 'entry.unknown'],
  }) as const satisfies Operation;

const strikeOutEntry = (place: Place) =>
  ({
    ...shared(place, '/{entryId}/strike-out'),
    id: `strikeOut${place.stem}`,
    method: 'POST',
    summary: `Strike out ${nounOf(place)} ${place.ofWhat} with a reason, or undo that`,
    host: 'commands',
    useCase: 'strike-out-entry',
    roles: place.register.writers,
    params: entryParams(place.register, place.scope),
    query: Nothing,
    body: StrikeOut,
    version: 'if-match',
    success: answering(() => entrySchema(place.register)),
    problems: [
      ...acting,
      'version.missing',
      place.chainUnknown,
      'entry.unknown',
      'entry.struck-out',
      'entry.not-struck-out',
      ...(usesWords(place.register.record) ? (['entry.word-not-listed'] as const) : []),
      ...place.register.problems,
    ],
  }) as const satisfies Operation;

const reviewNoChange = (place: Place) =>
  ({
    ...shared(place, '/{entryId}/reviewed-no-change'),
    id: `review${place.stem}NoChange`,
    method: 'POST',
    summary: `Record that ${nounOf(place)} ${place.ofWhat} was reviewed and has not changed`,
    host: 'commands',
    useCase: 'review-entry-no-change',
    roles: place.register.writers,
    params: entryParams(place.register, place.scope),
    query: Nothing,
    body: ReviewNoChange,
    version: 'if-match',
    success: answering(() => entrySchema(place.register)),
    problems: [...acting, 'version.missing', place.chainUnknown, 'entry.unknown', 'entry.struck-out'],
  }) as const satisfies Operation;

const correctEntry = (place: Place) =>
  ({
    ...shared(place, '/{entryId}/corrections'),
    id: `correct${place.stem}`,
    method: 'POST',
    summary: `Correct what was recorded of ${nounOf(place)} ${place.ofWhat}, from the instant at which it was true`,
    host: 'commands',
    useCase: 'correct-entry',
    effectiveAt: 'in-body',
    roles: place.register.writers,
    params: entryParams(place.register, place.scope),
    query: Nothing,
    get body() {
      return correctionSchema(place.register);
    },
    success: answering(() => entrySchema(place.register)),
    problems: [
      ...acting,
      'effective.not-taken',
      place.chainUnknown,
      'entry.unknown',
      'correction.event-unknown',
      'entry.struck-out',
      ...place.register.problems,
    ],
  }) as const satisfies Operation;

const putEntry = (place: Place) =>
  ({
    ...shared(place, '/{entryId}'),
    id: `put${place.stem}`,
    method: 'PUT',
    summary: `Record or change ${nounOf(place)} ${place.ofWhat}`,
    host: 'commands',
    useCase: 'put-entry',
    roles: place.register.writers,
    params: entryParams(place.register, place.scope),
    query: Nothing,
    body: place.register.record,
    version: 'put',
    ...(place.register.statedWhole === undefined ? {} : { versionOptional: true as const }),
    success: answering(() => entrySchema(place.register)),
    problems: [...putting, place.chainUnknown, 'entry.struck-out', ...place.register.problems],
  }) as const satisfies Operation;

const recordEntries = (place: Place) =>
  ({
    ...shared(place, ''),
    id: `record${place.plural}`,
    method: 'POST',
    summary: `Record up to ${mostEntriesTogether} new ${place.register.path.replaceAll('-', ' ')} ${place.ofWhat}, all or none`,
    host: 'commands',
    useCase: 'record-entries',
    roles: place.register.writers,
    params: chainParams(place.scope),
    query: Nothing,
    get body() {
      return newEntriesSchema(place.register);
    },
    success: { status: 200, schema: EntriesRecorded, mediaTypes: json },
    problems: [...acting, place.chainUnknown, ...place.register.problems],
  }) as const satisfies Operation;

const changeEntries = (place: Place) =>
  ({
    ...shared(place, '/changes'),
    id: `change${place.plural}`,
    method: 'POST',
    summary: `Change up to ${mostEntriesTogether} ${place.register.path.replaceAll('-', ' ')} ${place.ofWhat}, or record that they were reviewed and have not changed, all or none`,
    host: 'commands',
    useCase: 'change-entries',
    roles: place.register.writers,
    params: chainParams(place.scope),
    query: Nothing,
    get body() {
      return changedEntriesSchema(place.register);
    },
    success: { status: 200, schema: EntriesRecorded, mediaTypes: json },
    problems: [...acting, place.chainUnknown, 'entry.unknown', 'entry.struck-out', ...place.register.problems],
  }) as const satisfies Operation;

const places: readonly Place[] = registers.flatMap((register: Register) =>
  register.scopes.map((scope) => placeOf(register, scope)),
);
const made = places.map((place) => ({
  list: listEntries(place),
  get: getEntry(place),
  strikeOut: strikeOutEntry(place),
  correct: correctEntry(place),
  reviewNoChange: place.register.reviewedNoChange ? reviewNoChange(place) : undefined,
  put: place.register.byActOnly ? undefined : putEntry(place),
  record: place.register.byActOnly ? undefined : recordEntries(place),
  // Those that are gone through every month: the ones that can be found unchanged.
  change: place.register.reviewedNoChange ? changeEntries(place) : undefined,
}));

export const listEntriesOperations = made.map((one) => one.list);
export const getEntryOperations = made.map((one) => one.get);
export const strikeOutEntryOperations = made.map((one) => one.strikeOut);
export const reviewNoChangeOperations = made.flatMap((one) =>
  one.reviewNoChange === undefined ? [] : [one.reviewNoChange],
);
export const correctEntryOperations = made.map((one) => one.correct);
export const recordEntriesOperations = made.flatMap((one) => (one.record === undefined ? [] : [one.record]));
export const changeEntriesOperations = made.flatMap((one) => (one.change === undefined ? [] : [one.change]));
export const putEntryOperations = made.flatMap((one) => (one.put === undefined ? [] : [one.put]));

export const registerOperations: readonly Operation[] = made.flatMap(
  ({ list, get, strikeOut, reviewNoChange: unchanged, correct, put, record, change }) => [
    list,
    ...(record === undefined ? [] : [record]),
    ...(change === undefined ? [] : [change]),
    get,
    strikeOut,
    ...(unchanged === undefined ? [] : [unchanged]),
    correct,
    ...(put === undefined ? [] : [put]),
  ],
);
