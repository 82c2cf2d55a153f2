import { dateInWords, monthInWords } from '#language/in-words.ts';
import type { ReportContent } from '#schemas/report.ts';
import type { ContentRow, FigureOfReport, FigureRule } from './figure.ts';
import { itselfNamed } from './of-records.ts';

/*
 * Figures of lists that are made over all reviews at once: what made each of them are the rows of the list, which the content keeps
 * (docs/meaning.md REPORT-27).
 */

const found: FigureRule = {
  id: 'REPORT-8',
  sentence: 'A finding names its rule, its record, why, and the evidence in values; each counts for one.',
};
const steps: FigureRule = { id: 'REPORT-9', sentence: 'Next steps say who must do what, most urgent first.' };
const later: FigureRule = {
  id: 'REPORT-20',
  sentence: 'A revision leaves what the report of a later month holds to it, and says so.',
};
const parts: FigureRule = {
  id: 'REPORT-31',
  sentence: 'A review that is part of one that is counted counts within it, once.',
};
const moved: FigureRule = {
  id: 'REPORT-21',
  sentence: 'Reviews that moved from one tier or portfolio to another while they were counted are named.',
};
const byModel: FigureRule = {
  id: 'PROGRAMME-24',
  sentence: 'Reviews at a stage that the model has lost are at the one to which the settings moved them.',
};

export const rulesOfContent: readonly FigureRule[] = [found, steps, later, parts, moved, byModel];

/** `CON-06` becomes `con-06`. */
const inName = (rule: string): string => rule.toLowerCase();

const findingFigures = ({ findings, foundByRule, programme }: ReportContent): FigureOfReport[] => {
  const of = { part: 'findings', unit: 'records' as const };
  const byRule = Map.groupBy(findings.rows, ({ rule }) => rule);
  return [
    {
      ...{ ...of, figure: 'findings.total', title: 'Findings', value: findings.total, rule: found },
      madeOf: foundByRule.map(({ rule }) => ({ figure: `findings.rule.${inName(rule)}`, sign: 1 as const })),
    },
    ...foundByRule.map(({ rule, sentence, count }): FigureOfReport => {
      const rows = (byRule.get(rule) ?? []).map(({ subject, because }): ContentRow => {
        const { register, id: entry, review, title } = subject;
        const isItself = register === 'review' || register === 'programme';
        const named = isItself ? itselfNamed(review, programme.id) : { register, entry, entryTitle: entry };
        return { review, title, ...named, amount: 1, because };
      });
      return {
        ...of,
        figure: `findings.rule.${inName(rule)}`,
        title: `Findings of ${rule}`,
        value: count,
        rule: { id: rule, sentence },
        rows: { total: count, rows },
      };
    }),
  ];
};

interface AList {
  readonly figure: string;
  readonly title: string;
  readonly part: string;
  readonly unit: FigureOfReport['unit'];
  readonly rule: FigureRule;
}

/** The figure of a list whose rows are of reviews, or of the programme. */
const ofList = <R extends { readonly review: string | null; readonly title: string }>(
  about: AList,
  list: { readonly total: number; readonly rows: readonly R[] } | undefined,
  programme: string,
  because: (row: R) => string,
): FigureOfReport[] =>
  list === undefined
    ? []
    : [
        {
          ...about,
          value: list.total,
          rows: {
            total: list.total,
            rows: list.rows.map((row) => ({
              ...{ review: row.review, title: row.title, amount: 1, because: because(row) },
              ...itselfNamed(row.review, programme),
            })),
          },
        },
      ];

/** The figures of the lists that the content alone keeps. */
export const contentFigures = (content: ReportContent): FigureOfReport[] => {
  const { id } = content.programme;
  const stepRows = content.nextSteps.rows.map(({ who, what, subject }) => ({ who, what, ...subject }));
  return [
    ...ofList(
      {
        ...{ figure: 'counts.components', title: 'Reviews that count within others', part: 'counts' },
        ...{ unit: 'reviews', rule: parts },
      },
      content.counts.components,
      id,
      ({ ofTitle }) => `it counts within "${ofTitle}"`,
    ),
    ...ofList(
      {
        ...{ figure: 'flow.moved', title: 'Moved from one tier or portfolio to another', part: 'flow' },
        ...{ unit: 'records', rule: moved },
      },
      content.flow.moved,
      id,
      ({ from, to, on }) => `from ${from} to ${to}, ${dateInWords(on)}`,
    ),
    ...ofList(
      {
        ...{ figure: 'moved-by-model.total', title: 'Moved by a change of the stages', part: 'movedByModel' },
        ...{ unit: 'reviews', rule: byModel },
      },
      content.movedByModel,
      id,
      ({ from, to }) => `from ${from} to ${to}`,
    ),
    ...ofList(
      {
        ...{ figure: 'in-later-reports.total', title: 'Held by the report of a later month', part: 'inLaterReports' },
        ...{ unit: 'records', rule: later },
      },
      content.inLaterReports,
      id,
      ({ what, month }) => `${what}, in the report of ${monthInWords(month)}`,
    ),
    ...findingFigures(content),
    ...ofList(
      { figure: 'next-steps.total', title: 'Next steps', part: 'nextSteps', unit: 'records', rule: steps },
      { total: content.nextSteps.total, rows: stepRows },
      id,
      ({ who, what }) => `${who}: ${what}`,
    ),
  ];
};
