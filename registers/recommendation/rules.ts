import { defineRules } from '#domain/registers/define-rules.ts';
import { recommendation } from './record.ts';

export const recommendationRules = defineRules(recommendation, {
  rules: [
    {
      id: 'REC-01',
      sentence: 'A recommendation that was rejected, or accepted in part, says why.',
      breaches: ({ record: { response, responseWords } }) =>
        responseWords !== undefined || (response !== 'rejected' && response !== 'accepted-in-part')
          ? []
          : [
              {
                pointer: '/responseWords',
                message: `must say why it was ${response === 'rejected' ? 'rejected' : 'accepted in part only'}`,
              },
            ],
    },
    {
      id: 'REC-02',
      sentence: 'A recommendation is closed once it is answered, with evidence unless it was rejected.',
      breaches: ({ record: { status, response, evidence } }) => {
        if (status === 'open') return [];
        if (response === 'awaited')
          return [
            { pointer: '/response', message: 'must be accepted, accepted in part or rejected before it is closed' },
          ];
        return response !== 'rejected' && evidence === undefined
          ? [{ pointer: '/evidence', message: 'must say what shows that it was done' }]
          : [];
      },
    },
  ],
});
