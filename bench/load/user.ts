import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { county } from '../cost/month.ts';
import { busiestHour } from '../cost/partitions.ts';
import { changes, questions, type UseId } from '../cost/uses.ts';
import type { Answer } from '../send.ts';
import { entries, programmeId, reviewOf, riskOf, savingOf, sroOf, type WorkingCouncil } from './council.ts';
import type { Asked, Stack } from './stack.ts';
import type { Tally } from './tally.ts';

/** A number from 0 to below 1. */
export type Chance = () => number;

type Role = 'transformation-team' | 'sro' | 'finance';

/** Who does which changes, and what part of the people they are: such that the changes come in the mix of the month. */
const rolesOf: Readonly<Record<Role, { readonly part: number; readonly uses: readonly UseId[] }>> = {
  'transformation-team': {
    part: 0.86,
    uses: ['new-entry', 'changed-entry', 'changed-review', 'stage-work', 'stage-move', 'return'],
  },
  sro: { part: 0.1, uses: ['rating', 'confirmation'] },
  finance: { part: 0.04, uses: ['validation'] },
};

/** The part of changes among all requests of the busiest hour. */
const changed = county.reviews * busiestHour.changesEachReview;
export const changesAmongRequests = changed / (changed + county.people * busiestHour.questionsEachPerson);

interface Weighed {
  readonly id: UseId;
  readonly weight: number;
}
const weighed = {
  questions: questions.map(({ id, eachPersonADay }) => ({ id, weight: eachPersonADay })),
  changesOf: (role: Role) =>
    changes
      .filter(({ id }) => rolesOf[role].uses.includes(id))
      .map(({ id, eachReviewAMonth }) => ({ id, weight: eachReviewAMonth })),
};

const drawn = (from: readonly Weighed[], chance: Chance): UseId => {
  let left = chance() * from.reduce((sum, one) => sum + one.weight, 0);
  for (const one of from) {
    left -= one.weight;
    if (left < 0) return one.id;
  }
  return 'get-review';
};

const roleFor = (place: number): Role => {
  if (place < rolesOf['transformation-team'].part) return 'transformation-team';
  return place < 1 - rolesOf.finance.part ? 'sro' : 'finance';
};

const Entry = z.object({ version: z.int(), record: z.looseObject({}), facts: z.looseObject({}) });
const Plan = z.looseObject({ years: z.tuple([z.looseObject({ plan: z.int() })]) });

/** How often a user asks again who came second to somebody else's change, or met a busy store. */
const mostTries = 8;

export interface UserSettings {
  readonly stack: Stack;
  readonly council: WorkingCouncil;
  /** The user's number, which no other user of the council has. */
  readonly number: number;
  readonly tally: Tally;
  readonly chance: Chance;
}

