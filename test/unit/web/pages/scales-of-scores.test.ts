import { expect, it } from 'vitest';
import { screensBefore } from './screen-under-test.ts';

/* A form that asks for a score says from which number to which. */

const api = '/programmes/p/reviews/r';
const review = { etag: '"review:p/r:1"', body: { record: { title: 'Home care', sros: [] }, facts: {}, computed: {} } };
const programme = (more: object) => ({
  body: { record: { name: 'A programme', reporting: { returnsDueDay: 5 }, ...more }, computed: { nextReport: null } },
});
const opened = async (answers: Readonly<Record<string, { readonly body: unknown }>>, path: string): Promise<string> => {
  const all = {
    [api]: review,
    [`${api}/issues`]: { body: { items: [], next: null } },
    [`${api}/savings`]: { body: { items: [], next: null } },
  };
  const { body } = await screensBefore(() => ({ ...all, ...answers }), ['transformation-team']).opened(
    `/pages${api}/${path}`,
  );
  return String(body);
};

it('A risk is scored by the likelihoods and impacts of the matrix of the programme', async () => {
  const riskMatrix = {
    likelihoodWords: ['Rare', 'Possible', 'Likely', 'Certain'],
    impactWords: ['Slight', 'Serious', 'Severe'],
  };
  const body = await opened({ '/programmes/p': programme({ riskMatrix }) }, 'risks/_new');
  expect(body.match(/From 1 \(Rare\) to 4 \(Certain\)/g)).toHaveLength(3);
  expect(body.match(/From 1 \(Slight\) to 3 \(Severe\)/g)).toHaveLength(3);
});

it('An option is scored up to the highest score of its appraisal', async () => {
  const appraisal = {
    body: { record: { criteria: [{ id: 'fit', name: 'Strategic fit' }], highestScore: 5 }, facts: {}, computed: {} },
  };
  const answers = { '/programmes/p': programme({}), [`${api}/appraisal`]: appraisal };
  expect(await opened(answers, 'options/_new')).not.toContain('undefined');
  const again = await screensBefore(() => ({ [api]: review, ...answers }), ['transformation-team']).reply(
    `/pages${api}/options/_new`,
    { _pressed: 'add scores' },
  );
  expect(again.kind === 'page' && String(again.page.body)).toContain('From 0 to 5');
});

it('Where the scale cannot be read the form says what it goes by', async () => {
  expect(await opened({ '/programmes/p': programme({}) }, 'risks/_new')).toContain(
    'to the last likelihood of the programme',
  );
});
