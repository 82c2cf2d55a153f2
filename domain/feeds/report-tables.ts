import type { Column, ColumnType, FeedTable } from './column.ts';

/*
 * The tables of published reports, over all months and revisions. What is published stays, and so do its rows: a month that is
 * published again has rows of another revision.
 */

const column = (name: string, type: ColumnType, title: string, description: string): Column => ({
  name,
  type,
  title,
  description,
  nullable: true,
});
const always = (...given: Parameters<typeof column>): Column => ({ ...column(...given), nullable: false });

const ofRevision = (key: string): readonly Column[] => [
  always('key', 'text', 'Key', key),
  always('programmeId', 'text', 'Programme', 'The programme'),
  always('month', 'text', 'Month', 'The month that is reported, as 2014-04'),
  always('revision', 'whole number', 'Revision', 'Which revision of that month, counted from 1'),
];
const reviewId: Column = { ...always('reviewId', 'text', 'Review', 'The review'), refersTo: 'review' };

export const reportsTable = {
  name: 'reports',
  rowType: 'Report',
  title: 'Reports',
  description:
    'Every revision of every month that is published. Take those that are the latest, unless you compare revisions.',
  saysWhatIsGone: true,
  columns: [
    ...ofRevision('Month and revision: 2014-04.1'),
    always('isLatest', 'yes or no', 'Latest', 'Whether it is the latest revision of its month'),
    always('publishedAt', 'instant', 'Published', 'When it was published'),
    column('reason', 'text', 'Reason', 'Why the month was published again'),
    always('reviewCount', 'whole number', 'Reviews', 'How many reviews it has a line of'),
    always('contentDigest', 'text', 'Content digest', 'The digest of what the public view of it says'),
  ],
} as const satisfies FeedTable;

/** REPORT-7: of a review that was stopped or transferred, and of one that was never approved, nothing is in the totals. */
const isInTotals = always(
  'isInTotals',
  'yes or no',
  'In totals',
  'Whether the report adds up what it plans: it was under way, paused or completed',
);

export const reportReviewsTable = {
  name: 'reportReviews',
  rowType: 'ReportReview',
  title: 'Reviews in reports',
  description: 'Where each review stood at the end of each month, as it was published.',
  parent: 'reports',
  saysWhatIsGone: false,
  columns: [
    ...ofRevision('Month, revision and review: 2014-04.1.property'),
    { ...always('parentKey', 'text', 'Report', 'The key of the report'), refersTo: 'reports' },
    reviewId,
    always('title', 'text', 'Title', 'What the review was called'),
    always('lifecycle', 'text', 'Lifecycle', 'Potential, active, paused, stopped, completed or transferred'),
    always('isCounted', 'yes or no', 'Counted', 'Whether it is under way'),
    column('partOf', 'text', 'Part of', 'The review that it is part of'),
    always('stage', 'text', 'Stage', 'The id of its stage'),
    always('stageName', 'text', 'Stage in words', 'What its stage is called'),
    always('stageWork', 'text', 'Stage work', 'How far the work of the stage had come'),
    always('tier', 'text', 'Tier', 'How much weighs on it'),
    column('portfolio', 'text', 'Portfolio', 'The portfolio that it is counted in, by name'),
    always('sroCount', 'whole number', 'SROs', 'How many people answer for it: one, if all is well'),
    column('preferredOptions', 'text', 'Preferred options', 'Their labels, with semicolons between them'),
    always('notRecommended', 'whole number', 'Options not recommended', 'How many options are not recommended'),
    column('marketMaturity', 'text', 'Market maturity', 'How far the market had come'),
    column('waitsFor', 'text', 'Waits for', 'What it waited for, with semicolons between'),
    column('sroRating', 'text', 'SRO rating', 'What its SRO last rated it overall, where that was up to date'),
    column(
      'assuranceRating',
      'text',
      'Assurance rating',
      'What assurance last rated it overall, where that was up to date',
    ),
    always('openRisks', 'whole number', 'Open risks', 'How many risks were open'),
    always('highRisks', 'whole number', 'High risks', 'How many of them were high'),
    column('endDate_first', 'day', 'End date: first day', 'The first day that its end date stands for'),
    column('endDate_last', 'day', 'End date: last day', 'The last day that its end date stands for'),
    always('endDate_words', 'text', 'End date: in words', 'As the report wrote it'),
    always('return', 'text', 'Return', 'How it stood with its return of the month'),
    always('savingsLines', 'whole number', 'Savings lines', 'How many savings lines it had'),
    always('savings_words', 'text', 'Savings: in words', 'What the report said of its savings'),
    isInTotals,
  ],
} as const satisfies FeedTable;

export const reportPlansTable = {
  name: 'reportPlans',
  rowType: 'ReportPlan',
  title: 'Plans of reviews in reports',
  description:
    'What each review planned to save in each financial year, as it was published. The rows where `isInTotals` is true add up to what the report says is planned.',
  parent: 'reportReviews',
  saysWhatIsGone: false,
  columns: [
    ...ofRevision('Month, revision, review and year: 2014-04.1.property.2014/15'),
    { ...always('parentKey', 'text', 'Review in its report', 'The key of its row there'), refersTo: 'reportReviews' },
    reviewId,
    always('year', 'text', 'Financial year', 'As 2014/15'),
    column('low', 'pounds', 'Low end', 'In whole pounds; empty where there is no figure'),
    column('high', 'pounds', 'High end', 'In whole pounds; empty where the top is open'),
    always('figures', 'whole number', 'Figures', 'How many figures it adds up'),
    always('leftOut', 'whole number', 'Left out', 'How many figures it could not add up'),
    isInTotals,
  ],
} as const satisfies FeedTable;

export const reportFactsTable = {
  name: 'reportFacts',
  rowType: 'ReportFact',
  title: 'Facts of reports',
  description:
    'Whatever a report says, one fact a row, in the order of its page: the same as its CSV. The place of a fact may be another in a later release: take a month whole.',
  parent: 'reports',
  saysWhatIsGone: false,
  columns: [
    ...ofRevision('Month, revision and place: 2014-04.1.0.17'),
    { ...always('parentKey', 'text', 'Report', 'The key of the report'), refersTo: 'reports' },
    always('section', 'text', 'Section', 'The section of the report that it is in'),
    always('about', 'text', 'About', 'The review that it is about, or the programme'),
    always('item', 'text', 'Item', 'What it is'),
    always('unit', 'text', 'Unit', 'Pounds, reviews, a count, or words'),
    column('low', 'number', 'Low end', 'In whole pounds, or how many'),
    column('high', 'number', 'High end', 'The same of what has no range; empty where the top is open'),
    column('of', 'number', 'Of', 'Of a share: how many there are in all'),
    column('coverage', 'text', 'Coverage', 'How many figures it adds up, and how many it could not'),
    column('words', 'text', 'In words', 'What the report says'),
  ],
} as const satisfies FeedTable;

export const reportTables = [reportsTable, reportReviewsTable, reportPlansTable, reportFactsTable] as const;
