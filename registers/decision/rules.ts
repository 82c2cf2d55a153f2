import { defineRules, keepsNothing } from '#domain/registers/define-rules.ts';
import { NoFacts } from '../all.ts';
import { earliestMeetingOn } from './decision-dates.ts';
import { Decision } from './record.ts';

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
