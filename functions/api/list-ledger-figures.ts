import { done } from '#domain/decided.ts';
import { type ClaimOnLine, compared, type LedgerFigure, ledgerFigures, placeOf } from '#domain/ledger-figures.ts';
import { entriesOf } from '#domain/position/records.ts';
import { isStruckOut } from '#domain/review/strike-out-review.ts';
import { holdsMark, plainText } from '#language/withheld-text.ts';
import { budgetLine } from '#registers/budget-line/record.ts';
import { ledgerPeriod } from '#registers/ledger-period/record.ts';
import { SavingsSection } from '#registers/saving/projections.ts';
import { visibleText } from '#schemas/exemption.ts';
import { listLedgerFiguresOperation } from '#schemas/operations/ledger.ts';
import { readReviewsAcross, readSectionAcross } from '#store/positions/across-reviews.ts';
import { asRecordAt } from '#store/records/load-for-change.ts';
import { readRegister } from '#store/records/records.ts';
import type { ProgrammeRef } from '#store/table/keys.ts';
import { pageAnswer } from '../http/answer.ts';
import type { ReadsTable } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { cursorOf, requestedPage } from '../http/paging.ts';
import { query } from '../http/use-case.ts';
import { shownTo } from '../http/view-access.ts';
import { readChain } from '../queries/read-chain.ts';

/** A year and a code, as a cursor has them. */
const aPlace = /^\d{4}\/\d{2} [A-Z0-9][A-Z0-9./_-]{0,39}$/;

/** What the ledger says by now of each budget line of the programme, and the reviews whose lines come from them. */
const readFigures = async ({ table }: ReadsTable, programmeRef: ProgrammeRef) => {
  const chain = { ...programmeRef, review: null };
  const [periods, budgetLines, all] = await Promise.all([
    readRegister(table, chain, ledgerPeriod.kind),
    readRegister(table, chain, budgetLine.kind),
    readReviewsAcross(table, programmeRef),
  ]);
  const reviews = all.filter(({ listed }) => !isStruckOut(listed));
  const withSavings = periods.length === 0 ? [] : reviews.filter(({ has }) => has('savings'));
  const sections = await readSectionAcross(
    table,
    programmeRef,
    'savings',
    withSavings.map(({ review }) => review),
  );
  const figures = ledgerFigures(
    entriesOf(periods.map(asRecordAt), ledgerPeriod.kind, ledgerPeriod.record, ledgerPeriod.facts),
    entriesOf(budgetLines.map(asRecordAt), budgetLine.kind, budgetLine.record, budgetLine.facts),
    sections.map(({ review, content }) => ({ review, lines: SavingsSection.parse(content).lines })),
  );
  return { figures, titles: new Map(reviews.map(({ review, listed }) => [review, listed.title])) };
};

const viewOf = (
  { claims: _, ...figure }: LedgerFigure,
  against: ReturnType<typeof compared>,
  titles: ReadonlyMap<string, string>,
) => ({
  ...figure,
  claimed: against.claimed,
  validated: against.validated,
  difference: against.difference,
  state: against.state,
  claims: against.shown.map(({ review, saving, title, claimed, validated }) => ({
    review: { id: review, title: titles.get(review) ?? review },
    saving: { id: saving, title },
    claimed,
    validated,
  })),
});

const waitsForFinance = ({ claimed, validated }: ClaimOnLine): boolean => claimed !== null && validated === null;

export const listLedgerFigures = query(listLedgerFiguresOperation, async (call, deps: ReadsTable) => {
  const page = requestedPage(call, aPlace);
  if (page.kind === 'refused') return page;
  const { limit, after = '' } = page.result;
  const programmeRef = chainRefOf(call);
  const settings = await readChain(deps, programmeRef);
  if (settings.kind === 'refused') return settings;
  const { figures, titles } = await readFigures(deps, programmeRef);
  const isWithheld = figures.some(({ claims }) => claims.some(({ names }) => holdsMark(names)));
  const shownAs = isWithheld ? await shownTo(call, deps.table) : undefined;
  const sees = (text: string): boolean => shownAs === undefined || visibleText(text, shownAs) === plainText(text);
  const { year, review, state, toValidate } = call.query;
  const wanted = figures
    .map((figure) => ({ place: placeOf(figure), figure, against: compared(figure, ({ names }) => sees(names)) }))
    .filter(
      ({ place, figure, against }) =>
        place > after &&
        (year === undefined || figure.year === year) &&
        (state === undefined || against.state === state) &&
        (toValidate === undefined || against.shown.some(waitsForFinance)) &&
        (review === undefined || against.shown.some((claim) => claim.review === review)),
    );
  const shown = wanted.slice(0, limit);
  return done(
    pageAnswer(
      shown.map(({ figure, against }) => viewOf(figure, against, titles)),
      (count) => cursorOf(count < wanted.length ? shown[count - 1]?.place : undefined),
    ),
  );
});
