import * as z from 'zod';
import { Title } from './ids.ts';
import { numberFault } from './number-fault.ts';

const fewest = 3;
const most = 10;
const months = z
  .int(numberFault('must be 1 to 12 months'))
  .min(1, 'must be 1 to 12 months')
  .max(12, 'must be 1 to 12 months');
const score = z.int(numberFault('must be a whole score')).min(1, 'must be at least 1').max(999, 'must be below 1,000');
const words = z
  .array(Title)
  .min(fewest, `must name ${fewest} to ${most} levels, the lowest first`)
  .max(most, `must name ${fewest} to ${most} levels, the lowest first`);

/** A band of scores: up to `upTo`, above that of the band before; the last one has no end. */
const Band = z.strictObject({
  name: Title.meta({ title: 'Name', description: 'How the band is called on reports' }),
  upTo: score
    .optional()
    .meta({ title: 'Up to', description: 'The highest score in it; left out of the last band alone' }),
  nextReviewMonths: months.meta({
    title: 'Months to the next review',
    description: 'After how many months a risk in it is to be reviewed again',
  }),
});

const isRising = (values: readonly number[]): boolean =>
  values.every((one, n) => n === 0 || one > (values[n - 1] ?? 0));

/** What the settings give of a matrix. */
interface GivenMatrix {
  readonly likelihoodWords: readonly string[];
  readonly impactWords: readonly string[];
  readonly impactWeights?: readonly number[] | undefined;
  readonly lowUpTo?: number | undefined;
  readonly mediumUpTo?: number | undefined;
  readonly nextReviewMonths?: { readonly low: number; readonly medium: number; readonly high: number } | undefined;
  readonly bands?:
    | readonly { readonly name: string; readonly upTo?: number | undefined; readonly nextReviewMonths: number }[]
    | undefined;
}

/** The matrix as it scores: how many likelihoods, and what each impact weighs; without weights 1, 2, 3 ... */
export interface Scale {
  readonly likelihood: number;
  readonly impact: number[];
}
export const scaleOf = ({ likelihoodWords, impactWords, impactWeights }: GivenMatrix): Scale => ({
  likelihood: likelihoodWords.length,
  impact: impactWeights === undefined ? impactWords.map((_, n) => n + 1) : [...impactWeights],
});

/** A band of a matrix, by the key under which risks are in it: `low`, `medium` and `high`, or the name of a band of its own. */
export interface RiskBand {
  readonly key: string;
  readonly name: string;
  /** Null of the last. */
  readonly upTo: number | null;
  readonly nextReviewMonths: number;
}

/** The bands of a matrix, the lowest first: those of its own, else Low, Medium and High. */
export const bandsOf = ({ bands, lowUpTo, mediumUpTo, nextReviewMonths }: GivenMatrix): readonly RiskBand[] =>
  bands === undefined
    ? [
        { key: 'low', name: 'Low', upTo: lowUpTo ?? 0, nextReviewMonths: nextReviewMonths?.low ?? 1 },
        { key: 'medium', name: 'Medium', upTo: mediumUpTo ?? 0, nextReviewMonths: nextReviewMonths?.medium ?? 1 },
        { key: 'high', name: 'High', upTo: null, nextReviewMonths: nextReviewMonths?.high ?? 1 },
      ]
    : bands.map(({ name, upTo, nextReviewMonths: after }) => ({
        key: name,
        name,
        upTo: upTo ?? null,
        nextReviewMonths: after,
      }));

const highestScore = (matrix: GivenMatrix): number => {
  const { likelihood, impact } = scaleOf(matrix);
  return likelihood * Math.max(...impact);
};

/** The ends of the bands but of the last, each with where it is given. */
const endsOf = ({
  bands,
  lowUpTo,
  mediumUpTo,
}: GivenMatrix): { path: (string | number)[]; upTo: number | undefined }[] =>
  bands === undefined
    ? [
        { path: ['lowUpTo'], upTo: lowUpTo },
        { path: ['mediumUpTo'], upTo: mediumUpTo },
      ]
    : bands.slice(0, -1).map(({ upTo }, n) => ({ path: ['bands', n, 'upTo'], upTo }));

/** What is wrong with the ends of the bands: each is above the one before and below the highest score. */
const faultsOfEnds = (matrix: GivenMatrix): { path: (string | number)[]; message: string }[] => {
  const highest = highestScore(matrix);
  let before = 0;
  return endsOf(matrix).flatMap(({ path, upTo }) => {
    const least = before;
    before = upTo ?? before;
    if (upTo === undefined) return [{ path, message: 'must say the highest score of the band' }];
    if (upTo <= least) return [{ path, message: `must be above ${least}, where the band before ends` }];
    return upTo < highest ? [] : [{ path, message: `must be below ${highest}, the highest score of this matrix` }];
  });
};

