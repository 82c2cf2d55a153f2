import { dateInWords, figureInWords, gapInWords, totalInWords } from '#language/in-words.ts';
import { dateStatementInWords } from '#schemas/date-statement.ts';
import { deliveryModelInWords } from '#schemas/delivery-model-names.ts';
import type { Figure, Share, Total } from '#schemas/figures.ts';
import { ratingInWords } from '#schemas/rating-names.ts';
import type { Gap, Report, ReportContent, ReportLine, SavingsPosition } from '#schemas/report.ts';
import { coverageOf, figureWords, spanOf } from './report/figure.ts';
import { classNames, lifecycleNames, measureNames, mechanismNames, outcomeNames, returnNames } from './report/names.ts';
import { viewInWords } from './report/view.ts';

/** One fact of a report. A count has `low` and `high` alike; a share has the whole it is part of in `of`. */
export interface Fact {
  readonly section: string;
  readonly about: string;
  readonly item: string;
  readonly unit: 'reviews' | 'count' | 'pounds' | 'words';
  readonly low?: number | null;
  readonly high?: number | null;
  readonly of?: number;
  readonly coverage?: string;
  readonly words?: string | null;
}

const whole = 'Programme';

const count = (section: string, item: string, value: number, about = whole): Fact => ({
  section,
  about,
  item,
  unit: 'count',
  low: value,
  high: value,
});

const words = (section: string, about: string, item: string, text: string): Fact => ({
  section,
  about,
  item,
  unit: 'words',
  words: text,
});

const share = (section: string, item: string, one: Share, unit: Fact['unit'] = 'reviews'): Fact => ({
  section,
  about: whole,
  item,
  unit,
  low: one.numerator,
  high: one.numerator,
  of: one.denominator,
  words: one.percent === null ? null : `${one.percent}%`,
});

const figure = (section: string, about: string, item: string, given: Figure | null): readonly Fact[] => {
  const span = spanOf(given);
  const source = given?.source === undefined ? 'source not stated' : `source: ${given.source}`;
  return [
    {
      section,
      about,
      item,
      unit: 'pounds',
      low: span?.low ?? null,
      high: span?.high ?? null,
      coverage: given === null ? 'not stated' : source,
      words: figureWords(given),
    },
    ...(given?.conflicts ?? []).map((conflict): Fact => {
      const other = spanOf(conflict.value);
      return {
        section,
        about,
        item: `${item}: conflict`,
        unit: 'pounds',
        low: other?.low ?? null,
        high: other?.high ?? null,
        coverage: `source: ${conflict.source}`,
        words: figureInWords(conflict.value),
      };
    }),
  ];
};

const total = (section: string, about: string, item: string, given: Total): Fact => ({
  section,
  about,
  item,
  unit: 'pounds',
  low: given.count === 0 ? null : given.low,
  high: given.count === 0 ? null : given.high,
  coverage: coverageOf(given),
  words: totalInWords(given),
});

const pounds = (section: string, about: string, item: string, value: number | null): Fact => ({
  section,
  about,
  item,
  unit: 'pounds',
  low: value,
  high: value,
  ...(value === null ? { coverage: 'cannot be worked out' } : {}),
});

const gap = (section: string, about: string, given: Gap | null): Fact =>
  given === null
    ? pounds(section, about, 'Gap', null)
    : {
        section,
        about,
        item: 'Gap',
        unit: 'pounds',
        low: given.low,
        high: given.high,
        coverage: coverageOf(given),
        words: gapInWords(given),
      };

