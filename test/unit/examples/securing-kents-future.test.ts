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

  it('walks from £43.7 million by £10 million and £7 million to £26.7 million', () => {
    const [reported] = entriesOf(securingKentsFuture, 'InYearWalk', 'InYearWalks');
    expect(reported).toMatchObject({
      on: '2023-08-17',
      record: {
        year: '2023/24',
        asAt: { kind: 'date', date: '2023-06-30' },
        beforeAction: 43_700_000,
        actions: [{ pounds: 10_000_000 }, { pounds: 7_000_000 }],
        left: 26_700_000,
      },
    });
  });

  it('has seven urgent actions apart from the walk, one of them with a target', () => {
    const { actions } = entryOf(securingKentsFuture, 'InYearWalk', 'InYearWalks', 'first-quarter') as {
      actions: { inWalk?: boolean; pounds?: number; owner?: string }[];
    };
    const urgent = actions.filter(({ inWalk }) => inWalk === false);
    expect(urgent).toHaveLength(7);
    expect(urgent.flatMap(({ pounds = [] }) => pounds)).toEqual([11_400_000]);
    expect(actions.filter(({ owner }) => owner !== undefined)).toEqual([]);
  });

  it('adds no money that the paper does not print', () => {
    const printed = new Set(factsIn(paper).map(({ value }) => value));
    const recorded = changes.flatMap(({ body }) => moneyIn(body));
    expect(recorded.length).toBeGreaterThan(3);
    expect(recorded.filter((pounds) => !printed.has(pounds))).toEqual([]);
  });

  it('has four objectives in their order and three ways of approval', () => {
    const [settings] = changes.filter(({ operation }) => operation === 'putProgramme');
    expect(settings?.body).toMatchObject({
      objectives: paper.objectives.map(({ id, number, name }) => ({ id, name: `${number}. ${name}` })),
      decisionRoute: paper.approvalRoutes,
    });
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
