import { defineRules } from '#domain/registers/define-rules.ts';
import { statedMeasure } from './record.ts';

export const statedMeasureRules = defineRules(statedMeasure, {
  section: (entries) => entries.map(({ id, record }) => ({ id, record })),
});
