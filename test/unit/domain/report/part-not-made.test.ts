import { afterEach, describe, expect, it, vi } from 'vitest';
import { releasedRuleSets } from '#domain/report/rule-sets.ts';
import { addFinancialYears } from '#language/time.ts';
import { registers } from '#registers/all.ts';
import { figuresOfRegisters } from '#registers/all-in-figures.ts';
import { reportParts } from '#registers/all-reports.ts';
import type { Register } from '#registers/declaration.ts';
import { savingsSection } from '#registers/saving/savings-profile.ts';
import { ReportContent, ReportLine } from '#schemas/report.ts';
import { reportCsv } from '#web/report-csv.ts';
import { reportPage } from '#web/report-page.ts';
import { aReview, aSavingsLine, rollUp } from '../../../support/positions.ts';
import { publication, wholeReport } from '../../../support/report-samples.ts';
import { required } from '../../../support/required.ts';

/*
 * A fault of ours in one part of a report costs that part, said aloud in its place (docs/meaning.md REPORT-23).
 */

afterEach(() => vi.restoreAllMocks());

const reviews = [aReview('property'), aReview('libraries')];
const parts = registers.flatMap(({ kind, report }: Register) =>
  report === undefined ? [] : [{ kind: kind as keyof typeof reportParts, name: report.name }],
);
/** What of the content is worded from all parts, or is the part itself. */
const others = (content: object, name: string): object =>
  Object.fromEntries(
    Object.entries(content).filter(
      ([key]) =>
        ![name, 'notMade', 'headline', 'pageOne', 'changes', 'nextSteps', 'findings', 'foundByRule'].includes(key),
    ),
  );
const fault = (): never => {
  throw new Error('a fault of ours');
};

describe.each(parts)('The part $name', ({ kind, name }) => {
  const whole = rollUp(reviews).content;
  const opens = reportParts[kind] as (...given: unknown[]) => { add: (review: never) => void; close: () => unknown };

  it.each(['add', 'close'] as const)('whose %s fails costs itself alone, and says so in every format', (step) => {
    let opened = 0;
    vi.spyOn(reportParts, kind).mockImplementation(((...given: unknown[]) => {
      opened += 1;
      const fold = opens(...given);
      return opened === 1 ? { ...fold, [step]: fault } : fold;
    }) as never);
    const { content, lines } = rollUp(reviews);
    expect(others(content, name)).toEqual(others(whole, name));
    const [notMade] = content.notMade ?? [];
    expect(content.notMade).toHaveLength(1);
    expect(notMade).toMatchObject({ part: name, sentence: expect.stringContaining('could not be made') });
    expect(content.headline[0]).toBe(notMade?.sentence);
    expect(content.nextSteps.rows[0]).toMatchObject({
      who: 'Programme office',
      what: expect.stringContaining('revision'),
    });
    expect(ReportContent.parse(content)).toEqual(content);
    const report = wholeReport({ content, publication });
    expect(reportCsv(report, lines)).toContain('Not made');
    expect(reportPage({ report, lines, linesComplete: true })).toContain('could not be made');
  });

  it('of which a record cannot say what it gives costs itself alone', () => {
    const [figures] = figuresOfRegisters.filter(({ part }) => part === name);
    vi.spyOn(required(figures), 'given').mockImplementation(fault);
    const { content, lines } = rollUp(reviews);
    expect(content.notMade).toMatchObject([{ part: name }]);
    const { inFigures: _, ...rest } = content;
    const { inFigures: __, ...ofWhole } = whole;
    expect(others(rest, name)).toEqual(others(ofWhole, name));
    expect(lines.map(({ review }) => review)).toEqual(['property', 'libraries']);
  });

  it('that comes to what its schema refuses is not published', () => {
    let opened = 0;
    vi.spyOn(reportParts, kind).mockImplementation(((...given: unknown[]) => {
      opened += 1;
      return opened === 1 ? { add: () => undefined, close: () => ({ unfit: true }) } : opens(...given);
    }) as never);
    expect(rollUp(reviews).content.notMade).toMatchObject([{ part: name }]);
  });
});

it('a rule that fails costs its own findings', () => {
  const { current } = releasedRuleSets;
  const failing = {
    ...current,
    rules: current.rules.map((rule, n) => (n === 0 ? { ...rule, ofReview: fault } : rule)),
  };
  const id = current.rules[0]?.id ?? '';
  const { content } = rollUp(reviews, undefined, failing);
  expect(content.notMade).toMatchObject([{ part: `findings/${id}` }]);
  expect(content.findings.rows.filter(({ rule }) => rule === id)).toEqual([]);
  expect(others(content, '')).toEqual(others(rollUp(reviews).content, ''));
});

it('savings of 31 reviews, each within its bound, that come to more than is added up are said to be too large', () => {
  const years = Array.from({ length: 30 }, (_, n) => ({
    year: addFinancialYears('2014/15', n),
    plan: 1_000_000_000_000,
  }));
  const lines = Array.from({ length: 33 }, (_, n) => ({ ...aSavingsLine({ years }), id: `line-${n}` }));
  const savings = savingsSection(lines);
  const many = Array.from({ length: 31 }, (_, n) => aReview(`review-${n}`, { savings }));
  const made = rollUp(many);
  // All ratings are weighed by the savings that are planned.
  expect(made.content.notMade?.map(({ part }) => part)).toEqual(['crossTables', 'savings', 'ratings']);
  expect(made.content.notMade?.[0]?.sentence).toContain('too large to add up');
  expect(made.content.counts.counted).toBe(31);
  expect(ReportContent.parse(made.content)).toEqual(made.content);
  for (const line of made.lines) expect(ReportLine.parse(line)).toEqual(line);
  expect(rollUp(many.slice(0, 1)).content.notMade).toBeUndefined();
});
