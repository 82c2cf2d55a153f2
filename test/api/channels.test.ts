import { afterAll, beforeAll, expect, it } from 'vitest';
import { chatChannel } from '#functions/messages/chat-channels.ts';
import { type ChosenChannel, type Sweeps, sweepMessages } from '#functions/messages/sweep.ts';
import type { Message } from '#schemas/message.ts';
import { readMessagesPage } from '#store/messages/messages.ts';
import { type ChatServer, linesOfCard, startChatServer } from '../support/chat-server.ts';
import { create } from '../support/one-of-each.ts';
import { programme, review } from '../support/records.ts';
import { people, startTestTracker, type TestTracker } from '../support/tracker.ts';

/*
 * Channels of the council's Teams and Slack (docs/meaning.md MESSAGE-12), on the real engine and to a real server: what is so of a programme as
 * a whole, once, and nothing about one review or anybody.
 */

let tracker: TestTracker;
let chat: ChatServer;
const organisation = 'council';
const name = 'Services <for> *Tomorrow* & [all](https://elsewhere.example)';

const channels = (more: Partial<ChosenChannel> = {}): readonly ChosenChannel[] => [
  { id: 'office', when: 'daily', channel: chatChannel('teams', async () => chat.teams), ...more },
  { id: 'board', when: 'at-once', programmes: ['tomorrow'], channel: chatChannel('slack', async () => chat.slack) },
  { id: 'kept', when: 'daily', programmes: ['tomorrow'] },
  { id: 'others', when: 'at-once', programmes: ['another'], channel: chatChannel('slack', async () => chat.slack) },
];
const sweepAt = (now: string, chosen = channels()) => {
  const deps: Sweeps = {
    table: tracker.table,
    organisations: [organisation],
    address: 'https://tracker.example',
    keptDays: 30,
    channels: chosen,
    isTimeLeft: () => true,
  };
  return sweepMessages(deps, now);
};
const made = async (): Promise<readonly Message[]> =>
  (await readMessagesPage(tracker.table, organisation, { limit: 500, after: undefined })).messages.toReversed();
const toChannel = async (id: string) => (await made()).filter(({ to }) => to === `channel:${id}`);

const rate = (reviewId: string, rating: string, on: string) =>
  tracker.must('rateReview', {
    as: people.sro,
    params: { programmeId: 'tomorrow', reviewId },
    body: { on, overall: { rating, words: 'The depot is late' } },
    recordedAt: on,
  });

beforeAll(async () => {
  tracker = await startTestTracker();
  chat = await startChatServer();
  const recordedAt = '2026-02-02';
  for (const programmeId of ['tomorrow', 'practice-tomorrow'])
    await tracker.must('putProgramme', {
      as: people.office,
      params: { programmeId },
      body: { ...programme, name, reporting: { firstMonth: '2026-02' } },
      headers: create,
      recordedAt,
    });
  for (const reviewId of ['property', 'libraries', 'waste'])
    await tracker.must('putReview', {
      params: { programmeId: 'tomorrow', reviewId },
      body: { ...review, title: 'Closing the depot' },
      headers: create,
      recordedAt,
    });
  await rate('property', 'red', '2026-03-02');
  await rate('libraries', 'amber', '2026-03-02');
});
afterAll(async () => {
  chat.stop();
  await tracker.stop();
});

