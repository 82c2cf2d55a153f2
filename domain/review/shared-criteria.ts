import { counted, dateInWords, listed } from '#language/in-words.ts';
import type { BusinessCasesSection } from '#registers/business-case/record.ts';
import { against, type Finding, type GateEvidence, lacking, met } from './gate-rule.ts';

/*
 * What the gates of both stage models look for.
 */

type CaseType = BusinessCasesSection[number]['type'];
type Outcome = BusinessCasesSection[number]['outcomes'][number];

/** Of two cases with an outcome the one that was decided later: by the day of the decision, then by when it was recorded. */
const decidedLater = <C extends { readonly id: string; readonly outcome: Outcome }>(one: C, other: C): C => {
  const [left, right] = [one, other].map(({ id, outcome }) => `${outcome.on} ${outcome.at} ${id}`);
  return (left ?? '') > (right ?? '') ? one : other;
};

/**
 * The business case of one of these types that was decided last: approved, with or without conditions, it lets the review go on;
 * decided otherwise it closes what an earlier version opened (docs/meaning.md REVIEW-22).
 */
export const approvedCase = ({ position }: GateEvidence, types: readonly CaseType[], called: string): Finding => {
  const cases = position.businessCases.filter((one) => types.includes(one.type));
  if (cases.length === 0) return lacking(`There is no ${called}.`);
  const judged = cases.flatMap((one) => {
    const outcome = one.outcomes.at(-1);
    return outcome === undefined ? [] : [{ ...one, outcome }];
  });
  const [first, ...rest] = judged;
  if (first === undefined) return lacking(`No outcome is recorded of ${listed(cases.map((one) => `"${one.title}"`))}.`);
  const { title, outcome, openConditions } = rest.reduce(decidedLater, first);
  const open = openConditions.length === 0 ? 'none open' : `${openConditions.length} open`;
  if (outcome.outcome === 'approved' || outcome.outcome === 'approved-with-conditions') {
    const isPlain = outcome.outcome === 'approved' && openConditions.length === 0;
    const how = isPlain ? 'approved' : `approved with conditions (${open})`;
    return met(`"${title}" was ${how} by ${outcome.body} on ${dateInWords(outcome.on)}.`);
  }
  const earlier = judged.length > 1 ? ' It is the latest word on the case, whatever was approved before.' : '';
  return against(`"${title}" was ${outcome.outcome} on ${dateInWords(outcome.on)}.${earlier}`);
};

/** Every milestone done or moved to a named owner, and at least one of them. */
export const milestonesSettled = ({ position: { milestones } }: GateEvidence): Finding => {
  if (milestones.length === 0) return lacking('No milestone is recorded.');
  const unsettled = milestones.filter((one) => one.actual === undefined && one.movedTo === undefined);
  if (unsettled.length > 0)
    return against(`Neither done nor moved to an owner: ${listed(unsettled.map((one) => `"${one.title}"`))}.`);
  const done = milestones.filter((one) => one.actual !== undefined).length;
  return met(
    `Of ${counted(milestones.length, 'milestone')}, ${done} done and ${milestones.length - done} moved to a named owner.`,
  );
};

/** Every pound that is claimed is validated by finance, year by year and line by line, and there is one at least. */
export const actualsValidated = ({ position: { savings } }: GateEvidence): Finding => {
  if (savings.lines.length === 0) return lacking('There is no savings line.');
  const years = savings.lines.flatMap((line) => line.years.map((year) => ({ ...year, title: line.title })));
  const waiting = years.filter((one) => one.claimed !== null && one.validated === null);
  if (waiting.length > 0)
    return against(`Claimed and not validated: ${listed(waiting.map(({ title, year }) => `"${title}" of ${year}`))}.`);
  const validated = years.filter((one) => one.validated !== null);
  return validated.length === 0
    ? lacking(`No actual is validated of ${counted(savings.lines.length, 'savings line')}.`)
    : met(`All that is claimed is validated: ${counted(validated.length, 'actual')}.`);
};

/** In the register of lessons, or in the review's own record, which had them first. */
export const lessonsRecorded = ({ record, position }: GateEvidence): Finding => {
  const lessons = record.lessons.length + position.lessons.length;
  return lessons === 0 ? lacking('No lesson is recorded.') : met(`${counted(lessons, 'lesson')} recorded.`);
};
