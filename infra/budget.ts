import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import type { Construct } from 'constructs';
import type { Choices } from './choices.ts';

/**
 * A monthly budget of the whole account, whose mail goes to whoever gets the alarms: at four fifths, and when all of it is
 * forecast to be used up. Of the account and not of a tag: a tag counts only once somebody has activated it for billing.
 */
export const addBudget = (scope: Construct, { alarmEmail, monthlyBudget }: Choices): void => {
  if (alarmEmail === undefined) return;
  const mailAt = (notificationType: 'ACTUAL' | 'FORECASTED', threshold: number) => ({
    notification: { notificationType, threshold, thresholdType: 'PERCENTAGE', comparisonOperator: 'GREATER_THAN' },
    subscribers: [{ subscriptionType: 'EMAIL', address: alarmEmail }],
  });
  new CfnBudget(scope, 'Budget', {
    budget: { budgetType: 'COST', timeUnit: 'MONTHLY', budgetLimit: { amount: monthlyBudget, unit: 'USD' } },
    notificationsWithSubscribers: [mailAt('ACTUAL', 80), mailAt('FORECASTED', 100)],
  });
};
