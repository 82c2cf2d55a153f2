import { monthInWords } from '#language/in-words.ts';
import { registers } from '#registers/all.ts';
import type { Register } from '#registers/declaration.ts';
import { type FigureRow, ReportFigure, ReportFigures } from '#schemas/report-figures.ts';
import { link, paragraph } from '../../design/blocks.ts';
import { dataTable, summaryList } from '../../design/tables.ts';
import { type Html, html, type Printable } from '../../html.ts';
import { figureValueInWords, givenInWords, howInWords } from '../../report/why.ts';
import {
  apiChainPath,
  apiReportPath,
  entryPath,
  figurePath,
  figuresPath,
  programmePath,
  programmesPath,
  type ReportAt,
  registerPath,
  reportsPath,
  reviewPath,
  revisionPath,
  rulePath,
} from '../paths.ts';
import { ProgrammeAnswer } from '../programme.ts';
import { asking } from '../question.ts';
import { pluralTitle } from '../registers/register-at.ts';
import { type Crumb, type Screen, screen } from '../screen.ts';
import { reportOf } from './report-at.ts';

const crumbsTo = (at: ReportAt, programme: string): Crumb[] => [
  { text: 'Programmes', to: programmesPath },
  { text: programme, to: programmePath(at.programme) },
  { text: 'Reports', to: reportsPath(at.programme) },
  { text: reportName(at), to: revisionPath(at) },
];

/** How a report is called: with its revision where one is named. */
export const reportName = ({ month, revision }: ReportAt): string =>
  `${monthInWords(month)}${revision === undefined ? '' : `, revision ${revision}`}`;

const partNames: Readonly<Record<string, string>> = {
  counts: 'Reviews by what they are',
  flow: 'Reviews in and out',
  savings: 'Savings',
  ratings: 'Delivery confidence',
  risks: 'Risks',
  returns: 'Returns',
  moves: 'Stage moves',
  waiversInForce: 'Waivers in force',
  waits: 'What reviews wait for',
  crossTables: 'Reviews by two dimensions',
  ended: 'Reviews that have ended',
  lastConfirmed: 'When it was last confirmed',
  sinceBaseline: 'Since the named baseline',
  inLaterReports: 'Held by later reports',
  movedByModel: 'Moved by a change of the stages',
  findings: 'Findings',
  nextSteps: 'Next steps',
};

/** The parts of registers have the names of these. */
const nameOfPart = (part: string): string => {
  const register = registers.find(({ report }: Register) => report?.name === part);
  return partNames[part] ?? (register === undefined ? part : pluralTitle(register));
};

const programmeAsked = (at: ReportAt) => asking(apiChainPath({ programme: at.programme }), ProgrammeAnswer);

type ListedFigure = ReportFigures['figures'][number];

const ofPart = (at: ReportAt, part: string, figures: readonly ListedFigure[]): Html =>
  dataTable({
    caption: nameOfPart(part),
    stacked: true,
    columns: [{ head: 'Figure' }, { head: 'Value' }, { head: 'Rule' }],
    rows: figures.map((one) => [
      link(figurePath(at, one.figure), one.title),
      figureValueInWords(one),
      html`${link(rulePath(one.rule.id), one.rule.id)}: ${one.rule.sentence}`,
    ]),
    none: '',
  });

/** Every figure of a report that can be asked, in the order of the report. */
const listOf = (path: string): Screen =>
  screen({
    path,
    asks: (at) => ({
      programme: programmeAsked(reportOf(at)),
      list: asking(`${apiReportPath(reportOf(at))}/figures`, ReportFigures),
    }),
    show: ({ programme, list: { figures } }, at) => {
      const here = reportOf(at);
      const parts = Map.groupBy(figures, ({ part }) => part);
      return {
        title: 'Why the figures are what they are',
        caption: `${programme.record.name}, board report for ${reportName(here)}`,
        crumbs: crumbsTo(here, programme.record.name),
        body: html`${
          figures.length === 0
            ? paragraph('This report was published before figures kept what made them.')
            : paragraph('Each figure leads to the rule that made it and to the records that made it.')
        }${[...parts].map(([part, some]) => ofPart(here, part, some))}`,
      };
    },
  });

const declared = (kind: string): Register | undefined => registers.find((one: Register) => one.kind === kind);

/** From a pound of a saving on: to the options of its review, what the market said of them, and what was decided. */
const onwardFrom: readonly string[] = ['option', 'market-engagement', 'business-case', 'decision'];

const onward = ({ review, register, record }: FigureRow, programme: string): Html | false =>
  record !== null &&
  review !== null &&
  register === 'saving' &&
  html`<br><span class="govuk-body-s">${onwardFrom.map((kind, n) => {
    const to = declared(kind);
    return to === undefined
      ? null
      : html`${n > 0 && ', '}${link(registerPath({ programme, review }, to.path), pluralTitle(to))}`;
  })}</span>`;

