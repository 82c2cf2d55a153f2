import { monthInWords } from '#language/in-words.ts';
import { OutcomeName } from '#registers/business-case/record.ts';
import { labelOf } from '#schemas/choices.ts';
import type { Listed } from '#schemas/row-lists.ts';
import type { Happening, RecordedLate, SpanReport } from '#schemas/span-report.ts';
import { reviewKey } from '../in-order.ts';
import { Rows } from '../rows.ts';
import { type GivenContent, type GivenMonth, type GivenSpan, partOf } from './given-months.ts';

type Said = Pick<Happening, 'review' | 'title' | 'what' | 'how' | 'on'> &
  Partial<Pick<Happening, 'by' | 'reason' | 'recordedLate'>>;

const happening = (
  month: string,
  kind: Happening['kind'],
  { review, title, what, how, on, by, reason, recordedLate }: Said,
): Happening => ({
  ...{ review, title, month, kind, what, how, by: by ?? null, on, reason: reason ?? null },
  ...(recordedLate === true ? { recordedLate } : {}),
});

const changeWords = {
  raised: 'raised',
  agreed: 'agreed',
  refused: 'refused',
  deferred: 'deferred',
  withdrawn: 'withdrawn',
};

interface Of<T> {
  readonly kind: Happening['kind'];
  readonly list: Listed<T> | undefined;
  readonly said: (row: T) => Said;
}
const of = <T>(kind: Happening['kind'], list: Listed<T> | undefined, said: (row: T) => Said): Of<T> => ({
  ...{ kind, list, said },
});

/** What the report of a month says has happened, with how much of it it had no room to name. */
export const happenedIn = (given: GivenContent) => {
  const { month } = given.report.content;
  const decisions = partOf(given, 'decisions');
  const rowsOf = <T>({ kind, list, said }: Of<T>) => ({
    rows: (list?.rows ?? []).map((row) => happening(month, kind, said(row))),
    unnamed: (list?.total ?? 0) - (list?.rows.length ?? 0),
  });
  return [
    rowsOf(
      of('stage-move', partOf(given, 'moves'), (one) => ({
        ...one,
        what: `${one.from} to ${one.to}`,
        how: one.direction === 'back' ? 'moved back' : 'moved',
      })),
    ),
    rowsOf(
      of('outcome', partOf(given, 'businessCases')?.outcomes, (one) => ({
        ...one,
        what: one.businessCase,
        how: labelOf(OutcomeName, one.outcome),
        by: one.body,
      })),
    ),
    rowsOf(of('decision', decisions?.taken, (one) => ({ ...one, what: one.decision, how: 'taken', by: one.body }))),
    rowsOf(
      of('no-longer-due', decisions?.settled, (one) => ({ ...one, what: one.decision, how: one.how, by: one.body })),
    ),
    rowsOf(
      of('change-request', partOf(given, 'changeRequests')?.inMonth, (one) => ({
        ...one,
        what: one.changeTitle,
        how: changeWords[one.what],
        by: one.body,
      })),
    ),
  ];
};

const lateIn = (given: GivenMonth): RecordedLate[] => {
  const { month, flow } = given.report.content;
  const returns = partOf(given, 'returns')?.cameSince?.rows ?? [];
  return [
    ...flow.restated.rows.map(({ review, title, because }) => ({ review, title, month, what: because, on: null })),
    ...returns.map(({ review, title, month: of, confirmedOn }) => ({
      ...{ review, title, month, on: confirmedOn },
      what: `Return of ${monthInWords(of)} confirmed`,
    })),
  ];
};

/** What happened over the span, each fact in the one report that holds it (REPORT-20), and what of it was recorded late. */
export const happenedOver = ({ months }: GivenSpan): Pick<SpanReport, 'happened' | 'recordedLate'> => {
  const happened = new Rows<Happening>(
    (one) => [one.month, one.on ?? '', one.kind, reviewKey(one), one.what],
    Infinity,
  );
  const late = new Rows<RecordedLate>((one) => [one.month, one.on ?? '', reviewKey(one), one.what], Infinity);
  let unnamed = 0;
  for (const given of months) {
    for (const { rows, unnamed: more } of happenedIn(given)) {
      happened.add(...rows);
      unnamed += more;
      for (const one of rows)
        if (one.recordedLate === true)
          late.add({
            review: one.review,
            title: one.title,
            month: one.month,
            what: `${one.what}: ${one.how}`,
            on: one.on,
          });
    }
    late.add(...lateIn(given));
  }
  const { total, rows } = happened.listed();
  return { happened: { total: total + unnamed, rows }, recordedLate: late.listed() };
};
