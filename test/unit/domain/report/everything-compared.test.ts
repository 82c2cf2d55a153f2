import { describe, expect, it } from 'vitest';
import { changesSince } from '#domain/report/changes.ts';
import { rules1 } from '#domain/report/rule-sets.ts';
import { ReportContent } from '#schemas/report.ts';
import { exampleOf } from '../../../support/example-of.ts';
import { aMilestone, aReview, aSetting, asPrevious, rollUp, savingsOf } from '../../../support/positions.ts';

/*
 * "Nothing that this report counts has changed" is said of everything, so everything is compared. The content is made from the
 * schema, with every part and a row in every list; then each figure of it is another, one at a time, and must be a change.
 */

/** What is no figure of the programme at the end of a month, or is worded from figures. */
const notFigures =
  /^(?:programme|month|observationEnd|revision|revisionReason|early|ruleSet|previous|recordedInMonth|headline|pageOne|changes|nextSteps|lines|notMade|facts|inFigures|monthsNotReported|inLaterReports|leftOut|gatesWithout|findings\.total|returns\.confirmedFigures|engagement\.countedWith)\b|\.(?:percent|sentence|coverage|weighedBy|notes)\b/;
/** Measured from the end of the report before, and so said whatever that report said. */
const ofTheMonth =
  /^(?:flow|moves|movedByModel)\b|^(?:decisions\.(?:taken|settled)|businessCases\.outcomes|ratings\.changed|returns\.cameSince|risks\.moved)\b|\.(?:scores|direction|previousScore)\b/;

type Path = readonly (string | number)[];
const figuresIn = (value: unknown, path: Path = []): Path[] => {
  if (typeof value === 'number') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) =>
    figuresIn(one, [...path, Array.isArray(value) ? Number(name) : name]),
  );
};
const withOther = (value: unknown, [name, ...rest]: Path): unknown => {
  if (name === undefined) return typeof value === 'number' ? value + 1 : value;
  if (Array.isArray(value)) return value.map((one, n) => (n === name ? withOther(one, rest) : one));
  return { ...(value as object), [name]: withOther((value as Record<string, unknown>)[name], rest) };
};

const made = ReportContent.parse(exampleOf(ReportContent));
/** The month's own news says itself; here there is none of it. */
const none = { total: 0, rows: [] };
const content: ReportContent = {
  ...made,
  flow: { ...made.flow, entered: none, left: none, restated: none },
  moves: none,
  movedByModel: undefined,
  decisions: { ...made.decisions, taken: none, settled: none },
  returns: { ...made.returns, cameSince: none },
  businessCases: { ...made.businessCases, outcomes: none },
  ratings: { ...made.ratings, changed: none },
};
/** As a store gives it back: the fields of every row in another order. */
const turned = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([name, one]) => [name, turned(one)]),
  );
};
const figures = figuresIn(made)
  .map((path) => path.join('.'))
  .filter((path) => !notFigures.test(path) && !ofTheMonth.test(path));

/** The lists of which each row has a title of its own besides that of its review. */
const namedRows = Object.entries(content)
  .filter(([part]) => !notFigures.test(part) && !ofTheMonth.test(part))
  .flatMap(([part, value]) =>
    Object.entries(Object(value)).flatMap(([name, list]) => {
      const [row] = Object(list).rows ?? [];
      const title = Object.keys(Object(row)).find((key) => key.endsWith('Title'));
      return title === undefined ? [] : [[`${part}.${name}`, title] as const];
    }),
  );

