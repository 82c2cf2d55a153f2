import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { choicesOf } from '#infra/choices.ts';
import { addStacks } from '#infra/stacks.ts';

// The CDK's own check of templates takes seconds and runs in `npm run synth`.
process.env.CDK_VALIDATION = 'false';

const hosts = [
  'commands',
  'queries',
  'board',
  'front',
  'pages',
  'roll-up',
  'messages',
  'pre-token',
  'users-export',
  'canary',
];

const bundlesForTest = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'bundles-'));
  for (const host of hosts) {
    mkdirSync(join(folder, host));
    writeFileSync(join(folder, host, 'index.cjs'), `exports.handler = async () => '${host}';\n`);
  }
  return folder;
};

export interface Resource {
  readonly Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: a template is anybody's JSON, and tests look into it freely
  readonly Properties: any;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
  readonly DependsOn?: readonly string[];
}

export interface Synthesised {
  readonly app: App;
  readonly storage: Template;
  /** Absent with an issuer of the council's own. */
  readonly people: Template | undefined;
  readonly application: Template;
  /** Present where something stands in front. */
  readonly edge: Template | undefined;
  /** The logical ids and resources of a type in the application stack, then in the people's. */
  readonly ofType: (type: string) => readonly (readonly [string, Resource])[];
}

/** A council's choices, as its file has them. */
export type Chosen = Readonly<Record<string, unknown>>;

/** What stands in for the file of a council on Cognito, with some choices of its own. */
export const cognito: Chosen = { council: 'kent', stage: 'live', region: 'eu-west-2', signIn: { with: 'cognito' } };

/** All that a council may add. */
export const everyOption: Chosen = {
  ...cognito,
  alarmEmail: 'tracker@kent.gov.uk',
  mailFrom: 'tracker@kent.gov.uk',
  recordKey: true,
  canary: true,
  messages: { by: 'nobody' },
  events: { bus: true, webhooks: [{ id: 'finance', address: 'https://finance.kent.gov.uk/tracker' }] },
  backup: { vaultArn: 'arn:aws:backup:eu-west-2:999999999999:backup-vault:kent' },
  domain: {
    name: 'tracker.kent.gov.uk',
    certificateArn: 'arn:aws:acm:eu-west-2:123456789012:certificate/11111111-1111-4111-8111-111111111111',
  },
  edge: { certificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/22222222-2222-4222-8222-222222222222' },
};

/** A council with Microsoft Entra ID. */
export const entra: Chosen = {
  ...cognito,
  signIn: {
    with: 'issuer',
    issuer: 'https://login.microsoftonline.com/3aa4a235-b6e2-48d5-9195-7fcf05b459b0/v2.0',
    audience: ['b1f5a9e0-0000-4000-8000-000000000001'],
    scope: 'api://b1f5a9e0-0000-4000-8000-000000000001/tracker',
    claims: { organisation: 'tid', subject: 'oid' },
  },
  organisations: ['3aa4a235-b6e2-48d5-9195-7fcf05b459b0'],
};

/** The stacks as `npm run synth` would make them, on bundles of one line each; `spoil` changes them before that. */
export const synthesised = (
  chosen: Chosen = {},
  { spoil = () => undefined, isFirst = false }: { spoil?: (app: App) => void; isFirst?: boolean } = {},
): Synthesised => {
  const flags = JSON.parse(readFileSync('cdk.json', 'utf8')).context as Record<string, unknown>;
  const app = new App({ context: { ...flags, 'aws:cdk:bundling-stacks': [] } });
  const choices = choicesOf(JSON.stringify({ ...cognito, ...chosen }), 'the test');
  const stacks = addStacks(app, { bundles: bundlesForTest(), choices, isFirst });
  spoil(app);
  const application = Template.fromStack(stacks.application);
  const people = stacks.people === undefined ? undefined : Template.fromStack(stacks.people);
  const resourcesOf = (template: Template | undefined, type: string) =>
    Object.entries(template?.findResources(type) ?? {}) as unknown as readonly (readonly [string, Resource])[];
  return {
    app,
    storage: Template.fromStack(stacks.storage),
    people,
    application,
    edge: stacks.edge === undefined ? undefined : Template.fromStack(stacks.edge),
    ofType: (type) => [...resourcesOf(application, type), ...resourcesOf(people, type)],
  };
};