const ofYear = (year: SavingsPosition): readonly Fact[] => {
  const stated = 'Savings, stated';
  const built = 'Savings, built up from lines';
  return [
    ...figure(stated, year.year, 'Required', year.required),
    ...figure(stated, year.year, 'Identified', year.statedIdentified),
    ...figure(stated, year.year, 'Yet to be identified', year.statedUnidentified),
    pounds('Savings, derived from stated', year.year, 'Identified', year.derivedIdentifiedPounds),
    count(built, 'Lines', year.lines, year.year),
    total(built, year.year, 'Identified', year.identified),
    gap(built, year.year, year.gap),
    total(built, year.year, 'Plan', year.plan),
    total(built, year.year, 'Forecast', year.forecast),
    total(built, year.year, 'Outturn', year.outturn),
    pounds(built, year.year, 'Claimed', year.claimedPounds),
    pounds(built, year.year, 'Validated', year.validatedPounds),
    total(built, year.year, 'Already in the MTFP', year.alreadyInMtfp),
    total(built, year.year, 'Net new', year.netNew),
    total(built, year.year, 'Counted towards the gap', year.included),
    total(built, year.year, 'Shown beside', year.excluded),
    total(built, year.year, 'Full-year effect', year.fullYearEffect),
    total(built, year.year, 'Run-rate', year.runRate),
    total(built, year.year, 'One-offs falling out', year.oneOffFallOut),
    pounds(built, year.year, 'State: delivered', year.states.delivered),
    pounds(built, year.year, 'State: on track', year.states.onTrack),
    pounds(built, year.year, 'State: at risk', year.states.atRisk),
    pounds(built, year.year, 'State: unachievable', year.states.unachievable),
    total(built, year.year, 'State: not assessed', year.states.notAssessed),
    ...year.byClass.map((one) => total(built, year.year, `Class: ${classNames[one.class]}`, one.plan)),
    ...year.byMechanism.map((one) => total(built, year.year, `Mechanism: ${mechanismNames[one.mechanism]}`, one.plan)),
  ];
};

const countsOf = (content: ReportContent): readonly Fact[] => [
  count('Reviews', 'Counted', content.counts.counted),
  count('Reviews', 'Services', content.counts.services),
  ...content.counts.notCounted.map((one) =>
    count('Reviews', `Beside the total: ${lifecycleNames[one.lifecycle]}`, one.count),
  ),
  ...(['stage', 'lifecycle', 'portfolio', 'directorate', 'tier', 'theme'] as const).flatMap((by) =>
    content.counts[by].map((one) => share(`Reviews by ${by}`, one.name, one.share)),
  ),
  count('Flow', 'At the start', content.flow.opening),
  count('Flow', 'Restated', content.flow.restatedBy),
  count('Flow', 'Entered', content.totals.entered),
  count('Flow', 'Left', content.totals.left),
  count('Flow', 'At the end', content.flow.closing),
  words('Flow', whole, 'Reconciles', content.flow.reconciles ? 'yes' : 'no'),
];

const registersOf = (content: ReportContent): readonly Fact[] => [
  count('Market engagement', 'Responses', content.engagement.responses),
  count('Market engagement', 'Distinct organisations', content.engagement.organisations),
  count('Market engagement', 'Invited in', content.engagement.invitedIn),
  share('Market engagement', 'Reviews engaged', content.engagement.reviewsEngaged),
  count('Options', 'Preferred', content.options.preferred),
  count('Options', 'Short-listed', content.options.shortListed),
  count('Options', 'Long-listed', content.options.longListed),
  count('Options', 'Not recommended', content.options.notRecommended),
  count('Options', 'Not recommended only at this stage', content.options.notRecommendedAtThisStage),
  share('Options', 'Reviews with a preferred option', content.options.reviewsWithPreferred),
  share('Options', 'Of those, with alternatives recorded', content.options.alternativesRecorded),
  ...content.deliveryModels.preferred.map((one) => count('Delivery models, preferred', one.name, one.count)),
  ...content.deliveryModels.adopted.map((one) => count('Delivery models, adopted', one.name, one.count)),
  ...content.outcomes.map((one) =>
    words(
      'Business-case outcomes',
      one.title,
      one.businessCase,
      `${outcomeNames[one.outcome]} by ${one.body} on ${dateInWords(one.on)}`,
    ),
  ),
  count('Risks', 'Open', content.risks.open),
  count('Risks', 'High', content.risks.byBand.high),
  count('Risks', 'Medium', content.risks.byBand.medium),
  count('Risks', 'Low', content.risks.byBand.low),
  count('Risks', 'Overdue', content.totals.risksOverdue),
  count('Risks', 'Incomplete', content.totals.risksIncomplete),
  count('Issues', 'Open', content.issues.open),
  count('Milestones', 'In all', content.milestones.total),
  count('Milestones', 'Done', content.milestones.done),
  count('Milestones', 'Missed', content.totals.milestonesMissed),
  count('Milestones', 'Slipped', content.totals.milestonesSlipped),
  ...content.ratings.sro.map((one) => share('Ratings by SROs', ratingInWords(one.rating), one.share)),
  ...content.ratings.assurance.map((one) => share('Ratings by assurance', ratingInWords(one.rating), one.share)),
  share('Returns', 'Received', content.returns.received),
  count('Returns', 'Nothing changed', content.returns.nothingChanged),
  count('Returns', 'Late', content.totals.returnsLate),
  count('Returns', 'Unconfirmed', content.totals.returnsUnconfirmed),
  count('Returns', 'Missing', content.totals.returnsMissing),
];

