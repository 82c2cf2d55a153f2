import { listed } from '#language/in-words.ts';
import type { Option, OptionsSection } from '#registers/option/record.ts';
import type { Appraisal, AppraisalResult } from '#schemas/appraisal.ts';
import { netPresentValue, paybackYears } from './discounting.ts';
import type { Entry } from './entry.ts';
import { type Crossing, type Flips, flipsOf, normalised, type Scored } from './flip-weights.ts';
import { byId } from './in-id-order.ts';
import { rounded, same } from './weighted-totals.ts';

type OptionEntry = Entry<Option>;

/** An option against the criteria and tests of the appraisal; `scored` only where it has every score, `total` with it. */
interface Judged {
  readonly id: string;
  readonly option: Option;
  readonly scored: Scored | null;
  readonly total: number | null;
  readonly failedTests: readonly string[];
  readonly missingScores: readonly string[];
}

interface Ranked extends Judged {
  readonly rank: number | null;
}

const judge = (appraisal: Appraisal, weights: readonly number[], { id, record: option }: OptionEntry): Judged => {
  const scoreOf = (criterion: string) => option.scores.find((one) => one.criterion === criterion)?.score;
  const scores = appraisal.criteria.flatMap((criterion) => scoreOf(criterion.id) ?? []);
  const failed = new Set(option.tests.filter((one) => one.outcome === 'fail').map((one) => one.test));
  const isScored = weights.length > 0 && scores.length === weights.length;
  return {
    id,
    option,
    scored: isScored ? { id, scores } : null,
    total: isScored ? scores.reduce((sum, score, n) => sum + score * (weights[n] ?? 0), 0) : null,
    failedTests: appraisal.tests.filter((test) => failed.has(test.id)).map((test) => test.id),
    missingScores: appraisal.criteria.filter((one) => scoreOf(one.id) === undefined).map((one) => one.id),
  };
};

// OPT-01: An option that fails a test, or has no score for a criterion, is not ranked.
const takesPart = (judged: Judged): boolean => judged.total !== null && judged.failedTests.length === 0;

// OPT-02: Options of the same total share a rank, and the next rank is left out.
const rankAll = (all: readonly Judged[]): Ranked[] => {
  const totals = all.filter(takesPart).flatMap((one) => one.total ?? []);
  return all.map((one) => {
    const { total } = one;
    if (total === null || !takesPart(one)) return { ...one, rank: null };
    return { ...one, rank: 1 + totals.filter((other) => other > total && !same(other, total)).length };
  });
};

const percent = (share: number): string => `${rounded(share * 100, 1)}%`;

const crossingInWords = (
  crossing: Crossing,
  own: number,
  side: 'below' | 'above',
  labelOf: (id: string) => string,
): string => {
  const who = listed(crossing.firstChain.map(labelOf));
  const several = crossing.firstChain.length > 1;
  if (same(crossing.weight, own))
    return `at any ${side === 'below' ? 'lower' : 'higher'} weight ${who} ${several ? 'lead' : 'leads'}`;
  if (crossing.weight === 0 || crossing.weight === 1)
    return `at ${percent(crossing.weight)} ${who} ${several ? 'share' : 'takes'} first place`;
  return `${side} ${percent(crossing.weight)} ${who} ${several ? 'share' : 'takes'} first place`;
};

const flipInWords = (name: string, own: number, { below, above }: Flips, labelOf: (id: string) => string): string => {
  const parts = [
    ...(below === null ? [] : [crossingInWords(below, own, 'below', labelOf)]),
    ...(above === null ? [] : [crossingInWords(above, own, 'above', labelOf)]),
  ];
  const said = parts.length === 0 ? 'first place changes hands at no other weight' : parts.join('; ');
  return `${name} (now ${percent(own)}): ${said}.`;
};

const outOf = (appraisal: Appraisal, total: number): string => `${rounded(total, 2)} out of ${appraisal.highestScore}`;

const whyOf = (one: Ranked, all: readonly Ranked[], appraisal: Appraisal): string => {
  const nameOf = (id: string) =>
    [...appraisal.criteria, ...appraisal.tests].find((named) => named.id === id)?.name ?? id;
  if (one.rank !== null && one.total !== null) {
    const ranked = all.filter((other) => other.rank !== null);
    const equals = ranked.filter((other) => other.rank === one.rank && other.id !== one.id);
    const shared = equals.length === 0 ? '' : `, shared with ${listed(equals.map((other) => other.option.label))}`;
    return `Ranks ${one.rank} of ${ranked.length}${shared}: ${outOf(appraisal, one.total)}.`;
  }
  const reasons = [
    ...(one.total === null && one.missingScores.length === 0 ? ['the appraisal weighs no criteria'] : []),
    ...(one.missingScores.length === 0 ? [] : [`it has no score for ${listed(one.missingScores.map(nameOf))}`]),
    ...(one.failedTests.length === 0 ? [] : [`it fails ${listed(one.failedTests.map(nameOf))}`]),
  ];
  return `Not ranked: ${reasons.join(', and ')}.`;
};

// OPT-03: A preferred option that does not rank first needs a reason.
const notesOnPreferred = (all: readonly Ranked[], appraisal: Appraisal): string[] =>
  all
    .filter((one) => one.option.disposition === 'preferred' && one.rank !== 1 && appraisal.criteria.length > 0)
    .map(({ option: { label }, rank }) => {
      const place = rank === null ? 'is not ranked' : `ranks ${rank}`;
      return appraisal.preferredReason === undefined
        ? `${label} is preferred but ${place}, and no reason is given.`
        : `${label} is preferred but ${place}. The reason given: ${appraisal.preferredReason}`;
    });

