import type * as z from 'zod';
import type { RegisterKind } from '#registers/all.ts';
import { exemptionOf } from '#schemas/exemption.ts';
import { asJsonObject, type JsonObject, type RecordState } from '#schemas/history.ts';
import type { Refusal } from '#schemas/problems.ts';
import type { Programme } from '#schemas/programme.ts';
import type { Review, ReviewFacts } from '#schemas/review.ts';
import { type ContentRule, contentRefusal, faultsOf, type RuleSentence } from '../content-rule.ts';
import { type CommandContext, type Decided, done, refused } from '../decided.ts';
import { exemptionRule } from '../exemption/exemption-rule.ts';
import { parsedPart, struckOutRefusal } from './record-state.ts';

/** Another entry that a record names: where it is named, and what must exist in the same chain. */
export interface Reference {
  readonly kind: RegisterKind;
  readonly id: string;
  readonly pointer: string;
}

/** The review that an entry belongs to; null for an entry of the programme itself. */
export type OfReview = { readonly id: string; readonly record: Review; readonly facts: ReviewFacts } | null;

export interface PutContext {
  readonly programme: Programme;
  readonly review: OfReview;
  readonly id: string;
  readonly before: RecordState | null;
  /** Parsed by the register's schema already. */
  readonly record: JsonObject;
  readonly command: CommandContext;
  /** The truth told afterwards, which the state of things does not keep from being told. */
  readonly correcting?: true;
}

/** What a register asks of what is put into it. */
export interface RegisterRules {
  readonly sentences: readonly RuleSentence[];
  readonly references: (record: JsonObject) => readonly Reference[];
  readonly put: (context: PutContext) => Decided<RecordState>;
  readonly computed: (state: RecordState, programme: Programme) => JsonObject;
}

/** A put as a register's own closures see it. */
export interface Put<R, F> {
  readonly programme: Programme;
  readonly review: OfReview;
  readonly id: string;
  readonly before: { readonly record: R; readonly facts: F } | null;
  readonly record: R;
  readonly command: CommandContext;
  readonly correcting?: true;
}

interface Definition<R, F extends object> {
  /** The English singular, for sentences. */
  readonly noun: string;
  readonly record: z.ZodType<R>;
  readonly facts: z.ZodType<F>;
  readonly rules?: readonly ContentRule<Put<R, F>>[];
  /** What the state of things forbids, whatever the content. */
  readonly forbids?: (put: Put<R, F>) => Refusal | null;
  readonly references?: (record: R) => readonly Reference[];
  /** The facts kept or made. */
  readonly keeps: (put: Put<R, F>) => F;
  readonly computed?: (record: R, facts: F, programme: Programme) => object;
}

/**
 * The rules of one register around its own closures, which see parsed records and facts.
 * A put is refused, in this order, where the entry is struck out, where the state of things forbids it, and where
 * the content breaks rules (422, every fault at once).
 */
export const defineRules = <R, F extends object>(definition: Definition<R, F>): RegisterRules => {
  const { noun, rules = [] } = definition;
  return {
    sentences: rules.map((rule) => ({ id: rule.id, sentence: rule.sentence })),
    references: (record) => definition.references?.(parsedPart(definition.record, record, noun)) ?? [],
    put: ({ before, record: given, ...context }) => {
      const struckOut = before === null ? null : struckOutRefusal(before, noun);
      if (struckOut !== null) return refused(struckOut);
      const record = parsedPart(definition.record, given, noun);
      const put: Put<R, F> = {
        ...context,
        record,
        before:
          before === null
            ? null
            : {
                record: parsedPart(definition.record, before.record, noun),
                facts: parsedPart(definition.facts, before.facts, `facts of the ${noun}`),
              },
      };
      const forbidden = definition.forbids?.(put) ?? null;
      if (forbidden !== null) return refused(forbidden);
      const exempt = exemptionOf(given);
      const faults = [
        ...faultsOf(rules, put),
        ...faultsOf([exemptionRule], { exempt, record: definition.record, facts: definition.facts }),
      ];
      if (faults.length > 0) return refused(contentRefusal(faults));
      return done({ record: given, facts: asJsonObject(definition.keeps(put)), struckOut: null });
    },
    computed: (state, programme) =>
      definition.computed === undefined
        ? {}
        : asJsonObject(
            definition.computed(
              parsedPart(definition.record, state.record, noun),
              parsedPart(definition.facts, state.facts, `facts of the ${noun}`),
              programme,
            ),
          ),
  };
};

/** For registers that keep nothing beside their records. */
export const keepsNothing = (): Record<string, never> => ({});
