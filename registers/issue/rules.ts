import { defineRules } from '#domain/registers/define-rules.ts';
import { datesOfIssue, issue } from './record.ts';

export const issueRules = defineRules(issue, { keeps: () => ({}), computed: datesOfIssue });
