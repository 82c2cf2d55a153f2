import type { Choices } from '#infra/choices.ts';
import list from '../../infra/prices.json' with { type: 'json' };

/** A part of the monthly bill that does not depend on use, in US dollars without VAT. */
export interface FixedCost {
  readonly what: string;
  readonly dollars: number;
}

/** What a deployment of these choices watches, as `AWS/CloudWatch` counts it for the bill: one for each metric of each alarm. */
const alarmMetrics = ({ signIn, alarmEmail, usersExportDays, canary }: Choices): number =>
  18 +
  (signIn.with === 'cognito' ? 2 + (usersExportDays > 0 ? 1 : 0) : 0) +
  (alarmEmail === undefined ? 0 : 1) +
  (canary ? 1 : 0);

/** Rules of the firewall, by which it is charged. */
const firewallRules = 4;

/** What the chosen options cost whether anybody asks or not. */
const optionCosts = ({ edge, recordKey }: Choices): readonly FixedCost[] => {
  const { options } = list;
  const inFront = [options.firewall, options.edgeSecret].map(({ name, dollars }) => ({ what: name, dollars }));
  const rules = options.firewallRules;
  return [
    ...(edge === undefined
      ? []
      : [...inFront, { what: `${rules.name}: ${firewallRules}`, dollars: firewallRules * rules.dollars }]),
    ...(recordKey ? [{ what: options.recordKey.name, dollars: options.recordKey.dollars }] : []),
  ];
};

/** What is paid whether anybody asks or not, after the allowances that do not end. */
export const fixedCosts = (choices: Choices): readonly FixedCost[] => {
  const { alarms, compositeAlarm, key, sessionSecret } = list.prices;
  const charged = Math.max(0, alarmMetrics(choices) - alarms.freeAMonth);
  return [
    { what: key.name, dollars: key.dollars },
    { what: sessionSecret.name, dollars: sessionSecret.dollars },
    ...optionCosts(choices),
    {
      what: `${alarms.name}: ${alarmMetrics(choices)}, ${alarms.freeAMonth} of them free`,
      dollars: charged * alarms.dollars,
    },
    { what: compositeAlarm.name, dollars: compositeAlarm.dollars },
  ];
};

/** The bill in sentences: what is fixed, and where the rest is worked out. */
export const costInWords = (choices: Choices): readonly string[] => {
  const fixed = fixedCosts(choices);
  const sum = fixed.reduce((all, { dollars }) => all + dollars, 0);
  return [
    ...fixed.map(({ what, dollars }) => `  ${dollars.toFixed(2)}  ${what}`),
    `  ${sum.toFixed(2)} US dollars a month without VAT, whoever asks (prices of ${list.date}, ${list.regionName}${choices.region === list.region ? '' : `; those of ${choices.region} differ somewhat, up or down`}).`,
    `  What is used comes to it: from some cents to 14 dollars for a council (docs/cost.md). A mail comes at ${choices.monthlyBudget} dollars${choices.alarmEmail === undefined ? ', once "alarmEmail" is chosen' : ''}.`,
  ];
};
