import { everyRole } from '#schemas/people.ts';
import type { Account } from '../deploy/account.ts';
import type { ListedUser } from './users-file.ts';

/** What is to be done about somebody of the file. */
export interface PlannedUser extends ListedUser {
  /** Whether they are made, and mailed a password: whoever is there already never is. */
  readonly isNew: boolean;
  readonly added: readonly string[];
  /** Roles that they hold and the file does not give them. */
  readonly removed: readonly string[];
}

/** How many mails Cognito's own sender takes a day. */
export const mailsADay = 50;

/** Asks who is there and with which roles; changes nothing. Groups that are no roles are left alone. */
export const planUsers = async (
  account: Account,
  pool: string,
  users: readonly ListedUser[],
): Promise<readonly PlannedUser[]> => {
  const planned: PlannedUser[] = [];
  // One after the other: Cognito throttles these questions.
  for (const user of users) {
    const isNew = (await account.userStatus(pool, user.email)) === undefined;
    const groups = isNew ? [] : await account.groupsOf(pool, user.email);
    const roles: readonly string[] = user.roles;
    planned.push({
      ...user,
      isNew,
      added: roles.filter((role) => !groups.includes(role)),
      removed: everyRole.filter((role) => groups.includes(role) && !roles.includes(role)),
    });
  }
  return planned;
};

const isLeft = ({ isNew, added, removed }: PlannedUser): boolean =>
  !isNew && added.length === 0 && removed.length === 0;

const actionOf = (user: PlannedUser): string => (user.isNew ? 'make and mail' : isLeft(user) ? 'leave' : 'set roles');

/** The plan as a table of text, a row for each user. */
export const tableOf = (planned: readonly PlannedUser[]): readonly string[] => {
  const rows = [
    ['line', 'e-mail', 'what', 'roles added', 'roles taken away'],
    ...planned.map((user) => [
      String(user.line),
      user.email,
      actionOf(user),
      user.added.join(' ') || '-',
      user.removed.join(' ') || '-',
    ]),
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
};

/** How many are made, changed and left, in a sentence. */
export const countsOf = (planned: readonly PlannedUser[]): string => {
  const made = planned.filter(({ isNew }) => isNew).length;
  const left = planned.filter(isLeft).length;
  return `${made} to make and mail, ${planned.length - made - left} whose roles change, ${left} as they are.`;
};

/**
 * Does what was planned, one user after the other, and says so of each. Run again after a failure, it goes on: who was made is
 * there, and is not mailed again.
 */
export const applyUsers = async (
  account: Account,
  pool: string,
  planned: readonly PlannedUser[],
  { organisation, print }: { readonly organisation?: string; readonly print: (line: string) => void },
): Promise<void> => {
  for (const user of planned.filter((one) => !isLeft(one))) {
    const { email, name, isNew, added, removed } = user;
    if (isNew)
      await account.createUser(pool, {
        email,
        attributes: {
          email,
          email_verified: 'true',
          name,
          ...(organisation === undefined ? {} : { 'custom:organisation': organisation }),
        },
      });
    for (const role of added) await account.addToGroup(pool, email, role);
    for (const role of removed) await account.removeFromGroup(pool, email, role);
    print(`  ${email}: ${isNew ? 'made and mailed' : 'roles set'}`);
  }
};
