import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { Alarms } from './alarms.ts';
import { Api } from './api.ts';
import { type ApplicationFunction, createFunctions } from './application-functions.ts';
import { applicationKey } from './application-key.ts';
import { addBudget } from './budget.ts';
import { Canary } from './canary.ts';
import { type Choices, metricsNamespaceOf } from './choices.ts';
import { countedMetrics } from './counted-metrics.ts';
import { Dashboard } from './dashboard.ts';
import { Edge, edgeSecret } from './edge.ts';
import type { HostFunction } from './host-function.ts';
import { countEventsHeldUp, countLines, countMessagesGivenUp } from './logged-lines.ts';
import { Messages } from './messages.ts';
import { addOwnDomain } from './own-domain.ts';
import type { PeopleStack } from './people-stack.ts';
import { DailyRollUp, RollUpQueue, scheduleDeadLetterQueue } from './roll-up.ts';
import { Sessions } from './sessions.ts';
import { SignIn, type TokenIssuer, tokenIssuerOf } from './sign-in.ts';

export interface ApplicationStackProps extends StackProps {
  readonly table: ITableV2;
  /** The key of the table, where the council has one of its own. */
  readonly recordKey?: IKey;
  /** Where the gateway writes who asked for what. */
  readonly accessLog: ILogGroup;
  /** The folder that holds one folder per host. */
  readonly bundles: string;
  readonly choices: Choices;
  /** The people who sign in; absent with an issuer of the council's own. */
  readonly people?: PeopleStack;
  /** Of what stands in front of the API; absent where nothing does. */
  readonly firewallArn?: string;
}

/** What the next deployment is held to: a choice that cannot change without people or record being lost from sight. */
const addLastingChoices = (stack: Stack, { council, stage }: Choices, { issuer, claims }: TokenIssuer): void => {
  for (const [name, value] of Object.entries({
    Council: council,
    Stage: stage,
    Issuer: issuer,
    OrganisationClaim: claims.organisation,
    SubjectClaim: claims.subject,
  }))
    new CfnOutput(stack, name, { value });
};

const createApi = (scope: Construct, { domain }: Choices): HttpApi =>
  new HttpApi(scope, 'HttpApi', {
    apiName: 'transformation-tracker',
    description: 'Transformation reviews, their registers and the monthly report',
    createDefaultStage: false,
    // Else whatever the council puts in front of its own address could be walked around.
    disableExecuteApiEndpoint: domain !== undefined,
  });

/** What the alarms and the dashboard are made from. */
interface Made {
  readonly hosts: Readonly<Record<ApplicationFunction, HostFunction>>;
  readonly messages: Messages | undefined;
  readonly api: HttpApi;
  /** Where people go. */
  readonly pagesAddress: string;
  readonly key: IKey;
  readonly queue: RollUpQueue;
  readonly scheduleDeadLetters: Queue;
}

