import { defineRules } from '#domain/registers/define-rules.ts';
import { engagementSection } from './engagement-section.ts';
import { marketEngagement } from './record.ts';

export const marketEngagementRules = defineRules(marketEngagement, { section: engagementSection });
