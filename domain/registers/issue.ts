import { Issue } from '#schemas/issue.ts';
import { NoFacts } from '#schemas/registers.ts';
import { defineRules, keepsNothing } from './define-rules.ts';

export const issueRules = defineRules({
  noun: 'issue',
  record: Issue,
  facts: NoFacts,
  references: (record) => (record.risk === undefined ? [] : [{ kind: 'risk', id: record.risk, pointer: '/risk' }]),
  keeps: keepsNothing,
});
