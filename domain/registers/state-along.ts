import { registers } from '#registers/all.ts';
import { NoFacts } from '#registers/declaration.ts';
import type { RecordKind, RecordState } from '#schemas/history.ts';
import { reviewFactsAlong } from '../review/review-facts-along.ts';
import type { LineEvent } from './facts-along.ts';
import { isRegister, rulesOf } from './rules.ts';

/** Whether a record of the kind has facts that are derived along its line. */
export const hasFacts = (kind: RecordKind): boolean =>
  kind === 'review' || registers.some((register) => register.kind === kind && register.facts !== NoFacts);

const isCorrection = ({ type }: LineEvent): boolean => type === 'corrected';
const isStated = ({ type }: LineEvent): boolean => type === 'put' || type === 'corrected';

/** What a later correction with effect from the very same instant replaced was never so. */
const withoutSlips = (line: readonly LineEvent[]): readonly LineEvent[] =>
  line.filter(
    (event, n) =>
      !isStated(event) ||
      !line.slice(n + 1).some((later) => isCorrection(later) && later.effectiveAt === event.effectiveAt),
  );

/**
 * The state of a record at the end of a part of its line (docs/meaning.md TIME-6): events in order of (effectiveAt, sequence),
 * at least one. An event holds the facts as they were known when it was recorded; where an earlier time was corrected since, they are
 * derived anew along the line, as though all of it had been recorded in order.
 */
export const stateAlong = (line: readonly LineEvent[]): RecordState => {
  const last = line.at(-1);
  if (last === undefined) throw new Error('a record has at least one event');
  const {
    after,
    recordRef: { kind },
  } = last;
  if (!line.some(isCorrection)) return after;
  if (kind === 'review') return { ...after, facts: reviewFactsAlong(withoutSlips(line)) };
  return isRegister(kind) && hasFacts(kind) ? { ...after, facts: rulesOf(kind).factsAlong(withoutSlips(line)) } : after;
};
