/*
 * Words of the page and the CSV that are others than they were. What was published keeps every sentence (CONTRIBUTING.md, "Change
 * what is stored"), so reports by `rules-1` are drawn in the words that they had.
 */

const today = {
  notIncluded: 'Not included in the total',
  notIncludedInCsv: 'Not included in the total',
  outOf: 'Out of',
  flow: 'Changes in the number of reviews',
  flowInContents: 'Changes in the number of reviews',
  restated: 'Restated',
  recordedOfMonth: 'recorded for the month',
  preferredAndAdopted: 'Delivery models: preferred and adopted',
  unconfirmedReturn: 'Not confirmed by an SRO',
  holds: 'Holds up',
  noStage: 'No stage',
  cannotBeDerived: 'not available',
  cannotBeWorkedOut: 'not available',
  nothingToShare: 'not available',
  planForecastOutturn: 'Built up from savings lines: plan, forecast and outturn',
  follows: 'Agrees:',
  doesNotFollow: 'Does not agree:',
  weightedBy: 'SRO ratings weighted by the savings planned for',
  twoBetween: 'the two between combine the shapes of their neighbours',
  rebaselines: 'Baselines changed by agreement',
  overdueOfRisks: 'Overdue risk reviews and actions',
  noFigure: '–',
};
export type Wording = typeof today;

const ofRules1: Wording = {
  notIncluded: 'Beside the total, not in it',
  notIncludedInCsv: 'Beside the total',
  outOf: 'Of',
  flow: 'Reviews: how the number came about',
  flowInContents: 'How the number came about',
  restated: 'Restated (recorded late)',
  recordedOfMonth: 'recorded of the month',
  preferredAndAdopted: 'Delivery models, counted by preferred option and by adoption',
  unconfirmedReturn: 'Submitted, not confirmed by an SRO',
  holds: 'Holds',
  noStage: 'no stage',
  cannotBeDerived: 'cannot be derived',
  cannotBeWorkedOut: 'cannot be worked out',
  nothingToShare: 'nothing to share',
  planForecastOutturn: 'Built up from savings lines: plan, forecast and outturn, never merged',
  follows: 'Follows:',
  doesNotFollow: 'Does not follow:',
  weightedBy: 'SRO ratings weighed by the savings planned for',
  twoBetween: 'the two between join the shapes of their neighbours',
  rebaselines: 'Baselines moved by an agreed change',
  overdueOfRisks: 'Overdue reviews and actions of risks',
  noFigure: 'not stated',
};

/** The words of a report by the rule set that made it. */
export const wordingOf = ({ ruleSet }: { readonly ruleSet: string }): Wording =>
  ruleSet === 'rules-1' ? ofRules1 : today;
