import { expect, it } from 'vitest';
import { heldBy, screensBefore } from './screen-under-test.ts';

/* A form begins with what people come for: what few need is folded below, and stays open where it holds something or is wrong. */

const review = '/programmes/p/reviews/r';
const answers = {
  '/programmes/p': {
    body: { id: 'p', record: { name: 'Futures', reporting: { returnsDueDay: 5 } }, computed: { nextReport: null } },
  },
  [review]: {
    body: { record: { title: 'Home care', sros: [] }, facts: { stage: 'decision' }, computed: { stageName: 'D' } },
  },
  '/directory': { body: { items: [{ id: 'sam', name: 'Sam Sro', post: null }], next: null } },
};
const screens = screensBefore(() => answers, ['transformation-team']);
const foldIn = (body: unknown): string => /More that can be recorded[\s\S]*?<\/details>/.exec(String(body))?.[0] ?? '';

it('folds what need not be filled in and is no column of the list', async () => {
  const form = await screens.opened(`/pages${review}/milestones/_new`);
  const fold = foldIn(form.body);
  expect(fold).toContain('More that can be recorded: baseline as it is stated, forecast as it is stated');
  expect(fold).toContain('name="delayReason"');
  for (const name of ['title', 'owner', 'baseline/day', 'forecast/day']) {
    expect(heldBy(form)).toHaveProperty(name);
    expect(fold).not.toContain(`name="${name}"`);
  }
  // Folded fields are sent as all others.
  expect(heldBy(form)).toHaveProperty('delayReason', '');
});

it('shows what holds something', async () => {
  const again = screens.pageOf(
    await screens.reply(`/pages${review}/milestones/_new`, { 'baseline/day': '32', delayReason: 'The lease runs on' }),
  );
  expect(again.faults?.length).toBeGreaterThan(0);
  expect(String(again.body)).toContain('The lease runs on');
  expect(foldIn(again.body)).not.toContain('The lease runs on');
});

it('begins with the first item of a list that must hold one, and asks of what always holds something no “None”', async () => {
  const form = await screens.opened(`/pages${review}/savings/_new`);
  expect(heldBy(form)).toHaveProperty('years/0/year', '');
  const risk = String((await screens.opened(`/pages${review}/risks/_new`)).body);
  expect(risk).toContain('>Status</');
  expect(risk).toContain('Likelihood and impact');
});

it('opens a review as what it is where nobody says otherwise, with a box for its SRO', async () => {
  const form = await screens.opened('/pages/programmes/p/reviews/_new');
  expect(heldBy(form)).toMatchObject({ lifecycle: 'potential', tier: 'to-be-confirmed', 'sros/0/subject': '' });
});

it('fills in the month of a return that a link names', async () => {
  const form = await screens.opened(`/pages${review}/returns/_new?month=2026-10`);
  expect(heldBy(form)).toMatchObject({ 'month-of-entry/month': 'October', 'month-of-entry/year': '2026' });
});

it('says what is required by its name, above and at the field', async () => {
  const refused = screensBefore(() => answers, ['transformation-team']);
  refused.refuse({ faults: [{ in: 'body', pointer: '/cause', message: 'is required' }] });
  const page = refused.pageOf(await refused.reply(`/pages${review}/risks/_new`, { title: 'The agency leaves' }));
  expect(page.faults).toEqual([{ message: 'Cause is required', field: 'cause' }]);
  expect(String(page.body).replaceAll(/<[^>]*>/g, '')).toContain('Error: Cause is required');
});
