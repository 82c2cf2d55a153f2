import type { Given } from '#domain/report/figures/amounts.ts';
import { byTitle, figuresOfRecords } from '#domain/report/figures/of-records.ts';
import type { InFigures } from '#schemas/in-figures.ts';
import { bandsOf, type RiskMatrix } from '#schemas/risk-matrix.ts';
import { isEndedSince } from './escalations.ts';
import type { RisksSection } from './projections.ts';
import { hasMoved, overdueIn } from './report.ts';

/** The figure of a cell of the heat map, both counted from 1. */
export const cellName = (likelihood: number, impact: number): string => `${likelihood}-${impact}`;

const risk = (
  { id, title }: { readonly id: string; readonly title: string },
  more: Readonly<Record<string, Given>>,
): InFigures => ({
  register: 'risk',
  entry: id,
  title,
  figures: { risks: { open: 1 }, ...more },
});

/** What each open risk gives to the figures of risks: one, in its band, counted from the lowest, and in its cell (docs/meaning.md REPORT-27). */
export const risksInFigures = (
  { open, unscored }: Pick<RisksSection, 'open' | 'unscored'>,
  matrix: RiskMatrix,
): InFigures[] => [
  ...open.map((one) => {
    const band = bandsOf(matrix).findIndex(({ key }) => key === one.band) + 1;
    return risk(one, {
      ...(band === 0 ? {} : { 'risks.band': { [band]: 1 } }),
      'risks.cell': { [cellName(one.likelihood, one.impact)]: 1 },
    });
  }),
  ...unscored.map((one) => risk(one, { 'risks.without': { score: 1 } })),
];

/** An open risk, with a score or without. */
type AnyOpen = RisksSection['open'][number] | RisksSection['unscored'][number];

const escalations = {
  id: 'SCORE-23',
  sentence: 'Open risks that are escalated are listed, and those of which it has ended.',
};

/** What lists of the report say of open risks besides. */
export const risksListedInFigures = [
  figuresOfRecords({
    part: 'risks',
    register: 'risk',
    whose: 'counted',
    rule: { id: 'SCORE-7', sentence: 'Open risks of counted reviews and of the programme are in the report.' },
    ofReview: ({ position: { risks } }): readonly AnyOpen[] => [...risks.open, ...risks.unscored],
    ofProgramme: ({ risks }): readonly AnyOpen[] => [...risks.open, ...risks.unscored],
    named: byTitle,
    figures: {
      'programme-wide': {
        title: 'Open risks of the programme itself',
        value: ({ programmeWide }) => programmeWide,
        gives: (_, { review }) => review === null,
      },
      scored: { title: 'Open risks with a score', value: ({ top }) => top.total, gives: (one) => 'score' in one },
      moved: {
        title: 'Open risks of which the score moved',
        value: ({ moved }) => moved.total,
        gives: (one, { month }) => 'score' in one && hasMoved(one, month),
        rule: {
          id: 'SCORE-5',
          sentence: "Direction of travel is against the score at the end of the last report's month.",
        },
      },
      overdue: {
        title: 'Overdue reviews and actions of open risks',
        value: ({ overdue }) => overdue.total,
        gives: (one, { month }) => overdueIn(one, month),
        rule: { id: 'SCORE-3', sentence: 'The next review falls due so many months after the last one, by the band.' },
      },
      incomplete: {
        title: 'Incomplete open risks',
        value: ({ incomplete }) => incomplete.total,
        gives: ({ missing }) => missing.length > 0,
        rule: { id: 'SCORE-4', sentence: 'A risk is complete with a control, an owner, and an action.' },
      },
      escalated: {
        title: 'Open risks that are escalated',
        value: (part) => part.escalations?.inForce.total,
        gives: ({ escalated }) => escalated !== undefined && escalated.endedOn === undefined,
        rule: escalations,
      },
      'no-longer-escalated': {
        title: 'Open risks that are escalated no longer',
        value: (part) => part.escalations?.ended.total,
        gives: ({ escalated }, { month }) => escalated !== undefined && isEndedSince(escalated, month),
        rule: escalations,
      },
    },
  }),
];
