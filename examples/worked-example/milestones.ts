import type * as z from 'zod';
import type { LocalDate } from '#language/time.ts';
import type { Milestone } from '#registers/milestone/record.ts';
import { asItChanges } from '../scenario-steps.ts';
import type { ChangeStep } from '../step.ts';
import { team } from './personas.ts';
import { command } from './settings.ts';

type Change = readonly [LocalDate, Partial<z.input<typeof Milestone>>];
type Row = readonly [
  id: string,
  title: string,
  type: z.input<typeof Milestone>['type'],
  owner: string,
  baseline: LocalDate,
  changes?: readonly Change[],
];

const done = (on: LocalDate): Change => [on, { actual: on }];
const doneLate = (on: LocalDate, delayReason: string): Change => [on, { actual: on, delayReason }];
const slips = (on: LocalDate, forecast: LocalDate, delayReason: string): Change => [on, { forecast, delayReason }];
const expected = (on: LocalDate, forecast: LocalDate): Change => [on, { forecast }];

const firstRecorded: LocalDate = '2025-03-14';

/** Reviews whose milestones were recorded later than the others'. */
const recordedOn = new Map<string, LocalDate>([
  ['libraries-and-archives', '2025-05-12'],
  ['customer-contact', '2025-07-07'],
  ['youth-services', '2025-08-04'],
]);

