import { defineRules } from '#domain/registers/define-rules.ts';
import { callInOf, earliestMeetingOn } from './decision-dates.ts';
import { decision } from './record.ts';

export const decisionRules = defineRules(decision, {
  computed: (record) => ({
    earliestMeetingOn: record.noticeOn === undefined ? null : earliestMeetingOn(record.noticeOn),
    ...callInOf(record),
  }),
});
