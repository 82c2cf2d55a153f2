import type * as z from 'zod';
import { dayOfNextMonth, type LocalDate } from '#language/time.ts';
import type { Risk } from '#registers/risk/record.ts';
import type { ChangeStep } from '../step.ts';
import { marketRiskOf } from './market-risks.ts';
import { assurance, finance, office, team } from './personas.ts';
import { projects } from './projects.ts';
import { command, openMonth, settingsChange, start } from './settings.ts';

const by = (on: LocalDate) => ({ on, as: team });
const at = (likelihood: number, impact: number) => ({ likelihood, impact });

/** That of `home-first` names a person, which is redacted in September: the name stands nowhere else. */
const risk = (project: string): z.input<typeof Risk> => {
  const { title, cause, event, consequence, owner, control, action, actionOwner } = marketRiskOf(project);
  return {
    ...{ title, cause, event, consequence, owner },
    category: 'Delivery',
    inherent: at(4, 4),
    current: at(3, 4),
    target: at(2, 3),
    treatment: 'treat',
    controls: [{ what: control }],
    actions: [{ id: 'soundings', what: action, owner: actionOwner, dueOn: '2026-12-31' }],
    lastReviewedOn: '2025-03-12',
  };
};

/** A risk each, of the larger projects; once the matrix is another, each is scored by that, but for `energy`, which is so a month late. */
const atRisk = projects.filter(({ tier, stage }) => tier === '1' || (tier === '2' && stage === 'implementation'));
const risks = atRisk.flatMap(({ id }) => [
  command.entry(by('2025-03-12'), 'risk', id, 'market', risk(id)),
  command.entry(by(id === 'energy' ? '2025-11-20' : settingsChange), 'risk', id, 'market', {
    ...risk(id),
    inherent: at(4, 3),
    current: at(3, 3),
    target: at(2, 2),
    lastReviewedOn: id === 'energy' ? '2025-11-20' : settingsChange,
  }),
]);

/** Checkpoints by internal audit, of each project of tier 1 but `erp`. */
const checkpoints = projects
  .filter(({ id, tier }) => tier === '1' && id !== 'erp')
  .map(({ id }, n) => {
    const on = `2025-0${(n % 5) + 4}-15`;
    return command.entry({ on, as: assurance }, 'assurance-checkpoint', id, 'gateway-1', {
      title: 'Gateway 1',
      kind: 'gateway',
      by: 'Internal Audit',
      status: 'done',
      doneOn: { kind: 'date', date: on },
      findings: 'Its plan can be followed.',
      rating: 'amber-green',
    });
  });

const recommendations: readonly ChangeStep[] = [
  command.change(
    { on: '2025-05-06', as: team },
    'recordProgrammeRecommendations',
    {},
    {
      entries: Array.from({ length: 12 }, (_, n) => ({
        id: `peer-${n + 1}`,
        record: {
          title: `Recommendation ${n + 1} of the peers`,
          origin: 'peer-challenge',
          paper: 'Peer challenge of a council that does not exist, April 2025',
          number: `${n + 1}`,
          madeOn: { kind: 'month', month: '2025-04' },
          response: 'accepted',
          action: 'It is in the plan of the portfolio office.',
          owner: 'Portfolio office',
          due: { kind: 'season', season: 'autumn', year: 2026 },
        },
      })),
    },
  ),
];

const askFirst = {
  title: 'Ask those who use it first',
  kind: 'change' as const,
  what: 'Two moves were planned on days on which the buildings were let.',
  advice: 'Agree days with those who use a building before the plan is drawn up.',
  learnedOn: '2025-08-29',
};

/** When the last period of the year is sent: in the month that is under way, so that no report of the year has it. */
const afterYear = dayOfNextMonth(openMonth, 4);
const inLedger = [
  { code: 'HOM-2100', id: 'home-first-25', title: 'Home first after hospital', actual: 21_900_000, saved: 1_400_000 },
  { code: 'TEL-3300', id: 'cards-25', title: 'Fewer cards', actual: 212_000, saved: 18_000 },
];

