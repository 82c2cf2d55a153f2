import { defineRules, keepsNothing } from '#domain/registers/define-rules.ts';
import { NoFacts } from '../all.ts';
import { DeliveryModel } from './record.ts';

export const deliveryModelRules = defineRules({
  noun: 'delivery model',
  record: DeliveryModel,
  facts: NoFacts,
  rules: [
    {
      id: 'DLM-01',
      sentence: 'A preferred delivery model is one that the programme lists.',
      breaches: ({ record, programme }) =>
        programme.deliveryModels.includes(record.model)
          ? []
          : [{ pointer: '/model', message: 'must be a delivery model that the programme lists' }],
    },
  ],
  references: (record) => [
    ...record.fromOptions.map((id, n) => ({ kind: 'option' as const, id, pointer: `/fromOptions/${n}` })),
    ...(record.decision === undefined
      ? []
      : [{ kind: 'decision' as const, id: record.decision, pointer: '/decision' }]),
  ],
  keeps: keepsNothing,
});
