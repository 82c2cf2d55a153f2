import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { projectFolder } from '#local/fresh-bundles.ts';
import { tableName as localTable, region } from '#local/function-environment.ts';
import { isAllowed, type PolicyStatement } from '../../support/iam-policy.ts';
import type { TakenAction } from './taken-actions.ts';

/*
 * The policies of the functions as they are deployed: from the templates of the CDK app itself, with every reference
 * made into the ARN that it would have in one made-up account.
 */

const Resource = z.looseObject({ Type: z.string(), Properties: z.record(z.string(), z.unknown()).default({}) });
const Template = z.looseObject({
  Resources: z.record(z.string(), Resource),
  Outputs: z
    .record(z.string(), z.looseObject({ Value: z.unknown(), Export: z.looseObject({ Name: z.string() }).optional() }))
    .optional(),
});
type Template = z.infer<typeof Template>;

const Reference = z.record(z.string(), z.unknown());
const Attribute = z.tuple([z.string(), z.string()]);
const Joined = z.tuple([z.string(), z.array(z.unknown())]);
// An element that the judge does not know, such as NotAction, is a fault and is not left out.
const Written = z.strictObject({
  Sid: z.string().optional(),
  Effect: z.string(),
  Action: z.unknown(),
  Resource: z.unknown(),
  Condition: z.record(z.string(), z.unknown()).optional(),
});
const RoleProperties = z.looseObject({
  Policies: z.array(z.looseObject({ PolicyDocument: z.looseObject({ Statement: z.array(Written) }) })),
});
const LambdaProperties = z.looseObject({
  Role: z.object({ 'Fn::GetAtt': Attribute }),
  Environment: z.object({ Variables: z.looseObject({ POWERTOOLS_SERVICE_NAME: z.string() }) }),
});

export interface FunctionPolicy {
  readonly name: string;
  readonly statements: readonly PolicyStatement[];
  /** The table and the queue that its environment names, as ARNs. */
  readonly table: string;
  readonly queue: string;
}

const account = '123456789012';
const arn = (service: string, rest: string): string => `arn:aws:${service}:${region}:${account}:${rest}`;
const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

