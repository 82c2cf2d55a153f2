import { Decision } from '#schemas/decision.ts';
import { NoFacts } from '#schemas/registers.ts';
import { earliestMeetingOn } from '../decision-dates.ts';
import { defineRules, keepsNothing } from './define-rules.ts';

export const decisionRules = defineRules({
  noun: 'decision',
  record: Decision,
  facts: NoFacts,
  references: (record) =>
    record.deliveryModel === undefined
      ? []
      : [{ kind: 'delivery-model', id: record.deliveryModel, pointer: '/deliveryModel' }],
  keeps: keepsNothing,
  computed: (record) => ({
    earliestMeetingOn: record.noticeOn === undefined ? null : earliestMeetingOn(record.noticeOn),
  }),
});
