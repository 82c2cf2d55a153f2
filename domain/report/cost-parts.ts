import { counted as countOf, figureInWords, poundsInWords } from '#language/in-words.ts';
import { type OfChain, statedByCase } from '#registers/cost-or-benefit/approved-case.ts';
import type { CostsAndBenefitsSection } from '#registers/cost-or-benefit/record.ts';
import {
  type Comparison,
  compared,
  perhapsRounded,
  statedEnds,
  sumOf,
  worseOf,
} from '#registers/stated-position/stated-rounding.ts';
import type { Figure } from '#schemas/figures.ts';
import type { Found } from './report-rule.ts';

type Entry = CostsAndBenefitsSection[number];
type Ends = NonNullable<ReturnType<typeof statedEnds>>;

/** The parts together; null where one of them is no whole figure, so that they cannot be added up. */
const together = (parts: readonly Figure[]): Ends | null => {
  const ends = parts.map(statedEnds);
  const [first, ...rest] = ends.flatMap((one) => one ?? []);
  if (first === undefined || rest.length + 1 < parts.length) return null;
  return rest.reduce((sum, one) => ({ low: sumOf(sum.low, one.low), high: sumOf(sum.high, one.high) }), first);
};

const comparedEnds = (one: Ends, other: Ends): Comparison =>
  worseOf(compared(one.low, other.low), compared(one.high, other.high));

const endsInWords = ({ low, high }: Ends): string =>
  low.pounds === high.pounds
    ? poundsInWords(low.pounds)
    : `${poundsInWords(low.pounds)} to ${poundsInWords(high.pounds)}`;

const rank = (comparison: Comparison): number => ['agree', 'differ, perhaps by rounding', 'differ'].indexOf(comparison);

/** A cost whose funding comes to none of its figures: approved, forecast or actual. */
const fundingNotFollowing = (entry: Entry): Found[] => {
  const sum = together(entry.funding.map(({ figure }) => figure));
  const wholes = [entry.approved, entry.forecast, entry.actual].flatMap((figure) => {
    const ends = statedEnds(figure);
    return ends === null || sum === null ? [] : [{ figure, comparison: comparedEnds(ends, sum) }];
  });
  const [closest] = wholes.toSorted((a, b) => rank(a.comparison) - rank(b.comparison));
  if (sum === null || closest === undefined || closest.comparison === 'agree') return [];
  const sources = countOf(entry.funding.length, 'source');
  return [
    {
      register: 'cost-or-benefit',
      id: entry.id,
      because: `What pays for "${entry.title}", from ${sources}, comes to ${endsInWords(sum)}; its cost is ${wholes.map(({ figure }) => figureInWords(figure)).join(' or ')}${perhapsRounded(closest.comparison)}.`,
      evidence: [
        ...entry.funding.map(({ source, figure }) => ({
          what: `Funding: ${source.replaceAll('-', ' ')}`,
          value: figureInWords(figure),
        })),
        { what: 'Cost', value: wholes.map(({ figure }) => figureInWords(figure)).join(' or ') },
      ],
    },
  ];
};

const isByRequest = ({ changeRequest, programmeChangeRequest }: Entry['moves'][number]): boolean =>
  changeRequest !== undefined || programmeChangeRequest !== undefined;

/** In one figure with others of its case: neither a year's, nor aimed at, nor shared by partners, nor agreed otherwise since. */
const isPartOfCase = ({ kind, target, withPartners, moves }: Entry): boolean =>
  kind !== 'a-year' && kind !== 'not-stated' && !target && withPartners === undefined && !moves.some(isByRequest);

/** A case whose entries do not come to what it states in all. */
const caseNotFollowing = ({ entries, cases }: OfChain): Found[] =>
  cases.flatMap((one) =>
    (['cost', 'benefit'] as const).flatMap((type) => {
      const parts = entries.filter((entry) => entry.case === one.id && entry.type === type);
      const whole = statedByCase(one, type);
      const [ends, sum] = [statedEnds(whole), together(parts.map(({ approved }) => approved))];
      if (ends === null || sum === null || !parts.every(isPartOfCase)) return [];
      const comparison = comparedEnds(ends, sum);
      if (comparison === 'agree') return [];
      return [
        {
          register: 'business-case',
          id: one.id,
          because: `"${one.title}" states ${figureInWords(whole)} of ${type}s in all; ${countOf(parts.length, type)} recorded of it ${parts.length === 1 ? 'comes' : 'come'} to ${endsInWords(sum)}${perhapsRounded(comparison)}.`,
          evidence: [
            { what: `${type === 'cost' ? 'Costs' : 'Benefits'} in all`, value: figureInWords(whole) },
            ...parts.map(({ title, approved }) => ({ what: title, value: figureInWords(approved) })),
          ],
        },
      ];
    }),
  );

/** Parts that do not come to their whole, in the precision in which they are stated. */
export const partsNotFollowing = (chain: OfChain): Found[] => [
  ...chain.entries.flatMap(fundingNotFollowing),
  ...caseNotFollowing(chain),
];
