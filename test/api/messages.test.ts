import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Channel, ChannelBusy, ChannelRefuses, type Outgoing } from '#functions/messages/channel.ts';
import { type Sweeps, sweepMessages } from '#functions/messages/sweep.ts';
import type { Message } from '#schemas/message.ts';
import { readMessagesPage } from '#store/messages/messages.ts';
import type { Table } from '#store/table/client.ts';
import { create } from '../support/one-of-each.ts';
import { programme, records, review } from '../support/records.ts';
import { people, startTestTracker, type TestTracker } from '../support/tracker.ts';

/*
 * Messages to people (docs/meaning.md MESSAGE-1 to MESSAGE-7), on the real engine: made once, sent once, whoever is cut off when.
 */

let tracker: TestTracker;
const { office, sro } = people;
const organisation = 'council';
const tomorrow = { programmeId: 'tomorrow' };
const property = { ...tomorrow, reviewId: 'property' };

/** A service that delivers: what it has, each try in its order, and what is to go wrong next. */
const service = () => {
  const has: Outgoing[] = [];
  const faults: ('cut off' | 'lost' | 'busy' | 'refused')[] = [];
  const deliver: Channel['deliver'] = async (message) => {
    const fault = faults.shift();
    if (fault === 'busy') throw new ChannelBusy('429');
    if (fault === 'refused') throw new ChannelRefuses('400');
    if (fault !== 'lost') has.push(message);
    if (fault !== undefined) throw new Error('nothing was answered');
  };
  const lookUp = async (reference: string) => has.some((one) => one.reference === reference);
  return { has, faults, channel: { deliver, has: lookUp }, withoutLookUp: { deliver } };
};

const sweeps = (channel?: Channel, table: Table = tracker.table): Sweeps => ({
  table,
  organisations: [organisation],
  address: 'https://tracker.example',
  keptDays: 30,
  channel,
  isTimeLeft: () => true,
});
const sweepAt = (now: string, channel?: Channel, table?: Table) => sweepMessages(sweeps(channel, table), now);
const made = async (): Promise<readonly Message[]> =>
  (await readMessagesPage(tracker.table, organisation, { limit: 500, after: undefined })).messages.toReversed();
const sentOf = (message: Message | undefined) => ({
  subject: message?.subject,
  text: message?.text,
  link: message?.link,
});
const since = async (count: number) => (await made()).slice(count);

const putCase = (entryId: string, day: string) =>
  tracker.must('putBusinessCase', {
    params: { ...property, entryId },
    body: { ...Object(records['business-case']), title: `Case ${entryId}`, on: day },
    headers: create,
    recordedAt: day,
  });
const choose = (messages: string, recordedAt: string) =>
  tracker.must('chooseMessages', { as: sro, body: { messages }, recordedAt });

beforeAll(async () => {
  tracker = await startTestTracker();
  const recordedAt = '2026-03-02';
  await tracker.must('putPerson', {
    as: office,
    params: { personId: 'sam-sro' },
    body: { name: 'Sam Sro', email: 'sam@council.example' },
    headers: create,
    recordedAt,
  });
  for (const one of [office, people.board]) await tracker.must('getMe', { as: one, recordedAt });
  await tracker.must('putProgramme', { as: office, params: tomorrow, body: programme, headers: create, recordedAt });
  await tracker.must('putReview', { params: property, body: review, headers: create, recordedAt });
  await putCase('outline', '2026-03-02');
});
afterAll(() => tracker.stop());

