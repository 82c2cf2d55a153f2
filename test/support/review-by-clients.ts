import { expect } from 'vitest';
import type { components } from './generated/tracker-api.d.ts';
import { actOn, answered, type Client, startTracker } from './running-tracker.ts';

export type Schemas = components['schemas'];

export const programmePath = { programmeId: 'better-services' };
export const path = { ...programmePath, reviewId: 'libraries' };
export const entry = (entryId: string) => ({ ...path, entryId });
export const newOn = (day: string) => ({ 'If-None-Match': '*', 'Effective-At': day }) as const;

export const cases = '/programmes/{programmeId}/reviews/{reviewId}/business-cases/{entryId}';
export const savings = '/programmes/{programmeId}/reviews/{reviewId}/savings/{entryId}';

export const programme: Schemas['Programme'] = {
  name: 'Better Services',
  council: 'Exampleshire County Council',
  fictional: true,
  reporting: { firstMonth: '2025-01' },
};

/** What an SRO and the team do to one review and its gate ahead, each by a client of their own. */
export const reviewByClients = (team: Client, sro: Client) => {
  const review = () => answered(team.GET('/programmes/{programmeId}/reviews/{reviewId}', { params: { path } }));
  const reviewVersion = async (): Promise<string> => {
    const { response } = await team.GET('/programmes/{programmeId}/reviews/{reviewId}', { params: { path } });
    return response.headers.get('etag') ?? 'no ETag';
  };
  /** How somebody judges an entry: by the version that they read. */
  const judging = async (register: typeof cases | typeof savings, id: string) => {
    const { response } = await team.GET(register, { params: { path: entry(id) } });
    return { path: entry(id), header: { 'If-Match': response.headers.get('etag') ?? 'no ETag', ...actOn() } };
  };
  const gate = () => answered(team.GET('/programmes/{programmeId}/reviews/{reviewId}/gate', { params: { path } }));

  let put: Schemas['ReviewToPut'] = { title: 'Libraries' };
  const openReview = (record: Schemas['ReviewToPut'], day: string) => {
    put = record;
    return team.PUT('/programmes/{programmeId}/reviews/{reviewId}', {
      params: { path, header: newOn(day) },
      body: put,
    });
  };

  /** Changes some of the record of the review and leaves the rest as it was last put. */
  const changeReview = async (changes: Partial<Schemas['ReviewToPut']>, day?: string) => {
    put = { ...put, ...changes };
    return answered(
      team.PUT('/programmes/{programmeId}/reviews/{reviewId}', {
        params: { path, header: { 'If-Match': await reviewVersion(), ...actOn(day) } },
        body: put,
      }),
    );
  };
  const askToMove = async (to: string, day?: string) =>
    team.POST('/programmes/{programmeId}/reviews/{reviewId}/stage-moves', {
      params: { path, header: { 'If-Match': await reviewVersion(), ...actOn(day) } },
      body: { to },
    });
  const recordOutcome = async (businessCase: string, body: Schemas['RecordOutcome']) =>
    answered(
      sro.POST('/programmes/{programmeId}/reviews/{reviewId}/business-cases/{entryId}/outcomes', {
        params: await judging(cases, businessCase),
        body,
      }),
    );

  return { openReview, review, gate, changeReview, askToMove, recordOutcome, judging };
};

export type ReviewByClients = ReturnType<typeof reviewByClients>;

/** The gate ahead is shut: it says so in a sentence, and these criteria stand in the way. */
export const expectShut = async (
  review: ReviewByClients,
  from: string,
  to: string,
  criteria: readonly string[],
): Promise<void> => {
  const ahead = await review.gate();
  expect(ahead.open).toBe(false);
  expect(ahead.sentence).toContain(`The review may not move from "${from}" to "${to}" yet`);
  expect(ahead.criteria.filter((one) => one.state !== 'met').map((one) => one.id)).toEqual(criteria);
  for (const one of ahead.criteria.filter(({ state }) => state !== 'met')) {
    expect(one.state).toBe('not-met');
    expect(ahead.sentence).toContain(one.because);
  }
};

/** The gate ahead is open by criteria that are all met, none of them waived, and the review goes through it. */
export const expectThrough = async (
  review: ReviewByClients,
  from: string,
  to: string,
  id: string,
  day?: string,
): Promise<void> => {
  const ahead = await review.gate();
  expect(ahead.sentence).toBe(`The review may move from "${from}" to "${to}".`);
  expect(ahead).toMatchObject({ open: true, next: id, nextName: to });
  expect(ahead.criteria.filter((one) => one.state !== 'met')).toEqual([]);
  const moved = await answered(review.askToMove(id, day));
  expect(moved.facts.stage).toBe(id);
  expect(moved.computed.stageName).toBe(to);
  expect(moved.facts.moves.at(-1)).toMatchObject({ to: id, direction: 'forward', by: 'tess-marsh', waived: [] });
  expect(moved.facts.waivers).toEqual([]);
};

export const startClients = async () => {
  const tracker = await startTracker();
  const [office, team, sro, finance] = await Promise.all([
    tracker.signIn('programme-office', 'Olu Adeyemi'),
    tracker.signIn('transformation-team', 'Tess Marsh'),
    tracker.signIn('sro', 'Anna Green'),
    tracker.signIn('finance', 'Farid Khan'),
  ]);
  return { tracker, office, team, finance, libraries: reviewByClients(team, sro) };
};
