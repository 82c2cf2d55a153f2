import * as z from 'zod';
import { choice } from './choices.ts';
import { distinct, Id, Sentence, Title } from './ids.ts';
import { Owner } from './people.ts';
import { Tier } from './review.ts';

export const KindOfChange = choice({
  approve: 'Approve: it becomes active',
  pause: 'Pause',
  restart: 'Restart after a pause',
  complete: 'Complete',
  stop: 'Stop',
  transfer: 'Transfer to others',
  merge: 'Merge into another review',
  split: 'Split into others',
  leave: 'It left, how is not stated',
  reopen: 'Reopen',
  're-tier': 'Move to another tier',
  'move-portfolio': 'Move to another portfolio',
  rename: 'Rename',
});
export type KindOfChange = z.infer<typeof KindOfChange>;

const own = {
  unrealised: z
    .array(
      z.strictObject({
        id: Id.optional().meta({ title: 'Id', description: 'Of what is not realised yet' }),
        what: Sentence.meta({ title: 'What', description: 'What is not realised yet' }),
        owner: Owner.meta({ title: 'Owner', description: 'The post or team that answers for it from now on' }),
      }),
    )
    .max(50)
    .optional()
    .meta({
      title: 'Not realised yet',
      description: 'Of `complete`: what is not realised yet, each with who answers for it from now on',
    }),
  to: Title.optional().meta({ title: 'Transferred to', description: 'Of `transfer`: to whom' }),
  into: distinct(Id, 20).optional().meta({
    title: 'Into',
    description: 'Of `merge`: the one review that goes on. Of `split`: reviews opened before, each with `splitFrom`',
  }),
  goesOn: z.boolean().optional().meta({
    title: 'Goes on',
    description: 'Of `split`: whether this review goes on beside its parts',
  }),
  tier: Tier.optional().meta({ title: 'Tier', description: 'Of `re-tier`' }),
  portfolio: Id.optional().meta({ title: 'Portfolio', description: 'Of `move-portfolio`' }),
  title: Title.optional().meta({ title: 'Title', description: 'Of `rename`' }),
};
type Own = keyof typeof own;
const isOwn = (field: string): field is Own => field in own;

/** The fields that a kind must have, and those that it may have. */
const ownFields: Partial<Record<KindOfChange, { readonly must?: Own; readonly may?: Own }>> = {
  complete: { may: 'unrealised' },
  transfer: { must: 'to' },
  merge: { must: 'into' },
  split: { must: 'into', may: 'goesOn' },
  're-tier': { must: 'tier' },
  'move-portfolio': { must: 'portfolio' },
  rename: { must: 'title' },
};

/** The fields that a kind asks besides its reason, and whether each must be there. */
export const asksBesides = (kind: KindOfChange): readonly { readonly field: string; readonly required: boolean }[] => {
  const { must, may } = ownFields[kind] ?? {};
  return [
    ...(must === undefined ? [] : [{ field: must, required: true }]),
    ...(may === undefined ? [] : [{ field: may, required: false }]),
  ];
};

/** An act in the life of a review. Its date is the request's Effective-At. */
export const ChangeLifecycle = z
  .strictObject({
    kind: KindOfChange.meta({ title: 'What happens', description: 'The act in the life of the review' }),
    reason: Sentence.meta({ title: 'Reason', description: 'Why; reports show it' }),
    ...own,
  })
  .superRefine((change, { addIssue }) => {
    const { must, may } = ownFields[change.kind] ?? {};
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
