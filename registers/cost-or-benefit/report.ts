import { reviewKey } from '#domain/report/in-order.ts';
import type { ReportedMonth, ReportSetting } from '#domain/report/report-setting.ts';
import { type ReviewInReport, type SubjectOfRow, subjectOf } from '#domain/report/review-in-report.ts';
import { Rows } from '#domain/report/rows.ts';
import { addTotals, share, totalOf } from '#domain/totals.ts';
import type { ChangeRequestsSection } from '#registers/change-request/projections.ts';
import type { Total } from '#schemas/figures.ts';
import {
  approvedOf,
  firstApprovedOf,
  latestOf,
  lessOf,
  type OfChain,
  poundedOf,
  saysOf,
  variationOf,
} from './approved-case.ts';
import { FundingSource } from './choices.ts';
import type { CostsAndBenefitsPart } from './projections.ts';
import type { CostsAndBenefitsSection } from './record.ts';
import { inKindOrder, sumsByKind } from './sums-by-kind.ts';

type Entry = CostsAndBenefitsSection[number];
type Row = CostsAndBenefitsPart['rows']['rows'][number];
type Funding = CostsAndBenefitsPart['funding'][number];

/** The change requests by which figures of a chain may have moved: its own, and the programme's. */
interface Requests {
  readonly own: ChangeRequestsSection;
  readonly ofProgramme: ChangeRequestsSection;
}

/** By which change request what is approved now was agreed, and by whom. */
const agreedByOf = ({ moves }: Entry, { own, ofProgramme }: Requests): Row['agreedBy'] => {
  const { changeRequest, programmeChangeRequest } = moves.at(-1) ?? {};
  const change =
    programmeChangeRequest === undefined
      ? own.find(({ id }) => id === changeRequest)
      : ofProgramme.find(({ id }) => id === programmeChangeRequest);
  const agreed = change?.decisions.findLast(({ decision }) => decision === 'agreed');
  return change === undefined || agreed === undefined
    ? null
    : { change: change.id, changeTitle: change.title, body: agreed.body, on: agreed.on };
};

const rowOf = (subject: SubjectOfRow, entry: Entry, chain: OfChain, requests: Requests): Row => {
  const { figure, ofCase } = approvedOf(entry, chain);
  const compared = variationOf(entry, chain);
  const [now, first, latest] = [poundedOf(figure), firstApprovedOf(entry, chain), poundedOf(latestOf(entry))];
  const isOtherThanFirst = first !== null && now !== null && (first.low !== now.low || first.high !== now.high);
  return {
    ...subject,
    ...{ costOrBenefit: entry.id, costOrBenefitTitle: entry.title, type: entry.type, kind: entry.kind },
    ...{ overYears: entry.overYears ?? null, year: entry.year ?? null, toYear: entry.toYear ?? null },
    ...{ target: entry.target, partners: entry.withPartners ?? null, approved: figure, ofCase },
    firstApproved: isOtherThanFirst ? first : null,
    changesOfApproved: entry.changesOfApproved,
    agreedBy: agreedByOf(entry, requests),
    ...{ forecast: entry.forecast, actual: entry.actual, funding: entry.funding },
    variation: typeof compared === 'string' ? null : compared,
    variationFromFirst: isOtherThanFirst && latest !== null ? lessOf(latest, first) : null,
    notCompared: typeof compared === 'string' ? compared : null,
  };
};

/** What costs are paid from. */
const fundingFold = () => {
  const bySource = new Map<Funding['source'], { entries: number; figures: Total[] }>();
  let without = 0;
  return {
    add: ({ type, funding }: Entry): void => {
      if (type === 'cost' && funding.length === 0) without += 1;
      for (const { source, figure } of funding) {
        const { entries, figures } = bySource.get(source) ?? { entries: 0, figures: [] };
        bySource.set(source, { entries: entries + 1, figures: [...figures, totalOf([figure])] });
      }
    },
    close: (): Pick<CostsAndBenefitsPart, 'funding' | 'costsWithoutFunding'> => ({
      funding: FundingSource.options.flatMap((source) => {
        const of = bySource.get(source);
        return of === undefined ? [] : [{ source, entries: of.entries, figure: addTotals(of.figures) }];
      }),
      costsWithoutFunding: without,
    }),
  };
};

/** Costs and benefits of the programme and of the reviews whose results are its own: by kind, by review and one by one. */
export const costsAndBenefitsPart = ({ programme, programmeWide }: ReportSetting, _month: ReportedMonth) => {
  const rows = new Rows<Row>((one) => [
    reviewKey(one),
    one.type === 'cost' ? 0 : 1,
    inKindOrder(one),
    one.costOrBenefit,
  ]);
  const byReview = new Rows<CostsAndBenefitsPart['byReview']['rows'][number]>((one) => [reviewKey(one)]);
  const all = sumsByKind();
  const funding = fundingFold();
  const counted = { reviews: 0, cost: 0, benefit: 0 };
  let total = 0;
  const take = (subject: SubjectOfRow, chain: OfChain, own: ChangeRequestsSection): void => {
    if (chain.entries.length === 0) return;
    const sums = sumsByKind();
    const requests = { own, ofProgramme: programmeWide.changeRequests };
    for (const entry of chain.entries) {
      total += 1;
      rows.add(rowOf(subject, entry, chain, requests));
      all.add(entry, chain);
      sums.add(entry, chain);
      funding.add(entry);
    }
    byReview.add({ ...subject, sums: sums.close() });
  };
  const ofProgramme: OfChain = { entries: programmeWide.costsAndBenefits, cases: [] };
  take({ review: null, title: programme.name }, ofProgramme, programmeWide.changeRequests);
  return {
    add: (review: ReviewInReport): void => {
      if (!review.inResults) return;
      const { costsAndBenefits: entries, businessCases: cases, changeRequests } = review.position;
      take(subjectOf(review), { entries, cases }, changeRequests);
      if (!review.counted) return;
      counted.reviews += 1;
      for (const type of ['cost', 'benefit'] as const)
        if (entries.some((one) => one.type === type && saysOf(one))) counted[type] += 1;
    },
    close: (): CostsAndBenefitsPart => ({
      total,
      reviewsWithCost: share(counted.cost, counted.reviews),
      reviewsWithBenefit: share(counted.benefit, counted.reviews),
      byKind: all.close(),
      byReview: byReview.listed(),
      ...funding.close(),
      rows: rows.listed(),
    }),
  };
};
