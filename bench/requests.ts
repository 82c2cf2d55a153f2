import { reviewHeadKey, summaryKey } from '#store/table/keys.ts';
import { must } from './client.ts';
import { compare, type Timing } from './paired.ts';
import { kent, month, openProgramme, publishMonth, type Stack, startStack } from './stack.ts';

/*
 * Requests over HTTP through the whole local stack (token, validation, decision, history event, head, idempotency record),
 * each compared with a bare handler that does one transaction of as many and as large items, or one read. A change is
 * answered when it is on the disk, and each is of a review of its own.
 */

const programme = 'changed';
const review = {
  title: 'Property and infrastructure support',
  services: ['Property'],
  tier: '1',
  lifecycle: 'active',
  sros: [{ subject: 'bench-sro', name: 'Anna Stone' }],
  grossExpenditure: { kind: 'amount', pounds: 1_200_000, source: 'Budget book 2026-27' },
  netExpenditure: { kind: 'amount', pounds: 800_000, source: 'Budget book 2026-27' },
};

interface Changes {
  readonly open: (who: string) => (n: number) => Promise<unknown>;
  readonly move: (who: string) => (n: number) => Promise<unknown>;
}

const urlOf = ({ origin }: Stack, who: string, n: number): string =>
  `${origin}/programmes/${programme}/reviews/${who}-${n}`;

const changesOf = (stack: Stack): Changes => {
  const as = (key: string, day: string, condition: Readonly<Record<string, string>>) =>
    stack.as('transformation-team', { 'idempotency-key': key, 'effective-at': day, ...condition });
  return {
    open: (who) => (n) =>
      must(201, urlOf(stack, who, n), {
        method: 'PUT',
        headers: as(`open-${who}-${n}`, '2026-01-05', { 'if-none-match': '*' }),
        body: review,
      }),
    move: (who) => (n) =>
      must(200, `${urlOf(stack, who, n)}/stage-moves`, {
        method: 'POST',
        headers: as(`move-${who}-${n}`, '2026-01-06', { 'if-match': `"review:${programme}/${who}-${n}:1"` }),
        body: { to: 'service-baseline' },
      }),
  };
};

/** The bytes of each item that opening a review puts in its transaction, and moving it. */
const bytesPut = async (): Promise<Readonly<Record<keyof Changes, readonly number[]>>> => {
  const stack = await startStack({ empty: true, metered: true });
  const { meter } = stack;
  if (meter === undefined) throw new Error('the stack has no meter');
  const putBy = async (act: () => Promise<unknown>): Promise<readonly number[]> =>
    (await meter.charged(act)).calls.flatMap(({ puts }) => puts.map(({ bytes }) => bytes));
  try {
    await openProgramme(stack, programme, 0);
    const { open, move } = changesOf(stack);
    return { open: await putBy(() => open('count')(0)), move: await putBy(() => move('count')(0)) };
  } finally {
    await stack.stop();
  }
};

const timeChanges = async (stack: Stack): Promise<readonly Timing[]> => {
  const { open, move } = changesOf(stack);
  const floor = await stack.floor(await bytesPut());
  const put = (like: string) => () => must(201, `${floor}/puts?like=${like}`, { method: 'POST' });
  const timings: Timing[] = [];
  for (const callers of [1, 8]) {
    const terms = { pairs: callers === 1 ? 14 : 10, calls: callers === 1 ? 20 : 48, callers, warmUp: callers * 20 };
    const words = callers === 1 ? 'one caller' : `${callers} callers`;
    const who = `by-${callers}`;
    const ofOpening = await compare(open(who), put('open'), terms);
    const ofMoving = await compare(move(who), put('move'), terms);
    timings.push(
      { what: `open a review, ${words}, against one transaction`, spread: ofOpening, unit: 'x' },
      { what: `move a review to its next stage, ${words}, against one transaction`, spread: ofMoving, unit: 'x' },
    );
  }
  return timings;
};

const timeReads = async (stack: Stack): Promise<readonly Timing[]> => {
  const { origin, as } = stack;
  const floor = await stack.floor({});
  const bare =
    ({ pk, sk }: { pk: string; sk: string }) =>
    () =>
      must(200, `${floor}/item?pk=${encodeURIComponent(pk)}&sk=${encodeURIComponent(sk)}`);
  const head = bare(reviewHeadKey({ organisation: kent.organisation, programme }, 'by-1-0'));
  const summary = bare(summaryKey({ ...kent, programme: 'of-65' }, month, 1));
  const get = (path: string, headers = {}) =>
    must(200, `${origin}/programmes/${path}`, { headers: as('board', headers) });
  const pull = (accept: string) => () => get(`of-65/reports/${month}`, { accept });
  const terms = { pairs: 14, calls: 40, callers: 1, warmUp: 40 };
  const against = async (what: string, ours: (n: number) => Promise<unknown>, floor: typeof head): Promise<Timing> => ({
    what: `${what}, against getting one item`,
    spread: await compare(ours, floor, terms),
    unit: 'x',
  });
  return [
    await against('get one review, the same again', () => get(`${programme}/reviews/by-1-0`), head),
    // None of them was read before: what a warm function remembers does not help.
    await against('get one review, another each time', (n) => get(`${programme}/reviews/by-8-${n % 500}`), head),
    await against('list 65 reviews', () => get('of-65/reviews?limit=65'), head),
    await against("a board's pull of a report as JSON", pull('application/json'), summary),
    await against("a board's pull of a report as a page", pull('text/html'), summary),
    await against('getting one item, for the measure itself', head, head),
  ];
};

export const timeRequests = async (): Promise<readonly Timing[]> => {
  const stack = await startStack({ durable: true });
  try {
    await openProgramme(stack, 'of-65', 65);
    await publishMonth(stack, 'of-65');
    await openProgramme(stack, programme, 0);
    return [...(await timeChanges(stack)), ...(await timeReads(stack))];
  } finally {
    await stack.stop();
  }
};
