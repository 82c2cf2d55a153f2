import * as z from 'zod';
import { distinct, Id, Sentence, Title } from './ids.ts';
import { Owner } from './people.ts';
import { Tier } from './review.ts';

export const KindOfChange = z.enum([
  'approve',
  'pause',
  'restart',
  'complete',
  'stop',
  'transfer',
  'merge',
  'split',
  'leave',
  'reopen',
  're-tier',
  'move-portfolio',
  'rename',
]);
export type KindOfChange = z.infer<typeof KindOfChange>;

const own = {
  unrealised: z
    .array(z.strictObject({ id: Id.optional(), what: Sentence, owner: Owner }))
    .max(50)
    .optional()
    .meta({ description: 'Of `complete`: what is not realised yet, each with who answers for it from now on' }),
  to: Title.optional().meta({ description: 'Of `transfer`: to whom' }),
  into: distinct(Id, 20).optional().meta({
    description: 'Of `merge`: the one review that goes on. Of `split`: reviews opened before, each with `splitFrom`',
  }),
  goesOn: z.boolean().optional().meta({ description: 'Of `split`: whether this review goes on beside its parts' }),
  tier: Tier.optional().meta({ description: 'Of `re-tier`' }),
  portfolio: Id.optional().meta({ description: 'Of `move-portfolio`' }),
  title: Title.optional().meta({ description: 'Of `rename`' }),
};
type Own = keyof typeof own;
const isOwn = (field: string): field is Own => field in own;

/** The fields that a kind must have, and those that it may have. */
const fieldsOf: Partial<Record<KindOfChange, { readonly must?: Own; readonly may?: Own }>> = {
  complete: { may: 'unrealised' },
  transfer: { must: 'to' },
  merge: { must: 'into' },
  split: { must: 'into', may: 'goesOn' },
  're-tier': { must: 'tier' },
  'move-portfolio': { must: 'portfolio' },
  rename: { must: 'title' },
};

/** An act in the life of a review. Its date is the request's Effective-At. */
export const ChangeLifecycle = z
  .strictObject({ kind: KindOfChange, reason: Sentence, ...own })
  .superRefine((change, { addIssue }) => {
    const { must, may } = fieldsOf[change.kind] ?? {};
    const say = (field: string, message: string): void => addIssue({ code: 'custom', path: [field], message });
    if (must !== undefined && change[must] === undefined) say(must, `must say what the kind "${change.kind}" is about`);
    for (const field of Object.keys(change).filter(isOwn))
      if (field !== must && field !== may && change[field] !== undefined)
        say(field, `is not a field of the kind "${change.kind}"`);
    if (change.into !== undefined && (change.kind === 'merge' ? change.into.length !== 1 : change.into.length === 0))
      say('into', change.kind === 'merge' ? 'must name one review' : 'must name the reviews that it is split into');
  })
  .meta({ id: 'ChangeLifecycle', description: 'An act in the life of a review, with its reason' });
export type ChangeLifecycle = z.infer<typeof ChangeLifecycle>;
