import { reviewKey } from '#domain/report/in-order.ts';
import { type ReviewInReport, subjectOf } from '#domain/report/review-in-report.ts';
import { Rows } from '#domain/report/rows.ts';
import { share } from '#domain/totals.ts';
import type { ReportContent } from '#schemas/report.ts';

type Options = ReportContent['options'];
type ReviewOption = ReviewInReport['position']['options']['options'][number];

/** "Not recommended at this stage" is a kind of not recommended, counted apart. Source: KCC. */
export const isNotRecommended = (option: ReviewOption): boolean =>
  option.disposition === 'not-recommended' || option.disposition === 'not-recommended-at-this-stage';

const noOptions = {
  total: 0,
  preferred: 0,
  shortListed: 0,
  longListed: 0,
  notRecommended: 0,
  notRecommendedAtThisStage: 0,
};

/** Counts an option by its disposition. */
const countOption = (tally: typeof noOptions, option: ReviewOption): void => {
  tally.total += 1;
  switch (option.disposition) {
    case 'preferred':
      tally.preferred += 1;
      break;
    case 'short-listed':
      tally.shortListed += 1;
      break;
    case 'long-listed':
      tally.longListed += 1;
      break;
    case 'not-recommended':
      tally.notRecommended += 1;
      break;
    case 'not-recommended-at-this-stage':
      tally.notRecommended += 1;
      tally.notRecommendedAtThisStage += 1;
      break;
  }
};

/** Options of counted reviews by disposition; which reviews have a preferred one, several, none, or one that is not first. */
export const optionsPart = () => {
  const tally = { ...noOptions };
  const withoutPreferred = new Rows<Options['withoutPreferred']['rows'][number]>((one) => [reviewKey(one)]);
  const severalPreferred = new Rows<Options['severalPreferred']['rows'][number]>((one) => [reviewKey(one)]);
  const notFirst = new Rows<Options['notFirst']['rows'][number]>((one) => [reviewKey(one)]);
  let counted = 0;
  let withPreferred = 0;
  let withAlternatives = 0;

  return {
    add: (review: ReviewInReport): void => {
      if (!review.counted) return;
      counted += 1;
      const { options, preferredNotFirst } = review.position.options;
      for (const option of options) countOption(tally, option);
      const subject = subjectOf(review);
      const preferred = options.filter((option) => option.disposition === 'preferred');
      if (preferred.length === 0) {
        withoutPreferred.add({ ...subject, waitsFor: review.position.review.waitsFor.map((wait) => wait.what) });
        return;
      }
      withPreferred += 1;
      if (options.some(isNotRecommended)) withAlternatives += 1;
      if (preferred.length > 1) severalPreferred.add({ ...subject, labels: preferred.map((option) => option.label) });
      for (const { id, rank, reason } of preferredNotFirst) {
        const option = options.find((one) => one.id === id)?.label ?? id;
        notFirst.add({ ...subject, option, rank, reason });
      }
    },
    close: (): Options => ({
      ...tally,
      reviewsWithPreferred: share(withPreferred, counted),
      withoutPreferred: withoutPreferred.listed(),
      severalPreferred: severalPreferred.listed(),
      alternativesRecorded: share(withAlternatives, withPreferred),
      notFirst: notFirst.listed(),
    }),
  };
};
