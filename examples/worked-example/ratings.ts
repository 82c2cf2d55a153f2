import type * as z from 'zod';
import type { LocalDate } from '#language/time.ts';
import type { Rating } from '#registers/rating/record.ts';
import type { RatingName } from '#schemas/rating-names.ts';
import type { ChangeStep, Persona } from '../step.ts';
import { assurance, type SroName, sros } from './personas.ts';
import { command } from './settings.ts';

type Code = 'G' | 'AG' | 'A' | 'AR' | 'R';
type Look = NonNullable<z.input<typeof Rating>['forwardLook']>;
type Given = readonly [
  on: LocalDate,
  overall: Code,
  words: string,
  time: Code,
  cost: Code,
  benefits: Code,
  risk: Code,
  forwardLook: Look,
];

const names: Readonly<Record<Code, RatingName>> = {
  G: 'green',
  AG: 'amber-green',
  A: 'amber',
  AR: 'amber-red',
  R: 'red',
};

const dimensionWords = {
  time: {
    G: 'Every date holds.',
    AG: 'Every date holds, with little room.',
    A: 'One date has moved.',
    AR: 'Several dates have moved.',
    R: 'The end date cannot be held.',
  },
  cost: {
    G: 'Within budget.',
    AG: 'Within budget, the contingency in use.',
    A: 'Above budget by less than a twentieth.',
    AR: 'Above budget by up to a tenth.',
    R: 'Above budget by more than a tenth.',
  },
  benefits: {
    G: 'Savings as planned.',
    AG: 'Savings as planned but for one line.',
    A: 'A quarter of the savings at risk.',
    AR: 'Half of the savings at risk.',
    R: 'Most savings of the year are at risk or lost.',
  },
  risk: {
    G: 'No high risk.',
    AG: 'One high risk, falling.',
    A: 'Two high risks, each with an action.',
    AR: 'High risks have risen since the last look.',
    R: 'A high risk has happened.',
  },
} as const;

const dimension = (which: keyof typeof dimensionWords, code: Code) => ({
  rating: names[code],
  words: dimensionWords[which][code],
});

const rated = (
  review: string,
  as: Persona,
  [on, overall, words, time, cost, benefits, risk, forwardLook]: Given,
): ChangeStep =>
  command.rating({ on, as }, review, {
    on,
    overall: { rating: names[overall], words },
    time: dimension('time', time),
    cost: dimension('cost', cost),
    benefits: dimension('benefits', benefits),
    risk: dimension('risk', risk),
    ...(as.role === 'sro' ? { forwardLook } : {}),
  });

