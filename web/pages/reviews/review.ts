import * as z from 'zod';
import { dateInWords, figureInWords } from '#language/in-words.ts';
import { dayOf } from '#language/time.ts';
import { registers } from '#registers/all.ts';
import { type Register, team } from '#registers/declaration.ts';
import { dateStatementInWords } from '#schemas/date-statement.ts';
import { ReviewComputed } from '#schemas/operations/answer-parts.ts';
import { Gate, lifecycleNames, Review, ReviewFacts, tierNames } from '#schemas/review.ts';
import { bulletList, inLines, insetText, link, linkColumns, paragraph } from '../../design/blocks.ts';
import { type SummaryRow, summaryCard, summaryList } from '../../design/tables.ts';
import { type Html, html } from '../../html.ts';
import { historyLink } from '../history/history.ts';
import {
  apiReviewPath,
  appraisalPath,
  bookPath,
  historyPath,
  newEntryPath,
  programmePath,
  programmesPath,
  registerPath,
  reviewPath,
  reviewsPath,
  stagePath,
} from '../paths.ts';
import { asking, orNothing } from '../question.ts';
import { actsOfRegister } from '../registers/acts-of-register.ts';
import { addingTo, EntryList, entryTitle, inOrder, pluralTitle } from '../registers/register-at.ts';
import { askInFigures, inFigures } from '../reports/in-figures.ts';
import { may, type Screen, screen, type Viewer } from '../screen.ts';
import { gateTasks } from '../stage/gate-tasks.ts';
import { moversOfStage } from '../stage/move.ts';
import { askRatings, ratingsCard } from './ratings.ts';

export const ReviewAnswer = z.object({
  id: z.string(),
  record: Review,
  facts: ReviewFacts,
  computed: ReviewComputed,
  struckOut: z.object({ reason: z.string() }).nullable(),
});
type ReviewAnswer = z.infer<typeof ReviewAnswer>;

/** The registers that the hub shows entries of; all others are linked. */
const opened = ['risks', 'issues', 'milestones', 'savings', 'business-cases', 'decisions', 'returns'] as const;

const endsWhen = ({ endDate }: Review): string =>
  endDate.kind === 'not-stated' ? 'Not stated' : dateStatementInWords(endDate);

const detailRows = ({ record, facts, computed }: ReviewAnswer): readonly SummaryRow[] => {
  const rows: readonly (SummaryRow | null)[] = [
    { key: 'Stage', value: `${computed.stageName}, since ${dateInWords(dayOf(facts.stageSince))}` },
    {
      key: 'Lifecycle',
      value: html`${lifecycleNames[record.lifecycle]}${record.lifecycleReason !== undefined && `: ${record.lifecycleReason}`}`,
    },
    { key: 'Tier', value: tierNames[record.tier] },
    { key: 'SRO', value: record.sros.length === 0 ? 'None' : record.sros.map(({ name }) => name).join(', ') },
    record.lead === undefined ? null : { key: 'Lead', value: record.lead.name },
    record.services.length === 0 ? null : { key: 'Services', value: record.services.join(', ') },
    { key: 'End date', value: endsWhen(record) },
    record.grossExpenditure === undefined
      ? null
      : { key: 'Gross expenditure', value: figureInWords(record.grossExpenditure) },
    record.outcomesSought === undefined ? null : { key: 'Outcomes sought', value: inLines(record.outcomesSought) },
  ];
  return rows.flatMap((row) => (row === null ? [] : [row]));
};

const gateCard = (at: { programme: string; review: string }, gate: z.infer<typeof Gate>, viewer: Viewer): Html =>
  summaryCard({
    title: gate.nextName === null ? 'Stage' : `What is needed before ${gate.nextName}`,
    actions: [
      ...(gate.open && gate.nextName !== null && may(viewer, moversOfStage)
        ? [{ to: `${stagePath(at.programme, at.review)}/move`, text: `Move to ${gate.nextName}` }]
        : []),
      { to: stagePath(at.programme, at.review), text: 'Stage' },
    ],
    content: gate.criteria.length === 0 ? paragraph(gate.sentence) : gateTasks(at, gate, false),
  });

