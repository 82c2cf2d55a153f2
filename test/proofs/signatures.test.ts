// @module-tag long
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Asked, Told } from '../support/client.ts';
import { etagFor } from '../support/etag-for.ts';
import { records, review, saving } from '../support/records.ts';
import { people, startTestTracker, type TestTracker } from '../support/tracker.ts';
import { readChain, recountFaults } from './history/read-chains.ts';
import { once, openProgramme } from './openings.ts';
import { amount, counted, holds, timeLimitMilliseconds } from './running.ts';
import { faultsOfSignatures } from './signed.ts';

/*
 * Those who sign read, and the team changes, corrects and strikes out in between, sometimes at the same moment. Nothing is
 * signed that its signer has not read, and what is signed stays as it was read or loses the mark.
 */

vi.setConfig({ testTimeout: timeLimitMilliseconds, hookTimeout: timeLimitMilliseconds });
let tracker: TestTracker;
beforeAll(async () => {
  tracker = await startTestTracker();
});
afterAll(() => tracker.stop());

const months = ['2026-01'];
const [month = ''] = months;
const claims = (claimedActual: number) => ({ ...saving, years: [{ year: '2026/27', plan: 400_000, claimedActual }] });
/** What is signed: its contents, of which each may come back, and the act. */
const signed = {
  case: {
    stem: 'BusinessCase',
    id: 'full',
    contents: ['One', 'Two', 'Three'].map((title) => ({ ...Object(records['business-case']), title })),
    act: ['recordOutcome', people.sro],
    bodies: [
      { outcome: 'approved', body: 'Cabinet', on: '2026-02-01' },
      { outcome: 'returned', body: 'Cabinet', on: '2026-02-01', reason: 'Not yet' },
    ],
  },
  claim: {
    stem: 'Saving',
    id: 'line',
    contents: [100, 900, 9_000_000].map(claims),
    act: ['validateSaving', people.finance],
    bodies: [
      { year: '2026/27', pounds: 100, on: '2026-02-01' },
      { year: '2026/27', pounds: 900, on: '2026-02-01' },
    ],
  },
  return: {
    stem: 'Return',
    id: month,
    contents: ['One', 'Two', 'Three'].map((narrative) => ({ narrative })),
    act: ['confirmReturn', people.sro],
    bodies: [{}, { words: 'As I read it' }],
  },
  review: {
    stem: 'Review',
    id: '',
    contents: ['One', 'Two', 'Three'].map((title) => ({ ...review, title })),
    act: ['rateReview', people.sro],
    bodies: Array.from({ length: 28 }, (_, n) => ({
      on: `2026-02-${String(n + 1).padStart(2, '0')}`,
      overall: { rating: 'green', words: 'As planned' },
    })),
  },
} as const;
type Name = keyof typeof signed;
const names = Object.keys(signed) as Name[];

const kinds = [
  'read and sign',
  'read and sign',
  'sign',
  'change',
  'change',
  'correct',
  'correct',
  'strike-out',
  'at once',
];
const commandsOf = (of: readonly Name[]) =>
  fc.array(
    fc.record({
      kind: fc.constantFrom(...kinds),
      of: fc.constantFrom(...of),
      content: fc.nat(2),
      body: fc.nat(27),
    }),
    { minLength: 12, maxLength: 30, size: 'max' },
  );
/** Mostly of two records, so that what is signed is met again. */
const commands = fc.shuffledSubarray(names, { minLength: 2, maxLength: 2 }).chain(commandsOf);
type Command = typeof commands extends fc.Arbitrary<(infer T)[]> ? T : never;

