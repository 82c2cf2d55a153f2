import * as z from 'zod';
import { PlannedOn } from './dates.ts';
import { distinct, Id, Sentence } from './ids.ts';

/*
 * What a programme says of the rules that its reports judge by. The rules are in domain/report/; a test holds that these lists
 * are theirs.
 */

/** The rules of the report that a programme may switch off; a record that cannot be read is always found. */
export const findingRules = [
  'CON-01',
  'CON-02',
  'CON-03',
  'CON-04',
  'CON-05',
  'CON-06',
  'CON-07',
  'CON-08',
  'CON-09',
  'CON-10',
  'CON-11',
  'CON-12',
  'CON-13',
  'CON-14',
  'CON-15',
  'CON-16',
  'CON-17',
  'CON-18',
  'CON-19',
  'CON-20',
  'CON-21',
  'CON-22',
  'CON-23',
  'CON-24',
  'CON-25',
  'CON-26',
  'CON-27',
  'CON-28',
  'CON-29',
  'CON-30',
  'CON-32',
  'CON-33',
  'CON-36',
  'CON-37',
  'CON-39',
  'CON-40',
  'CON-41',
  'CON-42',
  'GAP-01',
  'GAP-02',
  'GAP-03',
  'GAP-04',
  'GAP-05',
  'GAP-06',
  'GAP-07',
  'GAP-08',
  'GAP-09',
  'GAP-10',
  'GAP-11',
  'GAP-12',
  'GAP-13',
  'GAP-14',
  'GAP-15',
  'GAP-17',
  'GAP-18',
] as const;
const FindingRule = z.enum(findingRules);
export type FindingRule = z.infer<typeof FindingRule>;

/** Those about amounts of money: how large they are is in each finding. */
export const moneyRules = [
  'CON-04',
  'CON-08',
  'CON-09',
  'CON-10',
  'CON-11',
  'CON-17',
  'CON-18',
  'CON-29',
  'CON-42',
  'GAP-06',
] as const satisfies readonly (typeof findingRules)[number][];

const reviews = distinct(Id, 100).min(1, 'must name a review, or be left out for all').optional().meta({
  description: 'The reviews that it is of; unless given, all of them and the programme itself',
});

const SwitchedOff = z.strictObject({
  as: z.literal('off').meta({ description: 'The rule does not matter to this programme' }),
  rule: FindingRule,
  reviews,
  reason: Sentence,
});
const Accepted = z.strictObject({
  as: z.literal('accepted').meta({
    description:
      'What the rule finds is accepted as known until that day: the report of a month that ends later finds it again',
  }),
  rule: FindingRule,
  reviews,
  reason: Sentence,
  until: PlannedOn,
});
const FromSize = z.strictObject({
  as: z.literal('from').meta({ description: 'What the rule finds matters from an amount on' }),
  rule: z.enum(moneyRules),
  reviews,
  reason: Sentence.optional(),
  pounds: z.int().min(1, 'must be at least £1').max(1_000_000_000_000, 'must be at most a million million pounds'),
});

/** How a rule is taken: switched off, accepted as known until a day, or of a size from which it matters. */
export const FindingSetting = z
  .discriminatedUnion('as', [SwitchedOff, Accepted, FromSize])
  .meta({ id: 'FindingSetting', description: 'What a programme says of a rule of its reports' });
export type FindingSetting = z.infer<typeof FindingSetting>;
