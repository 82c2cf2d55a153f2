import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gateOf } from '#domain/review/gate.ts';
import { moveStage } from '#domain/review/move-stage.ts';
import { startOfDay } from '#language/time.ts';
import { stageNow } from '#schemas/stages.ts';
import { aProgramme, aReview, aSetting, asPrevious, rollUp } from '../../../support/positions.ts';
import { formatsOf } from '../../../support/report-formats.ts';
import { by, reviewAt } from '../perfect-review.ts';

/* docs/meaning.md PROGRAMME-24: the stage model changes from a date, and the settings say where the reviews of a lost stage are. */

const named = (...ids: string[]) => ({
  kind: 'own' as const,
  stages: ids.map((id) => ({ id, name: id.toUpperCase() })),
});
const before = aProgramme({ stageModel: named('look', 'weigh', 'act', 'close') });
const after = aProgramme({
  stageModel: named('look', 'decide', 'act', 'close'),
  stagesMoved: [{ from: 'weigh', to: 'decide' }],
});

describe('a recorded stage', () => {
  it.each([
    ['is itself while the model has it', 'act', 'act'],
    ['is where the settings moved its reviews', 'weigh', 'decide'],
    ['that nobody knows stays as it is', 'constructor', 'constructor'],
    ['that is not stated is not stated', 'not-stated', 'not-stated'],
  ])('%s', (_what, recorded, now) => expect(stageNow(after, recorded)).toBe(now));

  it('is followed through several changes, and never for ever', () => {
    const moved = {
      stageModel: named('look', 'all'),
      stagesMoved: [
        { from: 'weigh', to: 'decide' },
        { from: 'decide', to: 'all' },
        { from: 'round', to: 'about' },
        { from: 'about', to: 'round' },
      ],
    };
    expect(['weigh', 'decide', 'all'].map((stage) => stageNow(moved, stage))).toEqual(['all', 'all', 'all']);
    expect(['round', 'about']).toContain(stageNow(moved, 'round'));
  });
});

describe('a report after the stages changed', () => {
  const at = (id: string, stage: string) => aReview(id, { review: { title: id, stage } });
  const reviews = [at('legal', 'weigh'), at('property', 'act')];
  const march = rollUp(reviews, aSetting({ month: '2014-03', programme: before }));
  const april = rollUp(reviews, aSetting({ month: '2014-04', programme: after, previous: asPrevious(march) }));
  const countsOf = ({ content }: typeof march) =>
    Object.fromEntries(content.counts.stage.map(({ key, share }) => [key, share.numerator]));

  it('counts its reviews by the stages of its end, and the month before keeps its own', () => {
    expect(countsOf(march)).toEqual({ look: 0, weigh: 1, act: 1, close: 0 });
    expect(countsOf(april)).toEqual({ look: 0, decide: 1, act: 1, close: 0 });
    expect(april.lines.find(({ review }) => review === 'legal')).toMatchObject({
      stage: 'decide',
      stageName: 'DECIDE',
    });
    expect(april.content.flow).toMatchObject({ opening: 2, closing: 2, restatedBy: 0, reconciles: true });
  });

  it('names the reviews that were moved by the model in JSON, page and CSV, as no move through a gate', () => {
    expect(april.content.moves.total).toBe(0);
    expect(april.content.movedByModel).toEqual({
      total: 1,
      rows: [{ review: 'legal', title: 'legal', from: 'WEIGH', to: 'DECIDE' }],
      sentence: `The programme's stages have changed: 1 review was moved (1 from "WEIGH" to "DECIDE"), and no gate was judged.`,
    });
    expect(april.content.changes.map(({ sentence }) => sentence)).toContain(april.content.movedByModel?.sentence);
    const { page, CSV } = formatsOf(JSON.stringify(april));
    expect(page).toContain('Reviews moved because the programme’s stages changed: no gate was judged');
    expect(CSV).toContain('from WEIGH to DECIDE');
    const may = rollUp(reviews, aSetting({ month: '2014-05', programme: after, previous: asPrevious(april) }));
    expect([march, may].map(({ content }) => content.movedByModel)).toEqual([undefined, undefined]);
  });

  it('has every review at a stage of the model, and each stage counts those of before that the settings took there', () => {
    const stages = ['look', 'weigh', 'act', 'close'];
    const change = fc.record({
      at: fc.array(fc.constantFrom(...stages), { minLength: 1, maxLength: 12 }),
      lost: fc.subarray(stages, { maxLength: 3 }),
      to: fc.array(fc.constantFrom('new', ...stages), { minLength: 4, maxLength: 4 }),
    });
    fc.assert(
      fc.property(change, ({ at: recorded, lost, to }) => {
        const kept = ['new', ...stages.filter((stage) => !lost.includes(stage))];
        const stagesMoved = lost.map((from, n) => ({ from, to: kept.includes(to[n] ?? '') ? (to[n] ?? '') : 'new' }));
        const all = recorded.map((stage, n) => at(`review-${n}`, stage));
        const was = rollUp(all, aSetting({ month: '2014-03', programme: before }));
        const programme = aProgramme({ stageModel: named(...kept), stagesMoved });
        const is = rollUp(all, aSetting({ programme, previous: asPrevious(was) }));
        const expected = Object.fromEntries(kept.map((stage) => [stage, 0]));
        for (const [stage, count] of Object.entries(countsOf(was))) {
          const now = stageNow(programme, stage);
          if (count > 0) expected[now] = (expected[now] ?? 0) + count;
        }
        expect(countsOf(is)).toEqual(expected);
        expect(is.content.movedByModel?.total ?? 0).toBe(recorded.filter((stage) => lost.includes(stage)).length);
        expect(is.content.flow).toMatchObject({ opening: recorded.length, closing: recorded.length, reconciles: true });
      }),
      { numRuns: 60 },
    );
  });
});

describe('the gate of a review at a stage that the model lost', () => {
  const held = {
    id: 'strategy',
    on: 'document' as const,
    what: 'The strategy',
    status: 'open' as const,
    holdsStage: 'weigh',
  };
  const contextOf = (waitsFor: (typeof held)[]) => {
    const context = reviewAt('identified', { record: { waitsFor } });
    const facts = { ...context.review.facts, stage: 'weigh' };
    return { ...context, programme: after, review: { ...context.review, facts } };
  };

  it('is the one of the stage that it went to, and what held the lost stage holds that one', () => {
    expect(gateOf(contextOf([]))).toMatchObject({ stage: 'decide', next: 'act', open: true });
    expect(gateOf(contextOf([held]))).toMatchObject({ stage: 'decide', open: false });
  });

  it('lets it move on from there, and its move says from where', () => {
    const command = { ...by('tara-team', 'transformation-team'), effectiveAt: startOfDay('2014-04-20') };
    const moved = moveStage({ ...contextOf([]), request: { to: 'act' }, command });
    expect(moved).toMatchObject({
      kind: 'done',
      result: { facts: { stage: 'act', moves: [{ from: 'decide', to: 'act' }] } },
    });
  });
});
