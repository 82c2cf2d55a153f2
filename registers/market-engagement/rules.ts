import { defineRules, keepsNothing } from '#domain/registers/define-rules.ts';
import { NoFacts } from '../all.ts';
import { MarketEngagement } from './record.ts';

export const marketEngagementRules = defineRules({
  noun: 'market engagement',
  record: MarketEngagement,
  facts: NoFacts,
  keeps: keepsNothing,
});
