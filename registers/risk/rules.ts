import type { Breach } from '#domain/content-rule.ts';
import { defineRules } from '#domain/registers/define-rules.ts';
import { type Scale, scaleOf } from '#schemas/risk-matrix.ts';
import { risk } from './record.ts';
import { assessRisk, fiveByFive, isSameScale, risksSection, scoreOn } from './risk-matrix.ts';

type Given = { readonly likelihood: number; readonly impact: number } | { readonly toBeConfirmed: string };

const outside = (pointer: string, given: Given, scale: Scale): Breach[] => {
  if ('toBeConfirmed' in given) return [];
  const levels = [
    { name: 'likelihood', level: given.likelihood, last: scale.likelihood },
    { name: 'impact', level: given.impact, last: scale.impact.length },
  ];
  return levels.flatMap(({ name, level, last }) =>
    level <= last
      ? []
      : [{ pointer: `${pointer}/${name}`, message: `must be from 1 to ${last}, as the programme's matrix has it` }],
  );
};

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
    {
      id: 'RISK-05',
      sentence: "The scores of a risk are of the programme's matrix, as it was in force when they held.",
      breaches: ({ record, programme }) => {
        const scale = scaleOf(programme.riskMatrix);
        return [
          ...outside('/inherent', record.inherent, scale),
          ...outside('/current', record.current, scale),
          ...outside('/target', record.target, scale),
        ];
      },
    },
  ],
  keeps: ({ record, before, command, programme, kept }) => {
    const scale = programme === null ? (kept?.scale ?? fiveByFive) : scaleOf(programme.riskMatrix);
    const ofScale = isSameScale(scale, fiveByFive) ? {} : { scale };
    const scores = before?.facts.scores ?? [];
    const score = scoreOn(record.current, scale);
    const last = scores.at(-1);
    const isAnother = last !== undefined && !isSameScale(scale, before?.facts.scale ?? fiveByFive);
    // While it is to be confirmed, the matrix is that of the last score.
    if (score === null && before !== null) return { ...before.facts, scores };
    const recordedAt = before === null && score === null ? command.effectiveAt : before?.facts.recordedAt;
    const more = { ...(recordedAt === undefined ? {} : { recordedAt }), ...ofScale };
    if (score === null || (last?.score === score && !isAnother)) return { scores, ...more };
    const onAnotherMatrix = isAnother ? { onAnotherMatrix: true as const } : {};
    return { scores: [...scores, { at: command.effectiveAt, score, ...onAnotherMatrix }], ...more };
  },
  computed: (record, facts, programme) => assessRisk(record, facts, programme.riskMatrix),
  section: (entries, { programme }) => risksSection(entries, programme.riskMatrix),
});
