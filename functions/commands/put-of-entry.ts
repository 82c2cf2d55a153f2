import { type CommandContext, type Decided, done, refused } from '#domain/decided.ts';
import type { Others, PutContext, Reference } from '#domain/registers/define-rules.ts';
import { rulesOf } from '#domain/registers/rules.ts';
import { isHandedOver } from '#domain/transfer.ts';
import type { RegisterKind } from '#registers/all.ts';
import { figureSections } from '#registers/return/figures.ts';
import type { JsonObject, RecordState } from '#schemas/history.ts';
import type { LoadedChain, RecordRead } from '#store/records/load-for-change.ts';
import type { WritesTable } from '../http/call.ts';
import { returnFigures } from '../queries/return-figures.ts';
import { settingsThen } from '../queries/settings-then.ts';
import { readNamedChange } from './named-change.ts';
import { missingIn, readNamedReviews } from './read-missing.ts';
import { refusalBeforeRecording } from './redaction-target.ts';
import { reviewWithLine } from './review-with-line.ts';

/*
 * What a put of an entry is decided on, whether it is sent alone or with others.
 */

export interface EntryPut {
  readonly kind: RegisterKind;
  readonly id: string;
  readonly record: JsonObject;
}

export const referencesOf = ({ kind, record }: EntryPut): readonly Reference[] => rulesOf(kind).references(record);

/** The sections of the position that it looks at besides those that it changes. */
export const sectionsOf = ({ kind, record }: EntryPut) => (rulesOf(kind).asksFigures(record) ? figureSections : []);

/** By what puts of a register are judged. */
export const readJudges = async (
  deps: WritesTable,
  loaded: LoadedChain,
  kind: RegisterKind,
  command: CommandContext,
): Promise<Decided<Judges>> => {
  const settings = await settingsThen(deps, loaded, kind, command);
  return settings.kind === 'refused'
    ? settings
    : done({ programme: settings.result, review: await reviewWithLine(deps, loaded, kind) });
};
type Judges = Pick<PutContext, 'programme' | 'review'>;

interface DecidedPut {
  readonly state: RecordState;
  /** What of other chains it rests on. */
  readonly checked: readonly RecordRead[];
}

/** The entries of a register as they are stored, with those that are recorded together. */
const othersIn =
  (loaded: LoadedChain, together: readonly EntryPut[]): Others =>
  (kind) => [
    ...loaded.register(kind),
    ...together
      .filter((one) => one.kind === kind)
      .map(({ id, record }) => ({ id, state: { record, facts: {}, struckOut: null } })),
  ];

/** @param together new entries that are recorded with it, which it may name */
export const decideEntryPut = async (
  deps: WritesTable,
  loaded: LoadedChain,
  put: EntryPut,
  command: CommandContext,
  { programme, review }: Judges,
  together: readonly EntryPut[] = [],
): Promise<Decided<DecidedPut>> => {
  const { kind, id, record } = put;
  const comesWith = new Set(together.map((one) => `${one.kind} ${one.id}`));
  const missing = missingIn(loaded, put, referencesOf(put), (named) => comesWith.has(`${named.kind} ${named.id}`));
  if (missing !== null) return refused(missing);
  const { chainRef } = loaded;
  const before = loaded.record({ kind, id })?.state ?? null;
  const { reviewsNamed } = rulesOf(kind);
  const reviews = [reviewsNamed(record), before === null ? [] : reviewsNamed(before.record)] as const;
  const others = await readNamedReviews(deps, chainRef, chainRef.review, ...reviews);
  if (others.kind === 'refused') return others;
  const refusal = await refusalBeforeRecording(deps, chainRef, kind, record);
  if (refusal !== null) return refused(refusal);
  const named = await readNamedChange(deps, loaded, kind, record, before?.record);
  if (named.kind === 'refused') return named;
  const { change, checked } = named.result;
  const figures = rulesOf(kind).asksFigures(record)
    ? await returnFigures(deps, loaded, id, command.effectiveAt)
    : undefined;
  const decided = rulesOf(kind).put({
    programme,
    handedOver: loaded.programme !== undefined && isHandedOver(loaded.programme.state),
    review: review === null || figures === undefined ? review : { ...review, figures },
    id,
    before,
    record,
    command,
    change,
    named: (one) => loaded.record(one)?.state ?? null,
    others: othersIn(loaded, together),
  });
  return decided.kind === 'refused'
    ? decided
    : done({ state: decided.result, checked: [...checked, ...others.result] });
};
