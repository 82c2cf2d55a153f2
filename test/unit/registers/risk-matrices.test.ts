import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '#domain/entry.ts';
import { Risk, type RiskFacts } from '#registers/risk/record.ts';
import { assessRisk, fiveByFive, risksSection } from '#registers/risk/risk-matrix.ts';
import { bandsOf, defaultRiskMatrix, RiskMatrix, scaleOf } from '#schemas/risk-matrix.ts';
import { reportPage } from '#web/report-page.ts';
import { aProgramme, aReview, aSetting, asPrevious, rollUp } from '../../support/positions.ts';
import { risk } from '../../support/records.ts';
import { richLines, richReport, wholeReport } from '../../support/report-fixture.ts';
import { made } from './put-entry.ts';

const { lastReviewedOn: _, ...example } = risk;
const words = (count: number, what: string) => Array.from({ length: count }, (_, n) => `${what} ${n + 1}`);
const bands = [
  { name: 'Green', upTo: 3, nextReviewMonths: 6 },
  { name: 'Yellow', upTo: 9, nextReviewMonths: 3 },
  { name: 'Orange', upTo: 15, nextReviewMonths: 2 },
  { name: 'Red', nextReviewMonths: 1 },
];
const weighted = RiskMatrix.parse({
  likelihoodWords: words(4, 'Likelihood'),
  impactWords: words(4, 'Impact'),
  impactWeights: [1, 3, 5, 7],
  bands,
});
const scored = (likelihood: number, impact: number) => ({ likelihood, impact });
const entryOn = (matrix: RiskMatrix, given: object, at = '2014-04-01T09:00:00.000Z'): Entry<Risk, RiskFacts> => {
  const { record, facts } = made('risk', { ...example, ...given }, { settings: { riskMatrix: matrix } });
  return { id: 'late', record: Risk.parse(record), facts: facts as RiskFacts, effectiveAt: at };
};