const registersOfProgramme: readonly ChangeStep[] = [
  command.ofProgramme({ on: start, as: office }, 'milestone', 'budget', {
    title: 'Budget of 2026/27 agreed',
    type: 'approval',
    owner: 'Chief accountant',
    baseline: '2026-02-12',
    forecast: '2026-02-12',
  }),
  command.ofProgramme({ on: '2026-02-12', as: office }, 'milestone', 'budget', {
    title: 'Budget of 2026/27 agreed',
    type: 'approval',
    owner: 'Chief accountant',
    baseline: '2026-02-12',
    forecast: '2026-02-12',
    actual: '2026-02-12',
  }),
  command.entry(by('2025-06-16'), 'milestone', 'waste-disposal', 'procured', {
    title: 'The next contract is let',
    type: 'approval',
    owner: 'Head of Waste',
    baselineStated: { kind: 'season', season: 'autumn', year: 2026, source: 'Cabinet paper of June 2025' },
  }),
  command.ofProgramme({ on: '2025-05-30', as: finance }, 'budget-line', 'people-25', {
    title: 'People',
    year: '2025/26',
    code: 'PEO-1000',
    directorate: 'people',
    budget: 240_000_000,
    variance: 3_100_000,
    lastReported: 3_100_000,
  }),
  command.ofProgramme({ on: '2025-10-14', as: finance }, 'ledger-period', '2025-26-p06', {
    lines: [{ code: 'PEO-1000', actual: 121_400_000 }],
    total: 121_400_000,
    note: 'Before the grant of the second half.',
  }),
  // The last period of the year, by which finance can validate: of one line it shows what is claimed, of the other less.
  ...inLedger.map(({ code, id, title }) =>
    command.ofProgramme({ on: afterYear, as: finance }, 'budget-line', id, { title, year: '2025/26', code }),
  ),
  command.ofProgramme({ on: afterYear, as: finance }, 'ledger-period', '2025-26-p12', {
    lines: [
      { code: 'PEO-1000', actual: 243_000_000 },
      ...inLedger.map(({ code, actual, saved }) => ({ code, actual, saved })),
    ],
    total: 265_112_000,
  }),
  command.ofProgramme({ on: '2025-04-14', as: team }, 'contract', 'facilities', {
    title: 'Facilities management',
    supplier: 'A firm that does not exist',
    value: { kind: 'about', pounds: 18_000_000 },
    start: { kind: 'date', date: '2022-04-01' },
    end: { kind: 'date', date: '2028-03-31' },
    endNoticeBy: '2027-03-31',
    manager: 'Head of Property',
    reviews: ['facilities', 'offices'],
  }),
  command.ofProgramme({ on: '2025-09-01', as: team }, 'lesson', 'ask-first', askFirst),
  command.ofProgramme({ on: '2025-11-10', as: team }, 'lesson', 'ask-first', {
    ...askFirst,
    applied: [{ where: 'Offices, before the north office is left', on: '2025-11-07' }],
  }),
  command.ofProgramme({ on: '2025-05-30', as: team }, 'paper', 'medium-term-plan', {
    title: 'Medium-term financial plan 2025 to 2028',
    kind: 'plan',
    address: 'https://www.oneexampleshire.example/plans/medium-term-2025.pdf',
    dated: '2025-02-13',
    about: 'Sets the savings that the council has to find.',
  }),
  command.ofProgramme({ on: '2025-06-02', as: team }, 'dependency', 'grant', {
    title: 'Settlement of the grant',
    on: 'outside-body',
    owner: 'Chief accountant',
    neededBy: { kind: 'month', month: '2026-12' },
  }),
  command.ofProgramme({ on: '2025-06-02', as: team }, 'issue', 'vacancies', {
    title: 'Three posts of the portfolio office are vacant',
    severity: 'medium',
    owner: 'Head of the portfolio office',
    raisedOn: '2025-06-02',
  }),
  command.ofProgramme({ on: '2025-10-01', as: team }, 'decision', 'budget', {
    title: 'Savings of 2026/27',
    body: 'Cabinet',
    kind: 'key-decision',
    dueOn: { kind: 'month', month: '2026-10' },
  }),
];

export const registerSteps: readonly ChangeStep[] = [
  ...risks,
  ...checkpoints,
  ...recommendations,
  ...registersOfProgramme,
];
