import { describe, expect, it } from 'vitest';
import type { ReportContent } from '#schemas/report.ts';
import { answersTo } from '#web/report/in-short/in-short.ts';
import { aReview, aRisk, rollUp } from '../../support/positions.ts';

/* docs/meaning.md REPORT-43: what page one says of the highest risk. */

const answer = (content: ReportContent): string => answersTo(content).topRisk.words;

describe('What is done about the top risk?', () => {
  const words = {
    ...{ cause: 'Few bid', event: 'No bid', consequence: 'It costs', escalated: null },
    controls: [{ what: 'Soundings', owner: null }],
    actions: [
      { what: 'Later', owner: null, dueOn: '2014-09-01' },
      { what: 'Ask three suppliers', owner: 'Buyer', dueOn: '2014-06-01' },
    ],
  };
  const of = (...open: object[]) =>
    rollUp([aReview('a', { risks: { open: open as never, unscored: [], closed: [], happened: [] } })]).content;

  it('says its controls, its owner, and what comes next, by whom and when', () => {
    expect(answer(of({ ...aRisk({ title: 'No bid', owner: 'Head of Homes' }), words }))).toBe(
      '“No bid” (Property Review): 20 of 25, High, owned by Head of Homes. Because: Few bid. In place: Soundings. To be done next: Ask three suppliers (Buyer, by 1 June 2014).',
    );
  });

  it('says how many score the same, also of more than the report lists', () => {
    const open = Array.from({ length: 14 }, (_, n) => aRisk({ id: `risk-${n}`, title: `Risk ${n}` }));
    const content = of(...open);
    expect(content.risks.top.rows.length).toBeLessThan(14);
    expect(answer(content)).toContain('20 of 25, High (13 others score the same)');
    expect(answer(of(...open.slice(0, 2)))).toContain('(1 other scores the same)');
  });

  it('says that no risk is recorded', () => {
    expect(answer(of())).toBe('Not known: no risk is recorded as open.');
  });
});
