import type { Entry } from '#domain/entry.ts';
import { byId } from '#domain/in-id-order.ts';
import { listed } from '#language/in-words.ts';
import { addMonthsToDate, dayOf, type LocalDate, monthOf, withinCalendar } from '#language/time.ts';
import { bandsOf, type RiskBand, type RiskMatrix, type Scale, scaleOf } from '#schemas/risk-matrix.ts';
import type { OpenRisk, RisksSection, RiskWords, UnscoredRisk } from './projections.ts';
import type { Risk, RiskFacts } from './record.ts';
import type { RiskAssessment } from './worked-out.ts';

/** The scale of a matrix of five by five, unweighted: that of every risk that keeps none. */
export const fiveByFive: Scale = { likelihood: 5, impact: [1, 2, 3, 4, 5] };
export const isSameScale = (one: Scale, other: Scale): boolean =>
  one.likelihood === other.likelihood && one.impact.join() === other.impact.join();

/** Likelihood times what the impact weighs; null where it is to be confirmed, or outside the scale. */
export const scoreOn = (given: Risk['current'], scale: Scale): number | null => {
  if ('toBeConfirmed' in given) return null;
  const weight = scale.impact[given.impact - 1];
  return weight === undefined || given.likelihood > scale.likelihood ? null : given.likelihood * weight;
};

const bandAt = (score: number, matrix: RiskMatrix): RiskBand => {
  const bands = bandsOf(matrix);
  const band = bands.find(({ upTo }) => upTo === null || score <= upTo) ?? bands.at(-1);
  if (band === undefined) throw new Error('a matrix has bands');
  return band;
};

/** The band of a score by the programme's matrix. */
export const bandOf = (score: number, matrix: RiskMatrix): string => bandAt(score, matrix).key;

/** The key of the band of the highest scores. */
export const highestBandOf = (matrix: RiskMatrix): string => bandsOf(matrix).at(-1)?.key ?? '';

const inWords = ({ likelihood, impact }: Scale): string =>
  `${likelihood} by ${impact.length}${impact.every((weight, n) => weight === n + 1) ? '' : `, with impacts that weigh ${listed(impact.map(String))}`}`;

/** Why a risk has no current score; null where it has one. */
const notScored = (
  risk: Risk,
  facts: RiskFacts,
  matrix: RiskMatrix,
): Pick<UnscoredRisk, 'because' | 'onAnotherMatrix'> | null => {
  if ('toBeConfirmed' in risk.current)
    return { because: `To be confirmed: ${risk.current.toBeConfirmed}`, onAnotherMatrix: false };
  const scored = facts.scale ?? fiveByFive;
  const today = scaleOf(matrix);
  return isSameScale(scored, today) && scoreOn(risk.current, today) !== null
    ? null
    : {
        because: `Scored on a matrix of ${inWords(scored)}; the programme's is now ${inWords(today)}`,
        onAnotherMatrix: true,
      };
};

/** After how many months a risk is reviewed again: without a score, as soon as any. */
const monthsUntilReview = (score: number | null, matrix: RiskMatrix): number =>
  score === null
    ? Math.min(...bandsOf(matrix).map(({ nextReviewMonths }) => nextReviewMonths))
    : bandAt(score, matrix).nextReviewMonths;

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

/** The day from which it is recorded: that of its first score, unless it had none then. */
const recordedOn = ({ recordedAt, scores: [first] }: RiskFacts): LocalDate | undefined => {
  const at = recordedAt ?? first?.at;
  return at === undefined ? undefined : dayOf(at);
};

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
 * recorded where it never was (docs/meaning.md SCORE-3); null where that lies beyond the calendar, and once it is not open.
 */
