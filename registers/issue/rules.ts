import { defineRules, keepsNothing } from '#domain/registers/define-rules.ts';
import { NoFacts } from '../all.ts';
import { Issue } from './record.ts';

export const issueRules = defineRules({
  noun: 'issue',
  record: Issue,
  facts: NoFacts,
  references: (record) => (record.risk === undefined ? [] : [{ kind: 'risk', id: record.risk, pointer: '/risk' }]),
  keeps: keepsNothing,
});
