import type { Entry } from '#domain/entry.ts';
import { byId } from '#domain/in-id-order.ts';
import { addMonthsToDate, dayOf, type LocalDate, monthOf, withinCalendar } from '#language/time.ts';
import type { RiskMatrix } from '#schemas/programme.ts';
import type {
  OpenRisk,
  Risk,
  RiskAssessment,
  RiskBand,
  RiskFacts,
  RiskScore,
  RisksSection,
  RiskWords,
} from './record.ts';

const scoreOf = (score: RiskScore): number => score.likelihood * score.impact;

/** The band of a score (likelihood x impact, 1-25) by the programme's matrix. */
export const bandOf = (score: number, matrix: RiskMatrix): RiskBand =>
  score <= matrix.lowUpTo ? 'low' : score <= matrix.mediumUpTo ? 'medium' : 'high';

// RISK-01: A risk has at least one control.
const lacksControl = (risk: Risk): boolean => risk.controls.length === 0;

// RISK-02: A risk has at least one action, done or to do, unless it is tolerated.
const lacksAction = (risk: Risk): boolean =>
  risk.treatment !== 'tolerate' && risk.actions.every((action) => action.status === 'cancelled');

// RISK-03: A risk has an owner.
const lacksOwner = (risk: Risk): boolean => risk.owner === undefined;

const missingOf = (risk: Risk): string[] => [
  ...(lacksControl(risk) ? ['a control'] : []),
  ...(lacksAction(risk) ? ['an action'] : []),
  ...(lacksOwner(risk) ? ['an owner'] : []),
];

/** The day from which it is recorded: it has a score since then. */
const recordedOn = ([first]: RiskFacts['scores']): LocalDate | undefined =>
  first === undefined ? undefined : dayOf(first.at);

/** The day on which it was last looked at as a whole: as its record says, or without a change after that. */
const reviewedOn = ({ lastReviewedOn }: Risk, { reviewedNoChange }: RiskFacts): LocalDate | undefined => {
  const unchangedOn = reviewedNoChange === undefined ? undefined : dayOf(reviewedNoChange.at);
  return [lastReviewedOn, unchangedOn]
    .filter((day) => day !== undefined)
    .toSorted()
    .at(-1);
};

/**
 * What follows from a risk by the programme's matrix (Kent's by default): its scores, its band, what it lacks to be
 * complete, and when it is to be reviewed next: its band's months after the last review, or after the day on which it was
 * recorded where it never was (docs/meaning.md SCORE-3); null where that lies beyond the calendar.
 */
export const assessRisk = (risk: Risk, facts: RiskFacts, matrix: RiskMatrix): RiskAssessment => {
  const currentScore = scoreOf(risk.current);
  const currentBand = bandOf(currentScore, matrix);
  const missing = missingOf(risk);
  const lookedAtOn = reviewedOn(risk, facts) ?? recordedOn(facts.scores);
  return {
    inherentScore: scoreOf(risk.inherent),
    currentScore,
    currentBand,
    targetScore: 'toBeConfirmed' in risk.target ? null : scoreOf(risk.target),
    nextReviewOn:
      lookedAtOn === undefined
        ? null
        : withinCalendar(addMonthsToDate(lookedAtOn, matrix.nextReviewMonths[currentBand])),
    complete: missing.length === 0,
    missing,
  };
};

/** So many changes of its score a report shows of a risk. */
export const scoresShown = 6;

type Score = RiskFacts['scores'][number];

/** The changes of score that reports need: the latest of each month, for the direction of travel, and the last few. */
const scoresForReports = (scores: readonly Score[]): Score[] => {
  const changes = scores.filter((one, n) => n === 0 || one.score !== scores[n - 1]?.score);
  return changes.filter((one, n) => {
    const next = changes[n + 1];
    return n >= changes.length - scoresShown || next === undefined || monthOf(next.at) !== monthOf(one.at);
  });
};

/** A report shows the words of so many of its highest risks; a position has them of as many. */
export const highestShown = 10;

const wordsOf = ({ cause, event, consequence, controls, actions, escalated }: Risk): RiskWords => ({
  cause,
  event,
  consequence,
  controls: controls.map(({ what, owner }) => ({ what, owner: owner ?? null })),
  actions: actions
    .filter(({ status }) => status === 'open')
    .map(({ what, owner, dueOn }) => ({ what, owner: owner ?? null, dueOn: dueOn ?? null })),
  escalated: escalated ?? null,
});

const rowOf = ({ id, record: risk, facts, effectiveAt }: Entry<Risk, RiskFacts>, matrix: RiskMatrix): OpenRisk => {
  const assessed = assessRisk(risk, facts, matrix);
  const { inherentScore, currentScore, currentBand, targetScore, nextReviewOn, missing } = assessed;
  const neverReviewed = reviewedOn(risk, facts) === undefined;
  return {
    id,
    title: risk.title,
    likelihood: risk.current.likelihood,
    impact: risk.current.impact,
    score: currentScore,
    band: currentBand,
    ...(risk.owner === undefined ? {} : { owner: risk.owner }),
    nextReviewOn: neverReviewed ? null : nextReviewOn,
    ...(neverReviewed ? { firstReviewOn: nextReviewOn } : {}),
    inherentScore,
    confirmedOn: dayOf(effectiveAt),
    ...(targetScore === null ? {} : { targetScore }),
    missing,
    openActionsDue: risk.actions.flatMap((action) =>
      action.status === 'open' && action.dueOn !== undefined ? [{ what: action.what, dueOn: action.dueOn }] : [],
    ),
    scores: scoresForReports(facts.scores),
  };
};

/** The risks of a review, or of the programme, as a roll-up needs them: the open ones by score, highest first, then by id. */
export const risksSection = (entries: readonly Entry<Risk, RiskFacts>[], matrix: RiskMatrix): RisksSection => {
  const section: RisksSection = { open: [], closed: [], happened: [] };
  for (const entry of entries.toSorted(byId)) {
    const { status, title, issue } = entry.record;
    if (status === 'open') section.open.push(rowOf(entry, matrix));
    else if (status === 'happened' && issue !== undefined) section.happened.push({ id: entry.id, title, issue });
    else section.closed.push({ id: entry.id, title });
  }
  section.open.sort((one, other) => other.score - one.score || byId(one, other));
  const records = new Map(entries.map(({ id, record }) => [id, record]));
  for (const row of section.open.slice(0, highestShown)) {
    const record = records.get(row.id);
    if (record === undefined) continue;
    row.words = wordsOf(record);
    // Its open actions are among its words: once is enough of a text of up to 500 characters.
    row.openActionsDue = [];
  }
  return section;
};
