import type * as z from 'zod';
import type { LocalDate } from '#language/time.ts';
import type { ChangeLifecycle } from '#schemas/lifecycle-change.ts';
import type { Review } from '#schemas/review.ts';
import type { ChangeStep } from '../step.ts';
import { sros, team } from './personas.ts';
import { potentials, projectOf } from './projects.ts';
import { laterRecord } from './reviews.ts';
import { command } from './settings.ts';

type Act = z.input<typeof ChangeLifecycle>;
type Row = readonly [on: LocalDate, review: string, act: Act];

// biome-ignore format: a table reads by its rows
const acts: readonly Row[] = [
  ['2025-05-06', 'digital', { kind: 'rename', title: 'One digital platform', reason: 'It takes in the website' }],
  ['2025-06-02', 'bus', { kind: 're-tier', tier: '3', reason: 'Most of its routes were settled with the grant' }],
  ['2025-06-23', 'libraries', { kind: 'pause', reason: 'Members wait for the survey of users' }],
  ['2025-07-14', 'fleet', { kind: 'pause', reason: 'The depot is not bought yet' }],
  ['2025-07-21', 'school-meals', { kind: 'complete', reason: 'Its savings are validated' }],
  ['2025-07-28', 'community-safety', { kind: 'move-portfolio', portfolio: 'living-well', reason: 'It is led by public health now' }],
  ['2025-08-18', 'print', { kind: 'stop', reason: 'The machines were bought out' }],
  ['2025-08-25', 'flood', { kind: 'leave', reason: 'The workbook of the office no longer lists it' }],
  ['2025-09-08', 'libraries', { kind: 'restart', reason: 'The survey is in' }],
  ['2025-09-22', 'parking', { kind: 'complete', reason: 'Its savings are validated', unrealised: [{ id: 'permits', what: 'Permits at two stations', owner: 'Parking manager' }] }],
  ['2025-10-06', 'customer', { kind: 'split', into: ['contact-centre'], goesOn: true, reason: 'The contact centre is let by itself' }],
  ['2025-10-27', 'registration', { kind: 'transfer', to: 'The city council', reason: 'The city leads the joint service' }],
  ['2025-11-17', 'payroll', { kind: 'merge', into: ['erp'], reason: 'The system brings its own payroll' }],
  ['2025-11-24', 'school-places', { kind: 'pause', reason: 'The forecast of pupils is made again' }],
  ['2025-12-01', 'procurement', { kind: 're-tier', tier: '3', reason: 'What it saves is counted with the services' }],
  ['2025-12-08', 'music', { kind: 'stop', reason: 'The trust withdrew' }],
  ['2026-01-19', 'coroner', { kind: 'pause', reason: 'The city has no coroner at present' }],
  ['2026-01-26', 'print', { kind: 'reopen', reason: 'The machines failed' }],
  ['2026-02-09', 'school-places', { kind: 'restart', reason: 'The forecast is in' }],
  ['2026-02-16', 'catering', { kind: 'complete', reason: 'Its savings are validated' }],
];

/** Potential projects that the board approved, each with its day and tier. */
const approved = [
  ['2025-05-12', 'falls-prevention', '3'],
  ['2025-05-20', 'short-breaks', '2'],
  ['2025-06-09', 'verge-cutting', '3'],
  ['2025-06-16', 'robots-for-forms', '3'],
  ['2025-07-07', 'shared-lives', '2'],
  ['2025-09-15', 'moving-traffic-enforcement', '3'],
  ['2025-11-10', 'kinship-care', '2'],
  ['2026-01-12', 'shared-finance', '2'],
] as const;
export const approvedProjects = approved.map(([on, id]) => ({ on, id }));

const started = (on: LocalDate, id: string, tier: '2' | '3'): ChangeStep[] => {
  const idea = potentials.find((one) => one.id === id);
  if (idea === undefined) throw new Error(`there is no idea ${id}`);
  const isOfPeople = idea.portfolio === 'living-well' || idea.portfolio === 'growing-up';
  const { subject, name } = isOfPeople ? sros.people : sros.place;
  const record: z.input<typeof Review> = {
    title: idea.title,
    tier,
    sros: [{ subject, name }],
    directorate: isOfPeople ? 'people' : 'place',
    endDate: { kind: 'quarter', quarter: 4, year: '2026/27' },
  };
  return [
    command.review({ on, as: team }, id, record),
    command.lifecycle({ on, as: team }, id, { kind: 'approve', reason: 'The Portfolio Board agreed to its mandate' }),
  ];
};

const by = (on: LocalDate) => ({ on, as: team });

/** What an act needs in the record of its review first. */
const before: readonly ChangeStep[] = [
  ...(['school-meals', 'catering'] as const).map((id) =>
    command.review(
      by('2025-07-20'),
      id,
      laterRecord(projectOf(id), { lessons: [{ learned: 'Ask the schools first' }] }),
    ),
  ),
  command.review(
    by('2025-08-27'),
    'parking',
    laterRecord(projectOf('parking'), {
      lessons: [{ learned: 'Machines can be leased for a year' }],
    }),
  ),
  command.review(by('2025-10-06'), 'contact-centre', {
    title: 'Contact centre',
    splitFrom: 'customer',
    services: ['Customers'],
    directorate: 'resources',
    portfolio: 'council',
    tier: '2',
    lifecycle: 'active',
    sros: [{ subject: sros.place.subject, name: sros.place.name }],
    endDate: { kind: 'month', month: '2027-01' },
  }),
];

/** A review that was opened by mistake, and is in no count. */
const byMistake: readonly ChangeStep[] = [
  command.review(by('2025-06-03'), 'training-centre', {
    title: 'Training centre',
    portfolio: 'council',
    lifecycle: 'active',
    tier: '3',
    endDate: { kind: 'not-stated' },
  }),
  command.change(
    by('2025-06-05'),
    'strikeOutReview',
    { reviewId: 'training-centre' },
    {
      reason: 'It is the project "Training" by another name',
      undo: false,
    },
  ),
];

export const lifeSteps: readonly ChangeStep[] = [
  ...before,
  ...acts.map(([on, review, act]) => command.lifecycle({ on, as: team }, review, act)),
  ...approved.flatMap(([on, id, tier]) => started(on, id, tier)),
  ...byMistake,
];

/** The day on which a project ended, where it did and did not begin again: nobody looks at it after. */
export const endedOn: Readonly<Record<string, LocalDate>> = {
  print: '2025-08-18',
  flood: '2025-08-25',
  registration: '2025-10-27',
  payroll: '2025-11-17',
  music: '2025-12-08',
};
