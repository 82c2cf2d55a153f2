import { describe, expect, it } from 'vitest';
import { type StageModel, stageNotStated, stagesOf } from '#schemas/stages.ts';
import { aProgramme, aReview, aSetting, rollUp } from '../../../support/positions.ts';

const models: readonly StageModel[] = [
  { kind: 'service-review' },
  { kind: 'commissioning-cycle' },
  {
    kind: 'own',
    stages: [
      { id: 'begin', name: 'Begin' },
      { id: 'end', name: 'End' },
    ],
  },
];

describe.each(models)('In a programme of the stage model $kind', (stageModel) => {
  const setting = aSetting({ programme: aProgramme({ stageModel }) });
  const first = stagesOf(stageModel)[0];
  const reviews = [
    aReview('a', { review: { stage: stageNotStated.id } }),
    aReview('b', { review: { stage: first?.id ?? '' } }),
  ];
  const { content, lines } = rollUp(reviews, setting);

  it('a stage that is not stated is a row of its own: the last, and never the first stage', () => {
    expect(content.counts.stage.map(({ name, share }) => [name, share.numerator])).toEqual([
      ...stagesOf(stageModel).map(({ id, name }) => [name, id === first?.id ? 1 : 0]),
      ['Not stated', 1],
    ]);
    expect(lines.map(({ stageName }) => stageName)).toEqual(['Not stated', first?.name]);
  });

  it('a stage that was stated since is a change by its name', () => {
    const stated = rollUp(
      [aReview('a', { review: { stage: first?.id ?? '' } }), aReview('b', { review: { stage: first?.id ?? '' } })],
      aSetting({
        programme: aProgramme({ stageModel }),
        previous: {
          content,
          contentDigest: 'f'.repeat(64),
          counted: ['a', 'b'],
          places: new Map(),
          ratings: new Map(),
        },
      }),
    );
    const sentences = stated.content.changes.map(({ sentence }) => sentence);
    expect(sentences).toEqual(
      expect.arrayContaining([`Reviews at ${first?.name}: 2, was 1.`, 'Reviews at Not stated: 0, was 1.']),
    );
  });
});
