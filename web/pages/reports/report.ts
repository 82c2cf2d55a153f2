import * as z from 'zod';
import { dateInWords, monthInWords } from '#language/in-words.ts';
import { dayOf } from '#language/time.ts';
import type { View } from '#schemas/exemption.ts';
import { bulletList, insetText, link, paragraph } from '../../design/blocks.ts';
import { dataTable } from '../../design/tables.ts';
import { type Html, html } from '../../html.ts';
import { whyOfAnswers, whyUnder } from '../../report/why.ts';
import { reportFront } from '../../report-page.ts';
import {
  annexPath,
  apiChainPath,
  apiReportPath,
  comparePath,
  figurePath,
  figuresPath,
  inView,
  type ReportAt,
  reportFilePath,
  reportPath,
  revisionPath,
  rulePath,
} from '../paths.ts';
import { asking, everyPage, orNothing, type Questions } from '../question.ts';
import { type At, type Screen, screen } from '../screen.ts';
import { type FileFormat, fileScreens, filesAt } from './files.ts';
import {
  aboutReport,
  monthsOf,
  type PublishedRevision,
  type ReportAnswers,
  reportAsked,
  reportGiven,
  reportOf,
  reportRoutes,
  revisionsOf,
} from './report-at.ts';

const mostMonths = 12;

/** To the other view of a report, for whoever is shown one of two. */
const otherView = (here: ReportAt, view: View | undefined): Html | false => {
  if (here.view !== undefined)
    return paragraph(link(revisionPath({ ...here, view: undefined }), 'Show everything that you may read'));
  return (
    view === 'full' &&
    paragraph(link(revisionPath({ ...here, view: 'public' }), 'Show the public view: what the council may publish'))
  );
};

/** Who asked for a revision; the schedule where nobody did. */
const Run = z.object({ askedBy: z.string().optional() });
const People = z.object({ items: z.array(z.object({ id: z.string(), name: z.string() })) });

/** The latest revisions of which the page says who asked for them. */
const mostRevisions = 10;

const whoAsked = ({ programme, month }: ReportAt, revisions: readonly PublishedRevision[]): Questions => ({
  people: everyPage(orNothing(asking('/directory', People, { limit: '200' }))),
  ...Object.fromEntries(
    revisions
      .slice(0, mostRevisions)
      .map(({ revision }) => [
        `r${revision}`,
        orNothing(asking(`${apiChainPath({ programme })}/report-runs/${month}-r${revision}`, Run)),
      ]),
  ),
});

/** Who asked for a revision, by name where the one who looks may know it. */
const whoIn =
  (answers: Readonly<Record<string, unknown>>) =>
  (revision: number): string => {
    const askedBy = Run.safeParse(answers[`r${revision}`]).data?.askedBy;
    if (askedBy === undefined) return revision === 1 ? 'the schedule' : 'not kept';
    const known = People.safeParse(answers.people).data?.items.find(({ id }) => id === askedBy);
    return known?.name ?? askedBy;
  };

const revisionsTable = (
  here: ReportAt,
  shown: number,
  revisions: readonly PublishedRevision[],
  whoBy: (revision: number) => string,
): Html =>
  dataTable({
    caption: 'Revisions of this month',
    stacked: true,
    columns: [{ head: 'Revision' }, { head: 'Published' }, { head: 'Asked for by' }, { head: 'Why' }],
    rows: revisions.map(({ revision, publishedAt, reason }) => [
      revision === shown
        ? html`Revision ${revision} (this one)`
        : link(revisionPath({ ...here, revision: String(revision) }), `Revision ${revision}`),
      dateInWords(dayOf(publishedAt)),
      whoBy(revision),
      reason ?? 'the first report of the month',
    ]),
    none: '',
  });

const superseded = (here: ReportAt, shown: number, [latest]: readonly PublishedRevision[]): Html | false =>
  here.revision !== undefined &&
  latest !== undefined &&
  latest.revision > shown &&
  insetText(
    `This revision was superseded on ${dateInWords(dayOf(latest.publishedAt))}. It stays as it was published. `,
    link(reportPath(here.programme, here.month), `Read revision ${latest.revision}`),
  );

const filesOf = (here: ReportAt): Html => filesAt('Keep it', (format) => reportFilePath(here, format));

interface Drawn {
  readonly address: string;
  readonly lines: unknown;
  readonly figures: unknown;
  readonly html: Html;
}

/** By the report that was read: what is the same answer, kept since it was asked last, is not drawn again. */
const drawn = new WeakMap<object, Drawn>();

const drawnOnce = (here: ReportAt, answers: ReportAnswers): Html => {
  const { report, lines, figures } = answers;
  const address = revisionPath(here);
  const before = drawn.get(report);
  if (before?.address === address && before.lines === lines && before.figures === figures) return before.html;
  const known = figures ?? { figures: [] };
  const to = (figure: string): string => figurePath(here, figure);
  const html = reportFront(
    {
      ...reportGiven(answers),
      why: whyUnder(known, report.content, to),
      whyOf: whyOfAnswers(known, to),
      ruleTo: rulePath,
    },
    (section) => annexPath(here, section),
  );
  drawn.set(report, { address, lines, figures, html });
  return html;
};

/** What a board reads of a published report, with the files to keep, its other revisions and the months beside it. */
const reportScreen = (of: string): Screen =>
  screen({
    path: of,
    asks: reportAsked,
    thenAsks: ({ months, report }, at) => {
      const revisions = revisionsOf(months ?? { items: [] }, report.content.month);
      return revisions.length < 2 ? {} : whoAsked(reportOf(at), revisions);
    },
    show: (answers, at, more) => {
      const given = reportGiven(answers);
      const { programme, month, revision } = given.report.content;
      const here = reportOf(at);
      const months = answers.months ?? { items: [] };
      const others = monthsOf(months).filter((one) => one.month !== month);
      const revisions = revisionsOf(months, month);
      return {
        ...aboutReport(here, given.report.content),
        caption: programme.phase === null ? programme.name : `${programme.name}, ${programme.phase}`,
        body: html`${superseded(here, revision, revisions)}${filesOf(here)}
${otherView(here, given.report.view)}
${paragraph(link(figuresPath(here), 'Why each figure is what it is'))}
${drawnOnce(here, answers)}
${revisions.length > 1 && revisionsTable(here, revision, revisions, whoIn(more ?? {}))}${
  others.length > 0 &&
  html`<h2 class="govuk-heading-m">Other months</h2>${bulletList(others.slice(0, mostMonths).map((one) => link(inView(reportPath(here.programme, one.month), here.view), monthInWords(one.month))))}
<h2 class="govuk-heading-m">Compare with another month</h2>${bulletList(others.slice(0, mostMonths).map((one) => link(comparePath(here.programme, one.month, month), `${monthInWords(one.month)} and ${monthInWords(month)}`)))}`
}`,
      };
    },
  });

export const reportScreens: readonly Screen[] = reportRoutes.map(reportScreen);

/** Where the API has a report for a file of it, with every row that it has room for. */
const reportForFile = (at: At, format: FileFormat): string => {
  const here = reportOf(at);
  const query = new URLSearchParams({
    ...(format === 'json' ? { rows: 'all' } : {}),
    ...(here.view === undefined ? {} : { view: here.view }),
  });
  return `${apiReportPath(here)}${query.size === 0 ? '' : `?${query}`}`;
};

export const reportFiles: readonly Screen[] = reportRoutes.flatMap((of) => fileScreens(of, reportForFile));
