import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import * as z from 'zod';
import { machineRoles } from '#schemas/people.ts';
import { sentenceOf } from './choice-faults.ts';
import { atLeastOne, Email, Https, word } from './choice-words.ts';
import { faultsOfMessages, messageChoices } from './message-choices.ts';

/*
 * What a deployment may choose. All of it stands in one file, deployments/<council>-<stage>.json, without which nothing is
 * synthesised: a choice that was made once cannot be forgotten at the next deployment (docs/adr/0050-stacks-and-choices.md).
 */

/** A program that signs in by itself, with a secret of its own: a tool that reads reports, a system that keeps a register up to date. */
const Machine = z.strictObject({
  /** What names it in the scope of its tokens. */
  id: word(40).regex(/^(?!use$)/, 'must not be "use", which is the scope of people'),
  /** What history calls it. */
  name: z.string().min(1).max(200, 'must have at most 200 characters'),
  role: z.enum(
    machineRoles,
    `must be one of ${machineRoles.join(', ')}: whoever approves, confirms or validates is a person`,
  ),
  /** The one that it belongs to, where the deployment has several. */
  organisation: z.string().optional(),
});

/** Sign-in with a user pool of Amazon Cognito, which the deployment makes or adopts. */
const CognitoSignIn = z.strictObject({
  with: z.literal('cognito'),
  /** The first part of the sign-in address; unless chosen it is made of council, stage and account. */
  domain: z
    .string()
    .regex(/^(?!.*(?:aws|amazon|cognito))[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/, {
      error: 'must be small letters, digits and "-", without the words aws, amazon and cognito',
    })
    .optional(),
  /** The user pool of an earlier deployment, to be adopted: history names people by its subjects. */
  userPoolId: z
    .string()
    .regex(/^[a-z]{2}-[a-z]+-\d_[A-Za-z0-9]+$/, 'must be the id of a user pool, such as eu-west-2_AbCdEfGhI')
    .optional(),
  /** The programs that sign in by themselves. */
  machines: z.array(Machine).default([]),
});
export type CognitoSignIn = z.infer<typeof CognitoSignIn>;

/** Sign-in with an OpenID Connect issuer that the council has already, Microsoft Entra ID for one. */
const IssuerSignIn = z.strictObject({
  with: z.literal('issuer'),
  issuer: Https,
  /** The audiences of which a token must name one. */
  audience: atLeastOne(z.string().min(1)),
  /** The application as which the page signs in; the first audience unless chosen. */
  clientId: z.string().min(1).optional(),
  /** The scope of the tracker that the page requests besides openid and profile. */
  scope: z.string().min(1),
  /** That scope as a token names it in `scope` or `scp`; the last part of `scope` unless chosen. */
  scopeInToken: z.string().min(1).optional(),
  /**
   * Whether applications of the issuer sign in by themselves, with roles and without a scope, as Entra ID has it: the functions then ask
   * people's tokens for the scope in place of the gateway.
   */
  applications: z.boolean().default(false),
  /** Further origins that the page must reach to sign in, where the token endpoint has another origin than the issuer. */
  origins: z.array(Https).default([]),
  claims: z
    .strictObject({
      organisation: z.string().min(1).default('organisation'),
      roles: z.string().min(1).default('roles'),
      subject: z.string().min(1).default('sub'),
    })
    .prefault({}),
});
export type IssuerSignIn = z.infer<typeof IssuerSignIn>;

/** What an account has of all its APIs in a region: https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html */
const ofAnAccount = 10_000;

export const Choices = z.strictObject({
  council: word(20),
  /** `live`, `test` ...: several may stand in one account. */
  stage: word(10),
  region: z.string().regex(/^[a-z]{2}-[a-z]+-\d$/, 'must be a region of AWS, such as eu-west-2'),
  /** Held to at a deployment, so that a stage is never deployed into the account of another. */
  account: z
    .string()
    .regex(/^\d{12}$/, 'must be the twelve digits of an AWS account')
    .optional(),
  /** How the names of the stacks begin; deployments of 0.2.0 chose "Tracker". */
  stackPrefix: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9-]{0,39}$/, 'must be letters, digits and "-", at most 40')
    .optional(),
  signIn: z.discriminatedUnion('with', [CognitoSignIn, IssuerSignIn]),
  /** The organisations that a token may name; that of the council alone unless chosen, with Cognito. */
  organisations: atLeastOne(
    z.string().regex(/^[A-Za-z0-9._-]{1,128}$/, 'must be letters, digits, ".", "_" and "-", at most 128'),
  ).optional(),
  /** The address at which people open the pages, without a final "/", where it is not the API's own: of a proxy of the council's. */
  pageAddresses: z
    .array(Https.regex(/[^/]$/, 'must have no final "/"'))
    .max(1, 'must name one address: people sign in at one')
    .default([]),
  /** How much the API lets through on each route, of all people together; twice as much in a burst. */
  requestsPerSecond: z
    .int()
    .min(1, `must be a whole number from 1 to ${ofAnAccount}`)
    .max(ofAnAccount, `must be a whole number from 1 to ${ofAnAccount}`)
    // A council's whole programme office at once is under ten a second; a runaway script meets this first.
    .default(50),
  /** Who gets a message when an alarm goes off or the budget is used up. */
  alarmEmail: Email.optional(),
  /** US dollars a month at which a message goes to `alarmEmail`. */
  monthlyBudget: z.number().positive().default(20),
  /** How long it is remembered who asked for what. */
  accessLogDays: z.literal([90, 180, 365, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653]).default(365),
  /** An address of the council's own; the address that API Gateway gives is closed then. */
  domain: z
    .strictObject({
      name: z.string().regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/, 'must be a host name, such as tracker.kent.gov.uk'),
      /** A certificate of AWS Certificate Manager for that name, in the region of the deployment. */
      certificateArn: z.string().regex(/^arn:aws:acm:/, 'must be the ARN of a certificate'),
    })
    .optional(),
  /** CloudFront with a firewall in front of that address. */
  edge: z
    .strictObject({
      /** A certificate for the address in us-east-1, where CloudFront takes it from. */
      certificateArn: z.string().regex(/^arn:aws:acm:us-east-1:/, 'must be the ARN of a certificate in us-east-1'),
      /** Of one address in five minutes; a whole office may be one. */
      requestsPerAddress: z.int().min(100).max(2_000_000_000).default(10_000),
    })
    .optional(),
  /** Who Cognito's mails come from, through Amazon SES: without it Cognito sends 50 a day. */
  mailFrom: Email.optional(),
  /** Who hears of what keeps somebody from a page: an address or a telephone number, shown in the accessibility statement. */
  accessibilityContact: z.string().trim().min(1).max(200).optional(),
  /** Whether the page is asked for every five minutes, by the address that people use. */
  canary: z.boolean().default(false),
  /** With Cognito, how long each night's list of its users is kept, since Cognito has no backup; 0 for none. */
  usersExportDays: z.int().min(0).max(365).default(35),
  ...messageChoices,
  /** A key of the council's own for the table and the access log, made once and retained; it cannot be taken back. */
  recordKey: z.boolean().default(false),
  /** A daily backup, copied into a vault of another account. */
  backup: z
    .strictObject({
      vaultArn: z.string().regex(/^arn:aws:backup:.*:backup-vault:/, 'must be the ARN of a backup vault'),
      days: z.int().min(7).max(3_650).default(35),
    })
    .optional(),
  /** A table that was restored beside the stack's own and is to be used in its place. */
  tableName: z
    .string()
    .regex(/^[A-Za-z0-9_.-]{3,255}$/, 'must be the name of a table')
    .optional(),
});
export type Choices = z.infer<typeof Choices>;