/** Runs the CDK app as `npm run synth` does. */
const synthesise = (): Readonly<Record<'storage' | 'application' | 'people', Template>> => {
  const folder = mkdtempSync(join(tmpdir(), 'templates-'));
  try {
    const { context } = JSON.parse(readFileSync(join(projectFolder, 'cdk.json'), 'utf8'));
    // As a council deploys it that has chosen what has a function of its own.
    const chosen = JSON.parse(readFileSync(join(projectFolder, 'deployments/example.json'), 'utf8'));
    const choices = join(folder, 'example-of-policies.json');
    writeFileSync(choices, JSON.stringify({ ...chosen, messages: { by: 'nobody' } }));
    const made = spawnSync(process.execPath, ['infra/app.ts'], {
      cwd: projectFolder,
      encoding: 'utf8',
      env: {
        PATH: process.env.PATH,
        CDK_OUTDIR: folder,
        CDK_CONTEXT_JSON: JSON.stringify({ ...context, choices }),
        // The CDK's own check of templates takes seconds and runs in `npm run synth`.
        CDK_VALIDATION: 'false',
      },
    });
    if (made.status !== 0) throw new Error(`the CDK app made no templates: ${made.stderr}`);
    const templateOf = (stack: string): Template =>
      Template.parse(JSON.parse(readFileSync(join(folder, `${stack}.template.json`), 'utf8')));
    return {
      storage: templateOf('TrackerStorage'),
      application: templateOf('TrackerApplication'),
      people: templateOf('TrackerPeople'),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** A text of a template with its references resolved; throws at one that it does not know. */
const resolver = (storage: Template, application: Template) => {
  const arnOf = (template: Template, id: string): string => {
    const type = template.Resources[id]?.Type;
    if (type === 'AWS::DynamoDB::GlobalTable') return arn('dynamodb', `table/${id}`);
    if (type === 'AWS::SQS::Queue') return arn('sqs', id);
    if (type === 'AWS::Logs::LogGroup') return arn('logs', `log-group:${id}`);
    throw new Error(`no ARN is known of ${id} (${type})`);
  };
  const resolve = (value: unknown, template: Template = application): string => {
    if (typeof value === 'string') return value;
    const [one] = Object.entries(Reference.parse(value));
    const [name, given] = one ?? ['', undefined];
    // Ref is a table's name and a queue's address: here the ARN stands for both.
    if (name === 'Ref') return arnOf(template, z.string().parse(given));
    if (name === 'Fn::GetAtt') {
      const [id, attribute] = Attribute.parse(given);
      if (attribute === 'Arn') return arnOf(template, id);
    }
    if (name === 'Fn::Join') {
      const [between, parts] = Joined.parse(given);
      return parts.map((part) => resolve(part, template)).join(between);
    }
    if (name === 'Fn::ImportValue') {
      const exported = Object.values(storage.Outputs ?? {}).find((output) => output.Export?.Name === given);
      if (exported !== undefined) return resolve(exported.Value, storage);
    }
    throw new Error(`a reference that cannot be resolved: ${JSON.stringify(value)}`);
  };
  return resolve;
};

/** The policies of all deployed functions, by the name under which each is known here. */
export const deployedPolicies = (): ReadonlyMap<string, FunctionPolicy> => {
  const { storage, application, people } = synthesise();
  const resolve = resolver(storage, application);
  const resolveOfPeople = resolver(storage, people);
  const policiesOf = (template: Template, resolve: (value: unknown) => string) =>
    Object.values(template.Resources)
      .filter(({ Type }) => Type === 'AWS::Lambda::Function')
      .map(({ Properties }) => LambdaProperties.parse(Properties))
      // They do nothing of table or queue: test/infra/users-export.test.ts and test/infra/grants.test.ts hold their grants.
      .filter(({ Environment }) => !['users-export', 'pages'].includes(Environment.Variables.POWERTOOLS_SERVICE_NAME))
      .map((lambda): FunctionPolicy => {
        const { POWERTOOLS_SERVICE_NAME: name, ...environment } = lambda.Environment.Variables;
        const role = RoleProperties.parse(template.Resources[lambda.Role['Fn::GetAtt'][0]]?.Properties);
        const told = (value: unknown): string => (value === undefined ? arn('none', 'none') : resolve(value));
        return {
          name,
          statements: role.Policies.flatMap((policy) => policy.PolicyDocument.Statement).map((statement) => ({
            Effect: statement.Effect,
            Action: listed(statement.Action).map(String),
            Resource: listed(statement.Resource).map((one) => resolve(one)),
            ...(statement.Condition === undefined ? {} : { Condition: statement.Condition }),
          })),
          table: told(environment.TABLE_NAME),
          queue: told(environment.QUEUE_URL),
        };
      });
  const policies = [...policiesOf(application, resolve), ...policiesOf(people, resolveOfPeople)];
  return new Map(policies.map((policy) => [policy.name, policy]));
};

/** The ARN that the deployed function would name: its own table and queue stand for the local ones. */
const arnOf = (policy: FunctionPolicy, on: string): string => {
  if (on === 'queue') return policy.queue;
  const own = `table/${localTable}`;
  return on === own || on.startsWith(`${own}/`) ? `${policy.table}${on.slice(own.length)}` : arn('dynamodb', on);
};

/** Whether IAM would let the function do it by its own policy; what cannot be judged is refused. */
const isGranted = (policy: FunctionPolicy, taken: TakenAction): boolean =>
  isAllowed(policy.statements, {
    action: taken.action,
    resource: arnOf(policy, taken.on),
    context: taken.keys.length === 0 ? {} : { 'dynamodb:LeadingKeys': taken.keys },
  });

const inWords = ({ who, action, on, keys }: TakenAction): string =>
  `${who} ${action} on ${on}${keys.length === 0 ? '' : ` of ${keys.join(', ')}`}`;

/** What was done without a grant, each in words. */
export const withoutGrant = (
  policies: ReadonlyMap<string, FunctionPolicy>,
  actions: readonly TakenAction[],
): readonly string[] =>
  actions
    .filter((taken) => {
      const policy = policies.get(taken.who);
      return policy === undefined || !isGranted(policy, taken);
    })
    .map(inWords);

/** Every action on every resource that a function is granted and that nothing among `actions` made use of. */
export const unused = (
  policy: FunctionPolicy,
  actions: readonly TakenAction[],
): readonly { readonly action: string; readonly on: string }[] => {
  const grantOf = (action: string, resource: string): string => `${action} ${resource}`;
  const used = new Set(
    actions.filter(({ who }) => who === policy.name).map((one) => grantOf(one.action, arnOf(policy, one.on))),
  );
  return policy.statements
    .filter(({ Effect }) => Effect === 'Allow')
    .flatMap(({ Action, Resource }) => Action.flatMap((action) => Resource.map((resource) => ({ action, resource }))))
    .filter(({ action, resource }) => !used.has(grantOf(action, resource)))
    .map(({ action, resource }) => ({
      action,
      on: resource.replace(policy.table, `table/${localTable}`).replace(policy.queue, 'queue'),
    }));
};
