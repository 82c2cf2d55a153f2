import { outcomeKey } from '#domain/report/facts-held.ts';
import { byTitle, figuresOfRecords } from '#domain/report/figures/of-records.ts';
import { dayOf } from '#language/time.ts';

export const businessCasesInFigures = [
  figuresOfRecords({
    part: 'businessCases',
    register: 'business-case',
    whose: 'every',
    rule: { id: 'CASE-5', sentence: 'A report has the outcomes that no report before it held, of every review.' },
    ofReview: ({ position }) => position.businessCases,
    named: byTitle,
    figures: {
      outcomes: {
        title: 'Outcomes of business cases',
        value: ({ outcomes }) => outcomes.total,
        gives: ({ id, outcomes }, { isHere }) =>
          outcomes.filter(({ number, at }) => isHere({ key: outcomeKey(id, number), on: dayOf(at) })).length,
      },
    },
  }),
  figuresOfRecords({
    part: 'businessCases',
    register: 'business-case',
    whose: 'in-results',
    rule: { id: 'CASE-4', sentence: 'Conditions are those of the latest outcome that are open.' },
    ofReview: ({ position }) => position.businessCases,
    named: byTitle,
    figures: {
      'open-conditions': {
        title: 'Open conditions of approvals',
        value: ({ conditions }) => conditions.open,
        gives: ({ openConditions }) => openConditions.length,
      },
      'overdue-conditions': {
        title: 'Overdue conditions of approvals',
        value: ({ conditions }) => conditions.overdue.total,
        gives: ({ openConditions }, { month }) => openConditions.filter(({ dueOn }) => dueOn < month.lastDay).length,
      },
    },
  }),
];
