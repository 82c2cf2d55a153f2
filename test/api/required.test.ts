import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nothingStored } from '../support/chain.ts';
import { exampleBodyOf, operationsWithBody } from '../support/examples.ts';
import { tagsOf } from '../support/in-every-run.ts';
import { property, startWithOneOfEach } from '../support/one-of-each.ts';
import type { TestTracker, TrackerOfMore } from '../support/tracker.ts';

// What is left out is said to be required, whatever its schema says of what fits; a header that is not taken is not passed over.

let tracker: TestTracker & TrackerOfMore;
beforeAll(async () => {
  tracker = await startWithOneOfEach();
});
afterAll(() => tracker.stop());

interface Fault {
  readonly pointer: string;
  readonly message: string;
}
const everyRole = ['transformation-team', 'programme-office', 'sro', 'finance', 'assurance'] as const;

const ask = async (id: string, body: unknown, headers: Record<string, string> = {}) =>
  tracker.ask(id, {
    as: { subject: 'ada-all', roles: everyRole },
    params: { ...property, entryId: 'first', month: '2026-01', personId: 'ada', transferId: 'none' },
    body,
    headers: { ...(id.startsWith('put') ? { 'if-none-match': '*' } : { 'if-match': '"1"' }), ...headers },
  });

const withFields = operationsWithBody.filter((one) => Object.keys(exampleBodyOf(one) as object).length > 0);
for (const operation of withFields)
  describe(operation.id, { tags: tagsOf(operation) }, () => {
    const example = exampleBodyOf(operation);
    const names = typeof example === 'object' && example !== null ? Object.keys(example) : [];

    it.each(names)('without %s takes the request, or says that it is required', async (name) => {
      const body = Object.fromEntries(Object.entries(example as object).filter(([one]) => one !== name));
      const { status, body: answer } = await ask(operation.id, body);
      const faults: readonly Fault[] = status === 400 ? (answer.faults ?? []) : [];
      const own = faults.filter(({ pointer }) => pointer === `/${name}`).map(({ message }) => message);
      // A rule over several members names in its own words what one of them needs.
      expect(own.filter((message) => !/^is required$|^must (say|be listed) /.test(message))).toEqual([]);
    });
  });

it('a correction without its instant says that it is required, and one with the header where it belongs', async () => {
  const correction = { corrects: 1, record: { title: 'Property' }, reason: 'A slip' };
  const without = await nothingStored(tracker, () => ask('correctReview', correction));
  expect(without.body.faults).toContainEqual({ in: 'body', pointer: '/effectiveAt', message: 'is required' });
  const inHeader = await nothingStored(tracker, () =>
    ask('correctReview', { ...correction, effectiveAt: '2026-02-01' }, { 'effective-at': '2026-02-01' }),
  );
  expect(inHeader).toMatchObject({ status: 400, body: { faults: [{ in: 'header', pointer: '/Effective-At' }] } });
  expect(inHeader.body.detail).toContain('its body says from when it is true, as effectiveAt');
});
