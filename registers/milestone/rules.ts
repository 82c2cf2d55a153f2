import { defineRules } from '#domain/registers/define-rules.ts';
import { dateInWords } from '#language/in-words.ts';
import { dayOf, type Instant } from '#language/time.ts';
import { putsRight, whyNotMoved } from '../change-request/agreed-change.ts';
import { type Milestone, type MilestoneFacts, MilestonesSection, milestone } from './record.ts';

const agreement = (milestone: Milestone): string => {
  const agreed = milestone.agreedChange;
  return agreed === undefined ? '' : JSON.stringify([agreed.by, agreed.on, agreed.reason]);
};

type Before = { readonly record: Milestone; readonly facts: MilestoneFacts } | null;

const movesAfter = (
  { baseline, changeRequest, programmeChangeRequest }: Milestone,
  before: Before,
  at: Instant,
): NonNullable<MilestoneFacts['moves']> => {
  const moves = before?.facts.moves ?? [];
  return before === null || before.record.baseline === baseline
    ? moves
    : [...moves, { from: before.record.baseline, to: baseline, at, changeRequest, programmeChangeRequest }];
};

export const milestoneRules = defineRules(milestone, {
  rules: [
    {
      id: 'MIL-01',
      sentence: 'A milestone whose forecast or actual date is later than its baseline says why.',
      breaches: ({ record }) => {
        if (record.delayReason !== undefined) return [];
        const late =
          record.actual !== undefined && record.actual > record.baseline
            ? 'actual'
            : record.forecast !== undefined && record.forecast > record.baseline
              ? 'forecast'
              : null;
        return late === null
          ? []
          : [
              {
                pointer: '/delayReason',
                message: `must say why the ${late} date is later than the baseline, ${dateInWords(record.baseline)}`,
              },
            ];
      },
    },
    {
      id: 'MIL-03',
      sentence: 'A milestone that was missed has no actual date.',
      breaches: ({ record }) =>
        record.missed && record.actual !== undefined
          ? [{ pointer: '/missed', message: 'must not be true of a milestone with an actual date: it was reached' }]
          : [],
    },
    {
      id: 'MIL-04',
      sentence: 'A milestone that was missed is not forecast for a day to come.',
      breaches: ({ record, command }) =>
        record.missed && record.forecast !== undefined && record.forecast > dayOf(command.effectiveAt)
          ? [
              {
                pointer: '/missed',
                message: `must not be true of a milestone that is forecast for ${dateInWords(record.forecast)}: it can still be reached. Leave missed out and give the reason for the delay, or leave the forecast out`,
              },
            ]
          : [],
    },
    {
      id: 'MIL-02',
      sentence: 'The baseline of a milestone moves only by an agreed change.',
      breaches: (put) => {
        const { id, record, before, review, command } = put;
        if (before === null || before.record.baseline === record.baseline || putsRight(put)) return [];
        const why = whyNotMoved({
          names: record,
          review: review?.id ?? null,
          change: put.change,
          on: dayOf(command.effectiveAt),
          before: before.facts.moves ?? [],
          what: `the baseline moves from ${dateInWords(before.record.baseline)} to ${dateInWords(record.baseline)}`,
          isAskedFor: ({ milestones }) =>
            milestones.some(({ milestone, baseline }) => milestone === id && baseline === record.baseline),
        });
        return why === null ? [] : [why];
      },
    },
    {
      id: 'MIL-05',
      sentence: 'An agreement in words stays as it was recorded before there were change requests.',
      breaches: ({ record, before }) =>
        record.agreedChange === undefined || (before !== null && agreement(record) === agreement(before.record))
          ? []
          : [
              {
                pointer: '/agreedChange',
                message:
                  'must be left out, or stay as it was recorded: a baseline moves by the change request that changeRequest names',
              },
            ],
    },
  ],
  keeps: ({ record, before, command }) => ({
    originalBaseline: before?.facts.originalBaseline ?? record.baseline,
    rebaselines: before === null ? 0 : before.facts.rebaselines + (before.record.baseline === record.baseline ? 0 : 1),
    moves: movesAfter(record, before, command.effectiveAt),
  }),
  section: (entries) =>
    MilestonesSection.parse(
      entries.map(({ id, record: { movedTo, ...record }, facts, effectiveAt }) => ({
        ...record,
        ...facts,
        ...(movedTo === undefined ? {} : { movedTo: movedTo.owner }),
        id,
        confirmedOn: dayOf(effectiveAt),
      })),
    ),
});
