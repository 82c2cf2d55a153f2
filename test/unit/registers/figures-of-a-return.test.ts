import { describe, expect, it } from 'vitest';
import { noTotal } from '#domain/totals.ts';
import { changedFigures } from '#registers/return/figures.ts';
import type { ReturnFigures } from '#registers/return/projections.ts';
import { aSetting } from '../../support/positions.ts';

/* What of the figures of a return is other than it was: no claim, and a claim of nought, are two things (docs/meaning.md MONTH-22). */

const year = '2026/27';
type Stated = { readonly claimed: number; readonly validated: number } | undefined;
const figures = (linesStated: Stated, claimedPounds = 0): ReturnFigures => ({
  stage: null,
  lifecycle: null,
  sroRating: null,
  assuranceRating: null,
  grossExpenditure: noTotal,
  netExpenditure: noTotal,
  savings: [
    {
      year,
      plan: noTotal,
      forecast: noTotal,
      claimedPounds,
      validatedPounds: 0,
      ...(linesStated === undefined ? {} : { linesStated }),
    },
  ],
  milestones: [],
});
const changed = (was: ReturnFigures, is: ReturnFigures) =>
  changedFigures(was, is, { programme: aSetting().programme, milestones: [] });
const none = { claimed: 0, validated: 0 };

describe('What is claimed of a year is other than it was', () => {
  it.each([
    [
      'nought is claimed of which nothing was',
      figures(none),
      figures({ claimed: 1, validated: 0 }),
      'nothing claimed',
      '£0',
    ],
    ['a claim is taken back', figures({ claimed: 1, validated: 0 }, 500), figures(none), '£500', 'nothing claimed'],
  ])('where %s', (_, before, now, was, is) => {
    expect(changed(before, now)).toEqual([{ what: `savings claimed of ${year}`, was, is }]);
  });

  it.each([
    ['nothing was claimed and nothing is', figures(none), figures(none)],
    ['one more line claims nought', figures({ claimed: 1, validated: 1 }), figures({ claimed: 2, validated: 2 })],
    ['it was confirmed before figures said how many lines state it', figures(undefined), figures(none)],
  ])('and not where %s', (_, before, now) => {
    expect(changed(before, now)).toEqual([]);
  });
});
