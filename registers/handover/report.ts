import { reviewKey } from '#domain/report/in-order.ts';
import type { ReportedMonth, ReportSetting } from '#domain/report/report-setting.ts';
import { type ReviewInReport, subjectOf } from '#domain/report/review-in-report.ts';
import { Rows } from '#domain/report/rows.ts';
import { type HandoversPart, type HandoversSection, nextUpdateOf } from './record.ts';

type Row = HandoversPart['openRows']['rows'][number];
type Handed = HandoversSection[number];
type Position = ReviewInReport['position'];

export const isUpdateOverdue = (one: Handed, { lastDay }: Pick<ReportedMonth, 'lastDay'>): boolean =>
  one.status === 'open' && nextUpdateOf(one) < lastDay;

const kinds = ['savings', 'risks', 'issues', 'milestones', 'unrealised'] as const;
export type HandedKind = (typeof kinds)[number];

/** To whom something of a review was handed over, whatever came of it; null: to nobody. */
export const handedTo =
  ({ handovers }: Position) =>
  (kind: HandedKind, id: string | undefined): string | null =>
    (id === undefined ? undefined : handovers.findLast((one) => one[kind].includes(id)))?.to ?? null;

/** What of a review can be handed over, by id. */
const titlesIn = ({ savings, risks, issues, milestones, review }: Position) => {
  const all = {
    savings: savings.lines,
    risks: [...risks.open, ...risks.unscored, ...risks.closed, ...risks.happened],
    issues,
    milestones,
    unrealised: (review.unrealisedBenefits ?? []).map(({ id, what }) => ({ id, title: what })),
  };
  return (kind: HandedKind, id: string): string => all[kind].find((one) => one.id === id)?.title ?? id;
};

/** What reviews under way and reviews that have ended handed over: who reports on it, and whether they did. */
export const handoversPart = (_setting: ReportSetting, month: ReportedMonth) => {
  const open = new Rows<Row>((one) => [one.dueOn, reviewKey(one), one.handover]);
  const tally = { total: 0, realised: 0, givenUp: 0, overdue: 0 };
  return {
    add: (review: ReviewInReport): void => {
      if (!review.counted && !review.ended) return;
      const titleOf = titlesIn(review.position);
      for (const one of review.position.handovers) {
        tally.total += 1;
        if (one.status === 'realised') tally.realised += 1;
        if (one.status === 'given-up') tally.givenUp += 1;
        if (one.status !== 'open') continue;
        const { id, title, to, on, everyMonths, lastUpdate } = one;
        const overdue = isUpdateOverdue(one, month);
        if (overdue) tally.overdue += 1;
        open.add({
          ...{ ...subjectOf(review), handover: id, handoverTitle: title, to, on, everyMonths, lastUpdate, overdue },
          of: kinds.flatMap((kind) => one[kind].map((other) => titleOf(kind, other))),
          dueOn: nextUpdateOf(one),
        });
      }
    },
    close: (): HandoversPart => ({ ...tally, open: open.total, openRows: open.listed() }),
  };
};
