import * as z from 'zod';
import type { Register, Scope } from '#registers/declaration.ts';
import { StruckOut } from '#schemas/history.ts';
import {
  apiChainPath,
  apiEntryPath,
  apiRegisterPath,
  programmePath,
  programmesPath,
  type RegisterAt,
  registerPath,
  reviewPath,
} from '../paths.ts';
import { asking, orNothing, type Question } from '../question.ts';
import type { At, Crumb } from '../screen.ts';

/** A register within a review or within the programme itself: what its screens have in common. */
export interface RegisterPlace {
  readonly register: Register;
  readonly scope: Scope;
}

/** What the pages read of an entry: the declaration says what is in its record. */
export const Entry = z.object({
  id: z.string(),
  record: z.record(z.string(), z.unknown()),
  facts: z.record(z.string(), z.unknown()),
  computed: z.record(z.string(), z.unknown()),
  version: z.int(),
  effectiveAt: z.string(),
  recordedAt: z.string(),
  recordedBy: z.string(),
  struckOut: StruckOut.nullable(),
});
export type Entry = z.infer<typeof Entry>;
export const EntryList = z.object({ items: z.array(Entry), next: z.string().nullable() });

/** Names of what a register is within. */
export const Named = z.object({ record: z.object({ title: z.string().optional(), name: z.string().optional() }) });

export const registerAt = ({ params }: Pick<At, 'params'>): RegisterAt => ({
  programme: params.programmeId ?? '',
  review: params.reviewId,
});

/** The path of the pages of a register, as a route has it. */
export const routeOf = ({ register, scope }: RegisterPlace, after: string): string =>
  `${programmesPath}/{programmeId}/${scope === 'review' ? 'reviews/{reviewId}' : 'own'}/${register.path}${after}`;

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
/** `Risks`, `Market engagements` */
export const pluralTitle = ({ path }: Register): string => capital(path.replaceAll('-', ' '));
/** Registers as people look for them: by their names. */
export const inOrder = (all: readonly Register[]): readonly Register[] =>
  all.toSorted((one, other) => (pluralTitle(one) < pluralTitle(other) ? -1 : 1));
export const withArticle = ({ noun }: Register): string => `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;

/** What it is called to add an entry, wherever that is led to and done: a return is submitted, and a rating given. */
export const addingTo = (
  register: Register,
): { readonly verb: string; readonly done: string; readonly text: string } => {
  const [verb, done] = register.ofMonth
    ? ['Submit', 'submitted']
    : register.byActOnly
      ? ['Give', 'given']
      : ['Add', 'added'];
  return { verb, done, text: `${verb} ${withArticle(register)}` };
};

/** Asks for the name of the review, or of the programme, that a register is of. */
export const askOwner = (at: At): Question<typeof Named> => asking(apiChainPath(registerAt(at)), Named);
export const ownerName = (owner: z.infer<typeof Named>): string => owner.record.title ?? owner.record.name ?? '';

export const askEntry = (
  { register }: RegisterPlace,
  at: At,
  query: Readonly<Record<string, string | undefined>> = {},
): Question<typeof Entry> => asking(apiEntryPath(registerAt(at), register.path, at.params.entryId ?? ''), Entry, query);
export const askEntries = (
  { register }: RegisterPlace,
  at: At,
  query: Readonly<Record<string, string | undefined>> = {},
) => asking(apiRegisterPath(registerAt(at), register.path), EntryList, query);
export const askEntriesOrNothing = (path: string, at: At) =>
  orNothing(asking(apiRegisterPath(registerAt(at), path), EntryList, { limit: '200' }));

/** The programme, the review where there is one, and the register. */
export const crumbsOf = (at: At, owner: string, register?: Register): readonly Crumb[] => {
  const { programmeId = '', reviewId } = at.params;
  return [
    { text: 'Programmes', to: programmesPath },
    { text: reviewId === undefined ? owner : 'Programme', to: programmePath(programmeId) },
    ...(reviewId === undefined ? [] : [{ text: owner, to: reviewPath(programmeId, reviewId) }]),
    ...(register === undefined
      ? []
      : [{ text: pluralTitle(register), to: registerPath(registerAt(at), register.path) }]),
  ];
};

/** What an entry is called in lists: its title or label; its id where it has neither. */
export const titleOf = (record: Readonly<Record<string, unknown>>, id: string): string => {
  for (const name of ['title', 'label']) if (typeof record[name] === 'string') return record[name];
  return id;
};

/** `the risk "Savings are late"` without its article, to begin a heading. */
export const entryTitle = (register: Register, { record, id }: Pick<Entry, 'record' | 'id'>): string => {
  const title = titleOf(record, '');
  return title !== '' ? title : capital(register.entryName(record, id).replace(/^the /, ''));
};
