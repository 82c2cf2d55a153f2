/*
 * What people do with the tracker, as data: the mix that is sent by bench/load.ts, priced by bench/cost/month.ts and held
 * against DynamoDB's limits by bench/cost/partitions.ts. The units are what test/store/month-of-a-council.test.ts measures on the
 * embedded engine, which charges by AWS's rules: a strong read 1 unit for each 4 KB begun, a write in a transaction 2
 * for each KB begun of each item.
 */

/** A programme of this many reviews is what the units were measured in. */
export const measuredReviews = 65;

export interface Use {
  readonly id: UseId;
  readonly what: string;
  /** The operation's id in schemas/operations.ts. */
  readonly operation: string;
  readonly readUnits: number;
  readonly writeUnits: number;
}

/** Told by a member of the team, an SRO or finance: so many a month for each review. */
export interface Change extends Use {
  readonly eachReviewAMonth: number;
}
/** Asked by somebody: so many for each person on a working day. */
export interface Question extends Use {
  readonly eachPersonADay: number;
}

export type UseId =
  | 'new-entry'
  | 'changed-entry'
  | 'changed-review'
  | 'stage-work'
  | 'stage-move'
  | 'rating'
  | 'return'
  | 'confirmation'
  | 'validation'
  | 'list-reviews'
  | 'get-review'
  | 'list-register'
  | 'get-entry'
  | 'gate'
  | 'report'
  | 'report-page'
  | 'report-lines'
  | 'programme'
  | 'history'
  | 'as-at';

const change = (
  id: UseId,
  what: string,
  operation: string,
  eachReviewAMonth: number,
  [readUnits, writeUnits]: readonly [number, number],
): Change => ({ id, what, operation, eachReviewAMonth, readUnits, writeUnits });

/** 30 changes a month for each review: about three in every two working days. */
export const changes: readonly Change[] = [
  change('new-entry', 'a risk, saving, milestone or the like is entered', 'putRisk', 4, [7, 20]),
  change('changed-entry', 'one of them is brought up to date', 'putRisk', 14, [7, 16]),
  change('changed-review', "the review's own record is changed", 'putReview', 3, [6, 18]),
  change(
    'stage-work',
    "the work of the review's stage is said to be in progress or complete",
    'recordStageWork',
    3,
    [18, 18],
  ),
  change('stage-move', 'the review moves to its next stage', 'moveStage', 1, [18, 18]),
  change('rating', 'the SRO or assurance rates delivery confidence', 'rateReview', 2, [6, 10]),
  change('return', 'the monthly return is submitted', 'putReturn', 1, [6, 10]),
  change('confirmation', 'the SRO confirms it', 'confirmReturn', 1, [6, 10]),
  change('validation', 'finance validates a saving', 'validateSaving', 1, [6, 30]),
];

const question = (id: UseId, what: string, operation: string, eachPersonADay: number, readUnits: number): Question => ({
  id,
  what,
  operation,
  eachPersonADay,
  readUnits,
  writeUnits: 0,
});

/** 40 questions for each person on a working day. */
export const questions: readonly Question[] = [
  question('list-reviews', `the list of the programme's ${measuredReviews} reviews`, 'listReviews', 5, 13),
  question('get-review', 'a review', 'getReview', 8, 3),
  question('list-register', 'a register of a review', 'listRisks', 8, 4),
  question('get-entry', 'an entry of it', 'getRisk', 8, 3),
  question('gate', 'what stands between a review and its next stage', 'getReviewGate', 2, 16),
  question('report', 'the report of a month, as JSON', 'getReport', 3, 2),
  question('report-page', 'the report of a month, as a page', 'getReport', 1, 6),
  question('report-lines', "the report's first hundred lines", 'getReportLines', 1, 3),
  question('programme', "the programme's settings", 'getProgramme', 2, 2),
  question('history', 'a page of the history of a review', 'getReviewHistory', 1, 19),
  question('as-at', 'a register of a review as at a day', 'listRisks', 1, 4),
];

/** A month's report, from asking for it to its publication: so many units, and so many more for each review. */
export const rollUp = {
  readUnits: { once: 9, eachReview: 1.16 },
  writeUnits: { once: 30, eachReview: 0.18 },
} as const;

/** What a change leaves behind for good, in bytes: its event. The rest it writes over, or it expires after seven days. */
export const bytesLeftByAChange = 2_050;
