import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { type FunctionName, grants } from '#store/table/table-definition.ts';
import { type Choices, metricsNamespaceOf } from './choices.ts';
import { sessionStatementsOf, statementsOf } from './grants.ts';
import { HostFunction, type HostFunctionProps } from './host-function.ts';
import type { Sessions } from './sessions.ts';
import type { TokenIssuer } from './sign-in.ts';

export interface ApplicationFunctionsProps {
  /** The folder that holds one folder per host. */
  readonly bundles: string;
  readonly key: IKey;
  readonly choices: Choices;
  readonly table: ITableV2;
  /** The key of the table, where the council has one of its own. */
  readonly recordKey?: IKey;
  readonly tokens: TokenIssuer;
  readonly sessions: Sessions;
  /** Where the pages ask the API. */
  readonly address: string;
  /** Where people open the pages. */
  readonly pagesAddress: string;
  /** The months to report on. */
  readonly queue: IQueue;
  /** What only CloudFront knows; absent where nothing is in front of the API. */
  readonly edgeSecret?: string;
  /** Where the roll-up's lost daily calls go. */
  readonly scheduleDeadLetters: IQueue;
}

/** Those that every deployment has; what makes messages is there where it was chosen. */
export type ApplicationFunction = Exclude<FunctionName, 'messages'>;

type Environment = Readonly<Record<string, string>>;

/** How a function that serves signed-in people reads their token, and how many requests each of them may make. */
const callerEnvironment = ({ choices: { organisations }, tokens }: ApplicationFunctionsProps): Environment => ({
  ISSUER: tokens.issuer,
  ORGANISATION_CLAIM: tokens.claims.organisation,
  ROLES_CLAIM: tokens.claims.roles,
  SUBJECT_CLAIM: tokens.claims.subject,
  ...(tokens.scopeAskedByFunctions ? { SCOPE_IN_TOKEN: tokens.scopeInToken } : {}),
  ...(organisations === undefined ? {} : { ORGANISATIONS: organisations.join(' ') }),
  // Per person and per running function: far below the stage's own limit, so that nobody uses that up alone.
  REQUESTS_PER_SECOND: '25',
  REQUESTS_AT_ONCE: '100',
});

const pagesEnvironment = ({
  choices,
  tokens,
  sessions,
  address,
  pagesAddress,
}: ApplicationFunctionsProps): Environment => ({
  ISSUER: tokens.issuer,
  CLIENT_ID: tokens.clientId,
  SCOPE: `openid profile ${tokens.scope}`,
  ...(tokens.origins.length === 0 ? {} : { ISSUER_ORIGINS: tokens.origins.join(' ') }),
  SESSIONS_TABLE_NAME: sessions.table.tableName,
  SESSION_SECRET: sessions.secret.secretArn,
  PAGES_ADDRESS: pagesAddress,
  ...(choices.accessibilityContact === undefined ? {} : { ACCESSIBILITY_CONTACT: choices.accessibilityContact }),
  API_ADDRESS: address,
});

/** The six functions of the application, each under the grant that `store/table/table-definition.ts` gives it. */
export const createFunctions = (
  scope: Construct,
  props: ApplicationFunctionsProps,
): Readonly<Record<ApplicationFunction, HostFunction>> => {
  const { bundles, key, table, queue } = props;
  const create = (
    id: string,
    host: ApplicationFunction,
    rest: Pick<HostFunctionProps, 'description' | 'environment' | 'deadLetters' | 'readsSecrets'>,
  ): HostFunction =>
    new HostFunction(scope, id, {
      host,
      bundles,
      key,
      metricsNamespace: metricsNamespaceOf(props.choices),
      statements: [
        ...statementsOf(grants[host], table, queue, props.recordKey),
        ...sessionStatementsOf(grants[host], props.sessions),
      ],
      ...rest,
    });
  const store = { TABLE_NAME: table.tableName };
  const send = { QUEUE_URL: queue.queueUrl };
  const edge: Environment = props.edgeSecret === undefined ? {} : { EDGE_SECRET: props.edgeSecret };
  const caller = { ...callerEnvironment(props), ...edge };
  return {
    commands: create('Commands', 'commands', {
      description: 'Changes the registers',
      environment: { ...store, ...send, ...caller },
    }),
    queries: create('Queries', 'queries', {
      description: 'Reads the registers, and can change nothing',
      environment: { ...store, ...caller },
    }),
    board: create('Board', 'board', {
      description: 'Reads published reports, and nothing else',
      environment: { ...store, ...caller },
    }),
    front: create('Front', 'front', {
      description: 'Serves the description of the API, and can read no data',
      environment: edge,
    }),
    pages: create('Pages', 'pages', {
      description: 'Serves the pages for people, and asks the API with their own tokens',
      environment: { ...pagesEnvironment(props), ...edge },
      readsSecrets: true,
    }),
    'roll-up': create('RollUp', 'roll-up', {
      description: 'Finds which reports are due, and writes them',
      environment: { ...store, ...send },
      deadLetters: props.scheduleDeadLetters,
    }),
  };
};
