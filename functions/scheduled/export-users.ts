import {
  type AttributeType,
  type CognitoIdentityProviderClient,
  paginateListUsers,
  paginateListUsersInGroup,
} from '@aws-sdk/client-cognito-identity-provider';
import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { dayOf } from '#language/time.ts';
import { everyRole } from '#schemas/people.ts';

/** A person who may sign in, as a new pool needs them: history names them by `subject`, which no new pool gives again. */
export interface ExportedUser {
  readonly subject: string;
  readonly email: string;
  readonly name?: string;
  readonly organisation?: string;
  readonly isEnabled: boolean;
  readonly roles: readonly string[];
}

export interface ExportsUsers {
  readonly cognito: CognitoIdentityProviderClient;
  readonly s3: S3Client;
  readonly pool: string;
  readonly bucket: string;
}

const attributeIn = (attributes: readonly AttributeType[], name: string): string | undefined =>
  attributes.find((one) => one.Name === name)?.Value;

/** The names by which the pool has those of a group. */
const membersOf = async ({ cognito, pool }: ExportsUsers, group: string): Promise<ReadonlySet<string>> => {
  const members = new Set<string>();
  for await (const page of paginateListUsersInGroup({ client: cognito }, { UserPoolId: pool, GroupName: group }))
    for (const { Username = '' } of page.Users ?? []) members.add(Username);
  return members;
};

const readUsers = async (deps: ExportsUsers): Promise<readonly ExportedUser[]> => {
  const members = await Promise.all(everyRole.map(async (role) => [role, await membersOf(deps, role)] as const));
  const users: ExportedUser[] = [];
  for await (const page of paginateListUsers({ client: deps.cognito }, { UserPoolId: deps.pool }))
    for (const { Username = '', Attributes = [], Enabled = false } of page.Users ?? []) {
      const name = attributeIn(Attributes, 'name');
      const organisation = attributeIn(Attributes, 'custom:organisation');
      users.push({
        subject: attributeIn(Attributes, 'sub') ?? Username,
        email: attributeIn(Attributes, 'email') ?? '',
        ...(name === undefined ? {} : { name }),
        ...(organisation === undefined ? {} : { organisation }),
        isEnabled: Enabled,
        roles: members.filter(([, names]) => names.has(Username)).map(([role]) => role),
      });
    }
  return users;
};

/**
 * Writes everybody who may sign in into the bucket, a line each, under the day: Cognito has no backup of its own, and without a
 * list nobody could say whom a subject of history was.
 *
 * @returns how many there are
 */
export const exportUsers = async (deps: ExportsUsers, now: string): Promise<number> => {
  const users = await readUsers(deps);
  await deps.s3.send(
    new PutObjectCommand({
      Bucket: deps.bucket,
      Key: `users/${dayOf(now)}.jsonl`,
      ContentType: 'application/jsonl',
      Body: users.map((user) => `${JSON.stringify(user)}\n`).join(''),
    }),
  );
  return users.length;
};