/** A person at a screen: each call of what comes back does one thing of the mix, as often as it takes to have it done. */
export const openUser = async (settings: UserSettings): Promise<() => Promise<void>> => {
  const { stack, council, tally, chance } = settings;
  const role = roleFor(chance());
  const subject = role === 'sro' ? sroOf(settings.number % council.reviews.length) : `${role}-${settings.number}`;
  const send = await stack.signIn({ subject, organisation: council.organisation, roles: [role] });
  let made = 0;
  const fresh = (): string => {
    made += 1;
    return `user-${settings.number}-${made}`;
  };
  const one = <T>(of: readonly T[]): T => {
    const picked = of[Math.floor(chance() * of.length)];
    if (picked === undefined) throw new Error('there is nothing to choose from');
    return picked;
  };
  // An SRO acts for their own reviews alone.
  const mine = council.reviews.filter((_, n) => role !== 'sro' || sroOf(n) === subject);

  /** Sends a request, and the same again where the store was busy, until it is answered. */
  const asked = async (use: UseId, request: Asked): Promise<Answer | undefined> => {
    for (let tries = 0; tries < mostTries; tries += 1) {
      const answer = await send(request);
      if (tally.took(use, answer)) return answer;
      const seconds = Number(answer.headers['retry-after'] ?? 0);
      if (seconds === 0) return undefined;
      await pause(seconds * 1_000);
    }
    tally.errors.push(`${use}: busy ${mostTries} times`);
    return undefined;
  };
  /** Reads a thing and changes it on the version read, again where somebody else was quicker. */
  const changeIt = async (
    use: UseId,
    name: string,
    reading: Asked,
    change: (entry: z.infer<typeof Entry>) => Pick<Asked, 'operation' | 'body'>,
  ): Promise<void> => {
    for (let tries = 0; tries < mostTries; tries += 1) {
      const read = await asked('get-entry', reading);
      if (read === undefined) continue;
      const entry = Entry.parse(JSON.parse(read.text));
      const headers = { 'if-match': `"${entry.version}"`, 'idempotency-key': fresh() };
      const done = await asked(use, { ...change(entry), params: reading.params, headers });
      if (done === undefined) continue;
      tally.changed(`${council.organisation} ${name}`);
      if (use === 'changed-entry') tally.changed(`${council.organisation} ${name} pounds`);
      return;
    }
  };

  const doChange: Readonly<Partial<Record<UseId, () => Promise<void>>>> = {
    'new-entry': async () => {
      const [reviewId, entryId] = [one(council.reviews), fresh()];
      const headers = { 'if-none-match': '*', 'idempotency-key': entryId };
      const request = {
        operation: 'putRisk',
        params: { programmeId, reviewId, entryId },
        headers,
        body: riskOf(entryId),
      };
      if ((await asked('new-entry', request)) === undefined) return;
      tally.changed(`${council.organisation} ${reviewId} risk ${entryId}`);
    },
    'changed-entry': async () => {
      const params = { programmeId, reviewId: one(council.reviews), entryId: one(entries) };
      await changeIt(
        'changed-entry',
        `${params.reviewId} saving ${params.entryId}`,
        { operation: 'getSaving', params },
        ({ record }) => ({ operation: 'putSaving', body: savingOf(Plan.parse(record).years[0].plan + 1) }),
      );
    },
    'changed-review': async () => {
      const reviewId = one(council.reviews);
      const n = council.reviews.indexOf(reviewId);
      const params = { programmeId, reviewId };
      await changeIt('changed-review', `${reviewId} review`, { operation: 'getReview', params }, ({ version }) => ({
        operation: 'putReview',
        body: reviewOf(n, `Review ${n + 1}, version ${version + 1}`),
      }));
    },
    'stage-work': async () => {
      const params = { programmeId, reviewId: one(council.reviews) };
      await changeIt('stage-work', `${params.reviewId} review`, { operation: 'getReview', params }, ({ version }) => ({
        operation: 'recordStageWork',
        body: version % 2 === 0 ? { state: 'in-progress' } : { state: 'complete', on: `${council.open}-01` },
      }));
    },
    'stage-move': async () => {
      const params = { programmeId, reviewId: one(council.reviews) };
      await changeIt('stage-move', `${params.reviewId} review`, { operation: 'getReview', params }, ({ facts }) => ({
        operation: 'moveStage',
        body:
          facts.stage === 'identified' ? { to: 'service-baseline' } : { to: 'identified', reason: 'Looked at again' },
      }));
    },
    return: async () => {
      const reviewId = one(council.reviews);
      const params = { programmeId, reviewId, entryId: council.open };
      const headers = { 'if-none-match': '*', 'idempotency-key': fresh() };
      const request = { operation: 'putReturn', params, headers, body: { nothingChanged: true } };
      if ((await asked('return', request)) === undefined) return;
      tally.changed(`${council.organisation} ${reviewId} return ${council.open}`);
    },
    rating: async () => {
      const params = { programmeId, reviewId: one(mine) };
      const done = await asked('rating', {
        operation: 'rateReview',
        params,
        headers: { 'idempotency-key': fresh() },
        body: {
          on: `${council.open}-01`,
          overall: { rating: one(['green', 'amber', 'red']), words: 'As it looks today' },
        },
      });
      if (done !== undefined) tally.changed(`${council.organisation} ${params.reviewId} ratings`);
    },
    confirmation: async () => {
      const params = { programmeId, reviewId: one(mine), entryId: council.open };
      const read = await send({ operation: 'getReturn', params });
      // There is nothing to confirm before the team has submitted it.
      if (read.status === 404 || !tally.took('get-entry', read)) return;
      const { version, facts } = Entry.parse(JSON.parse(read.text));
      if (facts.confirmed !== null) return;
      const headers = { 'if-match': `"${version}"`, 'idempotency-key': fresh() };
      const done = await asked('confirmation', { operation: 'confirmReturn', params, headers, body: {} });
      if (done !== undefined) tally.changed(`${council.organisation} ${params.reviewId} return ${council.open}`);
    },
    validation: async () => {
      const params = { programmeId, reviewId: one(council.reviews), entryId: one(entries) };
      const on = `${council.open}-01`;
      await changeIt(
        'validation',
        `${params.reviewId} saving ${params.entryId}`,
        { operation: 'getSaving', params },
        () => ({ operation: 'validateSaving', body: { year: '2026/27', pounds: 1_000 + made, on } }),
      );
    },
  };

  const questionOf = (use: UseId): Asked => {
    const params = { programmeId, reviewId: one(council.reviews), entryId: one(entries), month: council.published };
    const asks: Readonly<Partial<Record<UseId, Asked>>> = {
      'list-reviews': { operation: 'listReviews', params },
      'list-register': { operation: 'listRisks', params },
      'get-entry': { operation: 'getRisk', params },
      gate: { operation: 'getReviewGate', params },
      report: { operation: 'getReport', params },
      'report-page': { operation: 'getReport', params, headers: { accept: 'text/html' } },
      'report-lines': { operation: 'getReportLines', params },
      programme: { operation: 'getProgramme', params },
      history: { operation: 'getReviewHistory', params, query: 'limit=20' },
      'as-at': { operation: 'listRisks', params, query: `asAt=${council.published}-15` },
    };
    return asks[use] ?? { operation: 'getReview', params };
  };

  return async () => {
    if (chance() >= changesAmongRequests) {
      const use = drawn(weighed.questions, chance);
      await asked(use, questionOf(use));
      return;
    }
    await doChange[drawn(weighed.changesOf(role), chance)]?.();
  };
};
