import * as z from 'zod';
import { Instant, LocalDate } from '#language/time.ts';
import { PlannedOn } from './dates.ts';
import { Id, Organisation, Sentence, Subject } from './ids.ts';

/*
 * A programme on its way to another organisation of the deployment (docs/meaning.md PROGRAMME-25).
 */

const states = ['proposed', 'withdrawn', 'refused', 'accepted', 'received'] as const;
export const TransferState = z.enum(states);
export type TransferState = z.infer<typeof TransferState>;

/** What the settings of a programme keep of its latest transfer: no words, which are in the reason of the event. */
export const ProgrammeTransfer = z
  .strictObject({
    id: Id,
    from: Organisation.meta({ description: 'The organisation that gives it' }),
    to: Organisation.meta({ description: 'The organisation that receives it' }),
    until: LocalDate.meta({ description: 'The last day on which it can be accepted' }),
    state: TransferState,
    at: Instant.meta({ description: 'When it came to that' }),
  })
  .meta({ id: 'ProgrammeTransfer' });
export type ProgrammeTransfer = z.infer<typeof ProgrammeTransfer>;

export const ProposeTransfer = z
  .strictObject({
    to: Organisation.meta({
      title: 'Organisation',
      description:
        'The organisation of the deployment to which the programme goes, by its id: letters, digits and . _ -',
    }),
    reason: Sentence.meta({ title: 'Reason', description: 'Why it goes there; both offices read it' }),
    until: PlannedOn.meta({ title: 'Last day', description: 'The last day on which its office can accept' }),
  })
  .meta({ id: 'ProposeTransfer' });
export type ProposeTransfer = z.infer<typeof ProposeTransfer>;

const whyAnswered = Sentence.meta({ title: 'Reason', description: 'Why; it stays in the history of the programme' });

export const WithdrawTransfer = z.strictObject({ reason: whyAnswered }).meta({ id: 'WithdrawTransfer' });
export const RefuseTransfer = z.strictObject({ reason: whyAnswered }).meta({ id: 'RefuseTransfer' });
export const AcceptTransfer = z.strictObject({}).meta({ id: 'AcceptTransfer' });

/** A transfer as both offices read it. Its words are there while it can be answered; afterwards they are in the history of the programme alone. */
export const TransferEntry = z
  .object({
    id: Id,
    from: Organisation,
    to: Organisation,
    programme: Id.meta({ description: 'The id of the programme, in either organisation' }),
    name: z.string().nullable().meta({ description: 'What the programme was called; null once it is answered' }),
    reason: z.string().nullable().meta({ description: 'Why it is proposed; null once it is answered' }),
    side: z.enum(['gives', 'receives']).meta({
      description: 'What your organisation does: who gives may withdraw, and who receives accept or refuse',
    }),
    until: LocalDate,
    state: z.enum([...states, 'lapsed']).meta({
      description: 'Lapsed: nobody answered by its last day. Accepted: nothing is recorded, and it is being copied',
    }),
    proposedAt: Instant,
    proposedBy: Subject,
    answeredAt: Instant.nullable(),
    answeredBy: Subject.nullable(),
    receivedAt: Instant.nullable().meta({ description: 'From when it is the programme of the receiving organisation' }),
  })
  .meta({ id: 'TransferEntry' });
export type TransferEntry = z.infer<typeof TransferEntry>;