const ofLine = (line: ReportLine): readonly Fact[] => [
  words('Review', line.title, 'Stage', `${line.stageName}; stage work: ${line.stageWork}`),
  words('Review', line.title, 'Lifecycle', lifecycleNames[line.lifecycle]),
  ...line.preferred.map((one) =>
    words('Review', line.title, 'Preferred option', `${one.label}: ${deliveryModelInWords(one.model)}`),
  ),
  ...line.waitsFor.map((what) => words('Review', line.title, 'Waits for', what)),
  words('Review', line.title, 'Savings', line.savings.sentence),
  ...line.savings.plan.map((one) => total('Review', line.title, `Plan ${one.year}`, one.total)),
  words('Review', line.title, 'SRO rating', ratingInWords(line.sroRating ?? 'not-rated')),
  words('Review', line.title, 'Assurance rating', ratingInWords(line.assuranceRating ?? 'not-rated')),
  words('Review', line.title, 'End date', dateStatementInWords(line.endDate)),
  words('Review', line.title, 'Return', returnNames[line.return]),
];

const viewFacts = (publicView: Report['publication']['publicView'], view: Report['view']): readonly Fact[] =>
  publicView === undefined || view === undefined
    ? []
    : [
        words('View', whole, 'View', viewInWords[view]),
        count('View', 'Records whose text is exempt', publicView.withheldRecords),
        words('Digests', whole, 'Content digest of the public view', publicView.contentDigest),
      ];

/** A report told fact by fact, in the order of its page. */
export const factsOf = ({ content, publication, view }: Report, lines: readonly ReportLine[]): readonly Fact[] => [
  ...content.headline.map((sentence) => words('Headline', whole, 'Sentence', sentence)),
  ...countsOf(content),
  ...lines.flatMap(ofLine),
  ...content.savings.years.flatMap(ofYear),
  ...content.savings.stated.flatMap((one) =>
    figure(
      'Stated figures',
      [one.year, one.periodYears === null ? null : `over ${one.periodYears} years`]
        .filter((part) => part !== null)
        .join(', ') || whole,
      `${measureNames[one.measure]}: ${one.title}`,
      one.figure,
    ),
  ),
  {
    ...share('Savings', 'Reviews with a savings figure', content.savings.coverage.reviews),
    coverage: content.savings.coverage.sentence,
  },
  ...registersOf(content),
  ...content.changes.map((one) => words('What changed', whole, 'Sentence', one.sentence)),
  ...content.findings.map((one) => words('Findings', one.subject.title, one.rule, `${one.sentence} ${one.because}`)),
  ...content.nextSteps.map((one) => words('Next steps', one.subject.title, one.who, one.what)),
  ...viewFacts(publication.publicView, view),
  words('Digests', whole, 'Content digest', publication.contentDigest),
  words('Digests', whole, 'Sealing digest', publication.sealingDigest),
];
