import * as z from 'zod';
import type { CommandContext } from '#domain/decided.ts';
import type { OfReview, Others } from '#domain/registers/define-rules.ts';
import { rulesOf } from '#domain/registers/rules.ts';
import { type RegisterKind, registers } from '#registers/all.ts';
import type { Register } from '#registers/declaration.ts';
import { Rating, rating } from '#registers/rating/record.ts';
import { rateReview } from '#registers/rating/rules.ts';
import { asJsonObject, type RecordState } from '#schemas/history.ts';
import { entrySchema } from '#schemas/operations/register-schemas.ts';
import { Role } from '#schemas/people.ts';
import { Programme } from '#schemas/programme.ts';
import { Review } from '#schemas/review.ts';

/*
 * What the example of a register is answered with, made by the register's own rules: what they keep and what they compute. A test sends each
 * example through the API and holds the answer to this one.
 */

/** The programme that the examples are recorded in, as the settings that they need. */
export const exampleProgramme = {
  name: 'Services for Tomorrow',
  council: 'Testshire Council',
  fictional: true,
  directorates: [{ id: 'places', name: 'Places' }],
  portfolios: [{ id: 'customer', name: 'Customer' }],
  reporting: { firstMonth: '2026-01' },
};

/** The review that they are recorded in, by whom, and since when both are there. */
export const exampleReview = {
  title: 'Property',
  services: ['Property'],
  directorate: 'places',
  tier: '1',
  lifecycle: 'active',
  sros: [{ subject: 'sam-sro', name: 'Sam Sro' }],
};
export const examplePlace = { programmeId: 'tomorrow', reviewId: 'property' };
export const exampleBegins = '2025-04-01';
export const exampleDay = '2026-02-03';
const effectiveAt = `${exampleDay}T00:00:00.000Z`;

/** Some say in which role they are sent. */
const AskedAs = z.object({ askedAs: Role });

/** Who records the example of a register: one of its writers. */
export const exampleSender = (register: Register): { readonly subject: string; readonly roles: readonly Role[] } => {
  const asked = AskedAs.safeParse(register.example).data?.askedAs;
  const role = asked ?? (register.byActOnly === true ? 'sro' : (register.writers[0] ?? 'programme-office'));
  return { subject: role === 'sro' ? 'sam-sro' : `a-${role}`, roles: [role] };
};

const opened = `${exampleBegins}T00:00:00.000Z`;
const reviewThere: NonNullable<OfReview> = {
  id: examplePlace.reviewId,
  record: Review.parse(exampleReview),
  facts: {
    stage: 'identified',
    stageSince: opened,
    stageWork: null,
    moves: [],
    waivers: [],
    lifecycles: [{ lifecycle: 'active', at: opened }],
  },
  line: { recorded: [], deputies: [] },
};

type One = Register & { readonly kind: RegisterKind };

/** Of a register that another is judged by: its own example. */
const examplesOf = (kind: RegisterKind): ReturnType<Others> =>
  registers.flatMap((one: Register) =>
    one.kind === kind
      ? [
          {
            id: one.exampleId,
            state: { record: asJsonObject(one.record.parse(one.example)), facts: {}, struckOut: null },
          },
        ]
      : [],
  );

const stateOf = (register: One, programme: Programme, command: CommandContext): RecordState => {
  const { kind, record: schema, exampleId: id, example } = register;
  const review = register.scopes[0] === 'review' ? reviewThere : null;
  const decided =
    kind === rating.kind
      ? rateReview({
          review: { ...reviewThere, line: { recorded: [], deputies: [] } },
          request: Rating.parse(example),
          reviewVersion: 1,
          existingIds: [],
          ...{ programme, command },
        })
      : rulesOf(kind).put({
          ...{ programme, review, id, command },
          before: null,
          record: asJsonObject(z.parse(schema, example)),
          others: (other) => (other === kind ? [] : examplesOf(other)),
        });
  if (decided.kind === 'refused') throw new Error(`the example of ${kind} is refused: ${decided.refusal.detail}`);
  return 'state' in decided.result ? decided.result.state : decided.result;
};

/** What whoever records the example of a register is answered. */
export const exampleAnswer = (register: One): unknown => {
  const programme = Programme.parse(exampleProgramme);
  const sender = exampleSender(register);
  const actor = { ...sender, roles: [...sender.roles], name: sender.subject, organisation: 'testshire' };
  const state = stateOf(register, programme, { actor, effectiveAt });
  return entrySchema(register).parse({
    id: register.exampleId,
    ...state,
    computed: rulesOf(register.kind).computed(state, programme),
    version: 1,
    effectiveAt,
    recordedAt: effectiveAt,
    recordedBy: sender.subject,
  });
};
