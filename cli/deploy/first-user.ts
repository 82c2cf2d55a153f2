import type { Choices } from '#infra/choices.ts';
import { signedInPath, signedOutPath } from '#schemas/page-routes.ts';
import type { Account } from './account.ts';

/** Who is to be the first user. */
export interface Admin {
  readonly email: string;
  /** As history shows it. */
  readonly name?: string;
}

/** Whoever sets the programme up and publishes; the first user needs it to begin. */
const firstRole = 'programme-office';

/** A user who has not signed in yet: their first password may have ended. */
const isWaiting = (status: string | undefined): boolean => status === 'FORCE_CHANGE_PASSWORD';

const inWords = (email: string, status: string | undefined): string => {
  if (status === undefined)
    return `${email} is a user with the role ${firstRole}, and has been mailed a password for three days.`;
  return isWaiting(status)
    ? `${email} was a user already who has not signed in yet, has the role ${firstRole}, and has been mailed a new password for three days.`
    : `${email} was a user already, and has the role ${firstRole}.`;
};

/**
 * Makes the first user of a pool, unless they are there, and gives them their role; whoever has not signed in yet is mailed a
 * new password. Returns what was done, in a sentence.
 */
export const makeFirstUser = async (
  account: Account,
  choices: Choices,
  pool: string,
  { email, name }: Admin,
): Promise<string> => {
  const [only, ...others] = choices.organisations ?? [];
  const status = await account.userStatus(pool, email);
  if (isWaiting(status)) await account.mailAgain(pool, email);
  if (status === undefined)
    await account.createUser(pool, {
      email,
      attributes: {
        email,
        email_verified: 'true',
        ...(name === undefined ? {} : { name }),
        // Where there is one organisation the token names it without an attribute.
        ...(others.length === 0 || only === undefined ? {} : { 'custom:organisation': only }),
      },
    });
  await account.addToGroup(pool, email, firstRole);
  return inWords(email, status);
};

/** The one record that a council makes itself: its name leads to what stands in front, or to the API. */
const dnsRecord = ({ domain }: Choices, { EdgeTarget, DomainTarget }: Readonly<Record<string, string>>) =>
  domain === undefined
    ? []
    : [`Point a CNAME record of ${domain.name} at ${EdgeTarget ?? DomainTarget ?? ''}, unless it is there already.`];

/**
 * Where an issuer of a council's own must let people back to. Entra ID gives tokens for a single-page address to browsers alone, and for
 * one of the platform Web to clients with a secret: the pages redeem their codes on the server, without one.
 */
const redirectAddresses = (address: string): string =>
  `as "Mobile and desktop applications" ${address}${signedInPath} and ${address}${signedOutPath}`;

/** Where to go, and what is left to do by hand. */
export const whereToGo = (
  choices: Choices,
  outputs: Readonly<Record<string, string>>,
  admin: string | undefined,
): readonly string[] => {
  const address = choices.pageAddresses[0] ?? outputs.Address ?? '';
  const who = admin ?? 'the first user';
  return [
    ...dnsRecord(choices, outputs),
    `Open ${address} and sign in.`,
    ...(choices.signIn.with === 'issuer'
      ? [
          `First, in the identity provider, add to the redirect addresses of the application: ${redirectAddresses(address)}. Then assign ${who} the role ${firstRole}.`,
        ]
      : admin === undefined
        ? ['To make the first user, run this again with --admin <e-mail>.']
        : []),
    ...(choices.alarmEmail === undefined
      ? ['Nobody gets alarms: put "alarmEmail" into the file of choices and deploy again.']
      : [
          `${choices.alarmEmail} has a mail from AWS in which to confirm that it wants the alarms; the budget's mails need no confirming.`,
        ]),
    `Then look at it once from outside: npm run smoke -- --url ${address}`,
  ];
};
