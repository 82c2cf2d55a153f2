import { monthOf } from '#language/time.ts';
import type { Answer } from '../send.ts';
import type { Asked, Person, Stack } from './stack.ts';

/** A council that the load is made of: an organisation with one programme, its reviews told and last month published. */
export interface WorkingCouncil {
  readonly organisation: string;
  readonly reviews: readonly string[];
  /** The month that is published, and the one that returns are told of. */
  readonly published: string;
  readonly open: string;
}

export const programmeId = 'services';
/** The entries of each register that a review begins with. */
export const entries = ['first', 'second'] as const;

type Send = (asked: Asked) => Promise<Answer>;

const must = async (send: Send, asked: Asked): Promise<Answer> => {
  const answer = await send(asked);
  if (answer.status >= 300) throw new Error(`${asked.operation} answered ${answer.status}: ${answer.text}`);
  return answer;
};

const programmeOf = (firstMonth: string) => ({
  name: 'Services for Tomorrow',
  council: 'Testshire Council',
  directorates: [{ id: 'places', name: 'Places' }],
  portfolios: [{ id: 'customer', name: 'Customer' }],
  reporting: { firstMonth },
});

/** The SROs of a council: each review has one. */
export const sroOf = (review: number): string => `sro-${review % 5}`;

export const reviewOf = (n: number, title = `Review ${n + 1}`) => ({
  title,
  services: ['Property'],
  directorate: 'places',
  portfolio: 'customer',
  tier: `${(n % 3) + 1}`,
  lifecycle: 'active',
  sros: [{ subject: sroOf(n), name: `Sro ${n % 5}` }],
  grossExpenditure: { kind: 'amount', pounds: 12_000_000 },
  netExpenditure: { kind: 'not-stated' },
});

export const riskOf = (title: string) => ({
  title,
  cause: 'The lease runs on for longer than the business case supposed',
  event: 'The building is not given up in time',
  consequence: 'The saving slips a year',
  category: 'Financial',
  owner: 'Head of Property',
  inherent: { likelihood: 4, impact: 4 },
  current: { likelihood: 3, impact: 4 },
  target: { likelihood: 2, impact: 3 },
  treatment: 'treat',
  controls: [{ what: 'Monthly look at the lease', owner: 'Estates' }],
  actions: [{ id: 'notice', what: 'Give notice', owner: 'Estates', dueOn: '2030-12-01' }],
  lastReviewedOn: '2026-01-10',
});

/** What is counted: each change of a saving adds one pound to this. */
export const firstPounds = 400_000;
export const savingOf = (pounds: number) => ({
  title: 'Fewer buildings',
  class: 'cash-releasing',
  mechanism: 'transformation',
  recurrence: 'recurring',
  firmness: 'business-case',
  years: [{ year: '2026/27', plan: pounds, forecast: 350_000, alreadyInMtfp: 100_000 }],
});

const monthBefore = (month: string): string => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`;
};

/** Does what is given for each of a list, so many at once. */
export const atOnce = async <T>(
  records: readonly T[],
  most: number,
  act: (thing: T) => Promise<void>,
): Promise<void> => {
  const waiting = records.values();
  await Promise.all(
    Array.from({ length: Math.min(most, records.length) }, async () => {
      for (const thing of waiting) await act(thing);
    }),
  );
};

const published = async (send: Send, month: string): Promise<void> => {
  for (let tries = 0; tries < 600; tries += 1) {
    const { status } = await send({ operation: 'getReport', params: { programmeId, month } });
    if (status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`the report of ${month} was not published within a minute`);
};

/** Tells a council's programme through the API and has its last month reported. */
export const settleCouncil = async (
  stack: Stack,
  organisation: string,
  count: number,
  now: number,
): Promise<WorkingCouncil> => {
  const open = monthOf(new Date(now).toISOString());
  const month = monthBefore(open);
  const effective = { 'effective-at': `${month}-02`, 'if-none-match': '*' };
  const signIn = (subject: string, role: Person['roles'][number]) =>
    stack.signIn({ subject, organisation, roles: [role] });
  const office = await signIn('office', 'programme-office');
  await must(office, {
    operation: 'putProgramme',
    params: { programmeId },
    headers: effective,
    body: programmeOf(month),
  });
  const reviews = Array.from({ length: count }, (_, n) => `review-${n}`);
  await atOnce([...reviews.entries()], 8, async ([n, reviewId]) => {
    await must(office, {
      operation: 'putReview',
      params: { programmeId, reviewId },
      headers: effective,
      body: reviewOf(n),
    });
    for (const entryId of entries) {
      const params = { programmeId, reviewId, entryId };
      await must(office, { operation: 'putRisk', params, headers: effective, body: riskOf(`Risk ${entryId}`) });
      await must(office, { operation: 'putSaving', params, headers: effective, body: savingOf(firstPounds) });
    }
  });
  await must(office, {
    operation: 'runReport',
    params: { programmeId },
    headers: { 'idempotency-key': `report-${organisation}` },
    body: { month },
  });
  await published(office, month);
  return { organisation, reviews, published: month, open };
};
