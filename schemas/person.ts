import * as z from 'zod';
import { Instant, LocalDate, ReportMonth } from '#language/time.ts';
import { choice } from './choices.ts';
import { PlannedOn } from './dates.ts';
import { Id, Sentence, Subject, Title } from './ids.ts';
import { mostPassedOn } from './limits.ts';
import { MessageChoice, Notice } from './notices.ts';
import { Role } from './people.ts';

/*
 * The register of people of an organisation, outside every chain (docs/meaning.md PEOPLE-20). A person's id is what
 * records name them by: the subject of their token, or what the office chose before it was known.
 */

const Email = z
  .string()
  .regex(/^[^\s@<>"]{1,64}@[A-Za-z0-9.-]{1,189}$/, 'must be an e-mail address')
  .meta({ description: 'Where messages go', example: 'sam.sro@council.example' });

export const Deputy = z
  .strictObject({
    person: Subject.meta({ title: 'Deputy', description: 'Who acts for them' }),
    from: PlannedOn.meta({ title: 'From', description: 'The first day on which they do' }),
    until: PlannedOn.meta({ title: 'Until', description: 'The last day on which they do' }),
  })
  .meta({ id: 'Deputy', description: 'Who acts for a person as SRO, from one day to another' });
export type Deputy = z.infer<typeof Deputy>;

export const PersonRecord = z
  .strictObject({
    name: Title.meta({ title: 'Name', description: 'What they are called' }),
    post: Title.optional().meta({
      title: 'Post',
      description: 'What they are in the council',
      example: 'Director of Highways',
    }),
    email: Email.optional().meta({ title: 'Email address', description: 'Where messages go' }),
    subject: Subject.optional().meta({
      title: 'Subject of their token',
      description: 'The subject of their token, where the id is another',
    }),
    deputies: z
      .array(Deputy)
      .max(10, 'must hold at most 10 entries')
      .optional()
      .meta({ title: 'Deputies', description: 'Who acts for them as SRO, from one day to another' }),
  })
  .meta({ id: 'PersonRecord', description: 'A person as the programme office enters them' });
export type PersonRecord = z.infer<typeof PersonRecord>;

const NameHeld = z.object({
  from: Instant,
  name: z.string(),
  post: z.string().optional(),
  by: Subject.optional().meta({ description: 'Who recorded it; not known of names recorded by 0.2.0' }),
});

const ErasureGround = choice({
  'asked-by-the-person': 'They asked for it',
  'no-longer-needed': 'It is no longer needed',
});
const Erased = z.object({ at: Instant, by: Subject, ground: ErasureGround });

/** Names with their posts, oldest first, the last holds today; everything else is as it is today. */
export const PersonState = z.object({
  names: z.array(NameHeld).min(1),
  /** Whether the office has entered them, and not somebody who named them in a review, or their own sign-in. */
  enteredByOffice: z.boolean().optional(),
  email: z.string().optional(),
  tokenSubject: Subject.optional(),
  /** What their token last called them. */
  tokenName: z.string().optional(),
  deputies: z.array(Deputy).optional(),
  roles: z.array(Role).optional(),
  lastSeen: LocalDate.optional(),
  /** How they chose to get messages. */
  messages: MessageChoice.optional(),
  erased: Erased.optional(),
});
export type PersonState = z.infer<typeof PersonState>;

export const PersonEntry = z
  .object({
    id: Subject,
    record: PersonRecord,
    facts: z.object({
      names: z.array(NameHeld).meta({ description: 'Every name and post, oldest first, with who recorded it' }),
      roles: z.array(Role).meta({ description: 'What their token said when they were last seen' }),
      lastSeen: LocalDate.nullable(),
      erased: Erased.nullable(),
      messages: MessageChoice,
      sameAs: Subject.nullable().meta({ description: 'The person to whom this subject of a token belongs' }),
    }),
    version: z.int(),
  })
  .meta({ id: 'PersonEntry' });

export const PersonSummary = z
  .object({
    id: Subject,
    name: z.string(),
    post: z.string().nullable(),
    roles: z.array(Role),
    lastSeen: LocalDate.nullable(),
    deputies: z.array(Deputy),
    sameAs: Subject.nullable(),
    version: z.int(),
  })
  .meta({ id: 'PersonSummary' });

export const DirectoryEntry = PersonSummary.pick({ id: true, name: true, post: true }).meta({
  id: 'DirectoryEntry',
  description: 'A person whom a record may name: what records name them by, what they are called, and their post',
});

export const ErasePerson = z
  .strictObject({ ground: ErasureGround.meta({ title: 'Ground', description: 'Why it is erased' }) })
  .meta({ id: 'ErasePerson', description: 'Take out every name, post and address of a person for good' });

export const PassOn = z
  .strictObject({
    to: Subject.meta({ title: 'To', description: 'Who takes over: somebody of the register of people' }),
    reason: Sentence.meta({ title: 'Reason', description: 'Why it is passed on', example: 'Left the council' }),
  })
  .meta({ id: 'PassOn', description: 'Pass all that a person answers for on to another' });

export const ChooseMessages = z
  .strictObject({
    messages: choice({
      daily: 'One message on the morning of a working day',
      'at-once': 'A message as soon as something is new',
      none: 'No messages',
    }).meta({ title: 'How often', description: 'How you get messages about what waits for you' }),
  })
  .meta({ id: 'ChooseMessages', description: 'How somebody gets messages about what waits for them' });

const NamedAs = z.enum(['sro', 'lead']);
export type NamedAs = z.infer<typeof NamedAs>;
const ReviewOfPerson = z.object({
  programmeId: Id,
  reviewId: Id,
  title: z.string(),
  as: z.array(NamedAs).meta({ description: 'What the review names them as' }),
});
export type PassedOn = z.infer<typeof PassedOn>;
export const PassedOn = z
  .object({
    from: Subject,
    to: Subject,
    passedOn: z.array(ReviewOfPerson).meta({ description: 'Reviews that name the other now' }),
    deputyOf: z.array(Subject).meta({ description: 'For whom the other is a deputy now' }),
    left: z
      .array(z.object({ what: z.string(), code: z.string(), detail: z.string() }))
      .meta({ description: 'What could not be passed on, and why; all else was' }),
    complete: z.boolean().meta({
      description: `Whether nothing more is to be passed on: false after ${mostPassedOn} reviews, or where something was left. Ask again for the rest.`,
    }),
  })
  .meta({ id: 'PassedOn' });

const OwedReturn = z.object({
  month: ReportMonth,
  dueOn: LocalDate.meta({ description: 'The last day on which it is in time' }),
  state: z.enum(['missing', 'sent-back', 'unconfirmed']),
  sentBack: z
    .object({ at: Instant, by: Subject, byName: z.string(), comment: z.string() })
    .optional()
    .meta({ description: 'Set where an SRO sent it back: who, when, and what they ask for' }),
});

const MyReview = z.object({
  programmeId: Id,
  reviewId: Id,
  title: z.string(),
  stage: Id,
  lifecycle: z.string(),
  as: z.enum(['sro', 'deputy', 'lead']),
  returnsOwed: z.array(OwedReturn).meta({
    description:
      'Of the last twenty-four months that have ended: returns that no SRO has confirmed, the earliest first',
  }),
  waits: z.array(Notice).meta({
    description: 'What else of it waits for them: outcomes, the gate, and reviews of risks and actions past their day',
  }),
});
export type MyReview = z.infer<typeof MyReview>;
export const Me = z
  .object({
    subject: Subject,
    name: z.string().nullable(),
    post: z.string().nullable(),
    roles: z.array(Role),
    actsFor: z
      .array(z.object({ person: Subject, name: z.string(), until: LocalDate }))
      .meta({ description: 'Whom they act for today, as their deputy' }),
    messages: MessageChoice,
    reviews: z.array(MyReview).meta({ description: 'Of which they are an SRO, or act for one, or which they lead' }),
  })
  .meta({ id: 'Me', description: 'Who asks, and what they answer for' });