// biome-ignore format: a table reads by its rows
const bySros: readonly (readonly [review: string, sro: SroName, given: readonly Given[]])[] = [
  ['adult-home-care', 'adults', [
    ['2025-04-24', 'G', 'The teams are forming and the tender is written.', 'G', 'G', 'AG', 'A', 'no-change'],
    ['2025-06-24', 'AG', 'Posts in the north are late; the rest goes well.', 'A', 'G', 'A', 'A', 'improving'],
    // Green overall above red benefits: a contradiction that the report names.
    ['2025-08-22', 'G', 'The tender is out and the teams are nearly full.', 'AG', 'G', 'R', 'A', 'improving'],
    ['2025-10-24', 'G', 'The last team has started.', 'A', 'G', 'R', 'A', 'no-change'],
  ]],
  ['home-to-school-transport', 'children', [
    ['2025-04-24', 'AG', 'The purchasing system opens in May.', 'AG', 'G', 'A', 'AG', 'no-change'],
    ['2025-06-24', 'A', 'The software will be late for September.', 'A', 'AG', 'A', 'A', 'worsening'],
    ['2025-08-22', 'AR', 'The old routes run until November, and nobody trains travellers.', 'AR', 'A', 'AR', 'AR', 'worsening'],
    ['2025-10-24', 'AR', 'Personal budgets take the place of training.', 'AR', 'A', 'AR', 'A', 'improving'],
  ]],
  ['waste-and-recycling', 'place', [
    ['2025-04-24', 'AG', 'The outline case is ready.', 'G', 'G', 'AG', 'A', 'no-change'],
    ['2025-06-24', 'A', 'The market is cool about one contract.', 'A', 'G', 'A', 'AR', 'worsening'],
    ['2025-08-22', 'R', 'The full case was returned; the review goes back to its options.', 'R', 'A', 'AR', 'R', 'improving'],
    ['2025-10-24', 'A', 'A company for collection is in the full case.', 'AR', 'A', 'A', 'A', 'improving'],
  ]],
  ['highways-maintenance', 'place', [
    ['2025-04-24', 'AG', 'Three firms will answer.', 'AG', 'G', 'G', 'AG', 'no-change'],
    ['2025-06-24', 'AG', 'Approved with two conditions.', 'AG', 'G', 'G', 'AG', 'improving'],
    ['2025-08-22', 'G', 'The partner is chosen.', 'G', 'G', 'G', 'AG', 'improving'],
    ['2025-10-24', 'AG', 'One condition is overdue: the valuer has withdrawn.', 'AG', 'AG', 'G', 'A', 'no-change'],
  ]],
  ['libraries-and-archives', 'customer', [
    ['2025-06-24', 'A', 'Members see two options in full.', 'AG', 'G', 'A', 'A', 'no-change'],
    ['2025-08-22', 'AR', 'The outline case was returned for its figures.', 'AR', 'G', 'A', 'A', 'improving'],
    ['2025-10-24', 'A', 'The corrected case is approved.', 'A', 'G', 'A', 'A', 'improving'],
  ]],
  ['property-and-facilities', 'resources', [
    ['2025-04-24', 'A', 'Nothing can be chosen before the office strategy.', 'A', 'G', 'A', 'AG', 'worsening'],
    ['2025-10-24', 'AR', 'Restarted, a season late.', 'AR', 'AG', 'AR', 'A', 'improving'],
  ]],
  ['revenues-and-benefits', 'resources', [
    ['2025-04-24', 'G', 'The district has agreed.', 'G', 'G', 'G', 'A', 'no-change'],
    ['2025-06-24', 'G', 'Decided; the first rehearsal went well.', 'G', 'G', 'G', 'AG', 'no-change'],
    ['2025-08-22', 'G', 'The shared service has begun.', 'G', 'AG', 'G', 'G', 'improving'],
  ]],
  ['ict-and-digital', 'resources', [
    ['2025-04-24', 'AG', 'The decision is due in May.', 'G', 'AG', 'AG', 'A', 'no-change'],
    ['2025-06-24', 'AG', 'The contract is signed.', 'G', 'AG', 'AG', 'A', 'no-change'],
    ['2025-08-22', 'AG', 'Twelve of twenty systems have moved.', 'AG', 'AG', 'AG', 'A', 'no-change'],
    ['2025-10-24', 'A', 'Payroll moved late; the security review waits.', 'A', 'A', 'AG', 'A', 'no-change'],
  ]],
  ['customer-contact', 'customer', [
    ['2025-08-22', 'AG', 'The portal is built.', 'AG', 'G', 'G', 'A', 'no-change'],
    ['2025-10-24', 'AR', 'The sign-in must be changed before the portal opens.', 'AR', 'A', 'A', 'AR', 'improving'],
  ]],
  ['registration-and-ceremonies', 'customer', [['2025-06-24', 'AG', 'The review is being set up.', 'AG', 'G', 'AG', 'G', 'no-change']]],
  ['parking-and-enforcement', 'growth', [['2025-04-24', 'G', 'The last machine goes this week.', 'AG', 'G', 'AG', 'G', 'no-change']]],
  ['legal-services', 'resources', [['2025-04-24', 'A', 'The districts do not answer.', 'A', 'G', 'AR', 'AG', 'worsening']]],
  ['youth-services', 'children', [['2025-10-24', 'AG', 'The baseline is being drawn up.', 'G', 'G', 'AG', 'G', 'no-change']]],
];

// biome-ignore format: a table reads by its rows
const byAssurance: readonly (readonly [review: string, given: readonly Given[]])[] = [
  ['adult-home-care', [
    ['2025-05-29', 'A', 'The saving of the year rests on posts that are not filled.', 'A', 'G', 'AR', 'A', 'no-change'],
    ['2025-09-25', 'AR', 'The award slips and most of the saving of the year with it.', 'AR', 'G', 'R', 'AR', 'no-change'],
  ]],
  ['home-to-school-transport', [['2025-08-18', 'R', 'September cannot be met; the board should be told now.', 'R', 'A', 'R', 'AR', 'no-change']]],
  ['waste-and-recycling', [
    ['2025-05-29', 'AR', 'One contract for both parts has no market.', 'A', 'G', 'AR', 'AR', 'no-change'],
    ['2025-09-25', 'A', 'The second case is better founded than the first.', 'A', 'A', 'A', 'A', 'no-change'],
  ]],
  ['highways-maintenance', [['2025-05-29', 'AG', 'The procurement is well run.', 'AG', 'G', 'G', 'AG', 'no-change']]],
  ['ict-and-digital', [['2025-09-25', 'A', 'Restoring from copies has not been tried.', 'AG', 'A', 'AG', 'AR', 'no-change']]],
  ['libraries-and-archives', [['2025-09-25', 'A', 'The figures of the trust are now sound.', 'A', 'G', 'A', 'A', 'no-change']]],
];

export const ratingSteps: readonly ChangeStep[] = [
  ...bySros.flatMap(([review, sro, all]) => all.map((given) => rated(review, sros[sro], given))),
  ...byAssurance.flatMap(([review, all]) => all.map((given) => rated(review, assurance, given))),
];
