import { expect, it } from 'vitest';
import { heldBy, screensBefore } from './screen-under-test.ts';

/* Who goes back to a form that added something, and sends something else with it (docs/adr/0098-how-the-pages-are-proved.md). */

const [review, key] = ['/programmes/p/reviews/r', 'the-key'];
const issues = `/pages${review}/issues`;
const answers = {
  '/programmes/p': {
    body: { id: 'p', record: { name: 'Futures', reporting: { returnsDueDay: 5 } }, computed: { nextReport: null } },
  },
  [review]: {
    body: {
      record: { title: 'Home care', sros: [] },
      facts: { stage: 'decision' },
      computed: { stageName: 'Decision' },
    },
  },
  [`${review}/issues/survey-the-key`]: {
    body: {
      ...{
        id: 'survey-the-key',
        record: { title: 'Survey', description: 'Missing', severity: 'low', raisedOn: '2026-11-02' },
      },
      ...{ facts: {}, computed: {}, version: 1, recordedBy: 'sam', struckOut: null },
      ...{ effectiveAt: '2026-11-02T00:00:00.000Z', recordedAt: '2026-11-02T00:00:00.000Z' },
    },
    etag: '"issue:p/r/survey-the-key:1"',
  },
};
const asTeam = () => screensBefore(() => answers, ['transformation-team']);
const issue = {
  ...{ title: 'Survey', description: 'Never made', severity: 'low' },
  ...{ 'raisedOn/day': '2', 'raisedOn/month': '11', 'raisedOn/year': '2026' },
};

it('What a form adds is kept with its key', async () => {
  expect(await asTeam().reply(`${issues}/_new`, issue)).toMatchObject({ added: { key, id: 'survey-the-key' } });
});

it('Another title leads to what was added, with what was filled in, and nothing is sent', async () => {
  const screens = asTeam();
  const renamed = { ...issue, title: 'The survey of homes' };
  const reply = await screens.reply(`${issues}/_new`, renamed, '', { added: { [key]: 'survey-the-key' } });
  const page = screens.pageOf(reply);
  const text = String(page.body);
  expect(reply).toMatchObject({ status: 409 });
  expect(screens.sent).toEqual([]);
  expect(page.title).toBe('Change Survey');
  expect(heldBy(page)).toMatchObject({ ...renamed, _version: '"issue:p/r/survey-the-key:1"' });
  expect(text).toContain(`action="${issues}/survey-the-key/_change"`);
  expect(text).toMatch(new RegExp(`action="${issues}/_new".*name="_key" value="another-key"`, 's'));
});

it('Something else under the same title does as well, as the API knows the key', async () => {
  const screens = asTeam();
  screens.refuseOnce({ status: 422, code: 'idempotency.key-reused' });
  const page = screens.pageOf(await screens.reply(`${issues}/_new`, issue));
  expect(page.title).toBe('Change Survey');
});

it('What another form added is nothing to this one', async () => {
  const screens = asTeam();
  const reply = await screens.reply(`${issues}/_new`, { ...issue, title: 'Other' }, '', {
    added: { 'key-of-another': 'x' },
  });
  expect(reply).toMatchObject({ kind: 'to', added: { key, id: 'other-the-key' } });
});
