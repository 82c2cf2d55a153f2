import { addMonths, dayOfNextMonth, lastDayOf, type ReportMonth } from '#language/time.ts';
import type { ChangeStep } from '../step.ts';
import { sentBack } from './mended.ts';
import { wordsOf } from './month-words.ts';
import { assurance, sros, team } from './personas.ts';
import { type Project, projects } from './projects.ts';
import { command, firstMonth, lastMonth, openMonth } from './settings.ts';

const upTo = (first: ReportMonth, last: ReportMonth): readonly ReportMonth[] =>
  first > last ? [] : [first, ...upTo(addMonths(first, 1), last)];
export const months = upTo(firstMonth, lastMonth);

/** Projects of tier 1 are rated and make a return each month. */
const tierOne = projects.filter(({ tier }) => tier === '1');
type Rating = 'green' | 'amber-green' | 'amber' | 'amber-red' | 'red';

// biome-ignore format: a table reads by its columns, April to March
const ratings: Readonly<Record<string, string>> = {
  'home-first':     'A A A G G G G G G G G G',
  'care-at-home':   'A A A A R R A A A A G G',
  reablement:       'G G G G G G A A A A A A',
  'send-transport': 'R R R A A A A A A A A A',
  fostering:        'A A A A A A A A A G G G',
  residential:      'A A A A A A R R R R A A',
  'waste-disposal': 'G G G G A A A A A A A A',
  highways:         'G G G G G G G G G G G G',
  offices:          'G G G A A A G G G G G G',
  customer:         'A A A A A A A A A A A A',
  erp:              'A A A A R R R R A A A A',
};
const named: Readonly<Record<string, Rating>> = { G: 'green', A: 'amber', R: 'red' };
const ratingOf = ({ id }: Project, n: number): Rating => named[ratings[id]?.split(' ')[n] ?? ''] ?? 'amber';
/** Their SROs' words of each month; `highways` calls itself green once while its benefits are red. */
const bySros = tierOne.flatMap((project) =>
  months.map((month, n) => {
    const rating = ratingOf(project, n);
    const isPlanted = project.id === 'highways' && month === '2025-07';
    return command.rating({ on: lastDayOf(month), as: sros[project.sro] }, project.id, {
      on: lastDayOf(month),
      overall: { rating, words: wordsOf(project.id, month).sro },
      ...(isPlanted ? { benefits: { rating: 'red' as const, words: 'The contractor has not signed.' } } : {}),
    });
  }),
);

/** Audit rates two of them every second month, worse than their SROs in summer. */
const auditSays = {
  'care-at-home': 'Providers were asked late, and the rate is not in the case.',
  customer: 'The forms went live before residents had tried them.',
} as const;
const byAudit = (['care-at-home', 'customer'] as const).flatMap((review) =>
  months
    .filter((_, n) => n % 2 === 1)
    .map((month) =>
      command.rating({ on: lastDayOf(month), as: assurance }, review, {
        on: lastDayOf(month),
        overall: { rating: month === '2025-07' ? 'red' : 'amber', words: auditSays[review] },
      }),
    ),
);

const notReturned = (id: string, month: ReportMonth): boolean => id === 'waste-disposal' && month === '2025-12';

const returns = tierOne.flatMap((project) =>
  months.flatMap((month): ChangeStep[] =>
    notReturned(project.id, month)
      ? []
      : [
          command.entry({ on: dayOfNextMonth(month, 2), as: team }, 'return', project.id, month, {
            narrative: wordsOf(project.id, month).narrative,
          }),
          ...(project.id === sentBack.review && month === sentBack.month
            ? []
            : [command.confirmation({ on: dayOfNextMonth(month, 3), as: sros[project.sro] }, project.id, month)]),
        ],
  ),
);

/** The month that is under way: rated, and all but two of its returns are in; one of these waits for its SRO, the other is not submitted. */
const underWay: readonly ChangeStep[] = tierOne.flatMap(({ id, sro }): ChangeStep[] => [
  command.rating({ on: lastDayOf(openMonth), as: sros[sro] }, id, {
    on: lastDayOf(openMonth),
    overall: { rating: 'amber', words: wordsOf(id, openMonth).sro },
  }),
  ...(id === 'customer'
    ? []
    : [
        command.entry({ on: dayOfNextMonth(openMonth, 2), as: team }, 'return', id, openMonth, {
          narrative: wordsOf(id, openMonth).narrative,
        }),
      ]),
  ...(id === 'customer' || id === 'erp'
    ? []
    : [command.confirmation({ on: dayOfNextMonth(openMonth, 3), as: sros[sro] }, id, openMonth)]),
]);

export const monthSteps: readonly ChangeStep[] = [...bySros, ...byAudit, ...returns, ...underWay];
