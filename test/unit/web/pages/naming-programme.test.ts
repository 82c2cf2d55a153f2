import { expect, it } from 'vitest';
import { risk } from '../../../support/records.ts';
import { screensBefore } from './screen-under-test.ts';

const entry = {
  ...{ id: 'late', record: { ...risk, title: 'Savings are late' }, facts: {}, computed: {}, version: 1 },
  ...{ effectiveAt: '2026-01-01T00:00:00.000Z', recordedAt: '2026-01-01T00:00:00.000Z', recordedBy: 'tara' },
  struckOut: null,
};
const review = '/programmes/p/reviews/r';
const answers = {
  [review]: { body: { id: 'r', record: { title: 'Home care' } } },
  [`${review}/risks`]: { body: { items: [entry], next: null } },
  [`${review}/risks/late`]: { body: entry, etag: '"1"' },
};
const named = {
  ...answers,
  '/programmes/p': {
    body: { id: 'p', record: { name: 'Futures', reporting: { returnsDueDay: 5 } }, computed: { nextReport: null } },
  },
};
const crumbsOf = async (given: typeof answers, path: string) =>
  (await screensBefore(() => given, ['transformation-team']).opened(`/pages${review}${path}`)).crumbs.map(
    ({ text }) => text,
  );

it.each([
  ['/risks', ['Programmes', 'Futures', 'Home care']],
  ['/risks/late/_change', ['Programmes', 'Futures', 'Home care', 'Risks']],
])('%s below a review names its programme in its breadcrumbs', async (path, expected) => {
  expect(await crumbsOf(named, path)).toEqual(expected);
});

it('A page below a review is shown where the name of its programme cannot be read', async () => {
  expect(await crumbsOf(answers, '/risks')).toEqual(['Programmes', 'Programme', 'Home care']);
});

it('A form that is shown again because something is wrong names the programme too', async () => {
  const screens = screensBefore(() => named, ['transformation-team']);
  screens.refuse({ detail: 'The content breaks a rule.' });
  const reply = await screens.reply(`/pages${review}/risks/late/_change`, {}, '"1"');
  expect(screens.pageOf(reply).crumbs[1]).toEqual({ text: 'Futures', to: '/pages/programmes/p' });
});