/** The folder of the files of choices. */
export const choicesFolder = 'deployments';

const isExample = (file: string): boolean => basename(file).startsWith('example');

const machineFaults = ({ machines }: CognitoSignIn, organisations: readonly string[]): readonly string[] =>
  machines.flatMap(({ id, organisation }, n) => [
    ...(machines.findIndex((one) => one.id === id) < n ? [`"signIn.machines" names "${id}" twice.`] : []),
    ...(organisation === undefined
      ? organisations.length > 1
        ? [`"signIn.machines": say which organisation "${id}" belongs to: ${organisations.join(', ')}.`]
        : []
      : organisations.length === 0 || organisations.includes(organisation)
        ? []
        : [`"signIn.machines": "${id}" belongs to "${organisation}", which "organisations" does not name.`]),
  ]);

/** A sentence for each choice that does not go together with another. */
const atOdds = ({ domain, edge, region, signIn, organisations, ...chosen }: Choices): readonly string[] => [
  ...(signIn.with === 'cognito' ? machineFaults(signIn, organisations ?? []) : []),
  ...faultsOfMessages({ signIn, organisations, ...chosen }),
  ...(edge !== undefined && domain === undefined
    ? ['"edge" stands in front of an address of your own: choose "domain" as well.']
    : []),
  ...(domain === undefined || domain.certificateArn.startsWith(`arn:aws:acm:${region}:`)
    ? []
    : [`"domain.certificateArn" must be of a certificate in ${region}, where the API is.`]),
];

