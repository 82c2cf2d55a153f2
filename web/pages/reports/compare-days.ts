import { dateInWords } from '#language/in-words.ts';
import { instantInWords } from '#language/instant-in-words.ts';
import { dayOf, LocalDate } from '#language/time.ts';
import { fieldsOf } from '#registers/fields.ts';
import { DaysComparison } from '#schemas/days-comparison.ts';
import { readersOfDrafts } from '#schemas/operations/problem-lists.ts';
import { ReportRun } from '#schemas/report-run.ts';
import { TwoDays } from '#schemas/two-days.ts';
import { bulletList, insetText, link, paragraph, warningText } from '../../design/blocks.ts';
import { dayInBoxes } from '../../forms/day.ts';
import { type Html, html } from '../../html.ts';
import { flowOfDays } from '../../report/flow.ts';
import { section } from '../../report/layout.ts';
import { happenedBetween } from '../../span/sections.ts';
import { formScreen } from '../form-screen.ts';
import { apiChainPath, chooseDaysPath, daysPath, programmePath, programmesPath, reportsPath } from '../paths.ts';
import { ProgrammeAnswer } from '../programme.ts';
import { asking, orNothing } from '../question.ts';
import { decidedBy, formOfRecord, nameOfField } from '../registers/record-form.ts';
import { byId } from '../registers/shown-value.ts';
import { type At, type Screen, screen } from '../screen.ts';
import { figuresOfDays } from './figures-of-days.ts';
import { whatDiffers } from './what-differs.ts';

const route = `${programmesPath}/{programmeId}/reports/compare-days`;
const fields = fieldsOf(TwoDays);

const programmeOf = ({ params }: At): string => params.programmeId ?? '';
const daysOf = ({ params }: At): TwoDays => ({ from: params.from ?? '', to: params.to ?? '' });

const crumbs = (at: At, name: string) => [
  { text: 'Programmes', to: programmesPath },
  { text: name, to: programmePath(programmeOf(at)) },
  { text: 'Reports', to: reportsPath(programmeOf(at)) },
];

/** The days that a form is opened with: those of its address. */
const daysBefore = ({ query }: At) =>
  Object.fromEntries(
    (['from', 'to'] as const).flatMap((name) => {
      const day = LocalDate.safeParse(query[name]);
      return day.success ? Object.entries(dayInBoxes(name, day.data)) : [];
    }),
  );

/** The form of two days. */
export const chooseDays: Screen = formScreen({
  path: route,
  roles: readersOfDrafts,
  asks: (at) => ({ programme: asking(apiChainPath({ programme: programmeOf(at) }), ProgrammeAnswer) }),
  start: (_, at) => daysBefore(at),
  nameOf: nameOfField(fields),
  show: ({ programme }, at, filled) => ({
    title: 'Compare two days',
    caption: programme.record.name,
    crumbs: crumbs(at, programme.record.name),
    body: formOfRecord({
      fields,
      at,
      filled,
      named: { nameOf: byId, optionsOf: () => [] },
      first: html`${paragraph('You will see all that differs between the ends of the two days, and what happened between them, by what is recorded now.')}
${bulletList([
  'Nothing is published, and boards cannot see it.',
  'Published reports stay as they are: where something was recorded late, they may say something else.',
])}`,
      cancel: reportsPath(programmeOf(at)),
      save: 'Compare',
    }),
  }),
  decide: (values, at, _, { which }) =>
    decidedBy(fields, values, which, (body) => ({
      method: 'POST',
      path: `${apiChainPath({ programme: programmeOf(at) })}/reports/compare-days`,
      body,
    })),
  done: (at, _, answer) => {
    const { id, days } = ReportRun.safeParse(answer).data ?? {};
    return {
      path:
        id === undefined || days === undefined
          ? at.path
          : `${daysPath(programmeOf(at), days)}?run=${encodeURIComponent(id)}`,
      notice: 'The days are being compared by what is recorded now. Nothing is published.',
    };
  },
});

const isUnderWay = (run: ReportRun | null): boolean => run?.state === 'waiting' || run?.state === 'running';

const ofRun = (at: At, run: ReportRun | null): Html | false =>
  isUnderWay(run)
    ? insetText('The days are being compared. ', link(`${at.path}?run=${run?.id}`, 'Show what differs'))
    : run?.state === 'failed' && warningText(run.problem ?? 'The days could not be compared.');

const aboutComparison = (given: DaysComparison): Html => html`${insetText(
  `By what was recorded by ${instantInWords(given.knownAt)}. Made by ${given.madeBy.name}, and kept until ${dateInWords(dayOf(given.keptUntil))}. Boards cannot see it.`,
)}
${given.recordedSince && paragraph('Something was recorded in the programme since: compared again, the days may say something else.')}`;

const shown = (given: DaysComparison): Html => html`${aboutComparison(given)}<div class="board-report">
${section('headline', 'In short', html`<div class="headline">${given.inShort.map((sentence) => html`<p>${sentence}</p>`)}</div>`)}
${figuresOfDays(given)}
${flowOfDays(given.flow)}
${happenedBetween(given.happened)}
${whatDiffers(given)}
</div>`;

/** All that differs between two days that were compared. */
export const daysCompared: Screen = screen({
  path: `${route}/{from}/{to}`,
  roles: readersOfDrafts,
  asks: (at) => ({
    programme: asking(apiChainPath({ programme: programmeOf(at) }), ProgrammeAnswer),
    comparison: orNothing(
      asking(`${apiChainPath({ programme: programmeOf(at) })}/reports/compare-days`, DaysComparison, daysOf(at)),
    ),
    run: orNothing(
      asking(
        `${apiChainPath({ programme: programmeOf(at) })}/report-runs/${encodeURIComponent(at.query.run ?? 'none')}`,
        ReportRun,
      ),
    ),
  }),
  show: ({ programme, comparison, run }, at) => {
    const { from, to } = daysOf(at);
    return {
      title: `${dateInWords(from)} and ${dateInWords(to)} compared`,
      caption: programme.record.name,
      crumbs: [...crumbs(at, programme.record.name), { text: 'Compare two days', to: chooseDaysPath(programmeOf(at)) }],
      body: html`${ofRun(at, run)}
${comparison === null ? !isUnderWay(run) && paragraph('No comparison of these days is kept. Compare them to see what differs.') : shown(comparison)}
${paragraph(link(chooseDaysPath(programmeOf(at), { from, to }), comparison === null ? 'Compare these days, or others' : 'Compare these days again, or others'))}`,
    };
  },
});
