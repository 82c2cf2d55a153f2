import { monthInWords } from '#language/in-words.ts';
import { link, paragraph } from '../../design/blocks.ts';
import { type Html, html } from '../../html.ts';
import type { AnnexSection } from '../../report/annex.ts';
import { whyUnder } from '../../report/why.ts';
import { annexPage } from '../../report-page.ts';
import { annexPath, figurePath, type ReportAt, revisionPath, rulePath } from '../paths.ts';
import { askAll } from '../question.ts';
import type { Page, Screen } from '../screen.ts';
import { aboutReport, type ReportAnswers, reportAsked, reportGiven, reportOf, reportRoutes } from './report-at.ts';

const toSection = (here: ReportAt, direction: 'Previous' | 'Next', to: AnnexSection | undefined): Html | false => {
  const [part, rel] = direction === 'Next' ? (['next', 'next'] as const) : (['prev', 'prev'] as const);
  return (
    to !== undefined &&
    html`<div class="govuk-pagination__${part}"><a class="govuk-link govuk-pagination__link" href="${annexPath(here, to.id)}" rel="${rel}"><span class="govuk-pagination__link-title">${direction}<span class="govuk-visually-hidden"> section</span></span><span class="govuk-visually-hidden">:</span><span class="govuk-pagination__link-label">${to.title}</span></a></div>`
  );
};

const sectionShown = (here: ReportAt, answers: ReportAnswers, section: string): Page | undefined => {
  const front = revisionPath(here);
  const why = whyUnder(answers.figures ?? { figures: [] }, answers.report.content, (one) => figurePath(here, one));
  const found = annexPage({ ...reportGiven(answers), why, ruleTo: rulePath }, section, {
    sectionTo: (id) => annexPath(here, id),
    front,
  });
  if (found === undefined) return undefined;
  const { title, crumbs } = aboutReport(here, answers.report.content);
  return {
    title: found.title,
    caption: `Annex of the ${title.charAt(0).toLowerCase()}${title.slice(1)}`,
    crumbs: [...crumbs, { text: title, to: front }],
    body: html`${found.body}
<nav class="govuk-pagination govuk-pagination--block" aria-label="Sections of the annex">${toSection(here, 'Previous', found.before)}${toSection(here, 'Next', found.after)}</nav>
${paragraph(link(`${front}#annex`, 'Every section of the annex'))}`,
  };
};

const noSuchSection = (here: ReportAt, { report }: ReportAnswers): Page => {
  const { title, crumbs } = aboutReport(here, report.content);
  return {
    title: 'The report has no such section',
    caption: title,
    crumbs: [...crumbs, { text: title, to: revisionPath(here) }],
    body: paragraph(
      `The report of ${monthInWords(report.content.month)} was made without it. `,
      link(`${revisionPath(here)}#annex`, 'Every section that it has'),
    ),
  };
};

/** A section of the annex of a published report. */
const annexScreen = (of: string): Screen => ({
  path: `${of}/annex/{section}`,
  open: async (at, api) => {
    const here = reportOf(at);
    const { months: _, ...asked } = reportAsked(at);
    const { answers } = await askAll(asked, api);
    const page = sectionShown(here, answers, at.params.section ?? '');
    return page === undefined
      ? { kind: 'page', status: 404, page: noSuchSection(here, answers) }
      : { kind: 'page', status: 200, page };
  },
});

export const annexScreens: readonly Screen[] = reportRoutes.map(annexScreen);
