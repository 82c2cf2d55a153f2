import type * as z from 'zod';
import { dayOf } from '#language/time.ts';
import { type RegisterKind, registers } from '#registers/all.ts';
import { changeNamedIn, type NamedChange } from '#registers/change-request/agreed-change.ts';
import type { Register, Section } from '#registers/declaration.ts';
import { type Named, referencesIn } from '#registers/fields.ts';
import type { FiguresOfReturn } from '#registers/return/figures.ts';
import { exemptionOf } from '#schemas/exemption.ts';
import { asJsonObject, type JsonObject, type RecordKind, type RecordState } from '#schemas/history.ts';
import { mostTotalPounds } from '#schemas/limits.ts';
import type { Refusal } from '#schemas/problems.ts';
import type { Programme } from '#schemas/programme.ts';
import type { Review, ReviewFacts } from '#schemas/review.ts';
import { type ContentRule, contentRefusal, faultsOf, type RuleSentence } from '../content-rule.ts';
import { faultsOfRecordDates } from '../dates-of-facts.ts';
import { type CommandContext, type Decided, done, refused } from '../decided.ts';
import type { Entry } from '../entry.ts';
import { exemptionRule } from '../exemption/exemption-rule.ts';
import { entriesOf, type RecordAt } from '../position/records.ts';
import type { NamedReview } from '../review/named-reviews.ts';
import type { ReviewLine } from '../review/own-assurance.ts';
import { carriedFacts, factsAlong, type Keeping, type LineEvent } from './facts-along.ts';
import { parsedPart, struckOutRefusal } from './record-state.ts';

/** The review that an entry belongs to; null for an entry of the programme itself. */
export type OfReview = {
  readonly id: string;
  readonly record: Review;
  readonly facts: ReviewFacts;
  /** All that was recorded of it, where the rules of the register ask for it. */
  readonly line?: ReviewLine;
  /** What a return of the review is about, where the rules of the register ask for it. */
  readonly figures?: FiguresOfReturn;
} | null;

export interface PutContext {
  readonly programme: Programme;
  /** Set where the programme was handed over to another organisation. */
  readonly handedOver?: boolean;
  readonly review: OfReview;
  readonly id: string;
  readonly before: RecordState | null;
  /** Parsed by the register's schema already. */
  readonly record: JsonObject;
  readonly command: CommandContext;
  /** A correction: what is current today, whatever holds at its instant. */
  readonly correcting?: { readonly current: RecordState };
  /** The change request that it names, where there is such a one. */
  readonly change?: NamedChange | null;
  /** What is stored of another entry that it names. */
  readonly named?: (named: { readonly kind: RegisterKind; readonly id: string }) => RecordState | null;
  /** What is stored in a register of the same chain that the rules look at. */
  readonly others?: Others;
}

/** The entries of a register as they are stored, those that are struck out among them. */
export type Others = (kind: RegisterKind) => readonly { readonly id: string; readonly state: RecordState }[];

/** Another entry that a record names: where it is named, and what must exist in the same chain. */
export interface Reference extends Named {
  readonly kind: RegisterKind;
}

/** What somebody may not do with an entry of a register, whatever its content, and why. */
export interface ActContext {
  readonly review: Pick<NonNullable<OfReview>, 'record' | 'line'> | null;
  readonly state: RecordState;
  readonly command: CommandContext;
}

/** What a register asks of what is put into it, and what it makes of its entries. */
export interface RegisterRules {
  readonly sentences: readonly RuleSentence[];
  readonly references: (record: JsonObject) => readonly Reference[];
  /** The other reviews that it names. */
  readonly reviewsNamed: (record: JsonObject) => readonly NamedReview[];
  /** The registers of the same chain whose entries a put is judged by. */
  readonly looksAt: readonly RegisterKind[];
  /** The change request that it names, of its own chain or of the programme. */
  readonly changeNamed: typeof changeNamedIn;
  readonly put: (context: PutContext) => Decided<RecordState>;
  readonly strikeOutForbids: (context: ActContext) => Refusal | null;
  /** Whether what somebody may do depends on all that was recorded of the review. */
  readonly asksLineOfReview: boolean;
  /** Whether a put of the record depends on the figures that a return is about. */
  readonly asksFigures: (record: JsonObject) => boolean;
  readonly computed: (state: RecordState, programme: Programme) => JsonObject;
  /** The facts at the end of a part of an entry's line, derived from all of it. */
  readonly factsAlong: (line: readonly LineEvent[]) => JsonObject;
  /** Its section of a position, from the records of the kinds behind it. */
  readonly section: (records: readonly RecordAt[], programme: Programme) => unknown;
  /** The first sum of the section that is larger than is added up, and larger than it was in the section before. */
  readonly sumPassed: (before: unknown, records: readonly RecordAt[], programme: Programme) => Sum | null;
}

