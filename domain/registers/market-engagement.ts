import { MarketEngagement } from '#schemas/market-engagement.ts';
import { NoFacts } from '#schemas/registers.ts';
import { defineRules, keepsNothing } from './define-rules.ts';

export const marketEngagementRules = defineRules({
  noun: 'market engagement',
  record: MarketEngagement,
  facts: NoFacts,
  keeps: keepsNothing,
});