describe('A matrix', () => {
  const faultsOf = (matrix: object): string[] => {
    const { error } = RiskMatrix.safeParse(matrix);
    return (error?.issues ?? []).map(({ path, message }) => `${path.join('/')} ${message}`);
  };
  const ofThree = { lowUpTo: 3, mediumUpTo: 7, nextReviewMonths: { low: 3, medium: 2, high: 1 } };
  const four = { likelihoodWords: words(4, 'l'), impactWords: words(4, 'i') };

  it.each<[string, object, string[]]>([
    [
      'of two levels',
      { ...four, likelihoodWords: ['a', 'b'], ...ofThree },
      ['likelihoodWords must name 3 to 10 levels, the lowest first'],
    ],
    [
      'of eleven levels',
      { ...four, impactWords: words(11, 'i'), ...ofThree },
      ['impactWords must name 3 to 10 levels, the lowest first'],
    ],
    ['without bands', four, ['nextReviewMonths must be given', 'lowUpTo must say', 'mediumUpTo must say']],
    [
      'with bands of both kinds',
      { ...four, ...ofThree, bands: bands.slice(0, 3).with(2, { name: 'Red', nextReviewMonths: 1 }) },
      ['bands must not be given together with lowUpTo'],
    ],
    [
      'with bands out of order',
      { ...four, bands: [{ ...bands[0], upTo: 9 }, { ...bands[1], upTo: 9 }, bands[3]] },
      ['bands/1/upTo must be above 9'],
    ],
    [
      'with a band that no score reaches',
      { ...four, bands: [bands[0], { ...bands[1], upTo: 16 }, bands[3]] },
      ['bands/1/upTo must be below 16'],
    ],
    [
      'with an end of its last band',
      { ...four, bands: [bands[0], bands[1]] },
      ['bands/1/upTo must be left out of the last band'],
    ],
    [
      'with one name twice',
      { ...four, bands: [bands[0], { ...bands[3], name: 'green' }] },
      ['bands must have a name of its own each'],
    ],
    [
      'with weights that do not rise',
      { ...four, impactWeights: [1, 3, 3, 7], ...ofThree },
      ['impactWeights must rise'],
    ],
    [
      'with a weight too few',
      { ...four, impactWeights: [1, 3, 5], ...ofThree },
      ['impactWeights must have one weight for each of the 4'],
    ],
  ])('%s is refused in plain words', (_, matrix, expected) => {
    const faults = faultsOf(matrix);
    for (const [n, fault] of expected.entries()) expect(faults[n]).toContain(fault);
    expect(faults).toHaveLength(expected.length);
  });

  const anyMatrix = fc
    .record({
      rows: fc.integer({ min: 3, max: 10 }),
      columns: fc.integer({ min: 3, max: 10 }),
      steps: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 10, maxLength: 10 }),
      isWeighted: fc.boolean(),
      ends: fc.uniqueArray(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 5 }),
    })
    .map(({ rows, columns, steps, isWeighted, ends }) =>
      RiskMatrix.parse({
        likelihoodWords: words(rows, 'l'),
        impactWords: words(columns, 'i'),
        ...(isWeighted
          ? {
              impactWeights: steps
                .slice(0, columns)
                .map((_, n) => steps.slice(0, n + 1).reduce((sum, one) => sum + one, 0)),
            }
          : {}),
        bands: [...ends.toSorted((one, other) => one - other), undefined].map((upTo, n) => ({
          name: `Band ${n}`,
          ...(upTo === undefined ? {} : { upTo }),
          nextReviewMonths: 1,
        })),
      }),
    );

  it('of any size from 3 by 3 to 10 by 10, weighted or not, puts every score into exactly one of its bands', () => {
    fc.assert(
      fc.property(anyMatrix, fc.nat(), fc.nat(), (matrix, row, column) => {
        const { likelihood, impact } = scaleOf(matrix);
        const current = scored((row % likelihood) + 1, (column % impact.length) + 1);
        const entry = entryOn(matrix, { current, inherent: current, target: current });
        const [open] = risksSection([entry], matrix).open;
        const score = current.likelihood * (impact[current.impact - 1] ?? 0);
        expect(open?.score).toBe(score);
        const all = bandsOf(matrix);
        const n = all.findIndex(({ key }) => key === open?.band);
        expect(score).toBeLessThanOrEqual(all[n]?.upTo ?? score);
        expect(score).toBeGreaterThan(all[n - 1]?.upTo ?? 0);
        const setting = aSetting({ programme: aProgramme({ riskMatrix: matrix }) });
        const { risks } = rollUp([aReview('property', { risks: risksSection([entry], matrix) })], setting).content;
        expect(risks.bands?.map(({ count }) => count)).toEqual(all.map((_, at) => (at === n ? 1 : 0)));
        expect(risks.heatMap.length).toBe(likelihood);
        expect(risks.heatMap[likelihood - current.likelihood]?.[current.impact - 1]).toBe(1);
        expect(risks.heatMap.flat().reduce((sum, one) => sum + one, 0)).toBe(1);
      }),
    );
  });

  it('with bands and weights of its own is on the page by their names, and says when risks are reviewed next', () => {
    const entry = entryOn(weighted, {
      current: scored(4, 4),
      inherent: scored(4, 4),
      target: scored(1, 2),
      lastReviewedOn: '2014-03-01',
    });
    expect(assessRisk(entry.record, entry.facts, weighted)).toMatchObject({
      currentScore: 28,
      currentBand: 'Red',
      targetScore: 3,
      nextReviewOn: '2014-04-01',
    });
    const setting = aSetting({ programme: aProgramme({ riskMatrix: weighted }) });
    const { content } = rollUp([aReview('property', { risks: risksSection([entry], weighted) })], setting);
    expect(content.headline.join()).toContain('1 open risk, 1 of them Red');
    const report = wholeReport({ ...richReport, content: { ...richReport.content, risks: content.risks } });
    const page = reportPage({ report, lines: richLines, linesComplete: true });
    for (const text of ['Red (above 15)', 'Orange (10 to 15)', 'Green (up to 3)', 'Red 28', 'Likelihood 4', 'Impact 4'])
      expect(page).toContain(text);
    expect(page).not.toContain('NaN');
  });
});

