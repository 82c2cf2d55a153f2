import * as z from 'zod';
import { Instant } from '#language/time.ts';
import { choice } from '#schemas/choices.ts';
import { PlannedOn } from '#schemas/dates.ts';
import { Id, Sentence, Subject } from '#schemas/ids.ts';
import { RedactionGround } from '#schemas/redaction.ts';
import { declareRegister } from '../declaration.ts';
import { exempt } from '../field-kinds.ts';

const Whole = choice({ programme: 'All of the programme' });
const AskedAs = choice({ 'programme-office': 'Programme office', assurance: 'Assurance' });

const NamedText = z.strictObject({
  pointer: z
    .string()
    .max(200)
    .regex(
      /^(?:\/(?:record|facts)(?:\/[A-Za-z0-9-]+)+|\/struckOut\/reason|\/reason)$/,
      'must be a place in what was recorded, as /record/title, /facts/outcomes/0/reason, /struckOut/reason or /reason',
    )
    .meta({
      title: 'Place',
      description: 'Where the text is in what was recorded, as a JSON pointer: /record/title, or /reason of the change',
    }),
  version: z.int().min(1).optional().meta({
    title: 'Version',
    description: 'The version of the record in which it is there; left out: every version',
  }),
});

/**
 * A request to take words out of the record for good. It names texts by their places and holds none of their words. UK GDPR
 * article 17 (Regulation (EU) 2016/679 as retained), orders of courts, and what was recorded in error.
 */
const RedactionFields = z.strictObject({
  askedAs: AskedAs.meta({
    title: 'Asked by',
    description: 'For whom it is asked: the programme office or assurance; somebody else agrees for the other',
  }),
  review: Id.optional().meta({
    title: 'Review',
    description: 'The review that the record belongs to; left out for a record of the programme itself',
  }),
  kind: Id.optional().meta({
    title: 'Kind of record',
    description: 'As history names it: risk, return, review, programme',
  }),
  entry: Id.optional().meta({ title: 'Record', description: 'The id of the record' }),
  texts: z
    .array(NamedText)
    .min(1, 'must name at least one text')
    .max(50)
    .optional()
    .meta({ title: 'Texts', description: 'The texts that are to be taken out, by their places' }),
  whole: Whole.optional().meta({
    title: 'Everything of',
    description: 'In place of a record and its texts: the closed programme of which every text is taken out',
  }),
  retainedUntil: PlannedOn.optional().meta({
    title: 'Kept until',
    description: 'The last day of the retention period, of a programme that is disposed of',
  }),
  ground: RedactionGround.meta({ title: 'Ground', description: 'Why the law asks for it' }),
  reason: Sentence.meta({ title: 'Reason', description: 'Why, in words that do not repeat what is to be taken out' }),
  exempt,
});

const namesTexts = ({ kind, entry, texts }: z.infer<typeof RedactionFields>): boolean =>
  kind !== undefined && entry !== undefined && texts !== undefined;
const namesNone = ({ review, kind, entry, texts }: z.infer<typeof RedactionFields>): boolean =>
  review === undefined && kind === undefined && entry === undefined && texts === undefined;

export const Redaction = RedactionFields.refine((one) => (one.whole === undefined ? namesTexts(one) : namesNone(one)), {
  message: 'must name a record with "kind" and "entry" and its "texts", or "whole" alone',
})
  .refine(({ whole, ground }) => (whole === undefined) === (ground !== 'retention-ended'), {
    path: ['ground'],
    message: 'must be "retention-ended" where all of a programme is disposed of, and nowhere else',
  })
  .refine(({ whole, retainedUntil }) => (whole === undefined) === (retainedUntil === undefined), {
    path: ['retainedUntil'],
    message: 'must be given where all of a programme is disposed of, and nowhere else',
  })
  .meta({ id: 'Redaction' });
export type Redaction = z.infer<typeof Redaction>;

/** The texts of one record that a redaction names. */
export interface AskedTexts {
  readonly review: string | undefined;
  readonly kind: string;
  readonly entry: string;
  readonly texts: readonly z.infer<typeof NamedText>[];
}

/** What a redaction names; undefined: every text of the programme. */
export const askedTexts = ({ review, kind, entry, texts }: Redaction): AskedTexts | undefined =>
  kind === undefined || entry === undefined || texts === undefined ? undefined : { review, kind, entry, texts };

export const AgreeRedaction = z.strictObject({}).meta({ id: 'AgreeRedaction' });

export const RedactionFacts = z
  .object({
    askedBySubject: Subject.meta({ description: 'Who asked for it' }),
    agreed: z
      .object({
        at: Instant.meta({ description: 'When it was agreed' }),
        by: Subject.meta({ description: 'Who agreed' }),
      })
      .nullable()
      .meta({ description: 'The agreement of the other of office and assurance; null until it is given' }),
    done: z
      .object({
        at: Instant.meta({ description: 'From when the words were gone from all that is stored' }),
        events: z.int().meta({ description: 'Events of the record out of which they were taken' }),
        reports: z.int().meta({ description: 'Published reports out of which they were taken' }),
      })
      .nullable()
      .meta({ description: 'What was done; null until it is' }),
  })
  .meta({ id: 'RedactionFacts' });
export type RedactionFacts = z.infer<typeof RedactionFacts>;

export const redaction = declareRegister({
  kind: 'redaction',
  purpose:
    'Words that are taken out of the record for good, asked for by one of office and assurance and agreed by the other.',
  scopes: ['programme'],
  writers: ['assurance', 'programme-office'],
  evenIfClosed: true,
  record: Redaction,
  facts: RedactionFacts,
  problems: ['redaction.agreed', 'redaction.names-words'],
  columns: ['kind', 'entry', 'review', 'ground'],
  entryName: (_, id) => `the redaction ${id}`,
  example: {
    askedAs: 'programme-office',
    review: 'property',
    kind: 'risk',
    entry: 'first',
    texts: [{ pointer: '/record/cause' }],
    ground: 'recorded-in-error',
    reason: 'It named somebody who has nothing to do with it',
  },
  exampleId: 'wrongly-named',
});
