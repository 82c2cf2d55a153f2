import { dateInWords } from '#language/in-words.ts';
import { dayOf } from '#language/time.ts';
import { changedFigures, figuresOf } from '#registers/return/figures.ts';
import type { ReportRule } from './report-rule.ts';

const otherThanConfirmed: NonNullable<ReportRule['ofReview']> = (
  { title, counted, position },
  { month: { month }, programme },
) => {
  const given = position.returns.find((one) => one.month === month);
  if (!counted || given?.figures === undefined || given.confirmedAt === null) return [];
  const changed = changedFigures(given.figures, figuresOf(position), { programme, milestones: position.milestones });
  if (changed.length === 0) return [];
  return [
    {
      register: 'return',
      id: month,
      because: `${title} is shown otherwise than its SRO confirmed it on ${dateInWords(dayOf(given.confirmedAt))}: ${changed.map(({ what, was, is }) => `${what}, ${was} as confirmed and ${is} in this report`).join('; ')}.`,
      evidence: changed.map(({ what, was, is }) => ({ what, value: `${was} as confirmed, ${is} in this report` })),
    },
  ];
};

export const confirmedFigures: readonly ReportRule[] = [
  {
    id: 'CON-33',
    kind: 'contradiction',
    since: 'rules-2',
    sentence: 'A figure is another than the SRO confirmed with the return of the month.',
    ofReview: otherThanConfirmed,
  },
];
