import type * as z from 'zod';
import type { LocalDate } from '#language/time.ts';
import type { Review } from '#schemas/review.ts';
import type { ChangeStep } from '../step.ts';
import { leaver, sros, team } from './personas.ts';
import { type Project, potentials, projects } from './projects.ts';
import { command, start } from './settings.ts';

type ReviewRecord = z.input<typeof Review>;

const pounds = (thousands: number) => ({
  kind: 'amount' as const,
  pounds: thousands * 1_000,
  source: 'Budget book 2025/26',
});
const serviceOf = { 'living-well': 'Care', 'growing-up': 'Schools', places: 'Highways', council: 'Customers' } as const;
const directorateOf = {
  'living-well': 'people',
  'growing-up': 'people',
  places: 'place',
  council: 'resources',
} as const;
const pastTheCase = ['full-business-case', 'decision', 'implementation', 'benefits-review'];
const sroOf = ({ sro }: Pick<Project, 'sro'>) => [{ subject: sros[sro].subject, name: sros[sro].name }];

const recordOf = (project: Project): ReviewRecord => {
  const [now, then] = project.saves;
  return {
    title: project.title,
    services: [serviceOf[project.portfolio]],
    directorate: directorateOf[project.portfolio],
    portfolio: project.portfolio,
    tier: project.tier,
    lifecycle: 'active',
    sros: sroOf(project),
    grossExpenditure: pounds(12 * (now + then) + 900),
    netExpenditure: pounds(10 * (now + then) + 700),
    endDate: { kind: 'financial-year', year: '2026/27' },
    outcomesSought: 'The same outcome for residents at a lower cost, or a better one at the same.',
    equalityImpact: { status: 'complete', on: '2025-02-14', words: 'Screened with the portfolio' },
    consultation: { status: 'complete', on: '2025-02-21', words: 'With the budget of 2025/26' },
    ...(project.stage === 'identified'
      ? {}
      : { openedAt: { stage: project.stage, source: 'Workbook that the portfolio office kept until March 2025' } }),
    ...(pastTheCase.includes(project.stage)
      ? { costAndBenefit: { cost: pounds(then), benefit: pounds(now + then) } }
      : {}),
  };
};

/** What the record of a project says otherwise: most of it is there to be found. */
const otherwise: Readonly<Record<string, Partial<ReviewRecord>>> = {
  'youth-clubs': { sros: [] },
  sensory: { endDate: { kind: 'not-stated' } },
  carers: { tier: 'to-be-confirmed' },
  museums: { costAndBenefit: undefined },
  // Somebody leaves within the year, and what they lead is passed on.
  digital: { lead: leaver },
  erp: { lead: leaver },
  // Who comes to their own work finds the return that nobody has submitted yet.
  customer: { lead: { subject: team.subject, name: team.name } },
  bus: {
    endDate: {
      kind: 'month',
      month: '2026-09',
      source: 'Cabinet paper',
      conflicts: [{ value: { kind: 'season', season: 'spring', year: 2027 }, source: 'Bus service improvement plan' }],
    },
  },
  payroll: { waitsFor: [{ id: 'pensions', on: 'review', what: 'One record of each member', review: 'pensions' }] },
  pensions: { waitsFor: [{ id: 'payroll', on: 'review', what: 'The new payroll file', review: 'payroll' }] },
};

const of = (on: LocalDate) => ({ on, as: team });

/** The record of a project under way, in full, as a PUT takes it. */
export const projectRecord = (project: Project): ReviewRecord => ({ ...recordOf(project), ...otherwise[project.id] });

/** As it is put once it is recorded: its life changes by acts alone. */
export const laterRecord = (project: Project, change: Partial<ReviewRecord>): ReviewRecord => {
  const { lifecycle: _, tier: __, portfolio: ___, ...record } = projectRecord(project);
  return { ...record, ...change };
};

const opened = projects.map((project) => command.review(of(start), project.id, projectRecord(project)));
// A review names another once that is there.
const inOrder = [
  ...opened.map((step) => ({ ...step, body: { ...Object(step.body), waitsFor: [] } })),
  ...projects
    .filter(({ id }) => otherwise[id]?.waitsFor !== undefined)
    .map((project) => command.review(of('2025-03-11'), project.id, laterRecord(project, {}))),
];

const potential = potentials.map(({ id, title, portfolio }) =>
  command.review(of(start), id, { title, portfolio, lifecycle: 'potential', endDate: { kind: 'not-stated' } }),
);

export const reviewSteps: readonly ChangeStep[] = [...inOrder, ...potential];
