import type { ChangeStep } from '../step.ts';
import { leaver, office, sros, team } from './personas.ts';
import { projectOf } from './projects.ts';
import { laterRecord } from './reviews.ts';
import { begins, command, corrected, programmeId } from './settings.ts';

const by = (on: string) => ({ on, as: team });

/** Reads the first event of a line of history: that is what a correction names. */
const firstOf = (operation: string, params: Readonly<Record<string, string>>, query: string) => ({
  operation,
  params: { programmeId, ...params },
  query,
  at: ['items', '0', 'sequence'],
  member: 'corrects',
});

/** What was recorded wrongly, with effect from the day after it was recorded. */
const corrections: readonly ChangeStep[] = [
  {
    ...command.change(
      { on: '2025-05-02', as: office },
      'correctProgramme',
      {},
      {
        effectiveAt: '2025-03-04',
        record: corrected,
        reason: 'The Cabinet met a day later',
      },
    ),
    reads: firstOf('getProgrammeHistory', {}, 'kind=programme'),
  },
  {
    ...command.change(
      by('2025-05-21'),
      'correctReview',
      { reviewId: 'insurance' },
      {
        effectiveAt: '2025-03-11',
        record: laterRecord(projectOf('insurance'), {
          grossExpenditure: { kind: 'amount', pounds: 3_480_000, source: 'Budget book 2025/26, as printed again' },
        }),
        reason: 'The budget book was printed again',
      },
    ),
    reads: firstOf('getReviewHistory', { reviewId: 'insurance' }, 'kind=review'),
  },
  {
    ...command.change(
      by('2025-04-29'),
      'correctAppraisal',
      { reviewId: 'care-at-home' },
      {
        effectiveAt: '2025-04-08',
        record: {
          baseYear: '2025/26',
          criteria: [
            { id: 'quality', name: 'Quality of care', weight: 65 },
            { id: 'cost', name: 'Cost', weight: 35 },
          ],
        },
        reason: 'The board weighed quality at 65',
      },
    ),
    reads: firstOf('getReviewHistory', { reviewId: 'care-at-home' }, 'kind=appraisal'),
  },
];

/** What changes by a field, and what was looked at and stays. */
const small: readonly ChangeStep[] = [
  command.change(
    by('2025-09-25'),
    'patchReview',
    { reviewId: 'outdoor' },
    {
      endDate: { kind: 'quarter', quarter: 2, year: '2026/27' },
    },
  ),
  command.change(
    by('2025-09-15'),
    'reviewRiskNoChange',
    { reviewId: 'offices', entryId: 'market' },
    {
      comment: 'The buyer is still there',
    },
  ),
  command.change(by('2025-10-15'), 'reviewMilestoneNoChange', { reviewId: 'home-first', entryId: 'all-wards' }, {}),
];

/** The office enters who leads a project and never signs in; somebody who was entered by mistake is erased. */
const people: readonly ChangeStep[] = [
  ...(
    [
      [leaver.subject, { name: leaver.name, post: leaver.name }],
      ['visitor', { name: 'A visitor to the office' }],
    ] as const
  ).map(
    ([personId, body]): ChangeStep => ({
      kind: 'change',
      on: begins,
      as: office,
      operation: 'putPerson',
      params: { personId },
      body,
    }),
  ),
  {
    kind: 'change',
    on: '2025-04-02',
    as: office,
    operation: 'erasePerson',
    params: { personId: 'visitor' },
    body: { ground: 'no-longer-needed' },
  },
];

/** A return that its SRO did not confirm as it was; the team says what was asked for, and it is confirmed in time. */
export const sentBack = { review: 'customer', month: '2025-09' } as const;
const of = { reviewId: sentBack.review, entryId: sentBack.month };
const returned: readonly ChangeStep[] = [
  command.change({ on: '2025-10-03', as: sros.place }, 'sendReturnBack', of, {
    comment: 'Say what the pilot of the second site found.',
  }),
  command.entry(by('2025-10-04'), 'return', sentBack.review, sentBack.month, {
    narrative: 'The pilot of the second site found that calls are half as long; the month went as planned otherwise.',
  }),
  command.confirmation({ on: '2025-10-05', as: sros.place }, sentBack.review, sentBack.month),
];

/** What the year has of mending and of small changes: corrections, a field alone, what was looked at, people, a return sent back. */
export const mendedSteps: readonly ChangeStep[] = [...people, ...corrections, ...small, ...returned];
