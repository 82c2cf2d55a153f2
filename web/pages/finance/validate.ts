import { dateInWords, pounds } from '#language/in-words.ts';
import { dayOf } from '#language/time.ts';
import { fieldsOf } from '#registers/fields.ts';
import { Saving, SavingFacts, saving, ValidateSaving } from '#registers/saving/record.ts';
import { button, buttonGroup, heading2, insetText, link, paragraph } from '../../design/blocks.ts';
import { radios } from '../../design/choice.ts';
import { dateInput } from '../../design/date-input.ts';
import { textArea, textInput } from '../../design/input.ts';
import { type SummaryRow, summaryList } from '../../design/tables.ts';
import { dayOf as dayFilledIn, dayInBoxes } from '../../forms/day.ts';
import { type FormValues, valueIn } from '../../forms/form-values.ts';
import { poundsOf } from '../../forms/money.ts';
import { type Html, html } from '../../html.ts';
import type { Filled } from '../form.ts';
import { formScreen } from '../form-screen.ts';
import { apiEntryPath, entryPath, programmesPath, queryClaimPath, registerPath, toValidatePath } from '../paths.ts';
import { asking, orNothing } from '../question.ts';
import { nameOfField } from '../registers/record-form.ts';
import { Entry, entryTitle } from '../registers/register-at.ts';
import { figureText } from '../registers/shown-value.ts';
import { type At, may, type Screen } from '../screen.ts';
import { askReview, placeOf, stageCrumbs } from '../stage/review-at.ts';
import { askLinesToValidate, type Claim, claimsIn, type LinesToValidate, validationsOf } from './claims.ts';
import { askLedgerOfReview, type LedgerFigures, ledgerFigureOf, ledgerShown } from './ledger.ts';
import { queriesOfLine } from './queries.ts';

const lineId = ({ params }: At): string => params.entryId ?? '';
const yearOf = ({ params }: At): string => (params.year ?? '').replace('-', '/');

const claimAt = (at: At, lines: LinesToValidate | null): Claim | undefined =>
  lines === null ? undefined : claimsIn(lines).find(({ line, year }) => line === lineId(at) && year === yearOf(at));

const yearIn = (entry: Entry, year: string) =>
  Saving.safeParse(entry.record).data?.years.find((one) => one.year === year);

const figureAt = (at: At, ledger: LedgerFigures | null) =>
  ledgerFigureOf(ledger, { review: placeOf(at).review, line: lineId(at), year: yearOf(at) });

/** Whether the ledger shows what is claimed of the budget line: then the form begins with the claim. */
const agrees = (at: At, ledger: LedgerFigures | null): boolean => figureAt(at, ledger)?.state === 'agrees';

const lineRows = (
  at: At,
  entry: Entry,
  claim: Claim | undefined,
  ledger: LedgerFigures | null,
): readonly SummaryRow[] => {
  const year = yearIn(entry, yearOf(at));
  const figure = figureAt(at, ledger);
  const facts = SavingFacts.safeParse(entry.facts).data;
  const before = facts === undefined ? [] : validationsOf(facts, yearOf(at));
  return [
    {
      key: 'Claimed',
      value: year?.claimedActual === undefined ? 'Nothing' : pounds(year.claimedActual),
    },
    ...(figure === undefined ? [] : [{ key: 'In the ledger', value: ledgerShown(figure) }]),
    ...(claim === undefined ? [] : [{ key: 'Claimed by', value: claim.byName }]),
    ...(claim === undefined || claim.since === null
      ? []
      : [{ key: 'Claimed since', value: dateInWords(dayOf(claim.since)) }]),
    { key: 'Plan', value: figureText(year?.plan) },
    ...(year?.forecast === undefined ? [] : [{ key: 'Forecast', value: figureText(year.forecast) }]),
    ...before.map((one) => ({
      key: `Validated on ${dateInWords(one.on)}`,
      value: `${pounds(one.pounds)}${one.note === undefined ? '' : `: ${one.note}`}${one.dropped === undefined ? '' : ' (the claim has changed since: it holds no more)'}`,
    })),
  ];
};

const fields = fieldsOf(ValidateSaving);
const fieldName = nameOfField(fields);
const hintOf = (name: string): string => fields.find((one) => one.name === name)?.hint ?? '';

const amountControl = (claimed: number | undefined, isInLedger: boolean, { values, faultOf }: Filled): Html => {
  const another = html`${textInput({
    name: 'pounds',
    label: 'Amount',
    hint: hintOf('pounds'),
    value: valueIn(values, 'pounds'),
    prefix: '£',
    width: 10,
    numeric: true,
    fault: faultOf('pounds'),
  })}${textArea({
    name: 'note',
    label: 'Why it differs from the claim',
    value: valueIn(values, 'note'),
    rows: 3,
    fault: faultOf('note'),
  })}`;
  return radios({
    name: 'amount',
    label: 'How much was saved?',
    value: valueIn(values, 'amount'),
    fault: faultOf('amount'),
    options: [
      ...(claimed === undefined
        ? []
        : [
            {
              value: 'claimed',
              label: `${pounds(claimed)}, as claimed${isInLedger ? ' and as the ledger shows' : ''}`,
            },
          ]),
      { value: 'other', label: 'Another amount', reveals: another },
    ],
  });
};

