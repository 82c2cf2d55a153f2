import { expect, it } from 'vitest';
import { Risk, RiskFacts } from '#registers/risk/record.ts';
import { risksSection } from '#registers/risk/risk-matrix.ts';
import type { Programme } from '#schemas/programme.ts';
import type { Lifecycle } from '#schemas/review.ts';
import { defaultRiskMatrix, RiskMatrix } from '#schemas/risk-matrix.ts';
import { reportPage } from '#web/report-page.ts';
import { aProgramme, aReview, aSetting, rollUp } from '../../support/positions.ts';
import { risk } from '../../support/records.ts';
import { richLines, richReport, wholeReport } from '../../support/report-fixture.ts';
import { made } from '../registers/put-entry.ts';

const { lastReviewedOn: _, ...never } = risk;
const bands = [
  { name: 'Green', upTo: 3, nextReviewMonths: 6 },
  { name: 'Orange', upTo: 15, nextReviewMonths: 2 },
  { name: 'Red', nextReviewMonths: 1 },
];
const four = (what: string) => [1, 2, 3, 4].map((n) => `${what} ${n}`);
const unweighted = { likelihoodWords: four('Likelihood'), impactWords: four('Impact'), bands };
const weighted = RiskMatrix.parse({ ...unweighted, impactWeights: [1, 3, 5, 7] });

const pageOf = (riskMatrix: Programme['riskMatrix'], current: object, lifecycle: Lifecycle = 'active'): string => {
  const { record, facts } = made('risk', { ...never, inherent: current, current }, { settings: { riskMatrix } });
  const at = '2014-04-01T09:00:00.000Z';
  const entry = { id: 'late', record: Risk.parse(record), facts: RiskFacts.parse(facts), effectiveAt: at };
  const review = aReview('gone', { risks: risksSection([entry], riskMatrix), review: { lifecycle } });
  const { content } = rollUp([review], aSetting({ programme: aProgramme({ riskMatrix }) }));
  const { risks, ended } = content;
  const report = wholeReport({ ...richReport, content: { ...richReport.content, risks, ended } });
  return reportPage({ report, lines: richLines, linesComplete: true });
};
const tagsIn = (page: string): string[] => [...page.matchAll(/<span class="band-tag.*?<\/span>/g)].map(([tag]) => tag);

it.each(['active', 'stopped'] as const)(
  'a band that the council has named has the colour of its place among the bands, of a review that is %s',
  (lifecycle) => {
    const tagOf = (likelihood: number) => tagsIn(pageOf(weighted, { likelihood, impact: 4 }, lifecycle));
    expect(tagOf(4)).toEqual(['<span class="band-tag high">Red</span>']);
    expect(tagOf(1)).toEqual(['<span class="band-tag medium">Orange</span>']);
    expect(tagsIn(pageOf(weighted, { likelihood: 1, impact: 1 }, lifecycle))).toEqual([
      '<span class="band-tag low">Green</span>',
    ]);
  },
);

it('a risk that is in no band has the colour of none', () => {
  expect(tagsIn(pageOf(weighted, { toBeConfirmed: 'After the survey' }, 'stopped'))).toEqual([
    '<span class="band-tag ">Not scored</span>',
  ]);
});

it.each([
  ['weighs more than its number', weighted, '28<span class="under money">4 × 7 (impact 4 weighs 7)</span>'],
  ['weighs as its number', RiskMatrix.parse(unweighted), '16<span class="under money">4 × 4</span>'],
  ['is of the matrix that most councils have', defaultRiskMatrix, '16<span class="under money">4 × 4</span>'],
])('a score shows how it is made where its impact %s', (_, matrix, text) => {
  expect(pageOf(matrix, { likelihood: 4, impact: 4 })).toContain(text);
});