const jsonOf = (text: string, from: string): unknown => {
  try {
    // Editors of Windows may begin a file with a byte-order mark.
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (fault) {
    throw new Error(`${from} is no JSON: ${fault instanceof Error ? fault.message : String(fault)}`);
  }
};

/**
 * The choices of a text of JSON.
 *
 * @throws an Error that names each choice that cannot be, one a line
 */
export const choicesOf = (text: string, from: string): Choices => {
  const parsed = Choices.safeParse(jsonOf(text, from), { error: sentenceOf });
  if (!parsed.success)
    throw new Error(
      parsed.error.issues
        .map(({ path, message }) => `${from}: ${path.length === 0 ? '' : `"${path.join('.')}" `}${message}`)
        .join('\n'),
    );
  const { data } = parsed;
  const odd = atOdds(data);
  if (odd.length > 0) throw new Error(odd.map((sentence) => `${from}: ${sentence}`).join('\n'));
  if (data.signIn.with === 'cognito' && data.organisations === undefined)
    return { ...data, organisations: [data.council] };
  return data;
};

/**
 * Reads a file of choices.
 *
 * @throws an Error in plain words where there is none, it does not fit, or its name is not that of its council and stage
 */
export const readChoices = (file: string): Choices => {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new Error(
      `There is no ${file}. Copy ${choicesFolder}/example.json (or example-entra.json) to ${choicesFolder}/<council>-<stage>.json and fill it in.`,
    );
  }
  const choices = choicesOf(text, file);
  const left = new Set(text.match(/"[^"\n]*(?:exampleshire|0{8}-0{4}-4000|1{8}-1{4}-4111)[^"\n]*"/g));
  if (!isExample(file) && left.size > 0)
    throw new Error(
      `${file} still has values of the example: ${[...left].join(', ')}. Put the council's own in their place.`,
    );
  const name = `${choices.council}-${choices.stage}.json`;
  if (!isExample(file) && basename(file) !== name)
    throw new Error(
      `${file} has the council "${choices.council}" and the stage "${choices.stage}" in it: put those of its name there, or call it ${name}.`,
    );
  return choices;
};

/** How the names of a deployment's stacks begin. */
export const stackPrefixOf = ({ stackPrefix, council, stage }: Choices): string =>
  stackPrefix ?? `Tracker-${council}-${stage}-`;

/** Under which a deployment's own metrics stand; no other in the account has it. */
export const metricsNamespaceOf = (choices: Choices): string => `${stackPrefixOf(choices)}Tracker`;