describe('A figure that is another is a change', () => {
  it('of nothing there is none', () => {
    expect(changesSince(content, content, 'rules-2').map(({ sentence }) => sentence)).toEqual([
      expect.stringMatching(/^Nothing that this report counts has changed/),
    ]);
  });

  it('of the same in another order of its fields there is none', () => {
    expect(changesSince(content, turned(content) as ReportContent, 'rules-2').map(({ sentence }) => sentence)).toEqual([
      expect.stringMatching(/^Nothing that this report counts has changed/),
    ]);
  });

  it('of every part of the schema', () => {
    const parts = Object.keys(ReportContent.shape).filter(
      (part) => !notFigures.test(part) && !ofTheMonth.test(part) && part !== 'findings',
    );
    for (const part of parts)
      expect(
        figures.some((path) => path.startsWith(`${part}.`)),
        part,
      ).toBe(true);
  });

  it.each(namedRows)('a row more of %s is called by its own title', (list, name) => {
    const path = list.split('.');
    const added = path.reduceRight<(value: unknown) => unknown>(
      (rest, at) => (value) => ({ ...Object(value), [at]: rest(Object(value)[at]) }),
      (rows) => ({ total: 2, rows: [...Object(rows).rows, { ...Object(rows).rows[0], [name]: 'Entirely new' }] }),
    );
    const now = ReportContent.parse(added(content));
    const sentences = changesSince(now, content, 'rules-2').map(({ sentence }) => sentence);
    expect(sentences.join(' ')).toContain('"Entirely new"');
  });

  it.each(figures)('%s', (figure) => {
    const path = figure.split('.').map((name) => (/^\d+$/.test(name) ? Number(name) : name));
    const now = ReportContent.parse(withOther(content, path));
    const sentences = changesSince(now, content, 'rules-2').map(({ sentence }) => sentence);
    expect(sentences.length).toBeGreaterThan(0);
    expect(sentences.join(' ')).not.toMatch(/^Nothing|undefined|\[object/);
  });
});

describe('What changed between two months', () => {
  const returnOf = (month: string) => ({
    month,
    nothingChanged: true,
    submittedAt: '2014-04-01T09:00:00.000Z',
    confirmedAt: '2014-04-02T09:00:00.000Z',
  });
  const rated = (sro: 'green' | 'amber', assurance: 'green' | 'red') => ({
    sro: { id: 's', given: { on: '2014-03-15', overall: { rating: sro, words: 'w' } } },
    assurance: { id: 'a', given: { on: '2014-03-15', overall: { rating: assurance, words: 'w' } } },
  });
  const decision = {
    id: 'd',
    title: 'Award',
    body: 'Cabinet',
    kind: 'key-decision' as const,
    dueOn: { kind: 'not-stated' as const },
  };
  const years = (forecast: number) =>
    savingsOf({ years: [{ year: '2014/15', plan: 1_000_000, forecast, alreadyInMtfp: 0 }] });
  const before = {
    returns: [returnOf('2014-03'), returnOf('2014-04')],
    ratings: rated('green', 'green'),
    savings: years(1_000_000),
    milestones: [aMilestone()],
    decisions: [{ ...decision, status: 'due' as const }],
  };
  const march = rollUp([aReview('property', before)], aSetting({ month: '2014-03' }));
  const april = aReview('property', {
    ...before,
    ratings: rated('amber', 'red'),
    savings: years(200_000),
    milestones: [aMilestone({ forecast: '2014-12-01', delayReason: 'Lease' })],
    decisions: [{ ...decision, status: 'taken', takenOn: '2014-04-20' }],
  });
  const sentences = (ruleSet?: typeof rules1) =>
    rollUp([april], aSetting({ previous: asPrevious(march) }), ruleSet).content.changes.map(({ sentence }) => sentence);

  it('is said of forecast, both ratings, decision and milestone', () => {
    expect(sentences()).toEqual(
      expect.arrayContaining([
        'Property Review by SRO: Amber, was Green.',
        'Property Review by assurance: Red, was Green.',
        '1 decision taken: "Award" (Property Review).',
        expect.stringMatching(/^Savings of 2014\/15: forecast £200,000, was £1 million/),
        'Milestones: slipped 1, was 0 (new: "Company trades" (Property Review)).',
      ]),
    );
  });

  it('was nothing by the first rule set', () => {
    expect(sentences(rules1)).toEqual([expect.stringMatching(/^Nothing that this report counts/)]);
  });
});
