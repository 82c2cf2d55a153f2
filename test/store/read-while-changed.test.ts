import {
  BatchGetItemCommand,
  type BatchGetItemCommandOutput,
  type DynamoDBClient,
  QueryCommand,
  type QueryCommandOutput,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reviewsAtEnd } from '#functions/scheduled/review-at-month-end.ts';
import { monthOf } from '#language/time.ts';
import { Programme } from '#schemas/programme.ts';
import { monthAsked } from '#store/positions/position-at-month-end.ts';
import { type ReviewOnPage, readReviewPages } from '#store/positions/position-pages.ts';
import { positionOf } from '#store/positions/stored-position.ts';
import { loadForChange } from '#store/records/load-for-change.ts';
import type { Head } from '#store/reports/reports.ts';
import type { Table } from '#store/table/client.ts';
import { type Item, UnreadableItem } from '#store/table/items.ts';
import { reviewHeadKey } from '#store/table/keys.ts';
import { programme, review, risk } from '../support/records.ts';
import { people, startTestTracker, type TestTracker } from '../support/tracker.ts';

/*
 * Several items are read by several calls, and a change may come between them: seen by `npm run prove -- --long --only
 * faults --seed 1121`, in which three positions of some ten thousand changes were made of a register from before and a head
 * from after somebody else's change.
 */

const programmeId = 'tomorrow';
const chainRefOf = (review: string) => ({ organisation: 'council', programme: programmeId, review });

let tracker: TestTracker;
const risks = new Map<string, number>();

