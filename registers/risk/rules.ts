import { defineRules } from '#domain/registers/define-rules.ts';
import { risk } from './record.ts';
import { assessRisk, risksSection } from './risk-matrix.ts';

export const riskRules = defineRules(risk, {
  rules: [
    {
      id: 'RISK-04',
      sentence: 'A risk threatens a saving of its own review: a risk of the programme itself names none.',
      breaches: ({ record, review }) =>
        record.threatensSaving !== undefined && review === null
          ? [{ pointer: '/threatensSaving', message: 'must not be given for a risk of the programme itself' }]
          : [],
    },
  ],
  keeps: ({ record, before, command }) => {
    const scores = before?.facts.scores ?? [];
    const score = record.current.likelihood * record.current.impact;
    return { scores: scores.at(-1)?.score === score ? scores : [...scores, { at: command.effectiveAt, score }] };
  },
  computed: (record, facts, programme) => assessRisk(record, facts, programme.riskMatrix),
  section: (entries, { programme }) => risksSection(entries, programme.riskMatrix),
});