// biome-ignore format: a table reads by its rows
const rows: Readonly<Record<string, readonly Row[]>> = {
  'adult-home-care': [
    ['reablement-teams', 'Reablement teams in every district', 'delivery', 'Head of reablement', '2025-06-30', [slips('2025-05-19', '2025-09-30', 'Eleven posts could not be filled in the north of the county.'), doneLate('2025-10-06', 'Eleven posts could not be filled in the north of the county until September.')]],
    ['zones-published', 'Tender for the zones published', 'approval', 'Head of commissioning', '2025-07-14', [done('2025-07-11')]],
    ['zones-awarded', 'Zones awarded', 'approval', 'Head of commissioning', '2025-12-01', [slips('2025-09-22', '2026-02-16', 'Two bidders asked for the transfer of staff to be set out again.')]],
    ['zones-live', 'First visits by the zone providers', 'delivery', 'Head of commissioning', '2026-04-01', [slips('2025-09-22', '2026-06-01', 'Follows the award of the zones.')]],
  ],
  'home-to-school-transport': [
    ['routes-live', 'New routes from the first day of term', 'delivery', 'Transport planning manager', '2025-09-03', [slips('2025-06-23', '2025-11-03', 'The planning software took a term longer to fill with addresses.')]],
    ['framework', 'Dynamic purchasing system open', 'delivery', 'Category manager', '2025-05-12', [done('2025-05-09')]],
    ['trainers', 'Six travel trainers in post', 'delivery', 'Head of SEND', '2025-07-31', [['2025-08-11', { missed: true, delayReason: 'Nobody was appointed in two rounds, and personal budgets take the place of training.' }]]],
    ['assurance-checkpoint', 'Checkpoint before the new term', 'assurance', 'Head of programme assurance', '2025-08-18', [done('2025-08-15')]],
  ],
  'waste-and-recycling': [
    ['collection-change', 'Three-weekly collection in the first district', 'delivery', 'Head of waste', '2026-06-01', [slips('2025-07-28', '2026-10-05', 'The full business case was returned.')]],
    ['full-case', 'Full business case to the board', 'approval', 'Head of waste', '2025-07-17', [done('2025-07-10')]],
    ['depot-survey', 'Survey of the depots', 'delivery', 'Depot manager', '2025-08-29', [doneLate('2025-09-12', 'One depot was closed after a fire.')]],
    ['district-agreements', 'Agreements with nine districts', 'approval', 'Head of waste', '2025-10-31', [slips('2025-10-13', '2026-01-30', 'Two districts decide after their elections.')]],
  ],
  'highways-maintenance': [
    ['bidders-chosen', 'Partner chosen', 'approval', 'Head of highways', '2025-08-29', [done('2025-08-27')]],
    ['joint-venture-live', 'Joint venture begins work', 'delivery', 'Head of highways', '2026-02-02', [['2025-06-16', { baseline: '2026-04-01', changeRequest: 'venture-in-april' }]]],
    ['lights-first', 'First 20,000 lights changed', 'delivery', 'Street lighting manager', '2025-09-30', [expected('2025-06-16', '2025-09-15'), done('2025-09-12')]],
    ['depots-let', 'Two depots given up', 'delivery', 'Estates surveyor', '2026-09-30'],
    ['gateway-review', 'Gateway review of the procurement', 'assurance', 'Head of programme assurance', '2025-05-30', [done('2025-05-28')]],
  ],
  'libraries-and-archives': [
    ['member-workshops', 'Workshops with members', 'approval', 'Head of libraries', '2025-06-20', [done('2025-06-19')]],
    ['open-access-pilot', 'Two libraries open without staff', 'delivery', 'Area manager', '2025-08-29'],
    ['archive-survey', 'Condition survey of the archive', 'assurance', 'County archivist', '2025-10-10', [done('2025-10-08')]],
    ['trust-case', 'Full business case of the trust', 'approval', 'Head of libraries', '2026-01-15'],
  ],
  'property-and-facilities': [
    ['office-strategy', 'Office accommodation strategy', 'approval', 'Head of Property', '2025-05-30', [slips('2025-05-26', '2025-09-30', 'The survey of desks was done twice.'), ['2025-08-11', { baseline: '2025-09-30', changeRequest: 'strategy-first' }], doneLate('2025-10-09', 'Adopted at the October meeting, not the September one.')]],
    ['first-office', 'First office given up', 'delivery', 'Head of Property', '2026-06-30'],
  ],
  'revenues-and-benefits': [
    ['data-moved', 'Data moved to the shared system', 'delivery', 'Systems manager', '2025-07-18', [done('2025-07-18')]],
    ['staff-transferred', 'Staff transferred', 'delivery', 'Head of revenues', '2025-08-01', [done('2025-08-01')]],
    ['shared-service-live', 'Shared service begins', 'delivery', 'Head of revenues', '2025-08-01', [done('2025-08-01')]],
    ['early-reminders', 'Reminders sent a week earlier', 'delivery', 'Head of revenues', '2025-08-29', [['2025-08-25', { movedTo: { owner: 'Head of the shared revenues service', on: '2025-11-28' } }]]],
  ],
  'ict-and-digital': [
    ['cloud-contract', 'Cloud contract signed', 'approval', 'Head of ICT', '2025-06-27', [done('2025-06-25')]],
    ['first-systems', 'First twenty systems moved', 'delivery', 'Cloud programme manager', '2025-09-30', [doneLate('2025-10-17', 'Payroll was left until after the September pay day.')]],
    ['data-centre-closed', 'Data centre closed', 'delivery', 'Cloud programme manager', '2026-05-29'],
    ['security-review', 'Security review by the national centre', 'assurance', 'Head of programme assurance', '2025-10-20', [slips('2025-10-13', '2025-12-08', 'The centre has no earlier date.')]],
  ],
  'customer-contact': [
    ['portal-live', 'Portal open for five services', 'delivery', 'Head of customer contact', '2025-10-27', [slips('2025-09-15', '2025-12-01', 'The sign-in of the portal failed its accessibility test.'), slips('2025-10-16', '2026-04-13', 'The sign-in must be bought anew and tested again.')]],
    ['numbers-joined', 'One telephone number', 'delivery', 'Head of customer contact', '2026-02-27'],
  ],
  'parking-and-enforcement': [['machines-out', 'Last machine taken out', 'delivery', 'Parking manager', '2025-03-07', [doneLate('2025-04-25', 'Two machines had to be bought out of a lease.')]]],
  'youth-services': [['baseline', 'Service baseline', 'delivery', 'Head of youth services', '2025-12-19']],
};

const ofReview = (review: string, [id, title, type, owner, baseline, changes]: Row): ChangeStep[] =>
  asItChanges(recordedOn.get(review) ?? firstRecorded, { title, type, owner, baseline }, changes).map(
    ({ on, record }) => command.entry({ on, as: team }, 'milestone', review, id, record),
  );

const ofProgramme: readonly ChangeStep[] = asItChanges(firstRecorded, {
  title: 'Autumn budget report to the Cabinet',
  type: 'approval' as const,
  owner: 'Director of Finance',
  baseline: '2025-11-18',
}).map(({ on, record }) => command.ofProgramme({ on, as: team }, 'milestone', 'autumn-budget', record));

export const milestoneSteps: readonly ChangeStep[] = [
  ...Object.entries(rows).flatMap(([review, own]) => own.flatMap((row) => ofReview(review, row))),
  ...ofProgramme,
];
