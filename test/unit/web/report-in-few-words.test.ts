import { describe, expect, it } from 'vitest';
import type { ReportContent, ReportLine } from '#schemas/report.ts';
import { reportPage } from '#web/report-page.ts';
import { listOf, richLines, richReport, wholeReport } from '../../support/report-fixture.ts';

const pageOf = (more: Partial<ReportContent>, lines: readonly ReportLine[] = richLines): string => {
  const report = wholeReport({ ...richReport, content: { ...richReport.content, ...more } });
  return reportPage({ report, lines, linesComplete: true });
};

const textOf = (markup: string): string => markup.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

const sectionOf = (page: string, id: string): string => {
  const start = page.indexOf(`<section id="${id}"`);
  return textOf(page.slice(start, page.indexOf('</section>', start)));
};

const numbered = (count: number) => Array.from({ length: count }, (_, n) => `Review ${n + 1}`);

const idOf = (title: string): string => title.toLowerCase().replace(/[^a-z0-9]+/g, '-');

const lineOf = (title: string, counted = true): ReportLine => {
  const [first] = richLines;
  if (first === undefined) throw new Error('the fixture has lines');
  return { ...first, review: idOf(title), title, counted };
};

const findingOf = (title: string): ReportContent['findings']['rows'][number] => ({
  rule: 'END-01',
  kind: 'data-gap',
  sentence: 'A review has no end date.',
  subject: { review: idOf(title), title, register: 'review', id: idOf(title) },
  because: 'Its end date is not stated.',
  evidence: [],
});

const counts = (counted: number) => ({ ...richReport.content.counts, counted });

describe('Findings by rule', () => {
  it('says "all 10 reviews" where a rule concerns every counted review', () => {
    const page = pageOf({ counts: counts(10), findings: listOf(numbered(10).map(findingOf)) }, [
      ...numbered(10).map((title) => lineOf(title)),
      lineOf('Beside', false),
    ]);
    expect(sectionOf(page, 'board-needs')).toContain('A review has no end date. all 10 reviews 10');
  });

  it('names what is beside the counted reviews as well', () => {
    const page = pageOf({ counts: counts(10), findings: listOf([...numbered(10), 'Beside'].map(findingOf)) }, [
      ...numbered(10).map((title) => lineOf(title)),
      lineOf('Beside', false),
    ]);
    expect(sectionOf(page, 'board-needs')).toContain('all 10 reviews and Beside 11');
  });

  it('does not say "all" where as many are concerned but not the counted ones', () => {
    const page = pageOf({ counts: counts(3), findings: listOf(['Review 1', 'Review 2', 'Beside'].map(findingOf)) }, [
      ...numbered(3).map((title) => lineOf(title)),
      lineOf('Beside', false),
    ]);
    expect(sectionOf(page, 'board-needs')).toContain('Review 1, Review 2 and Beside 3');
  });

  it('names at most five and says how many more there are', () => {
    const page = pageOf(
      { counts: counts(20), findings: listOf(numbered(12).map(findingOf)) },
      numbered(20).map((title) => lineOf(title)),
    );
    expect(sectionOf(page, 'board-needs')).toMatch(
      /Review 1, Review 2, Review 3, Review 4, Review 5 and 7 more \(see findings in full ?\) 12/,
    );
  });

  it('names five where there are five', () => {
    const page = pageOf(
      { counts: counts(20), findings: listOf(numbered(5).map(findingOf)) },
      numbered(20).map((title) => lineOf(title)),
    );
    expect(sectionOf(page, 'board-needs')).toContain('Review 1, Review 2, Review 3, Review 4 and Review 5 5');
  });

  it('does not say "all" while it does not know every line', () => {
    const page = pageOf(
      { counts: counts(10), findings: listOf(numbered(4).map(findingOf)) },
      numbered(4).map((title) => lineOf(title)),
    );
    expect(sectionOf(page, 'board-needs')).not.toContain('all 4');
  });
});

describe('Next steps', () => {
  it('are one row for the same step of the same person, with its reviews in one cell', () => {
    const step = (who: string, what: string, title: string | null) => ({
      who,
      what,
      subject: { review: title === null ? null : idOf(title), title: title ?? 'Facing Outwards' },
    });
    const page = pageOf({
      nextSteps: listOf([
        step('Office', 'State the end date', 'Property, land'),
        step('Team', 'Rate it', 'Libraries'),
        step('Office', 'State the end date', 'Libraries'),
        step('Office', 'State the end date', 'Libraries'),
        step('Office', 'State the end date', null),
      ]),
    });
    expect(sectionOf(page, 'next-steps')).toMatch(
      /Office State the end date Property, land; Libraries \(2 times\); Facing Outwards \(programme\) Team Rate it Libraries $/,
    );
  });
});

describe('Counts of what is nowhere stated', () => {
  it('are a sentence and not a table', () => {
    const said = sectionOf(pageOf({}), 'counts');
    expect(said).toContain('Reviews by directorate and theme: not stated for any review.');
    expect(said).not.toMatch(/Theme Reviews Out of Share/);
    expect(said).toMatch(/Portfolio Reviews Out of Share .* Not stated 1 10 1 of 10 \(10%\)/);
  });
});

describe('The sources of stated figures', () => {
  const stated = richReport.content.savings.stated.slice(0, 2);

  it('are said once where all are the same', () => {
    const said = sectionOf(pageOf({ savings: { ...richReport.content.savings, stated } }), 'savings');
    expect(said.match(/Outturn report, paragraph 5\.2/g)).toHaveLength(1);
    expect(said).toContain('All from: Outturn report, paragraph 5.2.');
  });

  it('are said of each where one differs, or has none', () => {
    const said = sectionOf(pageOf({}), 'savings');
    expect(said.match(/Source: Outturn report, paragraph 5\.2/g)).toHaveLength(2);
    expect(said).toContain('Source not stated');
    expect(said).not.toContain('All from');
  });
});
