import { describe, expect, it } from 'vitest';
import { wordingOf } from '#web/report/wording.ts';
import { factsOf } from '#web/report-facts.ts';
import { reportPage } from '#web/report-page.ts';
import { richLines, richReport } from '../../support/report-fixture.ts';
import { textOf } from './page-text.ts';

const pageBy = (ruleSet: string): string =>
  textOf(
    reportPage({
      report: { ...richReport, content: { ...richReport.content, ruleSet } },
      lines: richLines,
      linesComplete: true,
    }),
  );

describe('The words of the page', () => {
  it.each(
    [
      { was: 'Beside the total, not in it: 2 potential', now: 'Not included in the total: 2 potential' },
      { was: 'Reviews: how the number came about', now: 'Changes in the number of reviews' },
      { was: 'Delivery models, counted by preferred option', now: 'Delivery models: preferred and adopted' },
      { was: 'plan, forecast and outturn, never merged', now: 'plan, forecast and outturn Year' },
      { was: 'weighed by the savings', now: 'weighted by the savings' },
    ].map(({ was, now }) => ({ was, now })),
  )('are "$now", and of months that 0.2.0 published "$was"', ({ was, now }) => {
    expect(pageBy('rules-1')).toContain(was);
    expect(pageBy('rules-1')).not.toContain(now);
    expect(pageBy('rules-2')).toContain(now);
    expect(pageBy('rules-2')).not.toContain(was);
  });

  it('hold nothing of the words that nobody outside this project uses', () => {
    const dialect = /\b(?:beside|told|tells?|anew|stands?|weighed|came about|falling out|merged)\b/i;
    for (const words of Object.values(wordingOf({ ruleSet: 'rules-2' }))) expect(words).not.toMatch(dialect);
  });

  it('are the same in the CSV', () => {
    const itemsBy = (ruleSet: string) =>
      factsOf({ ...richReport, content: { ...richReport.content, ruleSet } }, []).map(({ item }) => item);
    expect(itemsBy('rules-2')).toContain('Not included in the total: Completed');
    expect(itemsBy('rules-1')).toContain('Beside the total: Completed');
  });
});
