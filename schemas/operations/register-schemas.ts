import * as z from 'zod';
import type { Register } from '#registers/declaration.ts';
import { identified, Narrative } from '../ids.ts';
import { mostEntriesTogether } from '../limits.ts';
import { numberFault } from '../number-fault.ts';
import { Digest } from '../salts.ts';
import { entryOf, json, pageOf } from './answer-parts.ts';
import { correctionOf } from './request-parts.ts';

/*
 * The schemas of a register's requests and answers, each made once, when it is first asked for: a register of reviews and of the
 * programme answers the same, and one instance of a function is seldom asked for every register.
 */

const ofEachRegister = <T extends z.ZodType>(make: (register: Register) => T) => {
  const made = new Map<string, T>();
  return (register: Register): T => {
    const schema = made.get(register.kind) ?? make(register);
    made.set(register.kind, schema);
    return schema;
  };
};

export const entrySchema = ofEachRegister((register) =>
  entryOf(register.record, register.facts, register.computed, register.id).meta({ id: `${register.stem}Entry` }),
);
export const listSchema = ofEachRegister((register) =>
  pageOf(entrySchema(register)).meta({ id: `${register.stem}List` }),
);
export const correctionSchema = ofEachRegister((register) => correctionOf(register.record, register.stem));

/** One schema, so that the document has it once. */
const fileDigest = Digest.meta({
  id: 'FileDigest',
  description:
    'The SHA-256 of the file that the entries were read from, in lower-case hexadecimal: history keeps it with each of them, so that the file can be known again',
}).optional();

const checkOnly = z
  .literal(true, 'must be true, or left out')
  .meta({
    id: 'CheckOnly',
    description:
      'Nothing is recorded: the entries are judged by the same rules as if they were, and what is wrong with them is answered. The versions are those that they would have',
  })
  .optional();

/** Some new entries of a register; what is wrong with one is said at its place, as `/entries/3/record/owner`. */
export const newEntriesSchema = ofEachRegister((register) =>
  z
    .strictObject({
      entries: identified(z.strictObject({ id: register.id, record: register.record }), mostEntriesTogether).min(
        1,
        'must hold at least one entry',
      ),
      fileDigest,
      checkOnly,
    })
    .meta({ id: `New${register.plural}` }),
);

/** What some entries of a register are to be, each with the version that it was read at; what is wrong with one is said at its place. */
export const changedEntriesSchema = ofEachRegister((register) =>
  z
    .strictObject({
      entries: identified(
        z
          .strictObject({
            id: register.id,
            version: z
              .int(numberFault('must be the version that was read, a whole number'))
              .min(1, 'must be the version that was read, from 1')
              .meta({ description: 'The version that the change rests on, as the entry or its list has it' }),
            record: register.record.optional(),
            reviewedNoChange: z
              .literal(true, 'must be true, or left out')
              .optional()
              .meta({ description: 'In place of `record`: it was looked at and still is as recorded' }),
            comment: Narrative.optional().meta({
              description: 'Of what was reviewed without a change: what was looked at',
            }),
          })
          .refine((one) => (one.record === undefined) === (one.reviewedNoChange === true), {
            message: 'must have either "record", or "reviewedNoChange": true',
          })
          .refine((one) => one.comment === undefined || one.reviewedNoChange === true, {
            path: ['comment'],
            message: 'is taken with "reviewedNoChange": true only',
          }),
        mostEntriesTogether,
      ).min(1, 'must hold at least one entry'),
      fileDigest,
      checkOnly,
    })
    .meta({ id: `Changed${register.plural}` }),
);
export const EntriesRecorded = z
  .object({ entries: z.array(z.object({ id: z.string(), version: z.int() })) })
  .meta({ id: 'EntriesRecorded' });

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
export const registerTag = (register: Register): string => capital(register.path.replaceAll('-', ' '));

/** What an operation answers, its schema made when it is asked for. */
export const answering = <const S extends 200 | 201 = 200>(schema: () => z.ZodType, status?: S) =>
  ({
    status: status ?? 200,
    mediaTypes: json,
    get schema() {
      return schema();
    },
  }) as const;
