import { Stack, type StackProps } from 'aws-cdk-lib';
import { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import { Alarms } from './alarms.ts';
import { Api } from './api.ts';
import { createFunctions } from './application-functions.ts';
import { applicationKey } from './application-key.ts';
import { Dashboard } from './dashboard.ts';
import { DailyRollUp, RollUpQueue, scheduleDeadLetterQueue } from './roll-up.ts';
import type { Settings } from './settings.ts';
import { SignIn, type TokenIssuer } from './sign-in.ts';

export interface ApplicationStackProps extends StackProps {
  readonly table: ITableV2;
  /** The folder that holds one folder per host. */
  readonly bundles: string;
  readonly settings: Settings;
}

/** Everything that can be deleted and deployed again without loss: the functions, the API, the schedule, the alarms. */
export class ApplicationStack extends Stack {
  constructor(scope: Construct, id: string, props: ApplicationStackProps) {
    super(scope, id, { description: 'Transformation tracker: API, monthly roll-up, alarms', ...props });
    const { table, bundles, settings } = props;
    const { requestsPerSecond, alarmEmail } = settings;

    const api = new HttpApi(this, 'HttpApi', {
      apiName: 'transformation-tracker',
      description: 'Transformation reviews, their registers and the monthly report',
      createDefaultStage: false,
    });
    const key = applicationKey(this);
    const tokens: TokenIssuer =
      settings.ownIssuer ?? new SignIn(this, 'SignIn', { bundles, settings, key, pageAddress: api.apiEndpoint }).tokens;

    const queue = new RollUpQueue(this, 'RollUpQueue');
    const scheduleDeadLetters = scheduleDeadLetterQueue(this);
    const hosts = createFunctions(this, {
      bundles,
      key,
      settings,
      table,
      tokens,
      queue: queue.queue,
      scheduleDeadLetters,
    });
    const serving = {
      commands: hosts.commands.lambda,
      queries: hosts.queries.lambda,
      board: hosts.board.lambda,
      front: hosts.front.lambda,
    };
    const rollUp = hosts['roll-up'].lambda;
    new Api(this, 'Api', { api, tokens, key, functions: serving, requestsPerSecond });
    new DailyRollUp(this, 'DailyRollUp', { rollUp, queue, scheduleDeadLetters });

    const functions = {
      ...serving,
      'roll-up': rollUp,
      ...(tokens.preToken === undefined ? {} : { 'pre-token': tokens.preToken.lambda }),
    };
    const watched = { api, functions, queue, scheduleDeadLetters, table };
    const { alarms, undeliveredMail } = new Alarms(this, 'Alarms', {
      ...watched,
      key,
      ...(alarmEmail === undefined ? {} : { email: alarmEmail }),
    });
    new Dashboard(this, 'Dashboard', { ...watched, alarms, ...(undeliveredMail && { undeliveredMail }) });
  }
}