describe('A risk that was scored on another matrix', () => {
  const old = entryOn(defaultRiskMatrix, { current: scored(3, 3), inherent: scored(3, 4), target: scored(2, 2) });
  const setting = aSetting({ programme: aProgramme({ riskMatrix: weighted }) });

  it('has no score on the one now in force, although its numbers would fit: it is in no band, and found', () => {
    expect(old.facts.scale).toBeUndefined();
    const section = risksSection([old], weighted);
    expect(section).toMatchObject({ open: [], unscored: [{ id: 'late', onAnotherMatrix: true }] });
    const { risks, findings, nextSteps } = rollUp([aReview('property', { risks: section })], setting).content;
    expect(risks).toMatchObject({ open: 1, top: { total: 0 }, unscored: { total: 1 } });
    expect(risks.bands?.map(({ count }) => count)).toEqual([0, 0, 0, 0]);
    expect(risks.coverage).toContain('1 of them has no score');
    const found = findings.rows.find(({ rule }) => rule === 'GAP-08');
    expect(found?.because).toContain(
      "Scored on a matrix of 5 by 5; the programme's is now 4 by 4, with impacts that weigh 1, 3, 5 and 7",
    );
    expect(nextSteps.rows.map(({ what }) => what).join()).toContain('Score the risk by the matrix');
  });

  it('and is scored again as it was, is compared with nothing before', () => {
    const before = made('risk', { ...example, current: scored(3, 3), inherent: scored(4, 4) });
    const after = made(
      'risk',
      { ...example, current: scored(3, 3), inherent: scored(4, 4) },
      { before, settings: { riskMatrix: weighted } },
    );
    expect(after.facts).toMatchObject({
      scale: { likelihood: 4, impact: [1, 3, 5, 7] },
      scores: [{ score: 9 }, { score: 15, onAnotherMatrix: true }],
    });
    const entry = {
      id: 'late',
      record: Risk.parse(after.record),
      facts: after.facts as RiskFacts,
      effectiveAt: '2014-04-01T09:00:00.000Z',
    };
    expect(risksSection([entry], weighted).open[0]?.scores).toHaveLength(1);
  });

  it('is only re-banded where nothing but the ends of bands moved', () => {
    const stricter = { ...defaultRiskMatrix, lowUpTo: 2, mediumUpTo: 8 };
    expect(scaleOf(stricter)).toEqual(fiveByFive);
    expect(risksSection([old], stricter)).toMatchObject({ unscored: [], open: [{ score: 9, band: 'high' }] });
  });
});

describe('A score to be confirmed', () => {
  const toBeConfirmed = { toBeConfirmed: 'The survey is not in yet' };

  it('of today is a row of its own: counted, in no band, never among the highest, and reviewed as soon as any', () => {
    const unknown = entryOn(defaultRiskMatrix, {
      current: toBeConfirmed,
      inherent: toBeConfirmed,
      lastReviewedOn: '2014-03-20',
    });
    expect(assessRisk(unknown.record, unknown.facts, defaultRiskMatrix)).toMatchObject({
      inherentScore: null,
      currentScore: null,
      currentBand: null,
      notScored: 'To be confirmed: The survey is not in yet',
      nextReviewOn: '2014-04-20',
    });
    const known = { ...entryOn(defaultRiskMatrix, { current: scored(1, 1) }), id: 'known' };
    const { risks, findings } = rollUp([
      aReview('property', { risks: risksSection([unknown, known], defaultRiskMatrix) }),
    ]).content;
    expect(risks).toMatchObject({
      open: 2,
      byBand: { low: 1, medium: 0, high: 0 },
      top: { total: 1, rows: [{ risk: { id: 'known' } }] },
      unscored: { total: 1, rows: [{ risk: 'late', because: 'To be confirmed: The survey is not in yet' }] },
      overdue: { rows: [{ risk: 'late', dueOn: '2014-04-20' }] },
    });
    expect(findings.rows.map(({ rule }) => rule)).not.toContain('GAP-08');
    const report = wholeReport({ ...richReport, content: { ...richReport.content, risks } });
    expect(reportPage({ report, lines: richLines, linesComplete: true })).toContain(
      'Open risks that are not scored: in no band',
    );
  });

  it('before any control is no contradiction of the score of today', () => {
    const entry = entryOn(defaultRiskMatrix, { inherent: toBeConfirmed });
    const { findings } = rollUp([aReview('property', { risks: risksSection([entry], defaultRiskMatrix) })]).content;
    expect(findings.rows.map(({ rule }) => rule)).not.toContain('CON-14');
  });

  it('says nothing of the direction: what was scored before is compared with what is scored next', () => {
    const first = made('risk', { ...example, current: scored(3, 4) });
    const then = made('risk', { ...example, current: toBeConfirmed }, { before: first });
    const last = made('risk', { ...example, current: scored(4, 4) }, { before: then });
    expect(last.facts.scores).toMatchObject([{ score: 12 }, { score: 16 }]);
  });
});

it('What changed compares no band with one of another name', () => {
  const made = (matrix: RiskMatrix, previous: ReturnType<typeof asPrevious> = null) => {
    const risks = risksSection([entryOn(matrix, { current: scored(4, 4) })], matrix);
    const setting = aSetting({ programme: aProgramme({ riskMatrix: matrix }), previous });
    return rollUp([aReview('property', { risks })], setting);
  };
  const highRisksOf = (now: RiskMatrix, before: RiskMatrix) =>
    made(now, asPrevious(made(before))).content.changes.filter(({ sentence }) => sentence.startsWith('High risks'));
  expect(made(defaultRiskMatrix).content.risks.byBand?.high).toBe(1);
  expect(highRisksOf(weighted, defaultRiskMatrix)).toEqual([]);
  expect(highRisksOf(defaultRiskMatrix, weighted)).toEqual([]);
});
