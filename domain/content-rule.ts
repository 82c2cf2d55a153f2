import type { Fault, Refusal } from '#schemas/problems.ts';

/** A rule as people read it: its id is typed by hand and never used again for another rule. */
export interface RuleSentence {
  readonly id: string;
  readonly sentence: string;
}

/** Where a rule is broken and what must be different; `in` is the body unless said. */
export interface Breach {
  readonly pointer: string;
  readonly message: string;
  readonly in?: Fault['in'];
}

/** A rule on what is recorded: `breaches` is empty where it is kept. */
export interface ContentRule<C> extends RuleSentence {
  readonly breaches: (context: C) => readonly Breach[];
}

/** Every breach of the rules as a fault whose message ends with the rule's id in brackets. */
export const faultsOf = <C>(rules: readonly ContentRule<C>[], context: C): readonly Fault[] =>
  rules.flatMap((rule) =>
    rule.breaches(context).map((breach) => ({
      in: breach.in ?? 'body',
      pointer: breach.pointer,
      message: `${breach.message} (${rule.id})`,
    })),
  );

/** 422: every fault at once, none of them stored. */
export const contentRefusal = (faults: readonly Fault[]): Refusal => ({
  code: 'content.breaks-rule',
  detail: `${faults.map((fault) => `${fault.pointer} ${fault.message}`.trim()).join('; ')}.`,
  faults,
});