describe('a message', () => {
  it('is made on the morning of a working day, once, whoever else makes it at the same moment', async () => {
    await sweepAt('2026-03-03T07:05:00.000Z');
    expect(await made()).toEqual([]);
    const eight = '2026-03-03T08:05:00.000Z';
    await Promise.all([sweepAt(eight), sweepAt(eight), sweepAt(eight)]);
    await sweepAt('2026-03-03T08:20:00.000Z');
    expect((await made()).map(({ to, subject, state }) => [to, subject, state]).toSorted()).toEqual([
      ['sam-sro', 'Record the outcome of the business case “Case outline” of Property', 'kept'],
    ]);
    const [message] = (await made()).filter(({ to }) => to === 'sam-sro');
    expect(message?.text.split('\n')).toEqual([
      'What is new for you in the transformation tracker:',
      '',
      '- Record the outcome of the business case “Case outline” of Property',
      '',
      'Sign in to see it: https://tracker.example/pages/programmes/tomorrow/reviews/property/business-cases/outline',
      '',
      'You get one message on the morning of each working day on which there is something new. You can change this: https://tracker.example/pages/your-messages',
    ]);
  });

  it('says nothing of what somebody has heard of, on any later day', async () => {
    const before = (await made()).length;
    await sweepAt('2026-03-04T08:05:00.000Z');
    await sweepAt('2026-03-04T16:05:00.000Z');
    expect(await since(before)).toEqual([]);
  });

  it('of the morning is made by the first sweep after ten, where there was none before, and by no later one', async () => {
    const before = (await made()).length;
    await putCase('late', '2026-03-05');
    await sweepAt('2026-03-05T14:05:00.000Z');
    expect((await since(before)).map(({ to, choice }) => [to, choice])).toEqual([['sam-sro', 'daily']]);
    await putCase('second', '2026-03-05');
    await sweepAt('2026-03-05T14:20:00.000Z');
    expect(await since(before)).toHaveLength(1);
  });

  it('comes at once, or not at all, as somebody chooses (chooseMessages, getMe)', async () => {
    const before = (await made()).length;
    expect((await choose('none', '2026-03-05')).body.facts.messages).toBe('none');
    await sweepAt('2026-03-06T08:05:00.000Z');
    expect(await since(before)).toEqual([]);
    await choose('at-once', '2026-03-06');
    expect((await tracker.must('getMe', { as: sro, recordedAt: '2026-03-06' })).body.messages).toBe('at-once');
    await sweepAt('2026-03-06T16:20:00.000Z');
    expect((await since(before)).map(({ subject }) => subject)).toEqual([
      'Record the outcome of the business case “Case second” of Property',
    ]);
  });

  it('names what waits as the first page does, and leaves out a title that is withheld', async () => {
    const before = (await made()).length;
    await tracker.must('putBusinessCase', {
      params: { ...property, entryId: 'secret' },
      body: {
        ...Object(records['business-case']),
        title: 'Sale of the depot',
        on: '2026-03-06',
        exempt: { fields: ['title'], ground: 3 },
      },
      headers: create,
      recordedAt: '2026-03-06',
    });
    await sweepAt('2026-03-06T16:35:00.000Z');
    const [message, ...more] = await since(before);
    expect(more).toEqual([]);
    expect(message?.subject).toBe('Record the outcome of a business case of Property');
    expect(JSON.stringify(message)).not.toContain('depot');
    const { body } = await tracker.must('getMe', { as: sro, recordedAt: '2026-03-06' });
    expect(body.reviews[0].waits.map(({ kind }: { kind: string }) => kind)).toContain('outcome-wanted');
  });
});