/** Everything that can be deleted and deployed again without loss: the functions, the API, the schedule, the alarms. */
export class ApplicationStack extends Stack {
  constructor(scope: Construct, id: string, props: ApplicationStackProps) {
    super(scope, id, { description: 'Transformation tracker: API, monthly roll-up, alarms', ...props });
    const { table, accessLog, bundles, choices, people, firewallArn } = props;
    const { requestsPerSecond } = choices;

    const api = createApi(this, choices);
    const key = applicationKey(this);
    const address = choices.domain === undefined ? api.apiEndpoint : `https://${choices.domain.name}`;
    const pagesAddress = choices.pageAddresses[0] ?? address;
    const tokens = this.tokensFor(choices, people, pagesAddress);
    addLastingChoices(this, choices, tokens);

    const secret = firewallArn === undefined ? undefined : edgeSecret(this, key);
    const queue = new RollUpQueue(this, 'RollUpQueue');
    const scheduleDeadLetters = scheduleDeadLetterQueue(this);
    const hosts = createFunctions(this, {
      bundles,
      key,
      choices,
      table,
      ...(props.recordKey === undefined ? {} : { recordKey: props.recordKey }),
      tokens,
      sessions: new Sessions(this, 'Sessions', key),
      address,
      pagesAddress,
      queue: queue.queue,
      scheduleDeadLetters,
      ...(secret === undefined ? {} : { edgeSecret: secret.secretValue.unsafeUnwrap() }),
    });
    const serving = {
      commands: hosts.commands.lambda,
      queries: hosts.queries.lambda,
      board: hosts.board.lambda,
      front: hosts.front.lambda,
      pages: hosts.pages.lambda,
    };
    const rollUp = hosts['roll-up'].lambda;
    const served = new Api(this, 'Api', { api, tokens, accessLog, functions: serving, requestsPerSecond, address });
    if (choices.domain !== undefined) {
      const origin = addOwnDomain(this, served, choices.domain);
      if (choices.edge !== undefined && firewallArn !== undefined && secret !== undefined)
        new Edge(this, 'Edge', {
          name: choices.domain.name,
          certificateArn: choices.edge.certificateArn,
          firewallArn,
          origin,
          secret,
        });
    }
    new CfnOutput(this, 'Table', { value: table.tableName });
    new CfnOutput(this, 'RollUpFunction', { value: rollUp.functionName });
    new DailyRollUp(this, 'DailyRollUp', { rollUp, queue, scheduleDeadLetters });

    const messages =
      choices.messages === undefined
        ? undefined
        : new Messages(this, 'Messages', { ...props, key, queue: queue.queue, pagesAddress, chosen: choices.messages });
    this.watch(props, { hosts, messages, api, pagesAddress, key, queue, scheduleDeadLetters });
  }

  private watch(
    { table, bundles, choices, people }: ApplicationStackProps,
    { hosts, messages, api, pagesAddress, key, queue, scheduleDeadLetters }: Made,
  ): void {
    const functions = {
      commands: hosts.commands.lambda,
      queries: hosts.queries.lambda,
      board: hosts.board.lambda,
      front: hosts.front.lambda,
      pages: hosts.pages.lambda,
      'roll-up': hosts['roll-up'].lambda,
      ...(people === undefined ? {} : { 'pre-token': people.preToken.lambda }),
    };
    const lines = countLines(this, metricsNamespaceOf(choices), {
      commands: hosts.commands.log,
      queries: hosts.queries.log,
      board: hosts.board.log,
      front: hosts.front.log,
      pages: hosts.pages.log,
      'roll-up': hosts['roll-up'].log,
    });
    const watched = { api, functions, lines, counted: countedMetrics(choices), queue, scheduleDeadLetters, table };
    const usersExport = people?.usersExport?.host.lambda;
    const canary = choices.canary
      ? new Canary(this, 'Canary', { bundles, address: pagesAddress }).host.lambda
      : undefined;
    const watchedMessages = messages && {
      lambda: messages.host.lambda,
      givenUp: countMessagesGivenUp(this, metricsNamespaceOf(choices), messages.host.log),
    };
    const eventsHeldUp =
      messages === undefined || choices.events === undefined
        ? undefined
        : countEventsHeldUp(this, metricsNamespaceOf(choices), messages.host.log);
    const { alarms, serviceDown, undeliveredMail } = new Alarms(this, 'Alarms', {
      ...watched,
      ...(usersExport === undefined ? {} : { usersExport }),
      ...(canary === undefined ? {} : { canary }),
      ...(watchedMessages === undefined ? {} : { messages: watchedMessages }),
      ...(eventsHeldUp === undefined ? {} : { eventsHeldUp }),
      key,
      ...(choices.alarmEmail === undefined ? {} : { email: choices.alarmEmail }),
    });
    addBudget(this, choices);
    new Dashboard(this, 'Dashboard', { ...watched, alarms, serviceDown, ...(undeliveredMail && { undeliveredMail }) });
  }

  private tokensFor(choices: Choices, people: PeopleStack | undefined, pagesAddress: string): TokenIssuer {
    if (choices.signIn.with === 'issuer') return tokenIssuerOf(choices.signIn);
    if (people === undefined) throw new Error('there is no user pool to sign in with');
    return new SignIn(this, 'SignIn', { pool: people.pool, pagesAddress, choices }).tokens;
  }
}
