// @module-tag long
import { PutItemCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyTable } from '#cli/verify-table.ts';
import { releasedRuleSets } from '#domain/report/rule-sets.ts';
import { agreeRedaction } from '#functions/api/agree-redaction.ts';
import { redactWords } from '#functions/scheduled/redact-words.ts';
import { rollUpMonth } from '#functions/scheduled/roll-up-month.ts';
import { agreeRedactionOperation } from '#schemas/operations/entry-acts.ts';
import type { RedactWords } from '#schemas/scheduled-events.ts';
import type { Table } from '#store/table/client.ts';
import { create } from '../support/one-of-each.ts';
import { programme, review, risk } from '../support/records.ts';
import { askForRedaction } from '../support/redacting.ts';
import { storedTexts } from '../support/stored-texts.ts';
import { people, startTestTracker, type TestTracker } from '../support/tracker.ts';

const organisation = 'council';
const park = { programmeId: 'parks', reviewId: 'wood' };
const now = () => new Date().toISOString();
const from = (day: string) => ({ ...create, 'effective-at': day });
const highest = { ...risk, current: { likelihood: 5, impact: 5 } };

let tracker: TestTracker;
beforeAll(async () => {
  tracker = await startTestTracker();
  await tracker.must('putProgramme', { as: people.office, params: park, body: programme, headers: from('2026-01-01') });
  await tracker.must('putReview', { params: park, body: review, headers: from('2026-01-02') });
  for (const n of [1, 2, 3])
    await tracker.must('putRisk', {
      params: { ...park, entryId: `offer-${n}` },
      body: { ...highest, cause: `Jane Doe ${n} complained`, controls: [{ what: `Ask Jane Doe ${n} again` }] },
      headers: { ...from('2026-01-10'), 'idempotency-key': `offer-${n}` },
    });
  for (const month of ['2026-01', '2026-02']) {
    await tracker.must('runReport', { as: people.office, params: park, body: { month } });
    await tracker.settled();
  }
}, 60_000);
afterAll(() => tracker.stop());

const texts = [{ pointer: '/record/cause' }, { pointer: '/record/controls/0/what' }];
const ofRisk = (n: number) => ({ review: 'wood', kind: 'risk', entry: `offer-${n}`, texts });

/** Asked for and agreed, and handed over to nobody. */
const agreed = async (n: number, asked: object = ofRisk(n)): Promise<RedactWords> => {
  const redaction = `erased-${n}`;
  const params = { programmeId: 'parks', entryId: redaction };
  await askForRedaction(tracker, params, asked);
  const call = {
    operation: agreeRedactionOperation,
    actor: { ...people.assurance, organisation, roles: [...people.assurance.roles] },
    params,
    query: {},
    body: {},
    expected: { kind: 'version', of: `redaction:parks/${redaction}`, version: 1 } as const,
    now: now(),
    effectiveAt: undefined,
    identity: undefined,
    headers: {},
    requestId: undefined,
  };
  const parsed = agreeRedaction[0]?.parse({ call } as never);
  if (parsed?.kind !== 'done') throw new Error('the agreement does not fit');
  const queue = { send: async () => undefined, comeBack: async () => undefined };
  const outcome = await parsed.result({ table: tracker.table, queue });
  expect(outcome).toMatchObject({ kind: 'recorded' });
  return { kind: 'redact-words', organisation, programme: 'parks', redaction };
};

const isWrite = (command: unknown): boolean =>
  command instanceof TransactWriteItemsCommand || command instanceof PutItemCommand;

/** The table, with something done at each write, before it or after it. */
const tableWith = (atWrite: (command: unknown, send: () => Promise<unknown>) => Promise<unknown>): Table => {
  const send = (command: never, options: never) => {
    const sent = () => tracker.table.client.send(command, options) as Promise<unknown>;
    return isWrite(command) ? atWrite(command, sent) : sent();
  };
  return { ...tracker.table, client: { send } as never };
};

