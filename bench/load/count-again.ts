import * as z from 'zod';
import type { Answer } from '../send.ts';
import { entries, firstPounds, programmeId, type WorkingCouncil } from './council.ts';
import type { Asked, Stack } from './stack.ts';
import type { Tally } from './tally.ts';

const Entry = z.object({
  id: z.string(),
  version: z.int(),
  record: z.looseObject({ years: z.array(z.looseObject({ plan: z.int() })).optional() }),
});
type Entry = z.infer<typeof Entry>;
const Page = z.object({ items: z.array(Entry), next: z.string().nullable() });
const HistoryPage = z.object({ items: z.array(z.looseObject({})), next: z.string().nullable() });

/**
 * Reads what is stored after a load and holds it against what was acknowledged: each thing at the version that its
 * acknowledged changes make, each counted pound there, one event for each version and none besides. Answers what
 * does not agree, in words.
 */
export const countAgain = async (stack: Stack, council: WorkingCouncil, tally: Tally): Promise<readonly string[]> => {
  const { organisation, reviews, open } = council;
  const send = await stack.signIn({ subject: 'auditor', organisation, roles: ['assurance'] });
  const amiss: string[] = [];
  const acknowledged = (what: string): number => tally.acknowledged.get(`${organisation} ${what}`) ?? 0;
  const expect = (what: string, stored: number, told: number): void => {
    if (stored !== told) amiss.push(`${organisation} ${what}: ${stored} stored, ${told} acknowledged`);
  };
  const must = async (asked: Asked): Promise<Answer> => {
    const answer = await send(asked);
    if (answer.status !== 200) throw new Error(`${asked.operation} answered ${answer.status}: ${answer.text}`);
    return answer;
  };
  const pages = async <T>(asked: Asked, schema: z.ZodType<{ items: T[]; next: string | null }>): Promise<T[]> => {
    const all: T[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const query = cursor === '' ? 'limit=200' : `limit=200&cursor=${cursor}`;
      const page: { items: T[]; next: string | null } = schema.parse(
        JSON.parse((await must({ ...asked, query })).text),
      );
      all.push(...page.items);
      cursor = page.next;
    }
    return all;
  };
  const sum = (records: readonly Entry[]): number => records.reduce((total, { version }) => total + version, 0);

  for (const reviewId of reviews) {
    const params = { programmeId, reviewId };
    const review = Entry.parse(JSON.parse((await must({ operation: 'getReview', params })).text));
    expect(`${reviewId} review`, review.version, 1 + acknowledged(`${reviewId} review`));
    const savings = await pages({ operation: 'listSavings', params }, Page);
    for (const { id, version, record } of savings) {
      const told = acknowledged(`${reviewId} saving ${id}`);
      expect(`${reviewId} saving ${id}`, version, 1 + told);
      const pounds = acknowledged(`${reviewId} saving ${id} pounds`);
      expect(`${reviewId} saving ${id} pounds`, (record.years?.[0]?.plan ?? 0) - firstPounds, pounds);
    }
    expect(`${reviewId} savings`, savings.length, entries.length);
    const risks = await pages({ operation: 'listRisks', params }, Page);
    const begins = `${organisation} ${reviewId} risk `;
    const recorded = [...tally.acknowledged.keys()].filter((what) => what.startsWith(begins));
    const required = new Set(risks.map(({ id }) => `${begins}${id}`));
    amiss.push(...recorded.filter((what) => !required.has(what)).map((what) => `${what} is lost`));
    expect(`${reviewId} risks`, sum(risks), entries.length + recorded.length);
    const ratings = await pages({ operation: 'listRatings', params }, Page);
    expect(`${reviewId} ratings`, sum(ratings), acknowledged(`${reviewId} ratings`));
    const returns = await pages({ operation: 'listReturns', params }, Page);
    expect(`${reviewId} return`, sum(returns), acknowledged(`${reviewId} return ${open}`));
    const history = await pages({ operation: 'getReviewHistory', params }, HistoryPage);
    expect(`${reviewId} events`, history.length, review.version + sum([...savings, ...risks, ...ratings, ...returns]));
  }
  return amiss;
};
