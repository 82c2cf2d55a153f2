import {
  CloudFormationClient,
  DeleteStackCommand,
  DescribeStacksCommand,
  waitUntilStackDeleteComplete,
} from '@aws-sdk/client-cloudformation';
import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminGetUserCommand,
  AdminRemoveUserFromGroupCommand,
  CognitoIdentityProviderClient,
  DescribeUserPoolCommand,
  paginateAdminListGroupsForUser,
} from '@aws-sdk/client-cognito-identity-provider';
import { GetAccountSettingsCommand, InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';

/** What AWS refused, with its own words; or that it could not be asked. */
export class AccountRefused extends Error {
  /** AWS's own name of the refusal: `AccessDenied`, `CredentialsProviderError`. */
  readonly code: string;
  constructor(code: string, message: string) {
    super(message.includes(code) ? message : `${code}: ${message}`);
    this.code = code;
  }
}

/** Whether nobody has said with which credentials to ask. */
export const isWithoutCredentials = (fault: unknown): boolean =>
  fault instanceof AccountRefused && fault.message.includes('Could not load credentials from any providers');

export interface FoundStack {
  /** CloudFormation's own: `CREATE_COMPLETE`. */
  readonly status: string;
  readonly outputs: Readonly<Record<string, string>>;
}

/** A user of a pool, by e-mail address, with the attributes that Cognito knows them by. */
export interface NewUser {
  readonly email: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/**
 * The one way in which the deployment asks an AWS account, in one region; everything else is pure.
 * Each throws AccountRefused where AWS refuses or cannot be reached.
 */
export interface Account {
  /** The twelve digits of the account. */
  readonly identity: () => Promise<string>;
  /** How many functions the account may run at once. */
  readonly concurrency: () => Promise<number>;
  /** A stack by its name; undefined where there is none. */
  readonly stack: (name: string) => Promise<FoundStack | undefined>;
  /** Deletes a stack, and waits until it is gone. */
  readonly deleteStack: (name: string) => Promise<void>;
  readonly hasPool: (pool: string) => Promise<boolean>;
  /** Cognito's own word of a user, `CONFIRMED` or `FORCE_CHANGE_PASSWORD` for two; undefined where there is none. */
  readonly userStatus: (pool: string, email: string) => Promise<string | undefined>;
  /** Makes a user, whom Cognito mails a password. */
  readonly createUser: (pool: string, user: NewUser) => Promise<void>;
  /** Mails a new password to a user who has not signed in yet. */
  readonly mailAgain: (pool: string, email: string) => Promise<void>;
  readonly addToGroup: (pool: string, email: string, group: string) => Promise<void>;
  readonly removeFromGroup: (pool: string, email: string, group: string) => Promise<void>;
  /** The groups that a user is in. */
  readonly groupsOf: (pool: string, email: string) => Promise<readonly string[]>;
  /** Calls a function and returns what it answered, as text. */
  readonly invoke: (functionName: string, event: unknown) => Promise<string>;
}

const refused = (fault: unknown): AccountRefused =>
  fault instanceof Error ? new AccountRefused(fault.name, fault.message) : new AccountRefused('unknown', String(fault));

const asking = async <T>(act: () => Promise<T>): Promise<T> => {
  try {
    return await act();
  } catch (fault) {
    throw refused(fault);
  }
};

/** What is answered, or undefined where AWS says so that there is none. */
const orNone = async <T>(act: () => Promise<T>, says: (refusal: AccountRefused) => boolean): Promise<T | undefined> => {
  try {
    return await asking(act);
  } catch (fault) {
    if (fault instanceof AccountRefused && says(fault)) return undefined;
    throw fault;
  }
};

const oneHour = 3_600;

const stacksOf = (client: CloudFormationClient) => ({
  stack: async (name: string): Promise<FoundStack | undefined> => {
    const answer = await orNone(
      () => client.send(new DescribeStacksCommand({ StackName: name })),
      ({ message }) => message.includes('does not exist'),
    );
    const [stack] = answer?.Stacks ?? [];
    if (stack?.StackStatus === undefined || stack.StackStatus === 'DELETE_COMPLETE') return undefined;
    const outputs = (stack.Outputs ?? []).map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]);
    return { status: stack.StackStatus, outputs: Object.fromEntries(outputs) };
  },
  deleteStack: async (name: string): Promise<void> => {
    await asking(() => client.send(new DeleteStackCommand({ StackName: name })));
    await asking(() => waitUntilStackDeleteComplete({ client, maxWaitTime: oneHour }, { StackName: name }));
  },
});

const usersOf = (client: CognitoIdentityProviderClient) => ({
  hasPool: async (UserPoolId: string): Promise<boolean> => {
    const known = await orNone(
      () => client.send(new DescribeUserPoolCommand({ UserPoolId })),
      ({ code }) => code === 'ResourceNotFoundException',
    );
    return known !== undefined;
  },
  userStatus: async (UserPoolId: string, Username: string): Promise<string | undefined> => {
    const known = await orNone(
      () => client.send(new AdminGetUserCommand({ UserPoolId, Username })),
      ({ code }) => code === 'UserNotFoundException',
    );
    return known?.UserStatus;
  },
  createUser: async (UserPoolId: string, { email, attributes }: NewUser): Promise<void> => {
    const UserAttributes = Object.entries(attributes).map(([Name, Value]) => ({ Name, Value }));
    await asking(() =>
      client.send(
        new AdminCreateUserCommand({ UserPoolId, Username: email, DesiredDeliveryMediums: ['EMAIL'], UserAttributes }),
      ),
    );
  },
  mailAgain: async (UserPoolId: string, Username: string): Promise<void> => {
    await asking(() =>
      client.send(
        new AdminCreateUserCommand({
          UserPoolId,
          Username,
          DesiredDeliveryMediums: ['EMAIL'],
          MessageAction: 'RESEND',
        }),
      ),
    );
  },
  addToGroup: async (UserPoolId: string, Username: string, GroupName: string): Promise<void> => {
    await asking(() => client.send(new AdminAddUserToGroupCommand({ UserPoolId, Username, GroupName })));
  },
  removeFromGroup: async (UserPoolId: string, Username: string, GroupName: string): Promise<void> => {
    await asking(() => client.send(new AdminRemoveUserFromGroupCommand({ UserPoolId, Username, GroupName })));
  },
  groupsOf: (UserPoolId: string, Username: string): Promise<readonly string[]> =>
    asking(async () => {
      const names: string[] = [];
      for await (const { Groups = [] } of paginateAdminListGroupsForUser({ client }, { UserPoolId, Username }))
        names.push(...Groups.map(({ GroupName = '' }) => GroupName));
      return names;
    }),
});

/** An account, with the credentials of the environment: variables, a profile, a session of single sign-on. */
export const accountIn = (region: string): Account => {
  const lambda = new LambdaClient({ region });
  return {
    identity: async () =>
      (await asking(() => new STSClient({ region }).send(new GetCallerIdentityCommand()))).Account ?? '',
    concurrency: async () => {
      const { AccountLimit } = await asking(() => lambda.send(new GetAccountSettingsCommand()));
      return AccountLimit?.ConcurrentExecutions ?? 0;
    },
    ...stacksOf(new CloudFormationClient({ region })),
    ...usersOf(new CognitoIdentityProviderClient({ region })),
    invoke: async (FunctionName, event) => {
      const { Payload } = await asking(() =>
        lambda.send(new InvokeCommand({ FunctionName, Payload: Buffer.from(JSON.stringify(event)) })),
      );
      return Buffer.from(Payload ?? []).toString('utf8');
    },
  };
};