/** What whoever looks may do with many entries at once. */
const actionsOfMany = (register: Register, here: string, viewer: Viewer) =>
  actsOfRegister({ register, scope: 'review' }).flatMap(({ on, roles, page, text }) =>
    on === 'many' && may(viewer, roles) ? [{ to: `${here}${page}`, text }] : [],
  );

const registerCard = (
  at: { programme: string; review: string },
  register: Register,
  list: z.infer<typeof EntryList> | null,
  viewer: Viewer,
): Html => {
  const standing = (list?.items ?? []).filter(({ struckOut }) => struckOut === null);
  const items = register.ofMonth ? standing.toReversed() : standing;
  const here = registerPath(at, register.path);
  return summaryCard({
    title: pluralTitle(register),
    actions: [
      ...(may(viewer, register.writers) && register.byActOnly !== true
        ? [{ to: newEntryPath(at, register.path), text: addingTo(register).verb }]
        : []),
      ...(items.length === 0 ? [] : actionsOfMany(register, here, viewer)),
      { to: here, text: 'See all' },
    ],
    content:
      items.length === 0
        ? paragraph('None recorded.')
        : html`${bulletList(items.slice(0, 5).map((entry) => link(`${here}/${encodeURIComponent(entry.id)}`, entryTitle(register, entry))))}${items.length > 5 && paragraph(`And ${items.length - 5}${list?.next === null ? '' : ' or more'} others.`)}`,
  });
};

/** A review on one page: what it is, what its gate still needs, and the latest of its registers. */
export const reviewHub = (all: readonly Register[] = registers): Screen => {
  const ofReview = all.filter(({ scopes }) => scopes.includes('review'));
  const shown = ofReview.filter(({ path }) => opened.some((one) => one === path));
  const others = ofReview.filter((one) => !shown.includes(one) && one.kind !== 'rating');
  return screen({
    path: `${programmesPath}/{programmeId}/reviews/{reviewId}`,
    asks: ({ params: { programmeId = '', reviewId = '' } }) => {
      const api = apiReviewPath(programmeId, reviewId);
      return {
        review: asking(api, ReviewAnswer),
        gate: orNothing(asking(`${api}/gate`, Gate)),
        ratings: askRatings(programmeId, reviewId),
        figures: askInFigures({ programme: programmeId, review: reviewId, register: 'review', entry: reviewId }),
        ...Object.fromEntries(
          shown.map(({ path }) => [`list-${path}`, orNothing(asking(`${api}/${path}`, EntryList, { limit: '50' }))]),
        ),
      };
    },
    show: (answers, { params: { programmeId = '', reviewId = '' }, viewer }) => {
      const { review, gate } = answers;
      const at = { programme: programmeId, review: reviewId };
      const here = reviewPath(programmeId, reviewId);
      const listOf = (path: string) => EntryList.nullable().parse(Reflect.get(answers, `list-${path}`) ?? null);
      return {
        title: review.record.title,
        caption: 'Review',
        crumbs: [
          { text: 'Programmes', to: programmesPath },
          { text: 'Programme', to: programmePath(programmeId) },
          { text: 'Reviews', to: reviewsPath(programmeId) },
        ],
        body: html`${review.struckOut !== null && insetText(`This review is struck out and in no total: ${review.struckOut.reason}`)}
${summaryCard({ title: 'Details', actions: may(viewer, team) ? [{ to: `${here}/_change`, text: 'Change' }] : [], content: summaryList(detailRows(review)) })}
${gate !== null && gateCard(at, gate, viewer)}
${ratingsCard(at, answers.ratings, viewer)}
${shown.map((register) => registerCard(at, register, listOf(register.path), viewer))}
${summaryCard({ title: 'Other registers', content: linkColumns([link(appraisalPath(programmeId, reviewId), 'Options appraisal'), ...inOrder(others).map((register) => link(registerPath(at, register.path), pluralTitle(register)))]) })}
${
  may(viewer, team) &&
  html`<ul class="govuk-list"><li>${link(`${here}/_life`, 'What happens to this review: approve, pause, stop, complete, transfer, rename')}</li>
<li>${link(bookPath(at), 'Its registers as one workbook, out and back')}</li>
<li>${link(`${here}/_strike-out`, review.struckOut === null ? 'Strike it out: it was opened by mistake' : 'Put it back')}</li></ul>`
}
${inFigures(programmeId, answers.figures)}
${historyLink(historyPath(at), viewer)}`,
      };
    },
  });
};