const notesOnAnswers = ({ option }: Ranked, appraisal: Appraisal): string[] => {
  const criteria = new Map(appraisal.criteria.map((one) => [one.id, one.name]));
  const tests = new Set(appraisal.tests.map((one) => one.id));
  const answered = new Set(option.tests.map((one) => one.test));
  return [
    ...option.scores
      .filter((one) => !criteria.has(one.criterion))
      .map((one) => `${option.label} has a score for ${one.criterion}, which is no criterion of the appraisal.`),
    ...option.scores
      .filter((one) => criteria.has(one.criterion) && one.score > appraisal.highestScore)
      .map((one) => {
        const name = criteria.get(one.criterion) ?? one.criterion;
        return `${option.label} scores ${one.score} for ${name}, above the highest score of ${appraisal.highestScore}.`;
      }),
    ...option.tests
      .filter((one) => !tests.has(one.test))
      .map((one) => `${option.label} answers ${one.test}, which is no test of the appraisal.`),
    ...appraisal.tests
      .filter((test) => !answered.has(test.id))
      .map((test) => `${option.label} has no answer to the test ${test.name}.`),
  ];
};

const notesOf = (all: readonly Ranked[], appraisal: Appraisal): string[] => {
  const first = all.filter((one) => one.rank === 1);
  const hasFlow = all.some((one) => (one.option.cashFlow ?? []).length > 0);
  return [
    ...(first.length > 1 ? [`First place is shared by ${listed(first.map((one) => one.option.label))}.`] : []),
    ...notesOnPreferred(all, appraisal),
    ...all.flatMap((one) => notesOnAnswers(one, appraisal)),
    ...(hasFlow && appraisal.optimismBiasPercent > 0
      ? [`Costs are lifted by ${appraisal.optimismBiasPercent}% for optimism bias; benefits are not.`]
      : []),
  ];
};

const rankedFirst = (one: Ranked, other: Ranked): number =>
  (one.rank ?? Number.POSITIVE_INFINITY) === (other.rank ?? Number.POSITIVE_INFINITY)
    ? byId(one, other)
    : (one.rank ?? Number.POSITIVE_INFINITY) - (other.rank ?? Number.POSITIVE_INFINITY);

const roundedCrossing = (found: Crossing | null) =>
  found === null ? null : { weight: rounded(found.weight, 6), firstChain: [...found.firstChain] };

const rankedOptions = (appraisal: Appraisal, options: readonly OptionEntry[]) => {
  const given = appraisal.criteria.map((criterion) => criterion.weight);
  const weights = given.some((weight) => weight > 0) ? normalised(given) : [];
  const all = rankAll(options.map((option) => judge(appraisal, weights, option))).toSorted(rankedFirst);
  return { weights, all };
};

/**
 * What an appraisal comes to. Totals are weighted scores on the scale of the scores; each option is ranked unless it
 * fails a test or lacks a score; for each criterion, the weights at which first place changes hands; net present value in
 * whole pounds and payback in years, both null where an option has no cash flow.
 */
export const appraise = (appraisal: Appraisal, options: readonly OptionEntry[]): AppraisalResult => {
  const { weights, all } = rankedOptions(appraisal, options);
  const labels = new Map(all.map((one) => [one.id, one.option.label]));
  const labelOf = (id: string): string => labels.get(id) ?? id;
  const scored = all.flatMap((one) => (one.rank === null ? [] : (one.scored ?? [])));
  return {
    options: all.map((one) => {
      const flow = one.option.cashFlow ?? [];
      const payback = paybackYears(flow, appraisal.optimismBiasPercent);
      const value = netPresentValue(flow, appraisal.optimismBiasPercent);
      return {
        id: one.id,
        label: one.option.label,
        disposition: one.option.disposition,
        total: one.total === null ? null : rounded(one.total, 6),
        rank: one.rank,
        why: whyOf(one, all, appraisal),
        failedTests: [...one.failedTests],
        missingScores: [...one.missingScores],
        netPresentValue: flow.length === 0 ? null : rounded(value, 0),
        paybackYears: flow.length === 0 || payback === null ? null : rounded(payback, 2),
      };
    }),
    first: all.filter((one) => one.rank === 1).map((one) => one.id),
    flipWeights: weights.flatMap((weight, n) => {
      const criterion = appraisal.criteria[n];
      if (criterion === undefined) return [];
      const flips = flipsOf(weights, scored, n);
      return [
        {
          criterion: criterion.id,
          weight: rounded(weight, 6),
          below: roundedCrossing(flips.below),
          above: roundedCrossing(flips.above),
          sentence:
            scored.length < 2
              ? `${criterion.name} (now ${percent(weight)}): fewer than two options are ranked.`
              : flipInWords(criterion.name, weight, flips, labelOf),
        },
      ];
    }),
    notes: notesOf(all, appraisal),
  };
};

/** The options of a review as a roll-up needs them, by id; nothing is ranked where there is no appraisal. */
export const optionsSection = (appraisal: Appraisal | null, options: readonly OptionEntry[]): OptionsSection => {
  const ranks = new Map(
    appraisal === null ? [] : rankedOptions(appraisal, options).all.map((one) => [one.id, one.rank] as const),
  );
  const inOrder = options.toSorted(byId);
  return {
    options: inOrder.map(({ id, record }) => ({
      id,
      label: record.label,
      ...(record.scope === undefined ? {} : { scope: record.scope }),
      deliveryModel: record.deliveryModel,
      disposition: record.disposition,
      rank: ranks.get(id) ?? null,
    })),
    preferredNotFirst: inOrder.flatMap(({ id, record }) => {
      const rank = ranks.get(id) ?? null;
      return record.disposition === 'preferred' && rank !== null && rank > 1
        ? [{ id, rank, reason: appraisal?.preferredReason ?? null }]
        : [];
    }),
  };
};
