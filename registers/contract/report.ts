import { reviewKey } from '#domain/report/in-order.ts';
import type { ReportedMonth, ReportSetting } from '#domain/report/report-setting.ts';
import { type ReviewInReport, type SubjectOfRow, subjectOf } from '#domain/report/review-in-report.ts';
import { Rows } from '#domain/report/rows.ts';
import { addTotals, totalOf } from '#domain/totals.ts';
import { dateStatementKey } from '#schemas/date-statement.ts';
import type { Total } from '#schemas/figures.ts';
import { Activity, type ContractsPart, type ContractsSection } from './record.ts';
import { averageOf, undecidedOf } from './undecided.ts';

type Row = ContractsPart['rows']['rows'][number];
type Contract = ContractsSection[number];

const rowOf = (contract: Contract): Omit<Row, 'review' | 'title' | 'savings'> => {
  const { id, title, value, start, end, highestScore, maturity, improvement } = contract;
  return {
    ...{ contract: id, contractTitle: title, value, start, end, highestScore },
    supplier: contract.supplier ?? null,
    manager: contract.manager ?? null,
    leadDirector: contract.leadDirector ?? null,
    lastReviewedOn: contract.lastReviewedOn ?? null,
    scores: Activity.options.map((activity) => ({
      activity,
      score: maturity.find((one) => one.activity === activity)?.score ?? null,
    })),
    average: averageOf(maturity),
    hasImprovement: improvement !== undefined,
    improvementPercent: improvement?.percentDone ?? null,
    socialValueSought: contract.socialValueSought ?? null,
    socialValueMeasured: contract.socialValueMeasured ?? null,
    reviews: [...(contract.reviews ?? [])],
  };
};

/** Contracts of the programme and of the reviews whose results stand: each that has not ended, and what is to be decided of it. */
export const contractsPart = ({ programme, programmeWide }: ReportSetting, month: ReportedMonth) => {
  const rows = new Rows<Row>((one) => [dateStatementKey(one.end), reviewKey(one), one.contract]);
  const undecided = new Rows<ContractsPart['undecided']['rows'][number]>((one) => [
    one.noticeBy ?? dateStatementKey(one.on),
    reviewKey(one),
    one.contract,
    one.what,
  ]);
  const titles = new Map<string, string>();
  const values: Total[] = [];
  /** Of the programme's own contracts: reviews name them too. */
  const ofProgramme = new Map<string, number>();
  const wide = programmeWide.contracts.filter(({ endedOn }) => endedOn === undefined);
  let total = 0;
  let ended = 0;
  const take = (subject: SubjectOfRow, contracts: ContractsSection, savingsOf: (id: string) => number): void => {
    for (const one of contracts) {
      total += 1;
      if (one.endedOn !== undefined) {
        ended += 1;
        continue;
      }
      values.push(totalOf([one.value]));
      const about = { ...subject, contract: one.id, contractTitle: one.title };
      rows.add({ ...about, ...rowOf(one), savings: savingsOf(one.id) });
      undecided.add(...undecidedOf(one, month.lastDay).map((open) => ({ ...about, ...open })));
    }
  };
  return {
    add: (review: ReviewInReport): void => {
      titles.set(review.id, review.title);
      if (!review.inResults) return;
      const { contracts, savings } = review.position;
      const named = savings.lines.flatMap(({ contract }) => (contract === undefined ? [] : [contract]));
      take(subjectOf(review), contracts, (id) => named.filter((one) => one === id).length);
      for (const { id } of wide)
        if (!contracts.some((own) => own.id === id))
          ofProgramme.set(id, (ofProgramme.get(id) ?? 0) + named.filter((one) => one === id).length);
    },
    close: (): ContractsPart => {
      take({ review: null, title: programme.name }, programmeWide.contracts, (id) => ofProgramme.get(id) ?? 0);
      const listed = rows.listed();
      const named = listed.rows.map((row) => ({ ...row, reviews: row.reviews.map((id) => titles.get(id) ?? id) }));
      return {
        ...{ total, ended, value: addTotals(values) },
        rows: { total: listed.total, rows: named },
        undecided: undecided.listed(),
      };
    },
  };
};
