import { counted, dateInWords, pounds } from '#language/in-words.ts';
import { dayOf } from '#language/time.ts';
import { filterForm, insetText, link, paragraph } from '../../design/blocks.ts';
import { select } from '../../design/choice.ts';
import { dataTable } from '../../design/tables.ts';
import { type Html, html } from '../../html.ts';
import { entryPath, programmePath, programmesPath, queryClaimPath, reviewPath, validatePath } from '../paths.ts';
import { ProgrammeAnswer } from '../programme.ts';
import { asking } from '../question.ts';
import { type At, may, type Screen, screen } from '../screen.ts';
import { askLinesToValidate, type Claim, type ClaimOrder, claimsIn, inClaimOrder, sumOf } from './claims.ts';
import { askLedgerToValidate, type LedgerFigures, ledgerFigureOf, ledgerShown } from './ledger.ts';
import { queriedWhen } from './queries.ts';

const orderOf = ({ query }: At): ClaimOrder => (query.order === 'oldest' ? 'oldest' : 'largest');

const lineCell = (at: At, { review, line, title, year, claimants }: Claim): Html => {
  const place = { programme: at.params.programmeId ?? '', review: review.id };
  if (!may(at.viewer, ['finance'])) return link(entryPath(place, 'savings', line), title);
  if (claimants.includes(at.viewer.subject))
    return html`${link(entryPath(place, 'savings', line), title)}<br><span class="govuk-hint">You claimed of this line: somebody else of finance validates it</span>`;
  return link(
    validatePath(place, line, year),
    html`Validate<span class="govuk-visually-hidden"> ${year} of</span> ${title}`,
  );
};

/** When finance asked last, and when that was answered; and for finance the way to ask. */
const queryCell = (at: At, { review, line, title, year, queries }: Claim): Html => {
  const last = queries.at(-1);
  const place = { programme: at.params.programmeId ?? '', review: review.id };
  const mayAsk = may(at.viewer, ['finance']);
  return html`${last !== undefined && queriedWhen(last)}${last !== undefined && mayAsk && html`<br>`}${
    mayAsk &&
    link(
      queryClaimPath(place, line, year),
      html`${last === undefined ? 'Query' : 'Query again'}<span class="govuk-visually-hidden"> ${year} of ${title}</span>`,
    )
  }`;
};

const row = (at: At, ledger: LedgerFigures | null) => (claim: Claim) => {
  const { review, line, year, byName, since } = claim;
  return [
    html`${lineCell(at, claim)}<br>${link(reviewPath(at.params.programmeId ?? '', review.id), review.title)}`,
    year,
    pounds(claim.pounds),
    ...(hasLedger(ledger) ? [ledgerShown(ledgerFigureOf(ledger, { review: review.id, line, year }))] : []),
    html`${byName}<br>${since === null ? 'Not kept since when' : `Since ${dateInWords(dayOf(since))}`}`,
    queryCell(at, claim),
  ];
};

/** Whether a ledger says something of what waits: without one there is no column of it. */
const hasLedger = (ledger: LedgerFigures | null): boolean => (ledger?.items.length ?? 0) > 0;

/** What was claimed and finance has not validated yet, of all reviews of a programme. */
export const toValidate: Screen = screen({
  path: `${programmesPath}/{programmeId}/to-validate`,
  asks: (at) => ({
    programme: asking(`/programmes/${encodeURIComponent(at.params.programmeId ?? '')}`, ProgrammeAnswer),
    lines: askLinesToValidate(at.params.programmeId ?? ''),
    ledger: askLedgerToValidate(at.params.programmeId ?? ''),
  }),
  show: ({ programme, lines, ledger }, at) => {
    const claims = inClaimOrder(claimsIn(lines), orderOf(at));
    const more = lines.next !== null;
    return {
      title: 'Savings to validate',
      caption: programme.record.name,
      crumbs: [
        { text: 'Programmes', to: programmesPath },
        { text: programme.record.name, to: programmePath(programme.id) },
      ],
      body: html`${claims.length > 0 && paragraph(`${counted(claims.length, 'claim')}${more ? ' and more' : ''} to validate: ${pounds(sumOf(claims))} in all.`)}
${more && insetText('These are the 200 savings lines with the most to validate. The others follow as these are validated.')}
${
  claims.length > 1 &&
  filterForm(
    at.path,
    select({
      name: 'order',
      label: 'Order',
      value: orderOf(at),
      options: [
        { value: 'largest', label: 'Largest first' },
        { value: 'oldest', label: 'Oldest first' },
      ],
    }),
  )
}
${dataTable({
  caption: 'Claims to validate',
  captionHidden: true,
  stacked: true,
  columns: [
    { head: 'Savings line and review' },
    { head: 'Year', short: true },
    { head: 'Claimed', numeric: true },
    ...(hasLedger(ledger) ? [{ head: 'In the ledger' }] : []),
    { head: 'Claimed by' },
    { head: 'Query' },
  ],
  rows: claims.map(row(at, ledger)),
  none: 'Everything that was claimed is validated.',
})}`,
    };
  },
});