it('MESSAGE-12: a channel hears once what is so of a programme as a whole, in words that are no format', async () => {
  for (const minute of ['05', '20', '35']) await sweepAt(`2026-03-06T08:${minute}:00.000Z`);
  const lines = [
    '- 3 February 2026 returns of Services <for> *Tomorrow* & [all](https://elsewhere.example) not confirmed yet, was due 5 March 2026',
    '- 1 review of Services <for> *Tomorrow* & [all](https://elsewhere.example) rated red by SRO or assurance',
  ];
  expect(chat.cards.map(linesOfCard)).toEqual([
    [
      '3 new items in the transformation tracker',
      'What is new in the transformation tracker:',
      expect.stringMatching(/^- Close February 2026 of Services <for>/),
      ...lines,
      'This channel gets one message on the morning of each working day on which there is something new.',
    ],
  ]);
  const [content] = chat.cards.map(({ attachments: [only] }) => only?.content);
  expect(content).toMatchObject({ type: 'AdaptiveCard', version: '1.4' });
  expect(content?.body.every(({ type }) => type === 'RichTextBlock')).toBe(true);
  expect(content?.actions).toEqual([
    { type: 'Action.OpenUrl', title: 'Sign in to see it', url: 'https://tracker.example/pages' },
  ]);
  expect(chat.texts).toHaveLength(1);
  expect(chat.texts[0]).toMatchObject({ mrkdwn: false });
  expect(chat.texts[0]?.text).toContain('- 1 review of Services &lt;for&gt; *Tomorrow* &amp; [all]');
  expect(JSON.stringify([chat.cards, chat.texts])).not.toMatch(/depot|Sam|property/i);
});

it('says another count of red reviews, and neither the same nor the returns that come in', async () => {
  await tracker.must('putReturn', {
    params: { programmeId: 'tomorrow', reviewId: 'property', entryId: '2026-02' },
    body: { nothingChanged: true },
    headers: create,
    recordedAt: '2026-03-06',
  });
  await rate('libraries', 'red', '2026-03-06');
  await sweepAt('2026-03-09T08:05:00.000Z');
  const lines = chat.cards.slice(1).flatMap(linesOfCard).join('\n');
  expect(lines).toContain(
    '- 2 reviews of Services <for> *Tomorrow* & [all](https://elsewhere.example) rated red by SRO or assurance',
  );
  expect(lines).not.toContain('not confirmed');
  await rate('property', 'red', '2026-03-09');
  await sweepAt('2026-03-10T08:05:00.000Z');
  expect(chat.cards).toHaveLength(2);
});

it('is kept here where it has no address, and on the page like every message (listMessages)', async () => {
  expect((await toChannel('kept')).map(({ state }) => state)).toEqual(['kept', 'kept']);
  expect(await toChannel('others')).toEqual([]);
  const { body } = await tracker.must('listMessages', { as: people.office, query: 'limit=200' });
  const names = new Set(body.items.map(({ toName }: { toName: string }) => toName));
  expect([...names]).toEqual(expect.arrayContaining(['Channel office', 'Channel board', 'Channel kept']));
});

it('is tried again while its service has no time, keeps nobody else waiting, and says where it may have come twice', async () => {
  await rate('waste', 'red', '2026-03-10');
  chat.faults.push(429, 'cut off after it was taken');
  const before = [chat.cards.length, chat.texts.length];
  for (const at of ['08:05', '08:20', '08:35']) await sweepAt(`2026-03-11T${at}:00.000Z`);
  expect((await toChannel('board')).at(-1)?.state).toBe('sent');
  const states = [(await toChannel('office')).at(-1), (await toChannel('board')).at(-1)];
  expect(states.map((one) => [one?.state, one?.tries, one?.perhapsTwice]).toSorted()).toEqual(
    [
      ['sent', 2, undefined],
      ['sent', 2, true],
    ].toSorted(),
  );
  const twice = [chat.cards.length - (before[0] ?? 0), chat.texts.length - (before[1] ?? 0)].toSorted();
  expect(twice).toEqual([1, 2]);
});

it('is given up where it is refused, or after eight tries where nothing was put in', async () => {
  await rate('waste', 'amber', '2026-03-11');
  chat.faults.push(400);
  const none = channels({ id: 'unset', when: 'at-once', channel: chatChannel('teams', async () => 'not an address') });
  for (let n = 0; n < 9; n += 1) await sweepAt(`2026-03-12T09:${String(5 + n * 5).padStart(2, '0')}:00.000Z`, none);
  expect((await toChannel('board')).at(-1)).toMatchObject({ state: 'given-up', tries: 1 });
  expect((await toChannel('unset')).at(-1)).toMatchObject({ state: 'given-up', tries: 8 });
});
