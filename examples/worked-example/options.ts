import type * as z from 'zod';
import type { LocalDate } from '#language/time.ts';
import type { Option } from '#registers/option/record.ts';
import type { Appraisal } from '#schemas/appraisal.ts';
import { asItChanges } from '../scenario-steps.ts';
import type { ChangeStep } from '../step.ts';
import { type OptionRow, type OptionsOfReview, optionsOfReviews, type Scores } from './option-rows.ts';
import { team } from './personas.ts';
import { command } from './settings.ts';

const criteria = [
  { id: 'outcomes', name: 'Outcomes for residents', group: 'desirability' },
  { id: 'residents', name: 'What residents and members say', group: 'desirability' },
  { id: 'savings', name: 'Savings', group: 'viability' },
  { id: 'deliverability', name: 'Deliverability', group: 'feasibility' },
  { id: 'market', name: 'The market', group: 'feasibility' },
  { id: 'workforce', name: 'The workforce', group: 'feasibility' },
] as const;

const tests = [
  { id: 'statutory-duty', name: 'Keeps the statutory duty' },
  { id: 'affordable', name: 'Within the capital programme' },
] as const;

const appraisalOf = (of: OptionsOfReview): z.input<typeof Appraisal> => ({
  baseYear: '2025/26',
  criteria: criteria.map((criterion, n) => ({ ...criterion, weight: of.weights[n] ?? 0 })),
  tests: [...tests],
  highestScore: 10,
  optimismBiasPercent: of.optimismBiasPercent ?? 0,
  ...(of.preferredReason === undefined ? {} : { preferredReason: of.preferredReason }),
});

const cashFlowOf = (flow: OptionRow[6]): Pick<z.input<typeof Option>, 'cashFlow'> => {
  if (flow === undefined) return {};
  const [atFirst, aYear, gain, years] = flow;
  return {
    cashFlow: [
      { year: 0, costs: atFirst * 1000, benefits: 0 },
      ...Array.from({ length: years }, (_, n) => ({ year: n + 1, costs: aYear * 1000, benefits: gain * 1000 })),
    ],
  };
};

const scoresOf = (scores: Scores): z.input<typeof Option>['scores'] =>
  criteria.flatMap(({ id: criterion }, n) => {
    const score = scores[n];
    return score === null || score === undefined ? [] : [{ criterion, score }];
  });

const optionOf = ([, label, deliveryModel, disposition, reason, scores, flow, failed]: OptionRow): z.input<
  typeof Option
> => ({
  label,
  deliveryModel,
  disposition,
  reason,
  scores: scoresOf(scores),
  tests: tests.map(({ id: test }) => ({ test, outcome: test === failed ? 'fail' : 'pass' })),
  ...cashFlowOf(flow),
});

/** Options whose reasons say what bidders offered: withheld from the public until the contract is let. */
const exemptReasons: Readonly<Record<string, NonNullable<z.input<typeof Option>['exempt']>>> = {
  'adult-home-care trading-company': {
    fields: ['reason'],
    ground: 3,
    until: '2030-04-01',
    reason: 'It would tell bidders what the council expects them to charge.',
  },
};

/** What an option was before its row came true: the waste review changed its mind, the libraries short-listed first. */
const earlier: Readonly<
  Record<
    string,
    readonly (readonly [LocalDate, z.input<typeof Option>['disposition'], reason: string, scores?: Scores])[]
  >
> = {
  'waste-and-recycling outsource-all': [
    ['2025-04-07', 'preferred', 'One contract for both parts saves most.', [8, 6, 9, 8, 8, 4]],
    [
      '2025-08-18',
      'short-listed',
      'Preferred until the full business case found no bidder for both parts at the price.',
      [8, 6, 9, 6, 7, 4],
    ],
  ],
  'waste-and-recycling company': [
    ['2025-04-07', 'short-listed', 'The next best.'],
    ['2025-08-18', 'preferred', 'Keeps the fleet, and the risk of the price with whoever can bear it.'],
  ],
  'libraries-and-archives trust': [
    ['2025-06-02', 'short-listed', 'One of two that members asked to see in full.'],
    ['2025-06-23', 'preferred', 'Rates relief and grants that a council cannot ask for.'],
  ],
};

const recordedOf = (of: OptionsOfReview): ChangeStep[] => {
  const { review, on } = of;
  return [
    command.appraisal({ on, as: team }, review, appraisalOf(of)),
    ...of.rows.flatMap((row) => {
      const [id] = row;
      const exempt = exemptReasons[`${review} ${id}`];
      const option = { ...optionOf(row), ...(exempt === undefined ? {} : { exempt }) };
      const [first, ...later] = (earlier[`${review} ${id}`] ?? []).map(
        ([when, disposition, reason, scores]) =>
          [when, { disposition, reason, ...(scores === undefined ? {} : { scores: scoresOf(scores) }) }] as const,
      );
      if (first === undefined) return [command.entry({ on, as: team }, 'option', review, id, option)];
      return asItChanges(first[0], { ...option, ...first[1] }, later).map(({ on: when, record }) =>
        command.entry({ on: when, as: team }, 'option', review, id, record),
      );
    }),
  ];
};

export const optionSteps: readonly ChangeStep[] = optionsOfReviews.flatMap(recordedOf);
