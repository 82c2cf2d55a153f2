import { addTotals, noTotal, totalOf } from '#domain/totals.ts';
import type { Figure, Total } from '#schemas/figures.ts';
import { approvedOf, type OfChain, variationOf } from './approved-case.ts';
import { MoneyKind, type Pounded, sumInWords } from './choices.ts';
import { NotCompared, type SumOfKind } from './projections.ts';
import type { CostsAndBenefitsSection } from './record.ts';

type Entry = CostsAndBenefitsSection[number];
type Kind = Pick<SumOfKind, 'kind' | 'overYears' | 'target'>;

/** What is of one kind, before what is of the next: forecasts before targets, fewer years before more. */
export const inKindOrder = ({ kind, overYears, target }: Kind): string =>
  [target ? 1 : 0, MoneyKind.options.indexOf(kind), String(overYears ?? 0).padStart(2, '0')].join(' ');

const addEnds = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? null : one + other;

const withVariation = (sum: SumOfKind['variation'], found: Pounded | NotCompared): SumOfKind['variation'] => {
  if (typeof found !== 'string')
    return {
      ...sum,
      low: addEnds(sum.low, found.low),
      high: addEnds(sum.high, found.high),
      exact: sum.exact && found.exact,
      compared: sum.compared + 1,
    };
  const before = sum.notCompared.find(({ reason }) => reason === found)?.count ?? 0;
  const others = sum.notCompared.filter(({ reason }) => reason !== found);
  return {
    ...sum,
    notCompared: [...others, { reason: found, count: before + 1 }].sort(
      (a, b) => NotCompared.options.indexOf(a.reason) - NotCompared.options.indexOf(b.reason),
    ),
  };
};

const noVariation = { low: 0, high: 0, exact: true, compared: 0, notCompared: [] };
const plus = (total: Total, figure: Figure): Total => addTotals([total, totalOf([figure])]);

/** Of which kind an entry is. */
export const kindOfSum = ({
  type,
  kind,
  target,
  overYears,
  withPartners,
}: Entry): Pick<SumOfKind, 'type' | 'kind' | 'overYears' | 'target' | 'withPartners'> => ({
  ...{ type, kind, target, withPartners: withPartners !== undefined },
  overYears: kind === 'over-years' ? (overYears ?? null) : null,
});

/** Adds up what is of one kind, and nothing else to it: costs and benefits, once and each year, forecasts and targets stay apart. */
export const sumsByKind = () => {
  const sums = new Map<string, SumOfKind>();
  return {
    add: (entry: Entry, chain: OfChain): void => {
      const { forecast, actual } = entry;
      const of = kindOfSum(entry);
      const { type, withPartners } = of;
      const place = [type === 'cost' ? 0 : 1, inKindOrder(of), withPartners ? 1 : 0].join(' ');
      const key = sumInWords(of);
      const sum = sums.get(place) ?? {
        ...{ key, ...of },
        ...{ entries: 0, approved: noTotal, forecast: noTotal, actual: noTotal, variation: noVariation },
      };
      sums.set(place, {
        ...{ key, ...of },
        entries: sum.entries + 1,
        approved: plus(sum.approved, approvedOf(entry, chain).figure),
        forecast: plus(sum.forecast, forecast),
        actual: plus(sum.actual, actual),
        variation: withVariation(sum.variation, variationOf(entry, chain)),
      });
    },
    close: (): SumOfKind[] => [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum),
  };
};
