import { describe, expect, it } from 'vitest';
import paper from '../../../examples/securing-kents-future/paper.json' with { type: 'json' };
import { securingKentsFuture } from '../../../examples/securing-kents-future/scenario.ts';
import { changesOf, entriesOf, entryOf, factsIn, factsLeftOut, moneyIn } from './paper-facts.ts';

const changes = changesOf(securingKentsFuture);
const position = (id: string) => entryOf(securingKentsFuture, 'StatedPosition', 'StatedPositions', id);

describe("Securing Kent's Future, 2023", () => {
  it('is recorded to the last figure and list', () => {
    expect(factsIn(paper).length).toBeGreaterThan(60);
    expect(factsLeftOut(factsIn(paper), securingKentsFuture)).toEqual([]);
  });

  it.each([
    ['walk-1-before-action', 43_700_000],
    ['walk-2-adult-social-care', 10_000_000],
    ['walk-3-capital-financing', 7_000_000],
    ['walk-4-left', 26_700_000],
  ])('has %s of the walk of 30 June 2023 as £%d', (id, pounds) => {
    expect(position(id)).toMatchObject({ year: '2023/24', figure: { kind: 'amount', pounds, asAt: '2023-06-30' } });
  });

  it('has seven urgent actions apart from the walk, one of them with a target', () => {
    const all = entriesOf(securingKentsFuture, 'StatedPosition', 'StatedPositions');
    const urgent = all
      .filter(({ id }) => id.startsWith('urgent-'))
      .map(({ record }) => record.figure as { kind: string });
    expect(urgent.filter(({ kind }) => kind === 'not-stated')).toHaveLength(6);
    expect(urgent.filter(({ kind }) => kind !== 'not-stated')).toMatchObject([{ kind: 'amount', pounds: 11_400_000 }]);
  });

  it('adds no money that the paper does not print', () => {
    const printed = new Set(factsIn(paper).map(({ value }) => value));
    const recorded = changes.flatMap(({ body }) => moneyIn(body));
    expect(recorded.length).toBeGreaterThan(3);
    expect(recorded.filter((pounds) => !printed.has(pounds))).toEqual([]);
  });

  it('has four objectives in words, in their order, and three ways of approval', () => {
    for (const { id, name } of paper.objectives)
      expect(position(id)).toMatchObject({ figure: { kind: 'non-financial', words: name } });
    const [settings] = changes.filter(({ operation }) => operation === 'putProgramme');
    expect(settings?.body).toMatchObject({ decisionRoute: paper.approvalRoutes });
  });

  it.each(['service-transformation-figure', 'contract-review-figure', 'staffing-review-figure', 'largest-action'])(
    'has no figure for %s',
    (id) => {
      expect(position(id)).toMatchObject({ figure: { kind: 'not-stated' } });
    },
  );

  it('has the areas of opportunity as potential reviews at no stage, with their parts, and no savings of them', () => {
    const reviews = changes.filter(({ operation }) => operation === 'putReview');
    expect(
      reviews.map(({ params, body }) => [params.reviewId, (body as { services: string[] }).services.length]),
    ).toEqual([
      ['service-transformation', 6],
      ['contract-review', 0],
      ['staffing-review', 3],
    ]);
    for (const { body } of reviews)
      expect(body).toMatchObject({ lifecycle: 'potential', openedAt: { stage: 'not-stated' } });
    expect(changes.filter(({ operation }) => /Saving|Risk|rate/.test(operation))).toEqual([]);
  });

  it('does not say what the Cabinet decided', () => {
    expect(entryOf(securingKentsFuture, 'Decision', 'Decisions', 'budget-recovery-strategy')).toMatchObject({
      dueOn: { kind: 'words', words: expect.stringContaining('5 October 2023') },
    });
    expect(JSON.stringify(changes)).not.toContain('takenOn');
  });

  it('dates what was reported in August from then, and all else from the paper', () => {
    expect([...new Set(changes.map(({ on }) => on))]).toEqual(['2023-08-17', '2023-10-05']);
  });
});
