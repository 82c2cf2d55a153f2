import type * as z from 'zod';
import type { LocalDate } from '#language/time.ts';
import type { Risk, RiskScore } from '#registers/risk/record.ts';
import type { ChangeStep } from '../step.ts';
import { team } from './personas.ts';
import { type Cadence, programmeRiskRows, type RiskRow, riskRows, type Score } from './risk-rows.ts';
import { command } from './settings.ts';

const looks: Readonly<Record<Cadence, readonly LocalDate[]>> = {
  monthly: [
    '2025-03-20',
    '2025-04-22',
    '2025-05-22',
    '2025-06-23',
    '2025-07-22',
    '2025-08-26',
    '2025-09-23',
    '2025-10-22',
  ],
  quarterly: ['2025-03-20', '2025-06-18', '2025-09-16'],
  'half-yearly': ['2025-03-20', '2025-09-16'],
  once: ['2025-03-20'],
};

/** The days between which somebody looks at the risks of a review. */
const watched = new Map<string, { readonly from?: LocalDate; readonly until?: LocalDate }>([
  ['customer-contact', { from: '2025-07-15' }],
  ['legal-services', { until: '2025-07-14' }],
  ['revenues-and-benefits', { until: '2025-10-21' }],
]);

const scoreOf = (score: Score): z.input<typeof RiskScore> => ({
  likelihood: Number(score[0]),
  impact: Number(score[1]),
});

const recordAt = (row: RiskRow, on: LocalDate, current: Score): z.input<typeof Risk> => {
  const [, title, [cause, event, consequence], category, owner, inherent, , target, , controls, actions, more = {}] =
    row;
  const { treatment = 'treat', escalated, closedOn, threatensSaving } = more;
  return {
    title,
    cause,
    event,
    consequence,
    category,
    ...(owner === null ? {} : { owner }),
    inherent: scoreOf(inherent),
    current: scoreOf(current),
    target:
      target === 'to-be-confirmed'
        ? { toBeConfirmed: 'Nobody can say before the outside decision is known' }
        : scoreOf(target),
    treatment,
    controls: controls.map((what) => ({ what, ...(owner === null ? {} : { owner }) })),
    actions: actions.map(([what, actionOwner, dueOn, doneOn], n) => ({
      id: `action-${n + 1}`,
      what,
      ...(actionOwner === null ? {} : { owner: actionOwner }),
      dueOn,
      status: doneOn !== undefined && doneOn <= on ? 'done' : 'open',
    })),
    status: closedOn !== undefined && closedOn <= on ? 'closed' : 'open',
    lastReviewedOn: on,
    ...(escalated !== undefined && escalated <= on ? { escalated: { on: escalated, to: 'Programme register' } } : {}),
    ...(threatensSaving === undefined ? {} : { threatensSaving }),
  };
};

/** A risk as it stood at every look, oldest first. */
const records = (row: RiskRow, from: LocalDate, until: LocalDate) => {
  const [, , , , , , current, , cadence] = row;
  const closedOn = row[11]?.closedOn ?? until;
  const within = looks[cadence].filter((on) => on >= from && on < until && on <= closedOn);
  return (within.length === 0 ? [from] : within).flatMap((on, n) => {
    const score = current[Math.min(n, current.length - 1)];
    return score === undefined ? [] : [{ on, record: recordAt(row, on, score) }];
  });
};

const always = { from: '2025-03-20', until: '2025-11-01' } as const;

const ofReview = (review: string, row: RiskRow): ChangeStep[] => {
  const { from, until } = { ...always, ...watched.get(review) };
  return records(row, from, until).map(({ on, record }) =>
    command.entry({ on, as: team }, 'risk', review, row[0], record),
  );
};

const ofProgramme = (row: RiskRow): ChangeStep[] =>
  records(row, always.from, always.until).map(({ on, record }) =>
    command.ofProgramme({ on, as: team }, 'risk', row[0], record),
  );

/** The bidders' refusal came true in July: the risk became an issue, and stays linked to it. */
const noBidder = (riskRows['waste-and-recycling'] ?? []).find((row) => row[0] === 'no-bidder');
const happenedOn: LocalDate = '2025-07-11';
const happened: readonly ChangeStep[] =
  noBidder === undefined
    ? []
    : [
        command.entry({ on: happenedOn, as: team }, 'issue', 'waste-and-recycling', 'no-bidder', {
          title: 'No bidder takes both parts at the price',
          description: 'Three firms answered; the nearest asked for a fifth more than the case allows.',
          severity: 'high',
          owner: 'Head of waste',
          raisedOn: happenedOn,
          risk: 'no-bidder',
        }),
        command.entry({ on: happenedOn, as: team }, 'risk', 'waste-and-recycling', 'no-bidder', {
          ...recordAt(noBidder, happenedOn, '55'),
          status: 'happened',
          issue: 'no-bidder',
        }),
      ];

const isAfterItHappened = (step: ChangeStep): boolean =>
  step.params.reviewId === 'waste-and-recycling' && step.params.entryId === 'no-bidder' && step.on > happenedOn;

export const riskSteps: readonly ChangeStep[] = [
  ...Object.entries(riskRows)
    .flatMap(([review, own]) => own.flatMap((row) => ofReview(review, row)))
    .filter((step) => !isAfterItHappened(step)),
  ...programmeRiskRows.flatMap(ofProgramme),
  ...happened,
];
