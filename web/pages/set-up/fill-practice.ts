import * as z from 'zod';
import { monthInWords } from '#language/in-words.ts';
import { ReportMonth } from '#language/time.ts';
import { registers } from '#registers/all.ts';
import { team } from '#registers/declaration.ts';
import type { Person } from '#schemas/people.ts';
import { isForPractice } from '#schemas/practice.ts';
import { type NewEntries, type PracticeExample, practiceExample } from '#schemas/practice-example.ts';
import { bulletList, button, buttonGroup, link, paragraph } from '../../design/blocks.ts';
import { select } from '../../design/choice.ts';
import { type FormValues, valueIn } from '../../forms/form-values.ts';
import { html } from '../../html.ts';
import type { Filled } from '../form.ts';
import { formScreen } from '../form-screen.ts';
import { apiChainPath, apiEntryPath, apiRegisterPath, programmePath, programmesPath, setUpPath } from '../paths.ts';
import { asking, orNothing, ProblemMet, type Sending } from '../question.ts';
import { type At, may, type Screen } from '../screen.ts';
import { programmeIn } from './set-up-at.ts';

const ProgrammeToFill = z.object({
  record: z.object({ name: z.string(), reporting: z.object({ firstMonth: ReportMonth }) }),
  computed: z.object({ nextReport: ReportMonth.nullable() }),
});
type ProgrammeToFill = z.infer<typeof ProgrammeToFill>;

const People = z.object({ items: z.array(z.object({ id: z.string(), name: z.string() })) });
type People = z.infer<typeof People> | null;

const submitsReturns = ({ viewer }: At): boolean => may(viewer, ['transformation-team']);

/** The month that is to be closed next; of a programme that has none left, the one that it began with. */
const openMonthOf = ({ record, computed }: ProgrammeToFill): ReportMonth =>
  computed.nextReport ?? record.reporting.firstMonth;

const pathOfKind = (kind: string): string => registers.find((register) => register.kind === kind)?.path ?? kind;

/** The lists of each review, one after another: entries name those of lists before. */
const inRounds = (lists: readonly NewEntries[]): readonly (readonly NewEntries[])[] => {
  const ofReviews = [...Map.groupBy(lists, ({ review }) => review).values()];
  const most = Math.max(...ofReviews.map((those) => those.length));
  return Array.from({ length: most }, (_, n) => ofReviews.flatMap((those) => those.slice(n, n + 1)));
};

/** What records the example: the requests of a round at once, and the rounds one after another. */
const recordingExample = (
  programme: string,
  { reviews, lists, submitted }: PracticeExample,
  { month, today, withReturn }: { readonly month: ReportMonth; readonly today: string; readonly withReturn: boolean },
): readonly (readonly Sending[])[] => {
  const effectiveAt = `${month}-01` <= today ? `${month}-01` : undefined;
  const returnAt = apiEntryPath({ programme, review: submitted.review }, 'returns', month);
  return [
    reviews.map(({ id, record }) => ({
      ...{ method: 'PUT' as const, path: apiChainPath({ programme, review: id }) },
      ...{ body: record, version: 'new', effectiveAt },
    })),
    ...inRounds(lists).map((round) =>
      round.map(({ kind, review, entries }) => ({
        ...{ method: 'POST' as const, path: apiRegisterPath({ programme, review }, pathOfKind(kind)) },
        ...{ body: { entries }, effectiveAt },
      })),
    ),
    ...(withReturn ? [[{ method: 'PUT' as const, path: returnAt, body: submitted.record, version: 'new' }]] : []),
  ];
};

const chosen = (people: People, id: string): Person | undefined =>
  (people?.items ?? []).flatMap((one) => (one.id === id && id !== '' ? [{ subject: one.id, name: one.name }] : []))[0];

const exampleFor = (programme: ProgrammeToFill, people: People, values: FormValues, { today }: At): PracticeExample =>
  practiceExample(openMonthOf(programme), today, {
    sro: chosen(people, valueIn(values, 'sro')),
    lead: chosen(people, valueIn(values, 'lead')),
  });

const whoControl = (
  people: People,
  { values, faultOf }: Filled,
  given: { readonly name: 'sro' | 'lead'; readonly label: string; readonly hint: string },
) =>
  select({
    ...given,
    value: valueIn(values, given.name),
    fault: faultOf(given.name),
    options: [
      { value: '', label: 'Nobody yet' },
      ...(people?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
    ],
  });

const whatIsRecorded = (month: ReportMonth, at: At) =>
  bulletList([
    'Four reviews: one waits for its decision, one is being implemented, one compares options and one is not approved yet',
    'Four savings lines, with a claim for finance to validate',
    'Three risks: one is high and was not reviewed for months, and one is not scored yet',
    `A milestone of ${monthInWords(month)} that is neither done nor missed, which the report finds`,
    'A full business case, for the SRO to record what was decided on it',
    submitsReturns(at)
      ? `The return of one review for ${monthInWords(month)}, for the SRO to confirm; two others still to be submitted`
      : `Three returns of ${monthInWords(month)} to be submitted: the transformation team does that, and the SRO confirms them`,
  ]);

/** Fills a practice programme with a small worked example, as whoever asks for it; what is there already stays as it is. */
export const fillPractice: Screen = formScreen({
  path: `${programmesPath}/{programmeId}/set-up/example`,
  roles: team,
  asks: (at) => {
    if (!isForPractice(programmeIn(at)))
      throw new ProblemMet({
        ...{ title: 'This is not a practice programme', status: 404, code: '', faults: [] },
        detail: 'An example is recorded in practice programmes alone.',
      });
    return {
      programme: asking(apiChainPath({ programme: programmeIn(at) }), ProgrammeToFill),
      people: orNothing(asking('/directory', People, { limit: '200' })),
    };
  },
  start: ({ people }, at) => ({
    sro: '',
    lead: submitsReturns(at) && chosen(people, at.viewer.subject) !== undefined ? at.viewer.subject : '',
  }),
  nameOf: (field) => (field === 'sro' ? 'Who practises as SRO' : 'Who practises as lead'),
  show: ({ programme, people }, at, filled) => ({
    title: 'Fill it with an example',
    caption: programme.record.name,
    crumbs: [
      { text: 'Programmes', to: programmesPath },
      { text: programme.record.name, to: programmePath(programmeIn(at)) },
    ],
    body: html`${filled.above}${paragraph('People practise on what is there. This records, in your name:')}
${whatIsRecorded(openMonthOf(programme), at)}
${paragraph('Everything in it is made up. What is recorded already stays as it is, so this can be done again.')}
<form method="post" action="${at.path}" novalidate>${filled.sending}
${whoControl(people, filled, { name: 'sro', label: 'Who practises as SRO', hint: 'They find a return to confirm and a case to decide. People are on this list once they have signed in' })}
${whoControl(people, filled, { name: 'lead', label: 'Who practises as lead', hint: 'They find the returns to submit under Your work' })}
${buttonGroup(button('Record the example'), link(setUpPath(programmeIn(at)), 'Leave it empty'))}</form>`,
  }),
  decide: (values, at, { programme, people }) => ({
    kind: 'send-all',
    rounds: recordingExample(programmeIn(at), exampleFor(programme, people, values, at), {
      ...{ month: openMonthOf(programme), today: at.today, withReturn: submitsReturns(at) },
    }),
  }),
  done: (at) => ({
    path: programmePath(programmeIn(at)),
    notice: 'The example is recorded: four reviews with savings, risks, milestones and a business case.',
  }),
});