const recordOf = (row: FigureRow, programme: string): Printable => {
  const { review, register, entry, entryTitle, record } = row;
  const title = entryTitle ?? row.title;
  if (record === null) return title;
  if (review === null && register === 'programme') return link(programmePath(programme), title);
  if (review !== null && (register === 'review' || register === 'waits-for'))
    return link(reviewPath(programme, review), title);
  const to = declared(register);
  return to === undefined
    ? title
    : html`${link(entryPath({ programme, ...(review === null ? {} : { review }) }, to.path, entry), title)}${onward(row, programme)}`;
};

const subjectOf = ({ review, title, record }: FigureRow, programme: string): Printable => {
  if (review === null) return html`${title} (programme)`;
  return record === null ? title : link(reviewPath(programme, review), title);
};

const rowsOf = (
  { rows, unit, madeOf, from, next, rowsNotKept }: ReportFigure,
  { programme }: ReportAt,
): Html | null => {
  if (rows.length === 0 && (madeOf !== undefined || from !== undefined)) return null;
  const ofReviews = rows.length > 0 && rows.every(({ register }) => register === 'review');
  const table = dataTable({
    caption: 'The records that made it',
    stacked: true,
    columns: [{ head: 'Record' }, ...(ofReviews ? [] : [{ head: 'Review' }]), { head: 'Gives' }, { head: 'How' }],
    rows: rows.map((row) => [
      recordOf(row, programme),
      ...(ofReviews ? [] : [subjectOf(row, programme)]),
      givenInWords(row, unit),
      howInWords(row),
    ]),
    none: next === null ? 'No record made it.' : 'None of the reviews that were looked through so far made it.',
  });
  const more = rowsNotKept > 0 && paragraph(`${rowsNotKept} more made it; the report keeps their number alone.`);
  return html`${table}${more}`;
};

const madeOfTable = ({ madeOf = [], unit }: ReportFigure, at: ReportAt): Html | null =>
  madeOf.length === 0
    ? null
    : dataTable({
        caption: 'The figures that it is made of',
        stacked: true,
        columns: [{ head: 'Figure' }, { head: 'Taken' }, { head: 'Value' }],
        rows: madeOf.map((one) => [
          link(figurePath(at, one.figure), one.title),
          one.sign === 1 ? 'added' : 'taken off',
          figureValueInWords({ ...one, unit }),
        ]),
        none: '',
      });

const fromBefore = ({ from }: ReportFigure, { programme }: ReportAt): Html | null => {
  if (from === undefined) return null;
  const before = { programme, month: from.month, revision: String(from.revision) };
  return paragraph(
    'It is taken over from ',
    link(figurePath(before, from.figure), `the report of ${reportName(before)}`),
    '.',
  );
};

/** Why one figure is what it is. */
const one = (path: string): Screen =>
  screen({
    path,
    asks: (at) => ({
      programme: programmeAsked(reportOf(at)),
      figure: asking(
        `${apiReportPath(reportOf(at))}/figures/${encodeURIComponent(at.params.figure ?? '')}`,
        ReportFigure,
        { cursor: at.query.cursor },
      ),
    }),
    show: ({ programme, figure }, at) => {
      const here = reportOf(at);
      const { next } = figure;
      return {
        title: figure.title,
        caption: `${programme.record.name}, board report for ${reportName(here)}`,
        crumbs: [...crumbsTo(here, programme.record.name), { text: 'Figures', to: figuresPath(here) }],
        body: html`${summaryList([
          { key: 'Value', value: figureValueInWords(figure) },
          {
            key: 'Rule',
            value: html`<strong>${link(rulePath(figure.rule.id), figure.rule.id)}</strong> ${figure.rule.sentence}`,
          },
          { key: 'Report', value: `${monthInWords(figure.month)}, revision ${figure.revision}` },
          { key: 'Content digest', value: html`<span class="tracker-digest">${figure.contentDigest}</span>` },
        ])}${fromBefore(figure, here)}${madeOfTable(figure, here)}${rowsOf(figure, here)}${
          next !== null &&
          paragraph(link(`${figurePath(here, figure.figure)}?cursor=${encodeURIComponent(next)}`, 'Next page'))
        }`,
      };
    },
  });

const report = `${programmesPath}/{programmeId}/reports/{month}`;

export const figureScreens: readonly Screen[] = [
  ...[`${report}/figures`, `${report}/revisions/{revision}/figures`].map(listOf),
  ...[`${report}/figures/{figure}`, `${report}/revisions/{revision}/figures/{figure}`].map(one),
];
