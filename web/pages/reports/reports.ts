import { dateInWords, monthInWords } from '#language/in-words.ts';
import { dayOf } from '#language/time.ts';
import { bulletList, heading2, link, paragraph } from '../../design/blocks.ts';
import { html } from '../../html.ts';
import { apiChainPath, programmePath, programmesPath, reportPath } from '../paths.ts';
import { ProgrammeAnswer } from '../programme.ts';
import { asking } from '../question.ts';
import { type Screen, screen } from '../screen.ts';
import { monthsAsked, monthsOf } from './report-at.ts';
import { spanLinks } from './span.ts';

/** The published reports of a programme, the latest first. */
export const reports: Screen = screen({
  path: `${programmesPath}/{programmeId}/reports`,
  asks: ({ params: { programmeId = '' } }) => ({
    programme: asking(apiChainPath({ programme: programmeId }), ProgrammeAnswer),
    months: monthsAsked(programmeId),
  }),
  show: ({ programme, months }, { params: { programmeId = '' } }) => {
    const published = monthsOf(months);
    return {
      title: 'Board reports',
      caption: programme.record.name,
      crumbs: [
        { text: 'Programmes', to: programmesPath },
        { text: programme.record.name, to: programmePath(programmeId) },
      ],
      body:
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
            )}`,
    };
  },
});
