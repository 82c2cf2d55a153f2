import { defineRules } from '#domain/registers/define-rules.ts';
import { dateInWords } from '#language/in-words.ts';
import { dayOf, type Instant, type LocalDate } from '#language/time.ts';
import { dateStatementInWords, lastDayStated } from '#schemas/date-statement.ts';
import { putsRight, whyNotMoved } from '../change-request/agreed-change.ts';
import { datesOf, dayHeld, daysOf } from './days.ts';
import { datesOfMilestone, type Milestone, type MilestoneFacts, MilestonesSection, milestone } from './record.ts';

const agreement = (milestone: Milestone): string => {
  const agreed = milestone.agreedChange;
  return agreed === undefined ? '' : JSON.stringify([agreed.by, agreed.on, agreed.reason]);
};

type Before = { readonly record: Milestone; readonly facts: MilestoneFacts } | null;

const movesAfter = (record: Milestone, before: Before, at: Instant): NonNullable<MilestoneFacts['moves']> => {
  const { changeRequest, programmeChangeRequest } = record;
  const moves = before?.facts.moves ?? [];
  const [from, to] = [baselineOf(before), daysOf(record).baseline];
  return from === undefined || to === undefined || from === to
    ? moves
    : [...moves, { from, to, at, changeRequest, programmeChangeRequest }];
};

/** The day of its baseline before; undefined where it stood for none. */
const baselineOf = (before: Before): LocalDate | undefined =>
  before === null ? undefined : daysOf(before.record).baseline;

export const milestoneRules = defineRules(milestone, {
  rules: [
    {
      id: 'MIL-01',
      sentence: 'A milestone whose forecast or actual date is later than its baseline says why.',
      breaches: ({ record }) => {
        if (record.delayReason !== undefined) return [];
        const { baseline, forecast, actual } = daysOf(record);
        if (baseline === undefined) return [];
        const late =
          actual !== undefined && actual > baseline
            ? 'actual'
            : forecast !== undefined && forecast > baseline
              ? 'forecast'
              : null;
        return late === null
          ? []
          : [
              {
                pointer: '/delayReason',
                message: `must say why the ${late} date is later than the baseline, ${dateInWords(baseline)}`,
              },
            ];
      },
    },
    {
      id: 'MIL-03',
      sentence: 'A milestone that was missed has no actual date.',
      breaches: ({ record }) =>
        record.missed && (record.actual !== undefined || record.actualStated !== undefined)
          ? [{ pointer: '/missed', message: 'must not be true of a milestone with an actual date: it was reached' }]
          : [],
    },
    {
      id: 'MIL-04',
      sentence: 'A milestone that was missed is not forecast for a day to come.',
      breaches: ({ record, command }) => {
        const { forecast } = daysOf(record);
        return record.missed && forecast !== undefined && forecast > dayOf(command.effectiveAt)
          ? [
              {
                pointer: '/missed',
                message: `must not be true of a milestone that is forecast for ${dateInWords(forecast)}: it can still be reached. Leave missed out and give the reason for the delay, or leave the forecast out`,
              },
            ]
          : [];
      },
    },
    {
      id: 'MIL-02',
      sentence: 'The baseline of a milestone moves only by an agreed change.',
      breaches: (put) => {
        const { id, record, before, review, command } = put;
        const [from, to] = [baselineOf(before), daysOf(record).baseline];
        if (before === null || from === undefined || from === to || putsRight(put)) return [];
        if (to === undefined)
          return [
            {
              pointer: '/baseline',
              message: `must be a day, or stand for one: the baseline is ${dateInWords(from)}, and a change request moves it to a day. Another paper's words are among the conflicts of baselineStated`,
            },
          ];
        const why = whyNotMoved({
          names: record,
          review: review?.id ?? null,
          change: put.change,
          on: dayOf(command.effectiveAt),
          before: before.facts.moves ?? [],
          what: `the baseline moves from ${dateInWords(from)} to ${dateInWords(to)}`,
          isAskedFor: ({ milestones }) =>
            milestones.some(({ milestone, baseline }) => milestone === id && baseline === to),
        });
        return why === null ? [] : [why];
      },
    },
    {
      id: 'MIL-06',
      sentence: 'A day that is given of a milestone is the last one that its date as it is stated stands for.',
      breaches: ({ record }) =>
        Object.entries(datesOf(record)).flatMap(([name, { day, stated }]) => {
          const last = stated === undefined ? null : lastDayStated(stated);
          return day === undefined || stated === undefined || last === null || last === day
            ? []
            : [
                {
                  pointer: `/${name}`,
                  message: `must be ${dateInWords(last)}, the last day of "${dateStatementInWords(stated)}", or be left out. What another paper says is among the conflicts of ${name}Stated`,
                },
              ];
        }),
    },
    {
      id: 'MIL-07',
      sentence: 'What is stated of the day on which a milestone was reached stands for one.',
      breaches: ({ record }) =>
        record.actualStated === undefined || dayHeld(datesOf(record).actual) !== undefined
          ? []
          : [
              {
                pointer: '/actualStated',
                message: 'must stand for a day, as a month or a quarter does: left out until the milestone is reached',
              },
            ],
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
  keeps: ({ record, before, command }) => {
    const [from, to] = [baselineOf(before), daysOf(record).baseline];
    const originalBaseline = before?.facts.originalBaseline ?? to;
    const moved = from !== undefined && to !== undefined && from !== to ? 1 : 0;
    return {
      ...(originalBaseline === undefined ? {} : { originalBaseline }),
      rebaselines: (before?.facts.rebaselines ?? 0) + moved,
      moves: movesAfter(record, before, command.effectiveAt),
    };
  },
  computed: (record) => datesOfMilestone(daysOf(record), record),
  section: (entries) =>
    MilestonesSection.parse(
      entries.map(({ id, record: { movedTo, ...record }, facts, effectiveAt }) => ({
        ...record,
        ...facts,
        ...daysOf(record),
        ...(movedTo === undefined ? {} : { movedTo: movedTo.owner }),
        id,
        confirmedOn: dayOf(effectiveAt),
      })),
    ),
});
