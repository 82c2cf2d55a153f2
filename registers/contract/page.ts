import { counted, dateInWords, figureInWords, listed, totalInWords } from '#language/in-words.ts';
import { labelOf } from '#schemas/choices.ts';
import { dateStatementInWords } from '#schemas/date-statement.ts';
import { type Html, html } from '#web/html.ts';
import { count, words } from '#web/report/fact.ts';
import { none, subject, table } from '#web/report/layout.ts';
import type { RegisterPage } from '#web/report/register-page.ts';
import { Activity, type ContractsPart } from './record.ts';

type Row = ContractsPart['rows']['rows'][number];
type Undecided = ContractsPart['undecided']['rows'][number];

const whatInWords = { break: 'Break', extension: 'Extension', end: 'What follows its end' } as const;

const untilWhen = ({ on, noticeBy, late }: Undecided): string => {
  const by = noticeBy === null ? 'no notice is stated' : `notice needed by ${dateInWords(noticeBy)}`;
  return `${dateStatementInWords(on)}, ${by}${late ? ': not decided in time' : ''}`;
};

const maturityInWords = ({ scores, average, highestScore }: Row): string => {
  const given = scores.filter(({ score }) => score !== null);
  return average === null
    ? 'no score'
    : `${average} of ${highestScore} over ${given.length} of ${scores.length} activities (${given.map(({ activity, score }) => `${labelOf(Activity, activity)} ${score}`).join(', ')})`;
};

const improvementInWords = ({ hasImprovement, improvementPercent }: Row): string => {
  if (!hasImprovement) return 'no plan to improve';
  return `plan to improve: ${improvementPercent === null ? 'progress not stated' : `${improvementPercent}% done`}`;
};

const socialValueOf = ({ socialValueSought, socialValueMeasured }: Row): Html | null =>
  socialValueSought === null && socialValueMeasured === null
    ? null
    : html`<span class="under">Social value sought: ${socialValueSought ?? 'not stated'}; measured: ${socialValueMeasured ?? 'not stated'}</span>`;

const contractsTable = ({ rows, total }: ContractsPart['rows']): Html =>
  table({
    caption: 'Contracts that have not ended, the first to end first',
    columns: [
      { head: 'Contract' },
      { head: 'Of' },
      { head: 'Value' },
      { head: 'Term' },
      { head: 'Managed by' },
      { head: 'Maturity' },
    ],
    rows: rows.map((one) => [
      html`${one.contractTitle}<span class="under">${one.supplier ?? 'supplier not stated'}</span>${one.reviews.length > 0 && html`<span class="under">also of ${listed(one.reviews)}</span>`}${socialValueOf(one)}`,
      html`${subject(one)}<span class="under">${counted(one.savings, 'savings line')}</span>`,
      figureInWords(one.value),
      `${dateStatementInWords(one.start)} to ${dateStatementInWords(one.end)}`,
      html`${one.manager ?? 'no manager'}<span class="under">lead director: ${one.leadDirector ?? 'not stated'}; last reviewed: ${one.lastReviewedOn === null ? 'not stated' : dateInWords(one.lastReviewedOn)}</span>`,
      html`${maturityInWords(one)}<span class="under">${improvementInWords(one)}</span>`,
    ]),
    none: 'No contract is under way.',
    total,
  });

const undecidedTable = ({ rows, total }: ContractsPart['undecided']): Html =>
  table({
    caption: 'Breaks, extensions and ends that are not decided, the first notice first',
    columns: [{ head: 'Contract' }, { head: 'Of' }, { head: 'To be decided' }, { head: 'When' }],
    rows: rows.map((one) => [one.contractTitle, subject(one), whatInWords[one.what], untilWhen(one)]),
    none: 'Nothing of a contract is to be decided.',
    total,
  });

export const contractsPage: RegisterPage<ContractsPart> = {
  section: { id: 'contracts', title: 'Contracts' },
  body: (part) =>
    part.total === 0
      ? [none('No contract is recorded.')]
      : [
          html`<p>${counted(part.total, 'contract')}, of which ${part.ended} ended. Value of the others: ${totalInWords(part.value)}.</p>`,
          contractsTable(part.rows),
          undecidedTable(part.undecided),
        ],
  facts: (part) => [
    count('Contracts', 'In all', part.total),
    count('Contracts', 'Ended', part.ended),
    words('Contracts', 'Value', 'Of those that have not ended', totalInWords(part.value)),
    ...part.rows.rows.map((one) =>
      words(
        'Contracts',
        one.title,
        one.contractTitle,
        `${one.supplier ?? 'supplier not stated'}, ${figureInWords(one.value)}, to ${dateStatementInWords(one.end)}; maturity: ${maturityInWords(one)}; ${improvementInWords(one)}; social value sought: ${one.socialValueSought ?? 'not stated'}, measured: ${one.socialValueMeasured ?? 'not stated'}`,
      ),
    ),
    ...part.undecided.rows.map((one) =>
      words('Contracts', one.title, `${one.contractTitle}: ${whatInWords[one.what]}`, untilWhen(one)),
    ),
  ],
};
