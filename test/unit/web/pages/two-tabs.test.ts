import { expect, it } from 'vitest';
import { heldBy, screensBefore } from './screen-under-test.ts';

const programme = {
  id: 'p',
  record: { name: 'Futures', reporting: { returnsDueDay: 5 } },
  computed: { nextReport: null },
};
const review = { record: { title: 'Home care', sros: [] }, facts: { stage: 'decision' }, computed: { stageName: 'D' } };
const issue = (description: string, version: number) => ({
  id: 'survey',
  record: { title: 'The survey', description, severity: 'low', raisedOn: '2026-11-02' },
  ...{ facts: {}, computed: {}, version, recordedBy: 'sam', struckOut: null },
  ...{ effectiveAt: '2026-11-02T00:00:00.000Z', recordedAt: '2026-11-02T00:00:00.000Z' },
});
const page = '/pages/programmes/p/reviews/r/issues/survey/_change';
const first = '"issue:p/r/survey:1"';
const second = '"issue:p/r/survey:2"';

const formOf = async () => {
  let now = { body: issue('Missing', 1), etag: first };
  const screens = screensBefore(
    () => ({
      '/programmes/p': { body: programme },
      '/programmes/p/reviews/r': { body: review },
      '/programmes/p/reviews/r/issues/survey': now,
    }),
    ['transformation-team'],
  );
  const values = heldBy(await screens.opened(page));
  // The first of two tabs is saved; by the key that both of them have the second is another form of the same sending.
  now = { body: issue('Of the first tab', 2), etag: second };
  screens.refuseOnce({ status: 422, code: 'idempotency.key-reused' });
  return { screens, values };
};

it('The second of two equal forms keeps what the first one changed, under a key of its own', async () => {
  const { screens, values } = await formOf();
  const reply = await screens.reply(page, { ...values, owner: 'Estates' }, first);
  expect(reply).toMatchObject({ kind: 'to' });
  expect(screens.sent.at(-1)).toMatchObject({ version: second });
  expect(JSON.stringify(screens.sent.at(-1)?.body)).toMatch(/Of the first tab.*Estates/);
});

it('It is shown beside the first one where both changed the same, and holds what was typed', async () => {
  const { screens, values } = await formOf();
  const reply = await screens.reply(page, { ...values, description: 'Of the second tab' }, first);
  const text = String(screens.pageOf(reply).body);
  expect(reply).toMatchObject({ kind: 'page', status: 412 });
  expect(text).toContain('You saved it yourself meanwhile');
  expect(heldBy(screens.pageOf(reply))).toMatchObject({ description: 'Of the second tab', _version: second });
});
