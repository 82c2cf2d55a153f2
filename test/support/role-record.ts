import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { registers } from '#registers/all.ts';
import type { Register } from '#registers/declaration.ts';
import type { Operation } from '#schemas/operations.ts';
import type { Role } from '#schemas/people.ts';
import type { Asked } from './client.ts';
import { idOfEntry } from './id-of-entry.ts';
import { programme, records, review } from './records.ts';
import { type Holder, named } from './role-holders.ts';
import type { Standing } from './standing.ts';
import type { TestTracker } from './tracker.ts';

/** What is asked for: of which review, and where it is a rating that stands, whose. */
export interface Target {
  readonly reviewId: string;
  readonly ratingOf: 'sro' | 'assurance' | null;
}

/*
 * The record that people of every role meet: one programme, two reviews of different SROs, one entry in each register,
 * both ratings, and a published month. Whatever is asked of it can be done.
 */

export const organisations = { own: 'council', other: 'elsewhere' } as const;
export const programmeId = 'tomorrow';
/** The SRO of the table answers for the first and not for the second. */
export const reviewIds = { own: 'property', other: 'libraries' } as const;
export const month = '2026-01';
/** Somebody of the register of people whom no review names. */
export const personId = 'petra-person';
/** Stands in every title of the record, so that it is known wherever it is shown. */
export const mark = 'Zephyrine';

export const entryIdOf = (register: Register): string => idOfEntry(register.kind, 'first', { month });
export const ratedOn = '2026-01-20';

const { itsSro, otherSro, lead, persona } = named;
const { grossExpenditure: _, ...unbudgeted } = review;

export const programmeRecord = { ...programme, name: mark };
export const reviewRecords: Readonly<Record<string, object>> = {
  [reviewIds.own]: { ...unbudgeted, title: `${mark} halls`, sros: [itsSro], lead },
  [reviewIds.other]: { ...unbudgeted, title: `${mark} shelves`, sros: [otherSro] },
};
export const recordOf = (register: Register): object => {
  const record = records[register.kind];
  if (typeof record !== 'object' || record === null) throw new Error(`no record of the kind ${register.kind}`);
  return register.kind === 'delivery-model' ? { ...record, fromOptions: ['first'] } : record;
};
export const rating = (words: string) => ({ on: ratedOn, overall: { rating: 'green', words } });
export const appraisal = (name: string) => ({ criteria: [{ id: 'cost', name, group: 'viability', weight: 100 }] });
export const outcome = {
  outcome: 'approved-with-conditions',
  body: 'Cabinet',
  on: '2026-01-22',
  conditions: [{ id: 'pensions', text: 'Agree pensions', owner: 'Head of Finance', dueOn: '2026-06-30' }],
};

const Versioned = z.object({ version: z.int() });

/** Asks as somebody of the record's organisation, unless another is given, and takes no refusal; the JSON of the answer. */
export const mustBeDone =
  (tracker: Pick<TestTracker, 'must'>) =>
  async (
    operation: string,
    as: { roles: readonly Role[]; subject: string; organisation?: string },
    asked: Asked,
  ): Promise<unknown> => {
    const headers = { 'idempotency-key': randomUUID(), ...asked.headers };
    return (await tracker.must(operation, { ...asked, headers, as: { organisation: organisations.own, ...as } })).body;
  };

/** Everything is recorded on the day from which it is true, so that ratings can be corrected with effect from March. */
const recordedOnItsDay =
  (tracker: Pick<TestTracker, 'must'>): ReturnType<typeof mustBeDone> =>
  (operation, as, asked) =>
    mustBeDone(tracker)(operation, as, { recordedAt: asked.headers?.['effective-at'] ?? '2026-02-10', ...asked });

export const tellRecord = async (tracker: Pick<TestTracker, 'must' | 'settled'>): Promise<void> => {
  const recordChange = recordedOnItsDay(tracker);
  const team = { roles: ['transformation-team'], subject: persona.subject } as const;
  const office = { roles: ['programme-office'], subject: 'pat-office' } as const;
  const assurance = { roles: ['assurance'], subject: 'asha-assurance' } as const;
  const finance = { roles: ['finance'], subject: 'fay-finance' } as const;
  const as = ({ kind }: Register, usual: typeof team | typeof office) =>
    kind === 'assurance-checkpoint' ? assurance : kind === 'ledger-period' ? finance : usual;
  const create = (on: string) => ({ 'if-none-match': '*', 'effective-at': on });
  const move = async (params: Record<string, string>) => {
    const { version } = Versioned.parse(await recordChange('getReview', office, { params }));
    return { body: { to: 'service-baseline' }, headers: { 'if-match': `"${version}"` } };
  };

  await recordChange('putProgramme', office, {
    params: { programmeId },
    body: programmeRecord,
    headers: create('2025-12-01'),
  });
  await recordChange('putPerson', office, {
    params: { personId },
    body: { name: 'Petra Person' },
    headers: { 'if-none-match': '*' },
  });
  for (const register of registers)
    if (register.scopes.some((scope) => scope === 'programme'))
      await recordChange(`putProgramme${register.stem}`, as(register, office), {
        params: { programmeId, entryId: entryIdOf(register) },
        body: recordOf(register),
        headers: create('2026-01-10'),
      });
  for (const [reviewId, sro] of [
    [reviewIds.own, itsSro],
    [reviewIds.other, otherSro],
  ] as const) {
    const params = { programmeId, reviewId };
    const entry = { ...params, entryId: 'first' };
    const its = { roles: ['sro'], subject: sro.subject } as const;
    await recordChange('putReview', team, { params, body: reviewRecords[reviewId], headers: create('2025-12-03') });
    for (const register of registers)
      if (register.scopes.some((scope) => scope === 'review') && !('byActOnly' in register))
        await recordChange(`put${register.stem}`, as(register, team), {
          params: { ...params, entryId: entryIdOf(register) },
          body: recordOf(register),
          headers: create(register.kind === 'return' ? '2026-02-02' : '2026-01-10'),
        });
    await recordChange('putBusinessCase', team, {
      params: { ...params, entryId: 'draft' },
      body: records['business-case'],
      headers: create('2026-01-10'),
    });
    await recordChange('putAppraisal', team, { params, body: appraisal('Cost'), headers: create('2026-01-11') });
    await recordChange('recordOutcome', its, { params: entry, body: outcome });
    await recordChange('rateReview', its, { params, body: rating('As planned') });
    await recordChange('rateReview', assurance, { params, body: rating('As said') });
    await recordChange('moveStage', team, { params, ...(await move(params)) });
  }
  await recordChange('runReport', office, { params: { programmeId }, body: { month } });
  await tracker.settled();
};

/** Who somebody is to what they ask for. */
export const standingOf = (holder: Holder, { reviewId, ratingOf }: Target): Standing => ({
  roles: holder.roles,
  isItsSro: reviewId === reviewIds.own && holder.subject === itsSro.subject,
  leadsIt: reviewId === reviewIds.own && holder.subject === lead.subject,
  claimedIt: holder.subject === persona.subject,
  ratingOf,
});

/** Once for each review and each rating where it makes a difference. */
export const targetsOf = (operation: Operation): readonly Target[] => {
  const ofReviews = operation.path.includes('{reviewId}') ? Object.values(reviewIds) : [reviewIds.own];
  const ofRatings =
    operation.register?.kind === 'rating' && operation.path.includes('{entryId}')
      ? (['sro', 'assurance'] as const)
      : [null];
  return ofReviews.flatMap((reviewId) => ofRatings.map((ratingOf) => ({ reviewId, ratingOf })));
};
