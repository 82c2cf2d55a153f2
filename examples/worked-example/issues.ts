import type * as z from 'zod';
import type { LocalDate } from '#language/time.ts';
import type { Issue } from '#registers/issue/record.ts';
import type { ChangeStep } from '../step.ts';
import { team } from './personas.ts';
import { command } from './settings.ts';

type Row = readonly [review: string, id: string, issue: z.input<typeof Issue>, closedOn?: LocalDate];

const rows: readonly Row[] = [
  [
    'home-to-school-transport',
    'operator-warning',
    {
      title: 'The largest operator has handed back nine routes',
      severity: 'high',
      owner: 'Category manager',
      raisedOn: '2025-07-24',
      // Its risk is closed in August while this is open: a contradiction that the report shows.
      risk: 'operator-failure',
    },
  ],
  [
    'home-to-school-transport',
    'trainers',
    {
      title: 'No travel trainer could be appointed',
      severity: 'medium',
      owner: 'Head of SEND',
      raisedOn: '2025-08-11',
    },
  ],
  [
    'adult-home-care',
    'rota-system',
    {
      title: 'The rota system lost a weekend of visits',
      severity: 'medium',
      owner: 'Systems manager',
      raisedOn: '2025-05-13',
    },
    '2025-06-02',
  ],
  [
    'highways-maintenance',
    'depot-valuer',
    {
      title: 'The valuer of the depots has withdrawn',
      severity: 'medium',
      owner: 'Estates surveyor',
      raisedOn: '2025-09-17',
    },
  ],
  [
    'ict-and-digital',
    'payroll-test',
    {
      title: 'The payroll trial run was a day late',
      severity: 'high',
      owner: 'Payroll manager',
      raisedOn: '2025-09-04',
    },
    '2025-10-20',
  ],
  [
    'libraries-and-archives',
    'door-system',
    {
      title: 'The door system of the first two libraries does not read old cards',
      severity: 'low',
      owner: 'Area manager',
      raisedOn: '2025-08-19',
    },
  ],
  [
    'leisure-centres',
    'no-sro',
    { title: 'The review has had no SRO since it was opened', severity: 'high', raisedOn: '2025-06-30' },
  ],
  [
    'customer-contact',
    'sign-in',
    {
      title: 'The sign-in fails with screen readers',
      severity: 'high',
      owner: 'Portal product owner',
      raisedOn: '2025-09-12',
      risk: 'accessibility',
    },
  ],
];

const stepsOf = ([review, id, issue, closedOn]: Row): ChangeStep[] => [
  command.entry({ on: issue.raisedOn, as: team }, 'issue', review, id, issue),
  ...(closedOn === undefined
    ? []
    : [command.entry({ on: closedOn, as: team }, 'issue', review, id, { ...issue, status: 'closed', closedOn })]),
];

export const issueSteps: readonly ChangeStep[] = [
  ...rows.flatMap(stepsOf),
  command.ofProgramme({ on: '2025-08-14', as: team }, 'issue', 'late-returns', {
    title: 'Three reviews have been late with their returns twice running',
    severity: 'medium',
    owner: 'Programme office manager',
    raisedOn: '2025-08-14',
  }),
];
