import { devNull } from 'node:os';
import type { PersonToTry } from '#schemas/person-to-try.ts';
import { type FunctionName, grants } from '#store/table/table-definition.ts';
import { apiScope, clientId } from './access-token.ts';

export const region = 'eu-west-2';
export const tableName = 'transformation-tracker';
export const sessionsTableName = 'transformation-tracker-sessions';

/** A channel as a deployment may choose one, but for the secret of its address: there is none on this machine. */
export interface LocalChannel {
  readonly id: string;
  readonly in: 'teams' | 'slack';
  readonly when: 'daily' | 'at-once';
}

/** A webhook as a deployment may choose one: that of a program on this machine. */
export interface LocalWebhook {
  readonly id: string;
  readonly address: string;
  readonly types?: readonly string[];
}

/** What the secret store of this machine has what webhooks are signed with under. */
export const webhookSecretId = 'webhooks';

export interface LocalEndpoints {
  readonly dynamoDbEndpoint: string;
  readonly sqsEndpoint: string;
  readonly queueUrl: string;
  readonly issuer: string;
  /** What the pages are started with, and what makes messages. */
  readonly pages?: {
    /** Where people open them, by the name localhost; and where they ask the API, by number. */
    readonly address: string;
    readonly origin: string;
    readonly secretsEndpoint: string;
    readonly secretsToken: string;
    readonly peopleToTry: readonly PersonToTry[];
    /** Whose people messages are made for. */
    readonly organisations: readonly string[];
    /** Channels whose messages are made as well, and kept here. */
    readonly channels: readonly LocalChannel[];
    /** Where events are sent; they are made and kept here wherever that is. */
    readonly webhooks: readonly LocalWebhook[];
  };
}

const pagesEnvironmentOf = (pages: NonNullable<LocalEndpoints['pages']>): Record<string, string> => ({
  SESSIONS_TABLE_NAME: sessionsTableName,
  PAGES_ADDRESS: pages.address,
  API_ADDRESS: pages.origin,
  SESSION_SECRET: 'sessions',
  SECRETS_ENDPOINT: pages.secretsEndpoint,
  SECRETS_TOKEN: pages.secretsToken,
  PEOPLE_TO_TRY: JSON.stringify(pages.peopleToTry),
});

/** Messages are not sent from this machine, events to programs on it alone; what was made of sample programmes, on days long past, is kept as if it were made today. */
const messagesEnvironmentOf = ({
  address,
  organisations,
  channels,
  webhooks,
  secretsEndpoint,
  secretsToken,
}: NonNullable<LocalEndpoints['pages']>): Record<string, string> => ({
  ORGANISATIONS: organisations.join(' '),
  PAGES_ADDRESS: address,
  MESSAGES_KEPT_DAYS: '7300',
  CHANNELS: JSON.stringify(channels),
  EVENTS: JSON.stringify({ webhooks: webhooks.map((one) => ({ ...one, secret: webhookSecretId })) }),
  SECRETS_ENDPOINT: secretsEndpoint,
  SECRETS_TOKEN: secretsToken,
});

/**
 * A function's environment, as the deployed one has it, with local endpoints. Each function has an access key of its
 * own, named after it, so that each call names its caller; nothing of the user's own AWS set-up is read.
 */
export const environmentOf = (name: FunctionName, endpoints: LocalEndpoints): Record<string, string> => ({
  AWS_LAMBDA_FUNCTION_NAME: name,
  AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
  AWS_REGION: region,
  AWS_ACCESS_KEY_ID: name,
  AWS_SECRET_ACCESS_KEY: 'local',
  AWS_CONFIG_FILE: devNull,
  AWS_SHARED_CREDENTIALS_FILE: devNull,
  AWS_EC2_METADATA_DISABLED: 'true',
  POWERTOOLS_LOG_LEVEL: 'INFO',
  POWERTOOLS_SERVICE_NAME: 'transformation-tracker',
  // Nobody looks at graphs of one machine; the lines of the log say the same.
  POWERTOOLS_METRICS_DISABLED: 'true',
  // One person records whole programmes from this machine, and shares it with nobody.
  REQUESTS_PER_SECOND: '100000',
  REQUESTS_AT_ONCE: '100000',
  TABLE_NAME: tableName,
  DYNAMODB_ENDPOINT: endpoints.dynamoDbEndpoint,
  ISSUER: endpoints.issuer,
  CLIENT_ID: clientId,
  SCOPE: `openid profile ${apiScope}`,
  SUBJECT_CLAIM: 'sub',
  ORGANISATION_CLAIM: 'organisation',
  ROLES_CLAIM: 'roles',
  ...(name === 'pages' && endpoints.pages !== undefined ? pagesEnvironmentOf(endpoints.pages) : {}),
  ...(name === 'messages' && endpoints.pages !== undefined ? messagesEnvironmentOf(endpoints.pages) : {}),
  ...(grants[name].sends ? { QUEUE_URL: endpoints.queueUrl, SQS_ENDPOINT: endpoints.sqsEndpoint } : {}),
});
