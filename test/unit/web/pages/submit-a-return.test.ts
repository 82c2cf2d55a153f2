import { expect, it } from 'vitest';
import { screensBefore } from './screen-under-test.ts';

/* A return is submitted: so it says wherever somebody is led to it, where they do it, and once it is done. */

const api = '/programmes/p/reviews/r';
const review = '/pages/programmes/p/reviews/r';
const answers = {
  [api]: {
    etag: '"review:p/r:1"',
    body: {
      record: { title: 'Home care', sros: [] },
      facts: { stage: 'decision' },
      computed: { stageName: 'Decision' },
    },
  },
  '/programmes/p': { body: { record: { name: 'A programme' }, computed: { nextReport: null } } },
  [`${api}/returns`]: { body: { items: [], next: null } },
};
const screens = () => screensBefore(() => answers, ['transformation-team']);

it('The list of returns leads to it, and the form is called and sent so', async () => {
  const list = String((await screens().opened(`${review}/returns`)).body);
  expect(list).toMatch(/href="[^"]*returns\/_new"[^>]*>\s*Submit a return/);
  const form = await screens().opened(`${review}/returns/_new`);
  expect(form.title).toBe('Submit a return');
  expect(String(form.body)).toMatch(/<button[^>]*class="govuk-button"[^>]*>\s*Submit\s*<\/button>/);
  expect(list + String(form.body)).not.toMatch(/Add a return|>\s*Save\s*</);
});

it('What was submitted is said to be', async () => {
  const sent = await screens().reply(`${review}/returns/_new`, {
    'month-of-entry/month': '10',
    'month-of-entry/year': '2026',
    narrative: 'All is well',
  });
  expect(sent).toMatchObject({ kind: 'to', notice: 'It was submitted.' });
});
