import { defineRules, keepsNothing } from '#domain/registers/define-rules.ts';
import { NoFacts } from '../all.ts';
import { Option } from './record.ts';

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