/** A sum of money that a section holds, by its name in a sentence: `the run-rate of 2044/45`. */
export interface Sum {
  readonly what: string;
  /** The end of it that is further from nought, in whole pounds, without its sign. */
  readonly pounds: number;
}

/** A put as a register's own closures see it. */
export interface Put<R, F> {
  readonly programme: Programme;
  readonly handedOver?: boolean;
  readonly review: OfReview;
  readonly id: string;
  readonly before: { readonly record: R; readonly facts: F } | null;
  readonly record: R;
  readonly command: CommandContext;
  /** What is current: what was before or, of a correction, what is so today; null where there is nothing. */
  readonly current: { readonly record: R; readonly facts: F } | null;
  readonly correcting: boolean;
  /** The change request that it names; null where there is none. */
  readonly change: NamedChange | null;
  /** What is stored of another entry that it names; null where there is none. */
  readonly named: NonNullable<PutContext['named']>;
  /** The entries of a register that the rules look at. */
  readonly others: Others;
}

/** A register as its rules see it: its own record, facts and section. */
export interface RegisterOf<R, F extends object, P> {
  readonly kind: RecordKind;
  readonly noun: string;
  readonly record: z.ZodType<R>;
  readonly facts: z.ZodType<F>;
  readonly byActOnly?: true;
  readonly daysInOrder?: readonly (readonly [string, string])[];
  readonly position: Section<string, z.ZodType<P>> | undefined;
}

interface Rules<R, F extends object, P> {
  /** The registers of the same chain whose entries the rules look at besides what the record names. */
  readonly looksAt?: readonly RegisterKind[];
  readonly rules?: readonly ContentRule<Put<R, F>>[];
  /** The rules that its acts keep to besides, for the published list. */
  readonly ofActs?: readonly RuleSentence[];
  /** What its current state forbids, whatever the content. */
  readonly forbids?: (put: Put<R, F>) => Refusal | null;
  readonly strikeOutForbids?: (context: ActContext) => Refusal | null;
  readonly asksLineOfReview?: true;
  readonly asksFigures?: (record: R) => boolean;
  readonly computed?: (record: R, facts: F, programme: Programme) => object;
  /**
   * The section, of the entries in the order of their ids, struck-out ones left out. Without it each entry passes
   * through the section's schema with its id and the day on which it was last confirmed (docs/meaning.md TIME-23), so that only the
   * fields declared there stay.
   */
  readonly section?: (
    entries: readonly Entry<R, F>[],
    context: { readonly records: readonly RecordAt[]; readonly programme: Programme },
  ) => P;
  /** The sums of money that the section holds (docs/meaning.md MONEY-20). */
  readonly sums?: (section: P) => readonly Sum[];
}

/** Where a register keeps nothing apart from its records, there is nothing to say of it. */
type Keeps<R, F extends object> =
  Record<string, never> extends F
    ? { readonly keeps?: (put: Keeping<R, F>) => F }
    : { readonly keeps: (put: Keeping<R, F>) => F };

const toRegister = (named: Named): Reference => {
  const register = registers.find((one) => one.kind === named.kind);
  if (register === undefined) throw new Error(`${named.pointer} names a ${named.kind}, and there is no such register`);
  return { ...named, kind: register.kind };
};

/** Of the sums of a section the first that is larger than is added up, and than it was before. */
const firstPassed = <P>(
  sumsOf: (section: P) => readonly Sum[],
  schema: z.ZodType<P> | undefined,
  before: unknown,
  after: P,
): Sum | null => {
  const parsed = schema?.safeParse(before);
  const sumsBefore = parsed?.success === true ? sumsOf(parsed.data) : [];
  const were = new Map(sumsBefore.map(({ what, pounds }) => [what, pounds]));
  const isPassed = ({ what, pounds }: Sum) => pounds > mostTotalPounds && pounds > (were.get(what) ?? 0);
  return sumsOf(after).find(isPassed) ?? null;
};

