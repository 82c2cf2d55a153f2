import { type Choices, stackPrefixOf } from '#infra/choices.ts';
import list from '../../infra/prices.json' with { type: 'json' };
import { type Found, regionOfStack, type StackId } from './found.ts';

/** What taking a deployment down does, and what it leaves. */
export interface TakingDown {
  /** The stacks that go, in their order: what can be deployed again. */
  readonly goes: readonly { readonly id: StackId; readonly stack: string; readonly region: string }[];
  /** A line for all that stays. */
  readonly stays: readonly string[];
  /** A line for all that is paid for afterwards. */
  readonly paid: readonly string[];
}

const dollars = (amount: number): string => amount.toFixed(2);

/** What is paid for as long as it is there, used or not. */
const stillPaid = (choices: Choices, hasKey: boolean): readonly string[] => {
  const { storage, recovery } = list.prices;
  const { recordKey, backup } = list.options;
  return [
    `the record: ${dollars(storage.dollars)} a month for each GB beyond the account's ${storage.freeAMonth} free ones, and ${dollars(recovery.dollars)} for each GB that can be recovered`,
    `the access log until its entries are ${choices.accessLogDays} days old: less than a dollar`,
    ...(hasKey
      ? [`the key of the record: ${dollars(recordKey.dollars)} a month; without it nobody can read the record`]
      : []),
    ...(choices.backup === undefined
      ? []
      : [
          `the daily backups, which go on, each for ${choices.backup.days} days: ${dollars(backup.dollars)} a month for each GB in each of the two vaults`,
        ]),
  ];
};

/**
 * The plan of taking a deployment down. Without what was found, as for `--dry-run` without credentials, that of a deployment of
 * these choices.
 */
export const takingDownOf = (choices: Choices, found: Found | undefined): TakingDown => {
  const prefix = stackPrefixOf(choices);
  const isThere = (id: StackId, chosen: boolean): boolean =>
    found === undefined ? chosen : found.stacks[id] !== undefined;
  const isCognito = choices.signIn.with === 'cognito';
  const going: readonly (StackId | false)[] = [
    isThere('Application', true) && 'Application',
    // What stands in front is paid for each month, and protects nothing then.
    isThere('Edge', choices.edge !== undefined) && 'Edge',
  ];
  const hasKey = found === undefined ? choices.recordKey : found.stacks.Storage?.outputs.RecordKeyArn !== undefined;
  return {
    goes: going
      .filter((id) => id !== false)
      .map((id) => ({ id, stack: `${prefix}${id}`, region: regionOfStack(id, choices) })),
    stays: [
      ...(isThere('Storage', true)
        ? [`${prefix}Storage, with the record and the log of who asked for what${hasKey ? ', and their key' : ''}`]
        : []),
      ...(isThere('People', isCognito) ? [`${prefix}People, with the users and the nightly lists of them`] : []),
      ...(choices.tableName === undefined ? [] : [`the table ${choices.tableName}, which no stack has`]),
    ],
    paid: stillPaid(choices, hasKey),
  };
};

/** The plan in lines, as a person reads it before or after. */
export const leftInWords = ({ stays, paid }: TakingDown): readonly string[] => [
  'What stays:',
  ...stays.map((sentence) => `  - ${sentence}`),
  'What is still paid for, in US dollars without VAT:',
  ...paid.map((sentence) => `  - ${sentence}`),
  'The same command without --down deploys on it again. To delete the record for good: docs/assurance/exit-plan.md.',
];
