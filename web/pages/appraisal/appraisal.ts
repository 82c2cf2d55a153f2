import { pounds } from '#language/in-words.ts';
import { fieldsOf } from '#registers/fields.ts';
import { Disposition, Option } from '#registers/option/record.ts';
import { Appraisal, type AppraisalResult } from '#schemas/appraisal.ts';
import { labelOf } from '#schemas/choices.ts';
import { team } from '#schemas/operations/problem-lists.ts';
import { bulletList, buttonLink, heading2, link, paragraph } from '../../design/blocks.ts';
import { dataTable, summaryList } from '../../design/tables.ts';
import { type Html, html } from '../../html.ts';
import { historyLink } from '../history/history.ts';
import { entryPath, historyPath, programmesPath, registerPath } from '../paths.ts';
import { orNothing } from '../question.ts';
import { askEntriesOrNothing, type Entry, registerAt } from '../registers/register-at.ts';
import { byId, shownFields } from '../registers/shown-value.ts';
import { type At, may, type Screen, screen } from '../screen.ts';
import { askReview, placeOf, stageCrumbs } from '../stage/review-at.ts';
import { appraisalAt, askAppraisal, type ShownAppraisal } from './appraisal-at.ts';

type RankedOption = AppraisalResult['options'][number];

const besides = fieldsOf(Appraisal).filter(({ name }) => name !== 'criteria' && name !== 'tests');
const rounded = (value: number, digits: number): string => String(Number(value.toFixed(digits)));

const optionsTable = (at: At, options: readonly RankedOption[]): Html =>
  dataTable({
    caption: 'The options, the best first',
    stacked: true,
    columns: [
      { head: 'Rank', numeric: true },
      { head: 'Option' },
      { head: 'Total', numeric: true },
      { head: 'Disposition' },
      { head: 'Net present value', numeric: true },
      { head: 'Payback, years', numeric: true },
      { head: 'Why' },
    ],
    rows: options.map(({ id, label, rank, total, disposition, netPresentValue, paybackYears, why }) => [
      rank ?? 'Not ranked',
      link(entryPath(registerAt(at), 'options', id), label),
      total === null ? 'None' : rounded(total, 2),
      labelOf(Disposition, disposition),
      netPresentValue === null ? 'No cash flow' : pounds(netPresentValue),
      paybackYears === null ? 'None' : paybackYears,
      why,
    ]),
    none: 'No option is recorded yet.',
  });

interface Judged {
  readonly result: AppraisalResult;
  readonly record: ShownAppraisal['record'];
  readonly entries: readonly Entry[];
}

/** What each option scores for each criterion, with the share that the criterion counts. */
const scoresTable = ({ result, record, entries }: Judged): Html | false => {
  const criteria = Appraisal.shape.criteria.safeParse(record.criteria).data ?? [];
  const scoreOf = (option: string, criterion: string) => {
    const scores = Option.shape.scores.safeParse(entries.find(({ id }) => id === option)?.record.scores).data ?? [];
    return scores.find((one) => one.criterion === criterion)?.score ?? 'None';
  };
  const shareOf = (id: string): number => result.flipWeights.find(({ criterion }) => criterion === id)?.weight ?? 0;
  return dataTable({
    caption: 'Criteria, weights and scores',
    stacked: true,
    columns: [
      { head: 'Criterion' },
      { head: 'Weight', numeric: true },
      ...result.options.map(({ label }) => ({ head: label, numeric: true })),
    ],
    rows: criteria.map(({ id, name }) => [
      html`${name} <span class="govuk-hint">${id}</span>`,
      `${rounded(shareOf(id) * 100, 1)}%`,
      ...result.options.map((option) => scoreOf(option.id, id)),
    ]),
    none: 'The appraisal weighs no criteria yet.',
  });
};

/** Which tests each option fails. */
const testsTable = ({ result, record, entries }: Judged): Html | false => {
  const tests = Appraisal.shape.tests.safeParse(record.tests).data ?? [];
  const outcomeOf = (option: string, test: string): string => {
    const given = Option.shape.tests.safeParse(entries.find(({ id }) => id === option)?.record.tests).data ?? [];
    const outcome = given.find((one) => one.test === test)?.outcome;
    return outcome === undefined ? 'No answer' : outcome === 'pass' ? 'Passes' : 'Fails';
  };
  return (
    tests.length > 0 &&
    dataTable({
      caption: 'Tests',
      stacked: true,
      columns: [{ head: 'Test' }, ...result.options.map(({ label }) => ({ head: label }))],
      rows: tests.map(({ id, name }) => [
        html`${name} <span class="govuk-hint">${id}</span>`,
        ...result.options.map((option) => outcomeOf(option.id, id)),
      ]),
      none: '',
    })
  );
};

const judgement = (at: At, judged: Judged): Html => {
  const { result, record } = judged;
  return html`${result.notes.length > 0 && html`${heading2('To look at')}${bulletList(result.notes)}`}
${optionsTable(at, result.options)}
${scoresTable(judged)}
${testsTable(judged)}
${result.flipWeights.length > 0 && html`${heading2('What would change first place')}${bulletList(result.flipWeights.map(({ sentence }) => sentence))}`}
${summaryList(shownFields(besides, record, byId))}`;
};

/** How the options of a review are judged, and what comes of it. */
export const appraisal: Screen = screen({
  path: `${programmesPath}/{programmeId}/reviews/{reviewId}/appraisal`,
  asks: (at) => ({
    review: askReview(at),
    appraisal: orNothing(askAppraisal(at)),
    options: askEntriesOrNothing('options', at),
  }),
  show: ({ review, appraisal: found, options }, at) => {
    const { title } = review.record;
    const change = `${appraisalAt(at)}/_change`;
    const button = found === null ? 'Set criteria and weights' : 'Change criteria and weights';
    return {
      title: 'Options appraisal',
      caption: title,
      crumbs: stageCrumbs(at, title, false),
      body: html`${found === null && paragraph('No appraisal is set: what options are scored on, and how much each criterion counts, is not recorded yet.')}
${may(at.viewer, team) && buttonLink(change, button)}
${found !== null && judgement(at, { result: found.computed, record: found.record, entries: options?.items ?? [] })}
${paragraph(link(registerPath(registerAt(at), 'options'), 'The options, and what each scores'))}
${historyLink(historyPath(placeOf(at)), at.viewer)}`,
    };
  },
});