/** What a put breaks, every fault at once: the register's own rules, those of all dates, and of what is withheld. */
const faultsOfPut = <R, F extends object, P>(
  register: RegisterOf<R, F, P>,
  rules: readonly ContentRule<Put<R, F>>[],
  put: Put<R, F>,
  given: JsonObject,
) => [
  ...faultsOf(rules, put),
  ...faultsOfRecordDates(register, given, put.command),
  ...faultsOf([exemptionRule], { ...register, exempt: exemptionOf(given) }),
];

/** What a record names: entries of its own chain, other reviews, and a change request. */
const namedBy = (schema: z.ZodType): Pick<RegisterRules, 'references' | 'reviewsNamed' | 'changeNamed'> => ({
  changeNamed: changeNamedIn,
  references: (record) =>
    referencesIn(schema, record)
      .filter(({ kind }) => kind !== 'review')
      .map(toRegister),
  reviewsNamed: (record) =>
    referencesIn(schema, record).flatMap(({ kind, id, pointer }) =>
      kind === 'review' ? [{ pointer, review: id }] : [],
    ),
});

/**
 * The rules of one register around its own closures, which see parsed records and facts.
 * A put is refused, in this order, where the entry is struck out, where its current state forbids it, and where
 * the content breaks rules (422, every fault at once).
 */
export const defineRules = <R, F extends object, P>(
  register: RegisterOf<R, F, P>,
  definition: Rules<R, F, P> & Keeps<R, F>,
): RegisterRules => {
  const { noun } = register;
  const { rules = [] } = definition;
  const factsIn = (facts: JsonObject): F => parsedPart(register.facts, facts, `facts of the ${noun}`);
  const recordIn = (record: JsonObject): R => parsedPart(register.record, record, noun);
  const keeps = (put: Keeping<R, F>): object => definition.keeps?.(put) ?? {};
  const parsed = ({ record, facts }: RecordState) => ({ record: recordIn(record), facts: factsIn(facts) });
  const section = (records: readonly RecordAt[], programme: Programme): P | undefined => {
    const entries = entriesOf(records, register.kind, register.record, register.facts);
    return definition.section === undefined
      ? register.position?.schema.parse(
          entries.map(({ id, record, effectiveAt }) => ({ ...record, id, confirmedOn: dayOf(effectiveAt) })),
        )
      : definition.section(entries, { records, programme });
  };
  return {
    sentences: [...rules, ...(definition.ofActs ?? [])].map(({ id, sentence }) => ({ id, sentence })),
    ...namedBy(register.record),
    looksAt: definition.looksAt ?? [],
    put: ({ before, record: given, correcting, change = null, named = () => null, others = () => [], ...context }) => {
      const struckOut = before === null ? null : struckOutRefusal(before, noun);
      if (struckOut !== null) return refused(struckOut);
      const was = before === null ? null : parsed(before);
      const put: Put<R, F> = {
        ...context,
        record: recordIn(given),
        before: was,
        current: correcting === undefined ? was : parsed(correcting.current),
        correcting: correcting !== undefined,
        ...{ change, named, others },
      };
      const forbidden = definition.forbids?.(put) ?? null;
      if (forbidden !== null) return refused(forbidden);
      const faults = faultsOfPut(register, rules, put, given);
      if (faults.length > 0) return refused(contentRefusal(faults));
      const facts = { ...asJsonObject(keeps({ ...put, kept: null })), ...carriedFacts(before?.facts) };
      return done({ record: given, facts, struckOut: null });
    },
    strikeOutForbids: (context) => definition.strikeOutForbids?.(context) ?? null,
    asksLineOfReview: definition.asksLineOfReview === true,
    asksFigures: (record) => definition.asksFigures?.(recordIn(record)) === true,
    computed: (state, programme) =>
      definition.computed === undefined
        ? {}
        : asJsonObject(definition.computed(recordIn(state.record), factsIn(state.facts), programme)),
    factsAlong: (line) => factsAlong(line, { byActOnly: register.byActOnly === true, keeps, recordIn, factsIn }),
    section,
    sumPassed: (before, records, programme) => {
      const after = section(records, programme);
      return definition.sums === undefined || after === undefined
        ? null
        : firstPassed(definition.sums, register.position?.schema, before, after);
    },
  };
};

/** The rules of a register that has none of its own, keeps nothing and computes nothing. */
export const plainRules = (register: Register & { readonly kind: RegisterKind }): RegisterRules =>
  defineRules<Record<string, unknown>, object, unknown>(register, { keeps: () => ({}) });
