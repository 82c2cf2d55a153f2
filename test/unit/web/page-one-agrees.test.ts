import { expect, it } from 'vitest';
import { agreesInWords } from '#web/report/page-one-answers.ts';
import { aReview, aSetting, noProgrammeWide, rollUp, savingsOf, stated } from '../../support/positions.ts';

/* docs/meaning.md REPORT-32: whether the numbers agree with those of the report before. */

const reviews = [
  aReview('property', { savings: savingsOf({ years: [{ year: '2014/15', plan: 1_000_000, forecast: 900_000 }] }) }),
];
const required = { measure: 'savings-required', year: '2014/15', figure: { kind: 'amount', pounds: 3_000_000 } };
const setting = aSetting({ programmeWide: { ...noProgrammeWide, statedPositions: [stated('required', required)] } });

it.each([
  [2e6, 5e6, 'finance had validated £2 million by the end of March 2014 and £3 million more since: £5 million.'],
  [
    5e6,
    2e6,
    'finance had validated £5 million by the end of March 2014 of which £3 million no longer holds: £2 million.',
  ],
  [5e6, 5e6, 'finance had validated £5 million by the end of March 2014 and nothing since: £5 million.'],
  [null, 5e6, 'finance had validated nothing by the end of March 2014 and £5 million more since: £5 million.'],
])('says how what was validated (%s) comes to what is (%s)', (was, is, words) => {
  const report = rollUp(reviews, setting);
  const money = report.content.pageOne?.money;
  if (!money || report.content.pageOne === undefined) throw new Error('page one has money');
  const previous = { month: '2014-03' } as never;
  const before = { claimedPounds: null, validatedPounds: was, stillToFind: null };
  const pageOne = { ...report.content.pageOne, money: { ...money, validatedPounds: is, before } };
  expect(agreesInWords(pageOne, { ...report.content, previous, pageOne })).toMatchObject({
    answer: 'Yes, the number of reviews and what is validated add up.',
    because: expect.stringContaining(`Savings of 2014/15: ${words}`),
  });
});

it('says of a first report that there is none before it, and still where its reviews do not add up', () => {
  const { content } = rollUp(reviews, setting);
  const { pageOne } = content;
  if (pageOne === undefined) throw new Error('the report has page one');
  const first = { ...content, previous: null };
  const reconciles = { reviews: false, sentence: '0 reviews; 1 entered; 2 at the end: this does NOT reconcile.' };
  expect(agreesInWords(pageOne, first)).toEqual({ answer: 'There is no report before this one.', because: '' });
  expect(agreesInWords({ ...pageOne, reconciles }, first)).toEqual({ answer: 'No.', because: reconciles.sentence });
});
