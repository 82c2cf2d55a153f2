import { defineRules } from '#domain/registers/define-rules.ts';
import { listed } from '#language/in-words.ts';
import { deliveryModel } from './record.ts';

export const deliveryModelRules = defineRules(deliveryModel, {
  rules: [
    {
      id: 'DLM-01',
      sentence: 'A preferred delivery model is one that the programme lists.',
      breaches: ({ record, programme }) =>
        programme.deliveryModels.includes(record.model)
          ? []
          : [
              {
                pointer: '/model',
                message: `must be a delivery model that the programme lists: ${listed(programme.deliveryModels)}`,
              },
            ],
    },
  ],
});
