import { defineRules } from '#domain/registers/define-rules.ts';
import { dateInWords } from '#language/in-words.ts';
import { dayOf } from '#language/time.ts';
import { type Milestone, MilestonesSection, milestone } from './record.ts';

const agreement = (milestone: Milestone): string => {
  const agreed = milestone.agreedChange;
  return agreed === undefined ? '' : JSON.stringify([agreed.by, agreed.on, agreed.reason]);
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
      breaches: ({ record, before }) =>
        before === null ||
        before.record.baseline === record.baseline ||
        (record.agreedChange !== undefined && agreement(record) !== agreement(before.record))
          ? []
          : [
              {
                pointer: '/agreedChange',
                message: `must be a new agreement, for the baseline moves from ${dateInWords(before.record.baseline)} to ${dateInWords(record.baseline)}`,
              },
            ],
    },
  ],
  keeps: ({ record, before }) => ({
    originalBaseline: before?.facts.originalBaseline ?? record.baseline,
    rebaselines: before === null ? 0 : before.facts.rebaselines + (before.record.baseline === record.baseline ? 0 : 1),
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