describe('MESSAGE-6: a message is sent', () => {
  let day = 9;
  /** The time of the next sweep, each a quarter of an hour after the one before, on days of their own. */
  const times = (): (() => string) => {
    day += 1;
    let minute = 0;
    const of = day;
    return () => {
      const at = new Date(Date.UTC(2026, 2, of, 9, minute)).toISOString();
      minute += 15;
      return at;
    };
  };
  /** Something new for Sam, who hears of it at once. */
  const somethingNew = async () => {
    const next = times();
    await putCase(`case-${day}`, `2026-03-${day}`);
    return { next, before: (await made()).length };
  };

  it.each([
    ['at the first try', [], 1, { state: 'sent', tries: 1 }],
    ['though its answer was lost: it is looked up, and not sent again', ['cut off'], 2, { state: 'sent', tries: 1 }],
    ['though its request was lost: it is looked up, and sent again', ['lost'], 2, { state: 'sent', tries: 2 }],
    ['once the service has time again', ['busy', 'busy'], 3, { state: 'sent', tries: 3 }],
  ] as const)('once, %s', async (_, faults, sweepCount, expected) => {
    const { next, before } = await somethingNew();
    const { has, faults: to, channel } = service();
    to.push(...faults);
    for (let n = 0; n < sweepCount + 1; n += 1) await sweepAt(next(), channel);
    expect(await since(before)).toMatchObject([expected]);
    const [message] = await since(before);
    expect(has).toEqual([{ ...{ reference: message?.id, address: 'sam@council.example' }, ...sentOf(message) }]);
  });

  it('perhaps twice where the service cannot say whether it has it, and says so', async () => {
    const { next, before } = await somethingNew();
    const { has, faults, withoutLookUp } = service();
    faults.push('cut off');
    for (let n = 0; n < 3; n += 1) await sweepAt(next(), withoutLookUp);
    expect(await since(before)).toMatchObject([{ state: 'sent', tries: 2, perhapsTwice: true }]);
    expect(has).toHaveLength(2);
  });

  it.each([
    ['at once where it is refused', ['refused'], 1],
    ['after eight tries', Array.from({ length: 20 }, () => 'busy' as const), 8],
    ['after eight tries that nothing was answered to', Array.from({ length: 20 }, () => 'lost' as const), 8],
  ] as const)('or is given up, %s', async (_, faults, tries) => {
    const { next, before } = await somethingNew();
    const { has, faults: to, channel } = service();
    to.push(...faults);
    for (let n = 0; n < 12; n += 1) await sweepAt(next(), channel);
    expect(await since(before)).toMatchObject([{ state: 'given-up', tries }]);
    expect(has).toEqual([]);
  });

  it('or is given up once it is a day old, and not looked for any longer', async () => {
    const { next, before } = await somethingNew();
    const { has, faults, channel } = service();
    faults.push('busy');
    await sweepAt(next(), channel);
    const dayLater = new Date(Date.parse(next()) + 86_400_000).toISOString();
    await sweepAt(dayLater, channel);
    expect(await since(before)).toMatchObject([{ state: 'given-up', tries: 1 }]);
    expect(has).toEqual([]);
  });

  it('once, wherever the sweep is killed between two of its calls to the store or the service', async () => {
    const { has, channel } = service();
    const next = times();
    let wasKilled = true;
    let killedAt = 0;
    for (; wasKilled; killedAt += 1) {
      await putCase(`killed-at-${killedAt}`, `2026-03-${day}`);
      const before = (await made()).length;
      let calls = 0;
      const dies = async <T>(work: () => Promise<T>): Promise<T> => {
        calls += 1;
        if (calls > killedAt) throw new Error('killed');
        return work();
      };
      const { client } = tracker.table;
      const send = (...given: unknown[]) => dies(() => Reflect.apply(client.send, client, given));
      const killed: Channel = {
        deliver: (message) => dies(() => channel.deliver(message)),
        has: (reference) => dies(() => channel.has(reference)),
      };
      const table = { ...tracker.table, client: Object.create(client, { send: { value: send } }) };
      await sweepAt(next(), killed, table).catch(() => undefined);
      wasKilled = calls > killedAt;
      await sweepAt(next(), channel);
      const messages = await since(before);
      expect(messages, `killed after call ${killedAt}`).toMatchObject([{ state: 'sent' }]);
      expect(has.filter(({ reference }) => reference === messages[0]?.id)).toHaveLength(1);
    }
    expect(killedAt).toBeGreaterThan(8);
  });
});

describe('listMessages', () => {
  it('shows the office and assurance what was made, by whom it is for, the latest first, page by page', async () => {
    const all = (await tracker.must('listMessages', { as: people.assurance, query: 'limit=200' })).body.items;
    expect(all.length).toBeGreaterThan(10);
    expect(all[0]).toMatchObject({ to: 'sam-sro', toName: 'Sam Sro', state: 'sent' });
    const pages: string[] = [];
    let query = 'limit=7';
    for (;;) {
      const { body } = await tracker.must('listMessages', { as: office, query });
      pages.push(...body.items.map(({ id }: { id: string }) => id));
      if (body.next === null) break;
      query = `limit=7&cursor=${body.next}`;
    }
    expect(pages.slice(0, all.length)).toEqual(all.map(({ id }: { id: string }) => id));
    expect((await tracker.ask('listMessages', { as: sro })).status).toBe(403);
    expect((await tracker.ask('listMessages', { as: office, query: 'cursor=Zm9v' })).status).toBe(400);
  });

  it('MESSAGE-7: a message names somebody by their id alone, and reaches nobody who was erased', async () => {
    const stored = JSON.stringify((await tracker.stored('MESSAGES#council')).map(({ pk, sk, body }) => [pk, sk, body]));
    expect(stored).not.toContain('Sam Sro');
    expect(stored).not.toContain('sam@council.example');
    const { body } = await tracker.must('getPerson', { as: office, params: { personId: 'sam-sro' } });
    await tracker.must('erasePerson', {
      as: office,
      params: { personId: 'sam-sro' },
      body: { ground: 'no-longer-needed' },
      headers: { 'if-match': `"person:sam-sro:${body.version}"` },
      recordedAt: '2026-04-10',
    });
    const before = (await made()).length;
    await putCase('last', '2026-04-10');
    const { has, channel } = service();
    await sweepAt('2026-04-10T08:05:00.000Z', channel);
    expect(has).toEqual([]);
    expect((await since(before)).filter(({ to }) => to === 'sam-sro')).toEqual([]);
    const [shown] = (await tracker.must('listMessages', { as: office, query: 'limit=1' })).body.items;
    expect(shown.toName).toBe('Name erased');
  });
});