export const assessRisk = (risk: Risk, facts: RiskFacts, matrix: RiskMatrix): RiskAssessment => {
  const unscored = notScored(risk, facts, matrix);
  const onScale = (given: Risk['current']): number | null =>
    unscored?.onAnotherMatrix === true ? null : scoreOn(given, scaleOf(matrix));
  const currentScore = onScale(risk.current);
  const missing = missingOf(risk);
  const lookedAtOn = reviewedOn(risk, facts) ?? recordedOn(facts);
  return {
    inherentScore: onScale(risk.inherent),
    currentScore,
    currentBand: currentScore === null ? null : bandOf(currentScore, matrix),
    targetScore: onScale(risk.target),
    ...(unscored === null ? {} : { notScored: unscored.because }),
    nextReviewOn:
      lookedAtOn === undefined || risk.status !== 'open'
        ? null
        : withinCalendar(addMonthsToDate(lookedAtOn, monthsUntilReview(currentScore, matrix))),
    complete: missing.length === 0,
    missing,
  };
};

/** So many changes of its score a report shows of a risk. */
export const scoresShown = 6;

type Score = RiskFacts['scores'][number];

/** The changes of score that reports need: the latest of each month, for the direction of travel, and the last few. */
const scoresForReports = (scores: readonly Score[]): Score[] => {
  const comparable = scores.slice(
    Math.max(
      0,
      scores.findLastIndex((one) => one.onAnotherMatrix === true),
    ),
  );
  const changes = comparable
    .filter((one, n) => n === 0 || one.score !== comparable[n - 1]?.score)
    .map(({ at, score }) => ({ at, score }));
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
  escalated: escalated === undefined || escalated.endedOn !== undefined ? null : { on: escalated.on, to: escalated.to },
});

type RiskEntry = Entry<Risk, RiskFacts>;

/** What a report says of any open risk. */
const openRow = ({ id, record: risk, effectiveAt }: RiskEntry, { nextReviewOn, missing }: RiskAssessment) => ({
  id,
  title: risk.title,
  ...(risk.owner === undefined ? {} : { owner: risk.owner }),
  nextReviewOn,
  missing,
  openActionsDue: risk.actions.flatMap((action) =>
    action.status === 'open' && action.dueOn !== undefined ? [{ what: action.what, dueOn: action.dueOn }] : [],
  ),
  confirmedOn: dayOf(effectiveAt),
  ...(risk.escalated === undefined ? {} : { escalated: risk.escalated }),
});

const rowOf = (entry: RiskEntry, assessed: RiskAssessment): OpenRisk | null => {
  const { record: risk, facts } = entry;
  const { inherentScore, currentScore, currentBand, targetScore, nextReviewOn } = assessed;
  if (currentScore === null || currentBand === null || 'toBeConfirmed' in risk.current) return null;
  const neverReviewed = reviewedOn(risk, facts) === undefined;
  const { id, title, ...open } = openRow(entry, assessed);
  return {
    id,
    title,
    likelihood: risk.current.likelihood,
    impact: risk.current.impact,
    score: currentScore,
    band: currentBand,
    ...open,
    nextReviewOn: neverReviewed ? null : nextReviewOn,
    ...(neverReviewed ? { firstReviewOn: nextReviewOn } : {}),
    ...(inherentScore === null ? {} : { inherentScore }),
    ...(targetScore === null ? {} : { targetScore }),
    scores: scoresForReports(facts.scores),
  };
};

/** The risks of a review, or of the programme, as a roll-up needs them: the open ones by score, highest first, then by id. */
export const risksSection = (entries: readonly Entry<Risk, RiskFacts>[], matrix: RiskMatrix): RisksSection => {
  const section: RisksSection = { open: [], unscored: [], closed: [], happened: [] };
  for (const entry of entries.toSorted(byId)) {
    const { status, title, owner, issue } = entry.record;
    if (status === 'open') {
      const assessed = assessRisk(entry.record, entry.facts, matrix);
      const row = rowOf(entry, assessed);
      const why = notScored(entry.record, entry.facts, matrix);
      if (row !== null) section.open.push(row);
      else if (why !== null) section.unscored.push({ ...openRow(entry, assessed), ...why });
    } else if (status === 'happened' && issue !== undefined)
      section.happened.push({ id: entry.id, title, owner, issue });
    else section.closed.push({ id: entry.id, title, owner });
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
