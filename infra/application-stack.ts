import { Stack, type StackProps } from 'aws-cdk-lib';
import { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import { grants } from '#store/table/table-definition.ts';
import { Alarms } from './alarms.ts';
import { Api } from './api.ts';
import { Dashboard } from './dashboard.ts';
import { statementsOf } from './grants.ts';
import { HostFunction } from './host-function.ts';
import { houseKey } from './house-key.ts';
import { DailyRollUp, RollUpQueue, scheduleDeadLetters } from './roll-up.ts';
import type { Settings } from './settings.ts';
import { SignIn, type TokenIssuer } from './sign-in.ts';

export interface ApplicationStackProps extends StackProps {
  readonly table: ITableV2;
  /** The folder that holds one folder per host. */
  readonly bundles: string;
  readonly settings: Settings;
}

/** All that may be thrown away and made again: the functions, the API, the schedule, the alarms. */
export class ApplicationStack extends Stack {
  constructor(scope: Construct, id: string, props: ApplicationStackProps) {
    super(scope, id, { description: 'Transformation tracker: API, monthly roll-up, alarms', ...props });
    const { table, bundles, settings } = props;

    const api = new HttpApi(this, 'HttpApi', {
      apiName: 'transformation-tracker',
      description: 'Transformation reviews, their registers and the monthly report',
      createDefaultStage: false,
    });
    const key = houseKey(this);
    const tokens: TokenIssuer =
      settings.ownIssuer ?? new SignIn(this, 'SignIn', { bundles, settings, key, pageAddress: api.apiEndpoint }).tokens;

    const queue = new RollUpQueue(this, 'RollUpQueue');
    const lostCalls = scheduleDeadLetters(this);

    const store = { TABLE_NAME: table.tableName };
    const send = { QUEUE_URL: queue.queue.queueUrl };
    const claims = {
      ISSUER: tokens.issuer,
      ORGANISATION_CLAIM: settings.claims.organisation,
      ROLES_CLAIM: settings.claims.roles,
      SUBJECT_CLAIM: settings.claims.subject,
      // For each person and each function that is awake: far below the stage's own, so that nobody uses that up alone.
      REQUESTS_PER_SECOND: '25',
      REQUESTS_AT_ONCE: '100',
    };
    const commands = new HostFunction(this, 'Commands', {
      host: 'commands',
      bundles,
      key,
      description: 'Changes the registers',
      environment: { ...store, ...send, ...claims },
      statements: statementsOf(grants.commands, table, queue.queue),
    });
    const queries = new HostFunction(this, 'Queries', {
      host: 'queries',
      bundles,
      key,
      description: 'Reads the registers, and can change nothing',
      environment: { ...store, ...claims },
      statements: statementsOf(grants.queries, table, queue.queue),
    });
    const board = new HostFunction(this, 'Board', {
      host: 'board',
      bundles,
      key,
      description: 'Reads published reports, and nothing else',
      environment: { ...store, ...claims },
      statements: statementsOf(grants.board, table, queue.queue),
    });
    const front = new HostFunction(this, 'Front', {
      host: 'front',
      bundles,
      key,
      description: 'Serves the sign-in page and the description of the API, and can read no data',
      environment: {
        ISSUER: tokens.issuer,
        CLIENT_ID: tokens.clientId,
        ...(tokens.scope === undefined ? {} : { SCOPE: `openid profile ${tokens.scope}` }),
        ...(tokens.origins.length === 0 ? {} : { ISSUER_ORIGINS: tokens.origins.join(' ') }),
      },
      statements: statementsOf(grants.front, table, queue.queue),
    });
    const rollUp = new HostFunction(this, 'RollUp', {
      host: 'roll-up',
      bundles,
      key,
      description: 'Finds which reports are due, and writes them',
      environment: { ...store, ...send },
      statements: statementsOf(grants['roll-up'], table, queue.queue),
      deadLetters: lostCalls,
    });

    const functions = {
      commands: commands.lambda,
      queries: queries.lambda,
      board: board.lambda,
      front: front.lambda,
    };
    new Api(this, 'Api', { api, tokens, key, functions, requestsPerSecond: settings.requestsPerSecond });
    new DailyRollUp(this, 'DailyRollUp', { rollUp: rollUp.lambda, queue, scheduleDeadLetters: lostCalls });

    const every = {
      ...functions,
      'roll-up': rollUp.lambda,
      ...(tokens.preToken === undefined ? {} : { 'pre-token': tokens.preToken.lambda }),
    };
    const watched = { api, functions: every, queue, scheduleDeadLetters: lostCalls, table };
    const { alarms, undeliveredMail } = new Alarms(this, 'Alarms', {
      ...watched,
      key,
      ...(settings.alarmEmail === undefined ? {} : { email: settings.alarmEmail }),
    });
    new Dashboard(this, 'Dashboard', { ...watched, alarms, ...(undeliveredMail && { undeliveredMail }) });
  }
}
