import { dateInWords, monthInWords } from '#language/in-words.ts';
import { dayOf, type LocalDate, lastDayOf } from '#language/time.ts';
import { readersOfDrafts } from '#schemas/operations/problem-lists.ts';
import { bulletList, heading2, link, paragraph } from '../../design/blocks.ts';
import { type Html, html } from '../../html.ts';
import { apiChainPath, chooseDaysPath, daysPath, programmePath, programmesPath, reportPath } from '../paths.ts';
import { ProgrammeAnswer } from '../programme.ts';
import { asking } from '../question.ts';
import { may, type Screen, screen } from '../screen.ts';
import { monthsAsked, monthsOf } from './report-at.ts';
import { spanLinks } from './span.ts';

/** Since the end of the month that was reported last. */
const sinceLast = (programme: string, month: string | undefined, today: LocalDate): readonly Html[] => {
  const from = month === undefined ? today : lastDayOf(month);
  return from < today ? [link(daysPath(programme, { from, to: today }), `${dateInWords(from)} and today`)] : [];
};

/** The published reports of a programme, the latest first. */
export const reports: Screen = screen({
  path: `${programmesPath}/{programmeId}/reports`,
  asks: ({ params: { programmeId = '' } }) => ({
    programme: asking(apiChainPath({ programme: programmeId }), ProgrammeAnswer),
    months: monthsAsked(programmeId),
  }),
  show: ({ programme, months }, { params: { programmeId = '' }, viewer, today }) => {
    const published = monthsOf(months);
    return {
      title: 'Board reports',
      caption: programme.record.name,
      crumbs: [
        { text: 'Programmes', to: programmesPath },
        { text: programme.record.name, to: programmePath(programmeId) },
      ],
      body: html`${
        published.length === 0
          ? paragraph('No report is published yet.')
          : html`${bulletList(
              published.map(
                ({ month, revision, publishedAt }) =>
                  html`${link(reportPath(programmeId, month), monthInWords(month))}, published ${dateInWords(dayOf(publishedAt))}${revision > 1 && ` (revision ${revision})`}`,
              ),
            )}${heading2('Quarter, half year, year')}${spanLinks(
              programmeId,
              published.map(({ month }) => month),
            )}`
      }${
        may(viewer, readersOfDrafts) &&
        html`${heading2('Any two days')}${paragraph('All that differs between them by what is recorded now, and what happened between.')}${bulletList(
          [
            ...sinceLast(programmeId, published[0]?.month, today),
            link(chooseDaysPath(programmeId), 'Compare two days'),
          ],
        )}`
      }`,
    };
  },
});
