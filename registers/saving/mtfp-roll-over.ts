import { mtfpsInUse } from '#domain/mtfp-versions.ts';
import { reviewKey } from '#domain/report/in-order.ts';
import { type ReviewInReport, subjectOf } from '#domain/report/review-in-report.ts';
import { Rows } from '#domain/report/rows.ts';
import { addTotals, totalOf } from '#domain/totals.ts';
import type { Total } from '#schemas/figures.ts';
import type { Mtfp } from '#schemas/mtfp.ts';
import type { Programme } from '#schemas/programme.ts';
import type { MtfpRollOver, SavingsSection } from './projections.ts';

type Line = SavingsSection['lines'][number];
type CarriedOver = MtfpRollOver['carriedOver']['rows'][number];

const versionOf = (mtfp: Mtfp): MtfpRollOver['inUse'] => {
  const { id, name, approvedOn = null, approvedBy = null, prices, priceYear = null, from, to } = mtfp;
  return { id, name, approvedOn, approvedBy, prices, priceYear, from, to };
};

const heldBy = ({ years }: Line, { id }: Mtfp): number | null => {
  const shares = years.flatMap(({ mtfpShares = [] }) => mtfpShares.filter(({ mtfp }) => mtfp === id));
  const known = shares.flatMap(({ pounds }) => pounds ?? []);
  return known.length === 0 || known.length < shares.length ? null : known.reduce((sum, pounds) => sum + pounds, 0);
};

type Carried = { readonly row: Omit<CarriedOver, 'review' | 'title'>; readonly exact: boolean };

/** What the version before held of a line for years before the version in use begins, less what finance has validated. */
const carriedOverOf = (line: Line, before: Mtfp, inUse: Mtfp): readonly Carried[] =>
  line.years.flatMap(({ year, validated, mtfpShares = [] }) => {
    const share = mtfpShares.find(({ mtfp }) => mtfp === before.id);
    if (share === undefined || year >= inUse.from) return [];
    const { pounds: held, exact } = share;
    const notDelivered = held === null ? null : Math.max(0, held - Math.max(0, validated ?? 0));
    const row = { id: line.id, saving: line.title, year, held, validated, notDelivered, heldNow: heldBy(line, inUse) };
    return notDelivered === 0 ? [] : [{ row, exact }];
  });

const totalOfRow = ({ notDelivered: pounds }: Pick<CarriedOver, 'notDelivered'>, exact: boolean): Total =>
  totalOf([pounds === null ? { kind: 'not-stated' } : { kind: exact ? 'amount' : 'about', pounds }]);

/** What carries over of a line by the versions that a programme uses, year by year, and what is not delivered of it. */
export const carriedOverIn = (line: Line, programme: Programme): readonly Total[] => {
  const { inUse, before } = mtfpsInUse(programme);
  if (inUse === null || before === null) return [];
  return carriedOverOf(line, before, inUse).map(({ row, exact }) => totalOfRow(row, exact));
};

/** Which version of the MTFP is in use, and what of the one before is not delivered, line by line. */
export const mtfpRollOver = (programme: Programme) => {
  const { inUse, before } = mtfpsInUse(programme);
  const rows = new Rows<CarriedOver>((one) => [reviewKey(one), one.id, one.year]);
  let notDelivered: Total = totalOf([]);
  return {
    add: (review: ReviewInReport): void => {
      if (inUse === null || before === null) return;
      for (const line of review.position.savings.lines)
        for (const { row, exact } of carriedOverOf(line, before, inUse)) {
          rows.add({ ...subjectOf(review), ...row });
          notDelivered = addTotals([notDelivered, totalOfRow(row, exact)]);
        }
    },
    close: (): { readonly mtfp?: MtfpRollOver } =>
      inUse === null
        ? {}
        : {
            mtfp: {
              inUse: versionOf(inUse),
              before: before === null ? null : versionOf(before),
              carriedOver: rows.listed(),
              notDelivered,
            },
          },
  };
};
