import { defineRules } from '#domain/registers/define-rules.ts';
import { statedMeasure } from './record.ts';

export const statedMeasureRules = defineRules(statedMeasure, {
  rules: [
    {
      id: 'STM-01',
      sentence: 'A stated measure is no part of itself.',
      breaches: ({ record: { parts = [] }, id }) =>
        parts.includes(id) ? [{ pointer: '/parts', message: 'must name other stated measures' }] : [],
    },
  ],
  section: (entries) => entries.map(({ id, record }) => ({ id, record })),
});