/** A review with one of each, and its signers with what each read last. */
const openReview = async (programmeId: string) => {
  const params = (of: Name) => ({ programmeId, reviewId: 'property', entryId: signed[of].id });
  const counts = { signed: 0, refused: 0 };
  const readBefore = new Map<Name, number>();
  const read = async (of: Name): Promise<Told['body']> =>
    (await tracker.must(`get${signed[of].stem}`, { params: params(of) })).body;
  /** Sent as it stands, with the version that is given. */
  const send = (operation: string, of: Name, version: number, asked: Asked) =>
    tracker.settle(
      operation as 'putReview',
      { ...asked, params: params(of), headers: { 'if-match': etagFor(operation, params(of), version) } },
      once,
    );
  const put = (of: Name, content: number, version: number) =>
    send(`put${signed[of].stem}`, of, version, { body: signed[of].contents[content] });
  const sign = async ({ of, body }: Command, isAlone: boolean): Promise<void> => {
    const version = readBefore.get(of) ?? 1;
    const current = isAlone ? (await read(of)).version : undefined;
    const { act, bodies } = signed[of];
    const told = await send(act[0], of, version, { as: act[1], body: bodies[body % bodies.length] });
    expect([200, 201, 409, 412]).toContain(told.status);
    if (current !== undefined) expect([told.status === 412, told.text]).toEqual([version !== current, told.text]);
    counts[told.status < 300 ? 'signed' : 'refused'] += 1;
  };
  const correct = async ({ of, content }: Command): Promise<void> => {
    const kind = of === 'case' ? 'business-case' : of === 'claim' ? 'saving' : of;
    const id = of === 'review' ? '' : `&id=${signed[of].id}`;
    const { body } = await tracker.must('getReviewHistory', { params: params(of), query: `kind=${kind}${id}` });
    const told = await tracker.ask(`correct${signed[of].stem}`, {
      params: params(of),
      body: {
        corrects: body.items.at(-1).sequence,
        effectiveAt: body.items.at(-1).effectiveAt,
        record: signed[of].contents[content],
        reason: 'Mistyped',
      },
    });
    expect([[200, 409].includes(told.status), told.text]).toEqual([true, told.text]);
  };
  const strikeOut = async (of: Name): Promise<void> => {
    const { version, struckOut } = await read(of);
    const body = { reason: 'Recorded twice', undo: struckOut !== null };
    const told = await send(`strikeOut${signed[of].stem}`, of, version, { body });
    expect([told.status, told.text]).toEqual([200, told.text]);
  };

  await openProgramme(tracker, programmeId);
  for (const of of ['review', 'case', 'claim', 'return'] as const)
    await tracker.must(`put${signed[of].stem}`, {
      params: params(of),
      body: signed[of].contents[0],
      headers: { 'if-none-match': '*', 'effective-at': '2026-02-01' },
    });
  return {
    counts,
    run: async (one: Command): Promise<void> => {
      const { of, content } = one;
      switch (one.kind) {
        case 'read and sign':
          readBefore.set(of, (await read(of)).version);
          return sign(one, true);
        case 'sign':
          return sign(one, true);
        case 'change':
          return void (await put(of, content, (await read(of)).version));
        case 'correct':
          return correct(one);
        case 'strike-out':
          return of === 'review' ? undefined : strikeOut(of);
        default: {
          const { version } = await read(of);
          readBefore.set(of, version);
          await Promise.all([sign(one, false), put(of, content, version)]);
        }
      }
    },
  };
};

it('nothing is signed that its signer has not read, and what is signed stays as it was or loses the mark', async (context) => {
  let [rounds, signatures, refused] = [0, 0, 0];
  const property = fc.asyncProperty(commands, async (given) => {
    rounds += 1;
    const programme = `signed-${rounds}`;
    const one = await openReview(programme);
    for (const command of given) await one.run(command);
    const { events } = await readChain(tracker, { programme, review: 'property' });
    expect(faultsOfSignatures(events)).toEqual([]);
    signatures += one.counts.signed;
    refused += one.counts.refused;
  });
  await holds(property, amount(14, 600, 5));
  expect(await recountFaults(tracker.table)).toEqual([]);
  counted(context, { signatures, refused });
  expect(signatures).toBeGreaterThan(amount(20, 2_000, 7));
  expect(refused).toBeGreaterThan(amount(10, 1_000, 3));
});
