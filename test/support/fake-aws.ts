import { createServer, type IncomingMessage } from 'node:http';

/*
 * AWS as the deployment sees it, by the protocols of its services over HTTP: the real clients ask it, told so by AWS_ENDPOINT_URL.
 * What is not foreseen here is refused, and every request is kept by its operation.
 */

export interface FakeStack {
  readonly status: string;
  readonly outputs?: Readonly<Record<string, string>>;
}

export interface FakeAccount {
  /** The user pools that were deleted; any other is there. */
  readonly lostPools?: readonly string[];
  readonly stacks?: Readonly<Record<string, FakeStack>>;
  readonly concurrency?: number;
  /** The e-mail addresses of those whom the user pool has. */
  readonly users?: readonly string[];
  /** Those of them who have not signed in yet. */
  readonly waiting?: readonly string[];
  /** The groups of those users, by their e-mail address. */
  readonly groups?: Readonly<Record<string, readonly string[]>>;
  /** Refuses every request, with this code and these words; of one region where it is named. */
  readonly refusing?: { readonly code: string; readonly message: string; readonly region?: string };
  /** What a function that is called answers. */
  readonly answer?: unknown;
}

export interface Asked {
  readonly operation: string;
  readonly region: string;
  readonly input: Readonly<Record<string, unknown>>;
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

const xml = (status: number, body: string): Answer => ({ status, type: 'text/xml', body });
const json = (status: number, body: unknown): Answer => ({
  status,
  type: 'application/json',
  body: JSON.stringify(body),
});
const refusedInXml = (code: string, message: string): Answer =>
  xml(
    400,
    `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`,
  );

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
};

/** The operation of a request and what it was given, whichever protocol its service speaks. */
const askedOf = (request: IncomingMessage, body: string): Omit<Asked, 'region'> => {
  const target = request.headers['x-amz-target'];
  if (typeof target === 'string')
    return { operation: target.split('.').at(-1) ?? '', input: JSON.parse(body === '' ? '{}' : body) };
  if (request.url?.endsWith('/account-settings')) return { operation: 'GetAccountSettings', input: {} };
  const invoked = /functions\/([^/]+)\/invocations/.exec(request.url ?? '')?.[1];
  if (invoked !== undefined) return { operation: 'Invoke', input: { FunctionName: invoked, Payload: body } };
  const { Action = 'unknown', ...input } = Object.fromEntries(new URLSearchParams(body));
  return { operation: Action, input };
};

/** Whom a request was signed for, which is the region that it would go to. */
const regionOf = (request: IncomingMessage): string =>
  /Credential=[^/]+\/\d+\/([^/]+)\//.exec(request.headers.authorization ?? '')?.[1] ?? '';

const describedStack = (name: string, stack: FakeStack | undefined): Answer => {
  if (stack === undefined) return refusedInXml('ValidationError', `Stack with id ${name} does not exist`);
  const outputs = Object.entries(stack.outputs ?? {})
    .map(([key, value]) => `<member><OutputKey>${key}</OutputKey><OutputValue>${value}</OutputValue></member>`)
    .join('');
  return xml(
    200,
    `<DescribeStacksResponse><DescribeStacksResult><Stacks><member><StackName>${name}</StackName><CreationTime>2026-11-28T00:00:00Z</CreationTime><StackStatus>${stack.status}</StackStatus><Outputs>${outputs}</Outputs></member></Stacks></DescribeStacksResult></DescribeStacksResponse>`,
  );
};

/** Whether the pool has a user: from the beginning, or since one was made. */
const hasUser = (account: FakeAccount, before: readonly Asked[], username: unknown): boolean =>
  account.users?.includes(String(username)) === true ||
  before.some(({ operation, input }) => operation === 'AdminCreateUser' && input.Username === username);

/** The groups of a user: those of the beginning, changed by what was asked since. */
const groupsOf = (account: FakeAccount, before: readonly Asked[], username: unknown): readonly string[] => {
  const groups = new Set(account.groups?.[String(username)]);
  for (const { operation, input } of before.filter((one) => one.input.Username === username)) {
    if (operation === 'AdminAddUserToGroup') groups.add(String(input.GroupName));
    if (operation === 'AdminRemoveUserFromGroup') groups.delete(String(input.GroupName));
  }
  return [...groups];
};

const answerTo = (account: FakeAccount, { operation, input, region }: Asked, before: readonly Asked[]): Answer => {
  if (account.refusing !== undefined && (account.refusing.region ?? region) === region)
    return refusedInXml(account.refusing.code, account.refusing.message);
  switch (operation) {
    case 'GetCallerIdentity':
      return xml(
        200,
        '<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::123456789012:user/a</Arn><UserId>AIDA</UserId><Account>123456789012</Account></GetCallerIdentityResult></GetCallerIdentityResponse>',
      );
    case 'DescribeStacks':
      return describedStack(String(input.StackName), account.stacks?.[String(input.StackName)]);
    case 'GetAccountSettings':
      return json(200, { AccountLimit: { ConcurrentExecutions: account.concurrency ?? 1_000 }, AccountUsage: {} });
    case 'Invoke':
      return json(200, account.answer ?? {});
    case 'DescribeUserPool':
      return account.lostPools?.includes(String(input.UserPoolId))
        ? json(400, { __type: 'ResourceNotFoundException', message: 'User pool does not exist.' })
        : json(200, { UserPool: { Id: input.UserPoolId } });
    case 'AdminGetUser':
      return hasUser(account, before, input.Username)
        ? json(200, {
            Username: input.Username,
            UserStatus: account.waiting?.includes(String(input.Username)) ? 'FORCE_CHANGE_PASSWORD' : 'CONFIRMED',
          })
        : json(400, { __type: 'UserNotFoundException', message: 'User does not exist.' });
    case 'AdminCreateUser':
    case 'AdminAddUserToGroup':
    case 'AdminRemoveUserFromGroup':
      return json(200, {});
    case 'AdminListGroupsForUser':
      return json(200, { Groups: groupsOf(account, before, input.Username).map((GroupName) => ({ GroupName })) });
    default:
      return refusedInXml('InvalidAction', `${operation} was not foreseen`);
  }
};

/** Starts an account on this machine. `environment` is what makes the clients of AWS ask it, and nobody else. */
export const startFakeAws = async (account: FakeAccount) => {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      const one = { ...askedOf(request, await bodyOf(request)), region: regionOf(request) };
      const { status, type, body } = answerTo(account, one, asked);
      asked.push(one);
      response.writeHead(status, { 'content-type': type, 'x-amzn-requestid': 'one' }).end(body);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the fake has no port');
  return {
    asked,
    environment: {
      AWS_ENDPOINT_URL: `http://127.0.0.1:${address.port}`,
      AWS_ACCESS_KEY_ID: 'AKIAFAKE',
      AWS_SECRET_ACCESS_KEY: 'fake',
      AWS_EC2_METADATA_DISABLED: 'true',
    },
    stop: () => new Promise<void>((resolve) => void server.close(() => resolve())),
  };
};
