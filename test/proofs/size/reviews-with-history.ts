import type { Client } from '../../support/client.ts';
import { records, review, risk, saving } from '../../support/records.ts';

/*
 * Reviews that each have a history of their own, recorded through the API as a team would: registers filled before the month's end, the month's
 * return, and changes in each of two months after it.
 */

const named = (prefix: string, count: number, record: unknown) =>
  Array.from({ length: count }, (_, n) => ({
    id: `${prefix}-${n + 1}`,
    record: { ...Object(record), title: `${prefix} ${n + 1}` },
  }));
const changed = (entries: readonly { readonly id: string; readonly record: object }[], version: number, more: object) =>
  entries.map(({ id, record }) => ({ id, version, record: { ...record, ...more } }));

const risks = named('risk', 3, risk);
const savings = named('saving', 3, saving);
const milestones = named('milestone', 2, records.milestone);
const issues = named('issue', 2, { ...Object(records.issue) });
const decisions = named('decision', 2, records.decision);

/** The forecast of each savings line, in pounds, by the end of January 2026. */
export const forecastOf = (n: number): number => 100_000 + (n % 1_000) * 10;
const forecasting = (pounds: number) => ({
  years: [{ year: '2026/27', plan: 400_000, forecast: pounds, states: {}, alreadyInMtfp: 0 }],
});

export const reviewIdOf = (n: number): string => `review-${String(n).padStart(5, '0')}`;

type Step = (client: Client, params: { programmeId: string; reviewId: string }, n: number) => Promise<unknown>;

const listed =
  (operation: string, day: string, entries: (n: number) => readonly object[]): Step =>
  (client, params, n) =>
    client.must(operation, { params, body: { entries: entries(n) }, headers: { 'effective-at': day } });

/** What is so by the end of January, with its return. */
const byTheMonthsEnd: readonly Step[] = [
  (client, params) =>
    client.must('putReview', {
      params,
      body: { ...review, title: params.reviewId },
      headers: { 'if-none-match': '*', 'effective-at': '2025-12-02' },
    }),
  listed('recordRisks', '2026-01-06', () => risks),
  listed('recordSavings', '2026-01-07', (n) =>
    savings.map(({ id, record }) => ({ id, record: { ...record, ...forecasting(forecastOf(n)) } })),
  ),
  listed('recordMilestones', '2026-01-08', () => milestones),
  listed('recordIssues', '2026-01-09', () => issues),
  listed('recordDecisions', '2026-01-10', () => decisions),
  (client, params) =>
    client.must('putReturn', {
      params: { ...params, entryId: '2026-01' },
      body: { nothingChanged: true },
      headers: { 'if-none-match': '*' },
    }),
];

/** What is changed in a month after it, in registers that its report counts. */
const changesIn = (month: string, version: number): readonly Step[] => [
  listed('changeRisks', `${month}-11`, () =>
    changed(risks, version, { current: { likelihood: 1, impact: version + 1 }, lastReviewedOn: `${month}-11` }),
  ),
  listed('changeSavings', `${month}-12`, () => changed(savings, version, forecasting(50_000 * version))),
];

export const inFebruary = changesIn('2026-02', 1);
export const inMarch = changesIn('2026-03', 2);
export const throughJanuary = byTheMonthsEnd;
/** Of each review: 1 + 3 + 3 + 2 + 2 + 2 + 1, and 6 in each month after. */
export const eventsOfReview = 26;

/** Takes steps for each of so many reviews, some reviews at once, and says how far it has come. */
export const forEachReview = async (
  clients: readonly Client[],
  programmeId: string,
  count: number,
  steps: readonly Step[],
  say: (done: number) => void,
): Promise<void> => {
  let next = 0;
  const work = async (client: Client): Promise<void> => {
    while (next < count) {
      next += 1;
      const n = next;
      for (const step of steps) await step(client, { programmeId, reviewId: reviewIdOf(n) }, n);
      if (n % 500 === 0) say(n);
    }
  };
  await Promise.all(clients.map(work));
};
