import { counted, dateInWords, listed } from '#language/in-words.ts';
import type { BusinessCasesSection } from '#registers/business-case/record.ts';
import { against, type Finding, type GateEvidence, lacking, met } from './gate-rule.ts';

/*
 * What the gates of both stage models look for.
 */

type CaseType = BusinessCasesSection[number]['type'];

/** A business case of one of these types whose latest outcome approves it, with or without conditions. */
export const approvedCase = ({ position }: GateEvidence, types: readonly CaseType[], called: string): Finding => {
  const cases = position.businessCases.filter((one) => types.includes(one.type));
  if (cases.length === 0) return lacking(`There is no ${called}.`);
  const judged = cases.flatMap((one) => {
    const outcome = one.outcomes.at(-1);
    return outcome === undefined ? [] : [{ ...one, outcome }];
  });
  const approved = judged.find(
    ({ outcome }) => outcome.outcome === 'approved' || outcome.outcome === 'approved-with-conditions',
  );
  if (approved !== undefined) {
    const { outcome, openConditions } = approved;
    const how =
      outcome.outcome === 'approved'
        ? 'approved'
        : `approved with conditions (${openConditions.length === 0 ? 'none open' : `${openConditions.length} open`})`;
    return met(`"${approved.title}" was ${how} by ${outcome.body} on ${dateInWords(outcome.on)}.`);
  }
  if (judged.length === 0) return lacking(`No outcome is recorded of ${listed(cases.map((one) => `"${one.title}"`))}.`);
  return against(
    `${listed(judged.map((one) => `"${one.title}" was ${one.outcome.outcome} on ${dateInWords(one.outcome.on)}`))}.`,
  );
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

/** At least one year of a savings line whose actual finance has validated. */
export const actualsValidated = ({ position: { savings } }: GateEvidence): Finding => {
  if (savings.lines.length === 0) return lacking('There is no savings line.');
  const validated = savings.lines.filter((line) => line.years.some((year) => year.validated !== null));
  return validated.length === 0
    ? lacking(`No actual is validated of ${counted(savings.lines.length, 'savings line')}.`)
    : met(`Actuals are validated of ${validated.length} of ${counted(savings.lines.length, 'savings line')}.`);
};

export const lessonsRecorded = ({ record }: GateEvidence): Finding =>
  record.lessons.length === 0
    ? lacking('No lesson is recorded.')
    : met(`${counted(record.lessons.length, 'lesson')} recorded.`);
