import type { LocalDate } from '#language/time.ts';
import type { ChangeStep } from '../step.ts';
import { sros, team } from './personas.ts';
import { projectOf } from './projects.ts';
import { laterRecord } from './reviews.ts';
import { command } from './settings.ts';

const by = (on: LocalDate) => ({ on, as: team });

// biome-ignore format: a table reads by its rows
const moves: readonly (readonly [on: LocalDate, review: string, to: string])[] = [
  ['2025-05-15', 'carers', 'service-baseline'],
  ['2025-06-12', 'transitions', 'service-baseline'],
  ['2025-06-19', 'extra-care', 'options-appraisal'],
  ['2025-07-10', 'sensory', 'options-appraisal'],
  ['2025-07-17', 'adult-learning', 'service-baseline'],
  ['2025-07-21', 'school-meals', 'closed'],
  ['2025-08-07', 'substance-use', 'options-appraisal'],
  ['2025-08-28', 'parking', 'closed'],
  ['2025-09-04', 'youth-justice', 'options-appraisal'],
  ['2025-09-18', 'archives', 'service-baseline'],
  ['2025-10-02', 'nurseries', 'options-appraisal'],
  ['2025-10-16', 'training', 'service-baseline'],
  ['2025-11-06', 'trading-standards', 'options-appraisal'],
  ['2025-12-04', 'procurement', 'options-appraisal'],
  ['2026-01-15', 'community-safety', 'options-appraisal'],
  ['2026-02-16', 'catering', 'closed'],
];

const care = 'care-at-home';
const supplier = { id: 'brightcare', name: 'Brightcare (fictional)', kind: 'national' as const };

/** Care at home, from its full business case to the work itself: what each gate on the way asks for. */
const road: readonly ChangeStep[] = [
  command.entry(by('2025-04-03'), 'market-engagement', care, 'suppliers', {
    title: 'Day with suppliers',
    kind: 'supplier-session',
    on: { kind: 'date', date: '2025-04-02' },
    purpose: 'To learn who would take a zone, and on what terms.',
    organisations: [{ ...supplier, responses: 1, invitedIn: true }],
  }),
  command.entry(by('2025-04-07'), 'option', care, 'as-now', {
    label: 'Go on as now',
    deliveryModel: 'do-nothing',
    disposition: 'not-recommended',
    reason: 'Visits are late in three districts of eight.',
    scores: [
      { criterion: 'quality', score: 3, reason: 'Visits are late' },
      { criterion: 'cost', score: 6 },
    ],
  }),
  command.entry(by('2025-04-07'), 'option', care, 'zones', {
    label: 'One provider a zone',
    deliveryModel: 'outsource',
    disposition: 'preferred',
    reason: 'It fills the rounds.',
    exempt: { fields: ['reason'], ground: 3, reason: 'It says what one bidder told' },
    scores: [
      { criterion: 'quality', score: 7, reason: 'One provider answers for a zone' },
      { criterion: 'cost', score: 8, reason: 'Rounds are full' },
    ],
  }),
  command.entry(by('2025-05-08'), 'business-case', care, 'full', {
    title: 'Full business case for zones',
    type: 'full',
    caseVersion: '1.0',
    on: '2025-05-08',
    costs: { kind: 'amount', pounds: 640_000, source: 'Full business case 1.0' },
    benefits: { kind: 'amount', pounds: 3_500_000, source: 'Full business case 1.0' },
  }),
  command.entry(by('2025-05-08'), 'milestone', care, 'contracts', {
    title: 'Contracts begin',
    type: 'delivery',
    owner: 'Head of Commissioning',
    baseline: '2026-06-30',
    forecast: '2026-06-30',
  }),
  command.outcome({ on: '2025-06-17', as: sros.people }, care, 'full', {
    outcome: 'approved-with-conditions',
    body: 'Cabinet',
    on: '2025-06-17',
    reference: 'CAB/25/31',
    conditions: [
      { id: 'rural', text: 'A price for rural rounds', owner: 'Head of Commissioning', dueOn: '2025-09-30' },
    ],
  }),
  command.move(by('2025-06-26'), care, { to: 'decision' }),
  command.entry(by('2025-07-03'), 'delivery-model', care, 'preferred', {
    model: 'outsource',
    fromOptions: ['zones'],
  }),
  command.entry(by('2025-07-03'), 'decision', care, 'adoption', {
    title: 'Home care by zones',
    body: 'Cabinet',
    kind: 'key-decision',
    status: 'due',
    dueOn: { kind: 'date', date: '2025-09-16' },
    noticeOn: '2025-07-03',
    deliveryModel: 'preferred',
    value: { kind: 'amount', pounds: 41_000_000 },
    divisions: 'all',
    route: [
      { body: 'Scrutiny Committee', purpose: 'pre-scrutiny', planned: { kind: 'month', month: '2025-09' } },
      { body: 'Cabinet', purpose: 'decision', planned: { kind: 'date', date: '2025-09-16' } },
    ],
  }),
  command.condition({ on: '2025-09-11', as: team }, care, 'full', {
    condition: 'rural',
    status: 'met',
    on: '2025-09-11',
    note: 'The price is in the tender',
  }),
  command.entry(by('2025-09-18'), 'decision', care, 'adoption', {
    title: 'Home care by zones',
    body: 'Cabinet',
    kind: 'key-decision',
    status: 'taken',
    takenOn: '2025-09-16',
    publishedOn: '2025-09-18',
    reference: 'CAB/25/47',
    noticeOn: '2025-07-03',
    deliveryModel: 'preferred',
    value: { kind: 'amount', pounds: 41_000_000 },
    divisions: 'all',
    route: [
      { body: 'Scrutiny Committee', purpose: 'pre-scrutiny', actual: '2025-09-04', outcome: 'Endorsed' },
      { body: 'Cabinet', purpose: 'decision', actual: '2025-09-16', outcome: 'Agreed' },
    ],
  }),
  command.entry(by('2025-09-25'), 'delivery-model', care, 'preferred', {
    model: 'outsource',
    fromOptions: ['zones'],
    decision: 'adoption',
  }),
  command.move(by('2025-10-20'), care, { to: 'implementation' }),
];

const home = 'home-first';
/** Home first, from the work to the look back at its benefits. */
const lookBack: readonly ChangeStep[] = [
  command.entry(by('2025-03-20'), 'milestone', home, 'all-wards', {
    title: 'All wards',
    type: 'delivery',
    owner: 'Head of Hospital Discharge',
    baseline: '2026-01-31',
    forecast: '2026-01-31',
  }),
  command.entry(by('2026-01-28'), 'milestone', home, 'all-wards', {
    title: 'All wards',
    type: 'delivery',
    owner: 'Head of Hospital Discharge',
    baseline: '2026-01-31',
    forecast: '2026-01-31',
    actual: '2026-01-28',
  }),
  command.review(
    by('2026-02-24'),
    home,
    laterRecord(projectOf(home), { handover: { owner: 'Head of Hospital Discharge', on: '2026-02-24' } }),
  ),
  command.move(by('2026-02-26'), home, { to: 'benefits-review' }),
];

export const stageSteps: readonly ChangeStep[] = [
  ...road,
  ...lookBack,
  ...moves.map(([on, review, to]) => command.move(by(on), review, { to })),
];