const formOf = (at: At, claimed: number | undefined, isInLedger: boolean, filled: Filled): Html =>
  html`<form method="post" action="${at.path}" novalidate>${filled.sending}
${amountControl(claimed, isInLedger, filled)}
${dateInput({
  name: 'on',
  label: 'Day of the validation',
  parts: ['day', 'month', 'year'],
  valueOf: (part) => valueIn(filled.values, `on/${part}`),
  fault: filled.faultOf('on'),
})}
${buttonGroup(button('Validate'), link(toValidatePath(placeOf(at).programme), 'Cancel'))}</form>`;

/** The amount of a form: what was claimed, or what is typed in its place. */
const amountIn = (
  values: FormValues,
  claimed: number | undefined,
): { readonly pounds?: number; readonly fault?: readonly [string, string] } => {
  const chosen = valueIn(values, 'amount');
  if (chosen === 'claimed' && claimed !== undefined) return { pounds: claimed };
  if (chosen !== 'other') return { fault: ['amount', 'say how much was saved'] };
  const read = poundsOf(valueIn(values, 'pounds'));
  if (typeof read === 'number') return { pounds: read };
  return { fault: ['pounds', read ?? 'must have an amount'] };
};

/** Finance validates what was claimed of a year of a savings line, or another amount with the reason. */
export const validateClaim: Screen = formScreen({
  path: `${programmesPath}/{programmeId}/reviews/{reviewId}/savings/{entryId}/_validate/{year}`,
  roles: ['finance'],
  asks: (at) => {
    const { programme, review } = placeOf(at);
    return {
      review: askReview(at),
      entry: asking(apiEntryPath(placeOf(at), saving.path, lineId(at)), Entry),
      lines: orNothing(askLinesToValidate(programme, review)),
      ledger: askLedgerOfReview(programme, review, yearOf(at)),
    };
  },
  versionOf: 'entry',
  // Another amount may be claimed by now: what somebody agreed to they did not see.
  reread: (values) => (values.amount === 'claimed' ? { ...values, amount: '' } : values),
  start: ({ ledger }, at) => ({
    amount: agrees(at, ledger) ? 'claimed' : '',
    pounds: '',
    note: '',
    ...dayInBoxes('on', at.today),
  }),
  nameOf: (field) => (field === 'amount' ? 'Amount' : field === 'pounds' ? 'Amount' : fieldName(field)),
  show: ({ review, entry, lines, ledger }, at, filled) => {
    const { title } = review.record;
    const year = yearIn(entry, yearOf(at));
    const claim = claimAt(at, lines);
    const ownClaim = claim?.claimants.includes(at.viewer.subject) === true;
    return {
      title: `Validate ${yearOf(at)} of ${entryTitle(saving, entry)}`,
      caption: title,
      crumbs: [
        ...stageCrumbs(at, title, false),
        { text: 'Savings', to: registerPath(placeOf(at), saving.path) },
        { text: entryTitle(saving, entry), to: entryPath(placeOf(at), saving.path, lineId(at)) },
      ],
      body: html`${filled.above}
${entry.struckOut !== null && insetText('This savings line is struck out.')}
${year === undefined ? paragraph(`The savings line has no year ${yearOf(at)}.`) : summaryList(lineRows(at, entry, claim, ledger))}
${queriesOfLine(entry, yearOf(at))}
${year !== undefined && entry.struckOut === null && may(at.viewer, ['finance']) && paragraph(link(queryClaimPath(placeOf(at), lineId(at), yearOf(at)), 'Ask the review about this claim before you validate it'))}
${
  year === undefined || entry.struckOut !== null
    ? ''
    : ownClaim
      ? paragraph('You claimed of this line: somebody else of finance validates it.')
      : may(at.viewer, ['finance'])
        ? html`${claim === undefined && insetText('Nothing of this year waits for finance. What you record takes the place of what was validated before.')}${heading2('Your validation')}${formOf(at, year.claimedActual, agrees(at, ledger), filled)}`
        : paragraph('It waits for finance.')
}`,
    };
  },
  decide: (values, at, { entry }) => {
    const claimed = yearIn(entry, yearOf(at))?.claimedActual;
    const faults = new Map<string, string>();
    const { pounds: amount, fault } = amountIn(values, claimed);
    if (fault !== undefined) faults.set(...fault);
    const on = dayFilledIn(values, 'on');
    if (on.kind !== 'value') faults.set('on', on.kind === 'fault' ? on.message : 'must have a day');
    const note = valueIn(values, 'amount') === 'other' ? valueIn(values, 'note') : '';
    if (amount !== undefined && claimed !== undefined && amount !== claimed && note === '')
      faults.set('note', 'must say why it differs from the claim');
    if (faults.size > 0 || on.kind !== 'value') return { kind: 'faults', faults };
    const body = { year: yearOf(at), pounds: amount, on: on.value, ...(note === '' ? {} : { note }) };
    const path = `${apiEntryPath(placeOf(at), saving.path, lineId(at))}/validations`;
    return { kind: 'send', sending: { method: 'POST', path, body } };
  },
  done: (at, _, answer) => {
    const entry = Entry.safeParse(answer).data;
    const facts = SavingFacts.safeParse(entry?.facts).data;
    const last = facts?.validations.at(-1);
    return {
      path: toValidatePath(placeOf(at).programme),
      notice:
        entry === undefined || last === undefined
          ? 'It was validated.'
          : `${pounds(last.pounds)} of ${last.year} was validated: ${entryTitle(saving, entry)}.`,
    };
  },
});
