import type { ContentRule } from '#domain/content-rule.ts';
import type { Put } from '#domain/registers/define-rules.ts';
import type { Keeping } from '#domain/registers/facts-along.ts';
import { parsedPart } from '#domain/registers/record-state.ts';
import { figureInWords } from '#language/in-words.ts';
import { dayOf } from '#language/time.ts';
import { approves } from '#registers/business-case/outcome-rules.ts';
import { BusinessCaseFacts } from '#registers/business-case/record.ts';
import type { Figure } from '#schemas/figures.ts';
import { putsRight, whyNotMoved } from '../change-request/agreed-change.ts';
import { poundedOf } from './approved-case.ts';
import type { CostOrBenefit, CostOrBenefitFacts } from './record.ts';

/*
 * What is approved of a cost or benefit is a baseline (docs/meaning.md CASE-22).
 */

type Before = Keeping<CostOrBenefit, CostOrBenefitFacts>['before'];
type Ruled = Put<CostOrBenefit, CostOrBenefitFacts>;

/** The figure alone, without what papers say of it. */
const figureOf = ({ source: _, asAt: __, conflicts: ___, ...figure }: Figure): string => JSON.stringify(figure);

const approvalOf = ({ approved, case: of }: CostOrBenefit): string => JSON.stringify([figureOf(approved), of]);

const isStated = ({ approved, case: of }: CostOrBenefit): boolean => approved.kind !== 'not-stated' || of !== undefined;

/** Whether what is approved, of whichever case, is another than it was. */
const isAnother = (before: Before, record: CostOrBenefit): before is NonNullable<Before> =>
  before !== null && isStated(before.record) && approvalOf(before.record) !== approvalOf(record);

const inPounds = (record: CostOrBenefit): CostOrBenefitFacts['firstApproved'] =>
  isStated(record)
    ? { ...(record.case === undefined ? {} : { case: record.case }), pounds: poundedOf(record.approved) }
    : null;

/** Every case that it has named. */
const casesOf = ({ record, facts: { firstApproved, moves } }: NonNullable<Before>): readonly (string | undefined)[] => [
  record.case,
  firstApproved?.case,
  ...moves.flatMap(({ from, to }) => [from?.case, to?.case]),
];

/** Of a case that it never named, whose own approval is what is agreed to. */
const isOfNewCase = (before: NonNullable<Before>, record: CostOrBenefit): boolean =>
  record.case !== undefined && !casesOf(before).includes(record.case);

/** The case that it goes on naming was never approved: its figures are a draft's. */
const isDraft = ({ record, before, named }: Ruled): boolean => {
  if (record.case === undefined || record.case !== before?.record.case) return false;
  const state = named({ kind: 'business-case', id: record.case });
  if (state === null) return false;
  const { outcomes } = parsedPart(BusinessCaseFacts, state.facts, 'facts of the business case');
  return !outcomes.some(approves);
};

const namesRequest = ({ record, before }: Pick<Keeping<CostOrBenefit, CostOrBenefitFacts>, 'record' | 'before'>) => {
  const { changeRequest, programmeChangeRequest } = record;
  if (changeRequest === undefined && programmeChangeRequest === undefined) return false;
  return (
    changeRequest !== before?.record.changeRequest || programmeChangeRequest !== before?.record.programmeChangeRequest
  );
};

export const approvedBaselineRule: ContentRule<Ruled> = {
  id: 'COB-05',
  sentence:
    'An approved figure changes only by an agreed change request, with another version of the case, or by a correction of the office.',
  breaches: (put) => {
    const { id, record, before, review, change, command } = put;
    if (!isAnother(before, record) || putsRight(put) || isOfNewCase(before, record) || isDraft(put)) return [];
    const what = `the approved figure moves from ${figureInWords(before.record.approved)} to ${figureInWords(record.approved)}`;
    if (record.case !== before.record.case)
      return [
        {
          pointer: '/case',
          message:
            'must stay the case that it names, or be one that it never named: the figure moves by a change request',
        },
      ];
    const why = whyNotMoved({
      names: record,
      review: review?.id ?? null,
      change,
      on: dayOf(command.effectiveAt),
      before: before.facts.moves,
      what,
      isAskedFor: ({ costsAndBenefits }) =>
        costsAndBenefits.some(
          ({ costOrBenefit, approved }) => costOrBenefit === id && figureOf(approved) === figureOf(record.approved),
        ),
    });
    return why === null ? [] : [why];
  },
};

/**
 * What a cost or benefit keeps of what was approved. Another figure that no change request and no other case brought is a draft's, or
 * was put right: it takes the place of the one before and is no move.
 */
export const approvedFacts = (put: Keeping<CostOrBenefit, CostOrBenefitFacts>): CostOrBenefitFacts => {
  const { record, before, command } = put;
  const now = inPounds(record);
  if (before === null) return { firstApproved: now, changesOfApproved: 0, moves: [] };
  const { firstApproved, changesOfApproved, moves } = before.facts;
  if (!isAnother(before, record)) return { firstApproved: firstApproved ?? now, changesOfApproved, moves };
  if (!namesRequest(put) && !isOfNewCase(before, record)) {
    const last = moves.at(-1);
    return last === undefined
      ? { firstApproved: now, changesOfApproved, moves }
      : { firstApproved, changesOfApproved, moves: [...moves.slice(0, -1), { ...last, to: now }] };
  }
  const { changeRequest, programmeChangeRequest } = record;
  const by = namesRequest(put) ? { changeRequest, programmeChangeRequest } : {};
  const move = { at: command.effectiveAt, from: inPounds(before.record), to: now, ...by };
  return { firstApproved, changesOfApproved: changesOfApproved + 1, moves: [...moves, move] };
};
