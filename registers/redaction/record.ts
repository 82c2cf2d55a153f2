import * as z from 'zod';
import { Instant } from '#language/time.ts';
import { choice } from '#schemas/choices.ts';
import { Id, Sentence, Subject } from '#schemas/ids.ts';
import { RedactionGround } from '#schemas/redaction.ts';
import { declareRegister } from '../declaration.ts';
import { exempt } from '../field-kinds.ts';

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
export const Redaction = z
  .strictObject({
    askedAs: AskedAs.meta({
      title: 'Asked by',
      description: 'For whom it is asked: the programme office or assurance; somebody else agrees for the other',
    }),
    review: Id.optional().meta({
      title: 'Review',
      description: 'The review that the record belongs to; left out for a record of the programme itself',
    }),
    kind: Id.meta({ title: 'Kind of record', description: 'As history names it: risk, return, review, programme' }),
    entry: Id.meta({ title: 'Record', description: 'The id of the record' }),
    texts: z
      .array(NamedText)
      .min(1, 'must name at least one text')
      .max(50)
      .meta({ title: 'Texts', description: 'The texts that are to be taken out, by their places' }),
    ground: RedactionGround.meta({ title: 'Ground', description: 'Why the law asks for it' }),
    reason: Sentence.meta({ title: 'Reason', description: 'Why, in words that do not repeat what is to be taken out' }),
    exempt,
  })
  .meta({ id: 'Redaction' });
export type Redaction = z.infer<typeof Redaction>;

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