const tellRisk = async (reviewId: string): Promise<void> => {
  const told = (risks.get(reviewId) ?? 0) + 1;
  risks.set(reviewId, told);
  const entryId = `risk-${String(told).padStart(3, '0')}`;
  const headers = { 'if-none-match': '*' };
  await tracker.must('putRisk', {
    params: { programmeId, reviewId, entryId },
    body: { ...risk, title: `The ${told}. risk` },
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
const isPart = (item: Item): boolean => item.pk?.S?.endsWith('#POSITIONS') === true;
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
      const isRecord = (item: { sk?: { S?: string } }) => item.sk?.S === 'RECORD#review#renamed';
      const items = [
        ...(before.Responses?.[tracker.tableName] ?? []).filter(isRecord),
        ...(after.Responses?.[tracker.tableName] ?? []).filter((item) => !isRecord(item)),
      ];
      return { ...after, Responses: { [tracker.tableName]: items } };
    });
    const name = { kind: 'review', id: 'renamed' } as const;
    const loaded = await loadForChange(table, chainRefOf('renamed'), { records: [name], registers: ['risk'] });
    expect(loaded.head?.sequence).toBe(2);
    expect(loaded.record(name)?.state.record.title).toBe('Estates');
  });

  describe('of a review of which a part is changed after its head was read', () => {
    const isParts = (command: object): boolean =>
      command instanceof QueryCommand &&
      command.input.ExpressionAttributeValues?.[':pk']?.S?.endsWith('#POSITIONS') === true;
    const storedIn = async (table: Table, review: string): Promise<ReviewOnPage> => {
      for await (const { reviews } of readReviewPages(table, chainRefOf(review)))
        for (const one of reviews) if (one.review === review) return one;
      throw new Error('there is no head');
    };
    const own = (): Table => ({ client: tracker.client, name: tracker.tableName });
    const titlesIn = async (table: Table, review: string) => {
      const { stored, headSequence } = await storedIn(table, review);
      if (stored instanceof UnreadableItem || stored === 'changing') throw new Error('it cannot be read');
      const { risks } = positionOf(reviewHeadKey(chainRefOf(review), review), stored.parts);
      return { headSequence, risks: risks.open.length };
    };

    beforeAll(() => openReview('busy', 2));

    it('the review is read again, and is never a head from before the change with a part from after it', async () => {
      const torn = tableWhere(isParts, 1, async (send) => {
        await tellRisk('busy');
        return send();
      });
      expect(await titlesIn(torn, 'busy')).toEqual({ headSequence: 4, risks: 3 });
    });

    it('the review is read again where its part was read before the change', async () => {
      const torn = tableWhere(isBatch, 1, async (send) => {
        const before = await send();
        await tellRisk('busy');
        const after = await send();
        const partsOf = (answer: unknown) =>
          ((answer as BatchGetItemCommandOutput).Responses?.[tracker.tableName] ?? []).filter(isPart);
        const others = ((after as BatchGetItemCommandOutput).Responses?.[tracker.tableName] ?? []).filter(
          (item) => !isPart(item),
        );
        return { ...(after as object), Responses: { [tracker.tableName]: [...others, ...partsOf(before)] } };
      });
      const changed = { kind: 'risk', id: 'risk-001' } as const;
      const { position } = await loadForChange(torn, chainRefOf('busy'), { changed, records: [], registers: ['risk'] });
      expect([position?.head.sequence, position?.parts.get('risks')?.sequence]).toEqual([5, 5]);
    });

    it('and where it is changed at every read, the review is folded from its history', async () => {
      const isTorn = (command: object): boolean => isParts(command) || command instanceof BatchGetItemCommand;
      const client = new Proxy(tracker.client, {
        get: (real, name) =>
          name === 'send'
            ? async (command: Parameters<DynamoDBClient['send']>[0]) => {
                const before = command instanceof BatchGetItemCommand ? await real.send(command) : undefined;
                if (isTorn(command)) await tellRisk('busy');
                const after = await real.send(command);
                if (before === undefined) return after;
                const itemsOf = (answer: unknown) =>
                  (answer as BatchGetItemCommandOutput).Responses?.[tracker.tableName] ?? [];
                const items = [...itemsOf(before).filter((item) => !isPart(item)), ...itemsOf(after).filter(isPart)];
                return { ...after, Responses: { [tracker.tableName]: items } };
              }
            : Reflect.get(real, name),
      });
      const torn: Table = { client, name: tracker.tableName };
      const found = await storedIn(torn, 'busy');
      expect(found.stored).toBe('changing');
      const head: Head = ['busy', found.headSequence, found.headDigest];
      const settings = Programme.parse(programme);
      const asked = monthAsked(monthOf(new Date().toISOString()), [1]);
      const basis = { programme: settings, monthAsked: asked };
      const reviews = reviewsAtEnd({ table: own() }, chainRefOf('busy'), basis, [[found, head]]);
      const { value: review } = await reviews.next();
      if (review === undefined || !('position' in review)) throw new Error('the review cannot be read');
      expect(review.position.risks.open).toHaveLength(4);
    });

    it('and a part that its head names and that is not there is a fault of that review', async () => {
      const torn = tableWhere(isParts, 1, async (send) => ({ ...((await send()) as object), Items: [] }));
      expect((await titlesIn(torn, 'busy')).risks).toBeGreaterThan(4);
      const lost = (command: object) => isParts(command) || command instanceof BatchGetItemCommand;
      const client = new Proxy(tracker.client, {
        get: (real, name) =>
          name === 'send'
            ? async (command: Parameters<DynamoDBClient['send']>[0]) => {
                const answer = await real.send(command);
                if (!lost(command)) return answer;
                const { Items = [] } = answer as QueryCommandOutput;
                const items = (answer as BatchGetItemCommandOutput).Responses?.[tracker.tableName] ?? [];
                return {
                  ...answer,
                  Items: Items.filter((item) => !isPart(item)),
                  Responses: { [tracker.tableName]: items.filter((item) => !isPart(item)) },
                };
              }
            : Reflect.get(real, name),
      });
      expect((await storedIn({ client, name: tracker.tableName }, 'busy')).stored).toBeInstanceOf(UnreadableItem);
    });
  });
});
