import { counted as countOf, dateInWords, listed } from '#language/in-words.ts';
import { voiceInWords } from '#registers/rating/record.ts';
import { underWay } from '#schemas/counts.ts';
import { ratingInWords } from '#schemas/rating-names.ts';
import type { ReportContent } from '#schemas/report.ts';
import type { MeasuredContent } from './measured-content.ts';
import { named } from './named.ts';

type Ratings = ReportContent['ratings'];
type Cause = NonNullable<Ratings['worst']>['because']['rows'][number];

const causeInWords = ({ title, said = [] }: Cause): string =>
  `${title} (${listed(
    said.map(({ by, on, outOfDate }) => `${voiceInWords[by]}${outOfDate ? `, last said on ${dateInWords(on)}` : ''}`),
  )})`;

const worstSentence = ({ worst, outOfDate }: Ratings): string[] => {
  if (worst !== null) {
    const because = named(worst.because.rows.map(causeInWords), worst.because.total);
    return [
      `The worst overall rating is ${worst.atLeast === true ? 'at least ' : ''}${ratingInWords(worst.rating)}: ${because}.`,
    ];
  }
  const [first] = outOfDate?.rows ?? [];
  return first === undefined
    ? []
    : [
        `No overall rating is up to date; the first of them, of ${first.title}, was last said to be ${ratingInWords(first.rating)} on ${dateInWords(first.on)}.`,
      ];
};

/** How many ratings are up to date, how many are not, and where the two voices differ. */
const coverageSentence = ({ sro, assurance, outOfDate, differ }: Ratings, counted: number): string => {
  const current = (counts: Ratings['sro']): number =>
    counts.reduce(
      (sum, { rating, share }) => sum + (rating === 'not-rated' || rating === 'out-of-date' ? 0 : share.numerator),
      0,
    );
  const stale = outOfDate?.total ?? 0;
  const apart = stale === 0 ? '' : `; ${countOf(stale, 'rating is', 'ratings are')} out of date`;
  const titles = differ.rows.map((one) => one.title);
  const differing = differ.total === 0 ? '' : `; they differ on ${named(titles, differ.total)}`;
  return `SROs rate ${current(sro)} of ${countOf(counted, 'review')}, assurance ${current(assurance)}${apart}${differing}.`;
};

/** The worst of the SROs' and assurance's ratings, and whose it is (docs/meaning.md CONFIDENCE-21); nothing where nobody ever rated. */
export const confidenceSentences = ({ ratings, counts }: MeasuredContent): string[] => {
  const worst = worstSentence(ratings);
  return worst.length === 0 ? [] : [...worst, coverageSentence(ratings, underWay(counts))];
};