const faultsOf = (matrix: GivenMatrix): { path: (string | number)[]; message: string }[] => {
  const { bands, impactWeights, impactWords, nextReviewMonths } = matrix;
  const names = bands?.map(({ name }) => name.toLowerCase()) ?? [];
  const ofThree = [matrix.lowUpTo, matrix.mediumUpTo, nextReviewMonths].some((one) => one !== undefined);
  return [
    ...(impactWeights !== undefined && impactWeights.length !== impactWords.length
      ? [{ path: ['impactWeights'], message: `must have one weight for each of the ${impactWords.length} impacts` }]
      : []),
    ...(impactWeights !== undefined && !isRising(impactWeights)
      ? [{ path: ['impactWeights'], message: 'must rise from each impact to the next' }]
      : []),
    ...(bands !== undefined && ofThree
      ? [{ path: ['bands'], message: 'must not be given together with lowUpTo, mediumUpTo or nextReviewMonths' }]
      : []),
    ...(bands === undefined && nextReviewMonths === undefined
      ? [{ path: ['nextReviewMonths'], message: 'must be given where the matrix has no bands of its own' }]
      : []),
    ...(new Set(names).size < names.length ? [{ path: ['bands'], message: 'must have a name of its own each' }] : []),
    ...(bands?.at(-1)?.upTo === undefined
      ? []
      : [
          { path: ['bands', bands.length - 1, 'upTo'], message: 'must be left out of the last band, which has no end' },
        ]),
    ...faultsOfEnds(matrix),
  ];
};

/**
 * A council's risk matrix, 3 by 3 to 10 by 10: the words of both scales, the lowest first, what impacts weigh where they do not count
 * 1, 2, 3 ..., and where bands end: Low, Medium and High (`lowUpTo`, `mediumUpTo`, `nextReviewMonths`), or two to six of its own (`bands`).
 */
export const RiskMatrix = z
  .strictObject({
    likelihoodWords: words.meta({ title: 'Likelihoods', description: 'The words of the scale, the lowest first' }),
    impactWords: words.meta({ title: 'Impacts', description: 'The words of the scale, the lowest first' }),
    impactWeights: z
      .array(z.int(numberFault('must be a whole number')).min(1, 'must be at least 1').max(99, 'must be at most 99'))
      .optional()
      .meta({
        title: 'Weights of impacts',
        description: 'What each impact weighs in a score, the lowest first; unless given, 1, 2, 3 and so on',
      }),
    lowUpTo: score.optional().meta({ title: 'Low up to', description: 'The highest score that is low' }),
    mediumUpTo: score.optional().meta({ title: 'Medium up to', description: 'The highest score that is medium' }),
    nextReviewMonths: z
      .strictObject({
        low: months.meta({ title: 'Low', description: 'Months to the next review of a low risk' }),
        medium: months.meta({ title: 'Medium', description: 'Months to the next review of a medium risk' }),
        high: months.meta({ title: 'High', description: 'Months to the next review of a high risk' }),
      })
      .optional()
      .meta({ title: 'Months to the next review', description: 'Of a risk in each of the three bands' }),
    bands: z
      .array(Band)
      .min(2, 'must be two to six bands, the lowest first')
      .max(6, 'must be two to six bands, the lowest first')
      .optional()
      .meta({
        title: 'Bands',
        description: 'Bands of the council’s own, the lowest first, in place of Low, Medium and High',
      }),
  })
  .superRefine((matrix, context) => {
    for (const { path, message } of faultsOf(matrix)) context.addIssue({ code: 'custom', path, message });
  })
  .meta({ id: 'RiskMatrix' });
export type RiskMatrix = z.infer<typeof RiskMatrix>;

/** Kent's matrix: Low 1-6, Medium 8-15, High 16-25; high risks are looked at every month, low ones every third. */
export const defaultRiskMatrix: RiskMatrix = {
  likelihoodWords: ['Very unlikely', 'Unlikely', 'Possible', 'Likely', 'Very likely'],
  impactWords: ['Minor', 'Moderate', 'Significant', 'Serious', 'Major'],
  lowUpTo: 6,
  mediumUpTo: 15,
  nextReviewMonths: { low: 3, medium: 2, high: 1 },
};