/** Does it with every try cut off one write later than the one before, until it is done; how often it was cut off. */
const cutOffUntilDone = async (n: number, message: RedactWords, side: 'before' | 'after'): Promise<number> => {
  let cuts = 0;
  for (let most = 0; (await doneOf(n)) === null; most += 1) {
    let writes = 0;
    const table = tableWith(async (_, send) => {
      writes += 1;
      const answer = writes <= most || side === 'after' ? await send() : undefined;
      if (writes > most) throw new Error('cut off');
      return answer;
    });
    await redactWords(message, { table }, now).catch(() => {
      cuts += 1;
    });
    expect(cuts).toBeLessThan(60);
  }
  return cuts;
};

const holders = async (words: string) => (await storedTexts(tracker)).filter((text) => text.includes(words));
const doneOf = async (n: number) =>
  (await tracker.must('getProgrammeRedaction', { params: { programmeId: 'parks', entryId: `erased-${n}` } })).body.facts
    .done;

describe('a redaction', () => {
  it.each([
    ['before', 1],
    ['after', 2],
  ] as const)(
    'that is cut off %s any of its writes is ended by a later try',
    async (side, n) => {
      const message = await agreed(n);
      expect(await cutOffUntilDone(n, message, side)).toBeGreaterThan(3);
      expect(await doneOf(n)).toMatchObject({ events: 1, reports: 2 });
      expect(await holders(`Jane Doe ${n}`)).toEqual([]);
      const { body } = await tracker.must('getReviewHistory', { params: park, query: `kind=risk&id=offer-${n}` });
      expect(body.items.map(({ type }: { type: string }) => type)).toEqual(['put', 'redacted']);
      const [proof] = await verifyTable(tracker.table);
      expect(proof?.faults).toEqual([]);
    },
    60_000,
  );

  it('that is done while a report is made has that report made again without the words', async () => {
    const message = await agreed(3);
    let isRedacted = false;
    const table = tableWith(async (command, send) => {
      const publishes =
        command instanceof TransactWriteItemsCommand && JSON.stringify(command.input).includes('MONTH#2026-03#0001');
      if (publishes && !isRedacted) {
        isRedacted = true;
        await redactWords(message, { table: tracker.table }, now);
      }
      return send();
    });
    const run = { kind: 'roll-up-month', organisation, programme: 'parks', month: '2026-03', revision: 1 } as const;
    await rollUpMonth({ ...run, run: '2026-03-r1' }, { table, ruleSets: releasedRuleSets }, now);
    expect(isRedacted).toBe(true);
    const { body } = await tracker.must('getReport', { as: people.office, params: { ...park, month: 'latest' } });
    expect(body.content.month).toBe('2026-03');
    expect(await holders('Jane Doe 3')).toEqual([]);
    const [proof] = await verifyTable(tracker.table);
    expect(proof?.faults).toEqual([]);
  }, 60_000);

  it('of all of a programme that is cut off after any of its writes is ended by later tries', async () => {
    const { headers } = await tracker.must('getProgramme', { params: park });
    await tracker.must('patchProgramme', {
      as: people.office,
      params: park,
      body: {
        closeDown: { on: '2026-04-01', achieved: 'All', notAchieved: 'Nothing', lessons: 'None', carriesOn: [] },
      },
      headers: { 'if-match': headers.etag ?? '', 'content-type': 'application/merge-patch+json' },
    });
    const ground = { ground: 'retention-ended', retainedUntil: '2026-04-02' };
    const message = await agreed(4, { whole: 'programme', ...ground });
    expect(await cutOffUntilDone(4, message, 'after')).toBeGreaterThan(5);
    expect(await holders(review.title)).toEqual([]);
    const { body } = await tracker.must('getReviewHistory', { params: park, query: 'kind=risk&id=offer-1' });
    expect(body.items.map(({ type }: { type: string }) => type)).toEqual(['put', 'redacted', 'redacted']);
    const [proof] = await verifyTable(tracker.table);
    expect(proof?.faults).toEqual([]);
  }, 60_000);
});
