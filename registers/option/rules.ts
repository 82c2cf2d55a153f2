import { optionsSection } from '#domain/options-appraisal.ts';
import { entriesOf } from '#domain/position/records.ts';
import { defineRules } from '#domain/registers/define-rules.ts';
import { listed } from '#language/in-words.ts';
import { Appraisal } from '#schemas/appraisal.ts';
import { NoFacts } from '../declaration.ts';
import { option } from './record.ts';

/** Scores and tests may come before the appraisal that lists their criteria: the appraisal says what is missing. */
export const optionRules = defineRules(option, {
  rules: [
    {
      id: 'DLM-02',
      sentence: 'The delivery model of an option is one that the programme lists.',
      breaches: ({ record, programme }) =>
        programme.deliveryModels.includes(record.deliveryModel)
          ? []
          : [
              {
                pointer: '/deliveryModel',
                message: `must be a delivery model that the programme lists: ${listed(programme.deliveryModels)}`,
              },
            ],
    },
  ],
  section: (entries, { records }) =>
    optionsSection(entriesOf(records, 'appraisal', Appraisal, NoFacts)[0]?.record ?? null, entries),
});
