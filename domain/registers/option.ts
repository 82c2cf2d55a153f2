import { Option } from '#schemas/options-appraisal.ts';
import { NoFacts } from '#schemas/registers.ts';
import { defineRules, keepsNothing } from './define-rules.ts';

/** Scores and tests may come before the appraisal that lists their criteria: the appraisal says what is missing. */
export const optionRules = defineRules({
  noun: 'option',
  record: Option,
  facts: NoFacts,
  rules: [
    {
      id: 'DLM-02',
      sentence: 'The delivery model of an option is one that the programme lists.',
      breaches: ({ record, programme }) =>
        programme.deliveryModels.includes(record.deliveryModel)
          ? []
          : [{ pointer: '/deliveryModel', message: 'must be a delivery model that the programme lists' }],
    },
  ],
  keeps: keepsNothing,
});
