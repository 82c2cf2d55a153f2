import type * as z from 'zod';
import { dayOfNextMonth, type LocalDate } from '#language/time.ts';
import type { Saving } from '#registers/saving/record.ts';
import type { ChangeStep } from '../step.ts';
import { components, componentsFrom } from './components.ts';
import { approvedProjects, endedOn } from './life.ts';
import { finance, team } from './personas.ts';
import { type Project, projectOf, projects } from './projects.ts';
import { command, nextMtfp, openMonth } from './settings.ts';

type Line = z.input<typeof Saving>;

const recorded: LocalDate = '2025-03-17';
/** The forecasts of all lines are looked at each quarter. */
const looks: readonly LocalDate[] = ['2025-06-20', '2025-09-19', '2025-12-19', '2026-03-20'];

/** Lines that come to something else, each to be found: see `planted.ts`. */
export const noSavings = ['archives'];
const notLookedAt: Readonly<Record<string, readonly LocalDate[]>> = { planning: ['2025-06-20', '2025-09-19'] };

/** What is claimed is delivered, and the rest on track, but for what is at risk. */
const yearOf = (
  year: '2025/26' | '2026/27',
  thousands: number,
  { claimed, atRisk = 0 }: { claimed?: number | undefined; atRisk?: number } = {},
): Line['years'][number] => ({
  year,
  plan: thousands * 1_000,
  forecast: thousands * 1_000,
  states: {
    ...(claimed === undefined ? {} : { delivered: claimed }),
    ...(atRisk === 0 ? {} : { atRisk }),
    onTrack: thousands * 1_000 - (claimed ?? 0) - atRisk,
  },
  alreadyInMtfp: thousands * 500,
  ...(claimed === undefined ? {} : { claimedActual: claimed }),
});

/** The line of a project: each year that it saves in, and what is claimed of the first. */
export const lineOf = (
  { title, saves: [now, then] }: Pick<Project, 'title' | 'saves'>,
  claimed?: number,
  atRisk = 0,
): Line => ({
  title: `${title}: what it saves`,
  class: 'cash-releasing',
  mechanism: 'transformation',
  recurrence: 'recurring',
  firmness: 'business-case',
  budgetLine: title,
  years: [
    ...(now === 0 ? [] : [yearOf('2025/26', now, { claimed, atRisk })]),
    ...(then === 0 ? [] : [yearOf('2026/27', then)]),
  ],
});

const looked = (id: string, from: LocalDate): ChangeStep[] =>
  looks
    .filter((on) => on > from && on < (endedOn[id] ?? '9999') && !notLookedAt[id]?.includes(on))
    .map((on) =>
      command.change(
        { on, as: team },
        'reviewSavingNoChange',
        { reviewId: id, entryId: 'main' },
        {
          comment: 'As in the ledger',
        },
      ),
    );

const delivering = projects.filter(({ stage }) => stage === 'implementation' || stage === 'benefits-review');

/** Claimed by the team, and validated by finance a few days after: two fifths in summer, four fifths in January. */
const claims = delivering.flatMap((project): ChangeStep[] =>
  (
    [
      ['2025-07-10', '2025-07-15', 0.4],
      ['2026-01-20', '2026-01-23', 0.8],
    ] as const
  ).flatMap(([on, after, share]) => {
    const claimed = Math.round(project.saves[0] * share) * 1_000;
    if (on > (endedOn[project.id] ?? '9999')) return [];
    return [
      command.entry({ on, as: team }, 'saving', project.id, 'main', lineOf(project, claimed)),
      command.validation({ on: after, as: finance }, project.id, 'main', {
        year: '2025/26',
        pounds: claimed,
        on: after,
      }),
    ];
  }),
);

const ofProjects = projects
  .filter(({ id }) => !noSavings.includes(id))
  .flatMap((project) => [
    command.entry({ on: recorded, as: team }, 'saving', project.id, 'main', lineOf(project)),
    ...looked(project.id, recorded),
  ]);

const ofApproved = [
  ...approvedProjects,
  { on: '2025-10-06', id: 'contact-centre' },
  ...components.map(({ id }) => ({ on: componentsFrom, id })),
].flatMap(({ on, id }) => [
  command.entry({ on, as: team }, 'saving', id, 'main', lineOf({ title: id, saves: [0, 120] })),
  ...looked(id, on),
]);

/** What cannot be counted on while it is rated Amber or worse, thousands of pounds of the first year. */
const atRisk: readonly (readonly [id: string, thousands: number, from: LocalDate, until: LocalDate])[] = [
  ['care-at-home', 500, '2025-08-20', '2026-02-17'],
  ['customer', 300, '2025-05-20', '9999-12-31'],
];
const lessSure = atRisk.map(([id, thousands, on]) =>
  command.entry({ on, as: team }, 'saving', id, 'main', lineOf(projectOf(id), undefined, thousands * 1_000)),
);

const rolledOn: LocalDate = '2026-02-17';

/** What the next MTFP holds of a line beside what the last one does. */
const inNextMtfp = (line: Line, thousands: number): Line => ({
  ...line,
  years: line.years.map((one) =>
    one.year === '2026/27' ? { ...one, mtfpShares: [{ mtfp: nextMtfp, figure: thousands * 600 }] } : one,
  ),
});

/** Of each line that goes on but that of `reablement`, which is another since November (acts.ts). */
const rolledOver = projects
  .filter(
    ({ id, saves: [, then] }) =>
      then > 0 && ![...noSavings, 'reablement'].includes(id) && rolledOn < (endedOn[id] ?? '9999'),
  )
  .map((project) => {
    const { id, saves } = project;
    const claimed = delivering.includes(project) ? Math.round(saves[0] * 0.8) * 1_000 : undefined;
    const [, thousands = 0] = atRisk.find(([review, , , until]) => review === id && rolledOn < until) ?? [];
    const line = lineOf(project, claimed, thousands * 1_000);
    return command.entry({ on: rolledOn, as: team }, 'saving', id, 'main', inNextMtfp(line, saves[1]));
  });

/** The rest of the year, claimed in the month that is under way: finance has not looked at it yet. */
const claimedUnderWay = delivering
  .filter(({ id }) => id === 'home-first')
  .map((project) =>
    command.entry(
      { on: dayOfNextMonth(openMonth, 4), as: team },
      'saving',
      project.id,
      'main',
      inNextMtfp(lineOf(project, project.saves[0] * 1_000), project.saves[1]),
    ),
  );

export const savingSteps: readonly ChangeStep[] = [
  ...ofProjects,
  ...ofApproved,
  ...lessSure,
  ...claims,
  ...rolledOver,
  ...claimedUnderWay,
];
