import { dateInWords, listed, poundsInWords, reviewsAndParts } from '#language/in-words.ts';
import type { FinancialYear } from '#language/time.ts';
import type { PageOne } from '#schemas/page-one.ts';
import { ratingInWords } from '#schemas/rating-names.ts';
import type { ReportContent } from '#schemas/report.ts';
import { isInRuleSet, type RuleSetName } from '#schemas/rule-set-name.ts';
import { confidenceSentences } from '../headline-confidence.ts';
import type { MeasuredContent } from '../measured-content.ts';
import type { ReportedMonth, ReportSetting } from '../report-setting.ts';
import type { ReviewInReport } from '../review-in-report.ts';
import { decisionsDue } from './decisions-due.ts';
import { moneyOnPageOne } from './money.ts';
import { betterBesides, decideBesides, isShown, returnsInWords, worseBesides } from './news.ts';
import { ratedReviews } from './rated-reviews.ts';

type TopRisk = ReportContent['risks']['top']['rows'][number];

const mostRisks = 3;

const withOwner = ({ what, owner }: { readonly what: string; readonly owner: string | null }): string =>
  owner === null ? what : `${what} (${owner})`;

const riskOnPageOne = ({ review, title, risk, direction, words }: TopRisk) => ({
  ...{ review, title, risk: risk.id, riskTitle: risk.title, score: risk.score, band: risk.band, direction },
  owner: risk.owner ?? null,
  cause: words?.cause ?? null,
  controls: (words?.controls ?? []).map(withOwner),
  actions: (words?.actions ?? []).map(
    (one) => `${withOwner(one)}${one.dueOn === null ? '' : `, due ${dateInWords(one.dueOn)}`}`,
  ),
  escalatedTo: words?.escalated?.to ?? null,
});

const reconciles = ({ flow }: MeasuredContent): PageOne['reconciles'] => {
  const rows = [...(flow.byTier ?? []), ...(flow.byPortfolio ?? []), ...(flow.potential ? [flow.potential] : [])];
  return { reviews: flow.reconciles && rows.every((row) => row.reconciles), sentence: flow.sentence };
};

/** What page one says of reviews, gathered while they go by; nothing by `rules-1`. */
export const pageOneOfReviews = (setting: ReportSetting, month: ReportedMonth, ruleSet: RuleSetName) => {
  const isThere = isInRuleSet({ since: 'rules-2' }, ruleSet);
  const rated = ratedReviews(setting, month);
  const due = decisionsDue(setting, month);
  return {
    add: (review: ReviewInReport): void => {
      if (!isThere) return;
      rated.add(review);
      due.add(review);
    },
    close: () => ({ ...rated.close(), due: due.close() }),
  };
};
export type OfReviews = ReturnType<ReturnType<typeof pageOneOfReviews>['close']>;

/** How many are in trouble, of how many that could be rated; of none that is rated nothing is said. */
const inTroubleInWords = (ratings: OfReviews['ratings'], { counts }: MeasuredContent): string[] => {
  const countOf = (those: (rating: string) => boolean): number =>
    ratings.reduce((sum, { rating, count }) => sum + (those(rating) ? count : 0), 0);
  const rated = countOf((rating) => rating !== 'not-rated' && rating !== 'out-of-date');
  if (rated === 0) return [];
  const bad = countOf((rating) => rating === 'red' || rating === 'amber-red');
  const all = countOf(() => true);
  const those = reviewsAndParts(all, counts.counted);
  const without = all - rated;
  return [
    `${bad === 0 ? 'None' : bad} of ${those} ${bad === 1 ? 'is' : 'are'} rated Red or Amber/Red by an SRO or by assurance${without === 0 ? '' : `; ${without} ${without === 1 ? 'has' : 'have'} no rating of today`}.`,
  ];
};

/** Beside the worst: how the SROs rate what is planned. The one hides nothing, the other says how much it is about. */
const weightedInWords = (now: MeasuredContent, year: FinancialYear): string[] => {
  if (!isShown(now, 'savings')) return [];
  const parts = now.ratings.valueWeighted.flatMap(({ rating, share: { percent, numerator } }) =>
    numerator > 0 && percent !== null ? [`${percent}% ${ratingInWords(rating)}`] : [],
  );
  const [first] = now.ratings.valueWeighted;
  return first === undefined || parts.length === 0
    ? []
    : [`Of ${poundsInWords(first.share.denominator)} planned for ${year}, as the SROs rate it: ${listed(parts)}.`];
};

/** The report before, where it was made by the same rules: else its figures are no others of the same kind. */
const sameRules = ({ ruleSet }: MeasuredContent, before: ReportContent | null): ReportContent | null =>
  before?.ruleSet === ruleSet ? before : null;

/** Page one from the sections of the report and what was gathered of its reviews. Reports by `rules-1` have none. */
export const pageOne = (
  now: MeasuredContent,
  before: ReportContent | null,
  { reviews, financialYear }: { readonly reviews: OfReviews; readonly financialYear: FinancialYear },
  ruleSet: RuleSetName,
): Pick<ReportContent, 'pageOne'> => {
  if (!isInRuleSet({ since: 'rules-2' }, ruleSet)) return {};
  const { worse, better, worstRated, byAssurance, ratings, due } = reviews;
  const hasRatings = isShown(now, 'ratings');
  const { top } = now.risks;
  return {
    pageOne: {
      decide: isShown(now, 'decisions') ? { ...due, besides: decideBesides(now) } : null,
      worse: hasRatings ? worse : null,
      ...(hasRatings && worse.total === 0 && worstRated.rows.length > 0 ? { worstRated } : {}),
      worseBesides: worseBesides(now, before, financialYear),
      better: hasRatings ? better : null,
      betterBesides: betterBesides(now, before, financialYear),
      money: isShown(now, 'savings') ? moneyOnPageOne(now.savings, sameRules(now, before), financialYear) : null,
      reconciles: reconciles(now),
      returns: isShown(now, 'returns') ? returnsInWords(now) : null,
      position: hasRatings
        ? {
            rating: now.ratings.worst?.rating ?? null,
            ratings,
            ...(byAssurance.length === 0 ? {} : { assurance: byAssurance }),
            sentences: [
              ...inTroubleInWords(ratings, now),
              ...confidenceSentences(now),
              ...weightedInWords(now, financialYear),
            ],
          }
        : null,
      risks: isShown(now, 'risks') ? { total: top.total, rows: top.rows.slice(0, mostRisks).map(riskOnPageOne) } : null,
    },
  };
};
