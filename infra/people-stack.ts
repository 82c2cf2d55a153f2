import { CfnOutput, Duration, RemovalPolicy, Stack, type StackProps, Validations } from 'aws-cdk-lib';
import {
  AccountRecovery,
  FeaturePlan,
  type IUserPool,
  LambdaVersion,
  Mfa,
  StringAttribute,
  UserPool,
  UserPoolEmail,
  UserPoolGroup,
  UserPoolOperation,
} from 'aws-cdk-lib/aws-cognito';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { everyRole } from '#schemas/people.ts';
import type { CognitoSignIn } from './choices.ts';
import { HostFunction } from './host-function.ts';
import { UsersExport } from './users-export.ts';

export interface PeopleStackProps extends StackProps {
  /** The folder that holds one folder per host. */
  readonly bundles: string;
  /** The pool is protected against deletion at every deployment but the first, which could else not be taken back. */
  readonly isFirst: boolean;
  /** The name of the token trigger. It is fixed: a pool that outlives its stack names the function that is made again. */
  readonly functionName: string;
  /** The organisations that a person may belong to; a single one needs no attribute. */
  readonly organisations: readonly string[];
  /** The programs that sign in by themselves. */
  readonly machines: CognitoSignIn['machines'];
  /** Who the pool's mails come from; a domain of it must be verified with Amazon SES in this region. */
  readonly mailFrom?: string;
  /** How many days each night's list of the users is kept; none is made where it is 0. */
  readonly usersExportDays: number;
  /** The id of a pool that is there already. */
  readonly adopted?: string;
}

/** Retained when the stack or the resource is removed; taken back where the stack itself could not be created. */
const retained = RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE;

const createUserPool = (scope: Construct, { isFirst, mailFrom }: PeopleStackProps): UserPool => {
  const pool = new UserPool(scope, 'Pool', {
    // Only an administrator creates users: nobody may give themselves an organisation or a role.
    selfSignUpEnabled: false,
    signInAliases: { email: true },
    signInCaseSensitive: false,
    customAttributes: { organisation: new StringAttribute({ minLen: 1, maxLen: 128, mutable: true }) },
    ...(mailFrom === undefined
      ? {}
      : {
          email: UserPoolEmail.withSES({
            fromEmail: mailFrom,
            fromName: 'Transformation tracker',
            sesVerifiedDomain: mailFrom.slice(mailFrom.indexOf('@') + 1),
            sesRegion: Stack.of(scope).region,
          }),
        }),
    featurePlan: FeaturePlan.ESSENTIALS,
    mfa: Mfa.REQUIRED,
    mfaSecondFactor: { otp: true, sms: false },
    passwordPolicy: {
      minLength: 14,
      requireLowercase: true,
      requireUppercase: true,
      requireDigits: true,
      requireSymbols: true,
      tempPasswordValidity: Duration.days(3),
    },
    accountRecovery: AccountRecovery.EMAIL_ONLY,
    // History names people by the pool's subjects: without the pool it would name nobody.
    deletionProtection: !isFirst,
    removalPolicy: retained,
  });
  Validations.of(pool).acknowledge({
    id: 'AwsSolutions-COG8',
    reason:
      'The Essentials plan has what is used here (access-token claims, managed sign-in). The Plus plan is charged for each user and adds risk scoring; sign-up is closed, a second factor is required, and a council with an identity provider of its own uses that instead.',
  });
  return pool;
};

/** One group for each role, retained with the pool: its members are who may do what. */
const addRoleGroups = (scope: Construct, pool: IUserPool): void => {
  for (const role of everyRole) {
    const group = new UserPoolGroup(scope, `Group-${role}`, {
      userPool: pool,
      groupName: role,
      description: `The role ${role}`,
    });
    group.applyRemovalPolicy(retained);
  }
};

/** What the trigger says of each machine, by the scope that only the one has. */
const machinesFor = ({ machines, organisations: [only = ''] }: PeopleStackProps): string =>
  JSON.stringify(
    Object.fromEntries(machines.map(({ id, name, role, organisation = only }) => [id, { name, organisation, role }])),
  );

/**
 * The people who sign in, in a stack of their own: history names them by the pool's subjects, so the pool outlives every
 * application that is put on it, and another deployment can adopt it by its id.
 */
export class PeopleStack extends Stack {
  readonly pool: IUserPool;
  readonly preToken: HostFunction;
  /** Absent where no list of users is kept. */
  readonly usersExport: UsersExport | undefined;

  constructor(scope: Construct, id: string, props: PeopleStackProps) {
    super(scope, id, {
      description: 'Transformation tracker: the people who sign in',
      ...props,
      terminationProtection: !props.isFirst,
    });
    const { bundles, functionName, organisations, adopted } = props;
    this.preToken = new HostFunction(this, 'PreToken', {
      host: 'pre-token',
      bundles,
      functionName,
      description: "Puts the organisation and the roles into a person's or a machine's access token",
      environment: { ORGANISATIONS: organisations.join(' '), MACHINES: machinesFor(props) },
    });
    if (adopted === undefined) {
      const pool = createUserPool(this, props);
      pool.addTrigger(UserPoolOperation.PRE_TOKEN_GENERATION_CONFIG, this.preToken.lambda, LambdaVersion.V3_0);
      addRoleGroups(this, pool);
      this.pool = pool;
    } else {
      this.pool = UserPool.fromUserPoolId(this, 'Pool', adopted);
      this.preToken.lambda.addPermission('FromPool', {
        principal: new ServicePrincipal('cognito-idp.amazonaws.com'),
        sourceArn: this.pool.userPoolArn,
      });
    }
    const days = props.usersExportDays;
    this.usersExport =
      days === 0 ? undefined : new UsersExport(this, 'UsersExport', { pool: this.pool, bundles, days });
    new CfnOutput(this, 'UserPoolId', { value: this.pool.userPoolId });
    new CfnOutput(this, 'TokenTriggerArn', { value: this.preToken.lambda.functionArn });
  }
}
