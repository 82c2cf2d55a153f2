import {
  BatchGetItemCommand,
  type BatchGetItemCommandOutput,
  type DynamoDBClient,
  QueryCommand,
  type QueryCommandOutput,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Card, readCards } from '#store/positions/cards.ts';
import { loadForChange } from '#store/records/load-for-change.ts';
import type { Table } from '#store/table/client.ts';
import { UnreadableItem } from '#store/table/items.ts';
import { programme, review, risk } from '../support/records.ts';
import { people, startTestTracker, type TestTracker } from '../support/tracker.ts';

/*
 * Several items are read by several calls, and a change may come between them: seen by `npm run prove -- --long --only
 * faults --seed 1121`, in which three cards of some ten thousand changes were made of a register from before and a head
 * from after somebody else's change.
 */

const programmeId = 'tomorrow';
const chainRefOf = (review: string) => ({ organisation: 'council', programme: programmeId, review });

let tracker: TestTracker;
const risks = new Map<string, number>();

/** Words that do not pack, so that a few dozen risks do not fit onto a card. */
const unlike = (n: number): string =>
  Array.from({ length: 14 }, (_, k) => ((n * 7919 + k * 104_729 + 17) ** 2).toString(36)).join(' ');

const tellRisk = async (reviewId: string): Promise<void> => {
  const told = (risks.get(reviewId) ?? 0) + 1;
  risks.set(reviewId, told);
  const entryId = `risk-${String(told).padStart(3, '0')}`;
  const headers = { 'if-none-match': '*' };
  await tracker.must('putRisk', {
    params: { programmeId, reviewId, entryId },
    body: { ...risk, title: unlike(told) },
    headers,
  });
};

const openReview = async (reviewId: string, ofRisks: number): Promise<void> => {
  await tracker.must('putReview', {
    params: { programmeId, reviewId },
    body: review,
    headers: { 'if-none-match': '*' },
  });
  while ((risks.get(reviewId) ?? 0) < ofRisks) await tellRisk(reviewId);
};

beforeAll(async () => {
  tracker = await startTestTracker();
  const headers = { 'if-none-match': '*' };
  await tracker.must('putProgramme', { as: people.office, params: { programmeId }, body: programme, headers });
});
afterAll(() => tracker.stop());

/** The table, where the `nth` call of a kind is sent by us. */
const tableWhere = (
  isOne: (command: object) => boolean,
  nth: number,
  sent: (send: () => unknown) => unknown,
): Table => {
  let calls = 0;
  const client = new Proxy(tracker.client, {
    get: (real, name) =>
      name === 'send'
        ? (command: Parameters<DynamoDBClient['send']>[0]) => {
            calls += isOne(command) ? 1 : 0;
            return isOne(command) && calls === nth ? sent(() => real.send(command)) : real.send(command);
          }
        : Reflect.get(real, name),
  });
  return { client, name: tracker.tableName };
};

const isBatch = (command: object): boolean => command instanceof BatchGetItemCommand;
const isQuery = (command: object): boolean => command instanceof QueryCommand;
const settled = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('What is read while somebody else tells something', () => {
  it('is never a register from before a change with a head from after it', async () => {
    await openReview('small', 1);
    const table = tableWhere(isBatch, 1, async (send) => {
      // Whatever else is read at the same time has been read by then.
      await settled(100);
      await tellRisk('small');
      return send();
    });
    const loaded = await loadForChange(table, chainRefOf('small'), { records: [], registers: ['risk'] });
    expect(loaded.head?.sequence).toBe(3);
    expect(Math.max(...loaded.register('risk').map((one) => one.sequence))).toBe(3);
  });

  it('is never a record of the review from before a change with a head from after it', async () => {
    await openReview('renamed', 0);
    const { record } = (await tracker.must('getReview', { params: { programmeId, reviewId: 'renamed' } })).body;
    const table = tableWhere(isBatch, 1, async (send) => {
      const before = (await send()) as BatchGetItemCommandOutput;
      await tracker.must('putReview', {
        params: { programmeId, reviewId: 'renamed' },
        body: { ...record, title: 'Estates' },
        headers: { 'if-match': '"1"' },
      });
      const after = (await send()) as BatchGetItemCommandOutput;
      const isRecord = (item: { sk?: { S?: string } }) => item.sk?.S === 'THING#review#renamed';
      const items = [
        ...(before.Responses?.[tracker.tableName] ?? []).filter(isRecord),
        ...(after.Responses?.[tracker.tableName] ?? []).filter((item) => !isRecord(item)),
      ];
      return { ...after, Responses: { [tracker.tableName]: items } };
    });
    const name = { kind: 'review', id: 'renamed' } as const;
    const loaded = await loadForChange(table, chainRefOf('renamed'), { records: [name], registers: ['risk'] });
    expect(loaded.head?.sequence).toBe(2);
    expect(loaded.recordRef(name)?.state.record.title).toBe('Estates');
  });

  describe('of a review whose position stands on two items', () => {
    const cardIn = async (table: Table): Promise<Card> => {
      for await (const page of readCards(table, chainRefOf('large')))
        for (const { review: id, card } of page) {
          if (id !== 'large') continue;
          if (card instanceof UnreadableItem) throw card;
          return card;
        }
      throw new Error('there is no card');
    };
    const itemsOf = (answer: unknown) => (answer as QueryCommandOutput).Items ?? [];
    const isDetail = (item: { sk?: { S?: string } }) => item.sk?.S?.endsWith('#DETAIL') === true;
    /** What a query answers whose first items were read before a change, and the others after it. */
    const withDetailsOf = (before: unknown, after: unknown) => ({
      ...(before as QueryCommandOutput),
      Items: [...itemsOf(before).filter((item) => !isDetail(item)), ...itemsOf(after).filter(isDetail)],
    });

    beforeAll(() => openReview('large', 60));

    it('is never one item from before a change and the other from after it', async () => {
      let details = 0;
      const torn = tableWhere(isQuery, 1, async (send) => {
        const before = await send();
        await tellRisk('large');
        const after = await send();
        details = itemsOf(after).filter(isDetail).length;
        return withDetailsOf(before, after);
      });
      const card = await cardIn(torn);
      const whole = await cardIn({ client: tracker.client, name: tracker.tableName });
      expect(details).toBe(1);
      expect(card.headSequence).toBe(whole.headSequence);
      expect(card.position).toEqual(whole.position);
    });

    it('is read again, and not called unreadable, where its second item came only after the first was read', async () => {
      const torn = tableWhere(isQuery, 1, async (send) => withDetailsOf(await send(), { Items: [] }));
      expect((await cardIn(torn)).headSequence).toBe(1 + (risks.get('large') ?? 0));
    });
  });
});
