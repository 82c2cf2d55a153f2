import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { addStacks } from '#infra/stacks.ts';

// The CDK's own check of templates takes seconds and runs in `npm run synth`.
process.env.CDK_VALIDATION = 'false';

const hosts = ['commands', 'queries', 'board', 'front', 'roll-up', 'pre-token'];

const bundlesForTest = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'bundles-'));
  for (const host of hosts) {
    mkdirSync(join(folder, host));
    writeFileSync(join(folder, host, 'index.mjs'), `export const handler = async () => '${host}';\n`);
  }
  return folder;
};

export interface Resource {
  readonly Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: a template is anybody's JSON, and tests look into it freely
  readonly Properties: any;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
}

export interface Synthesised {
  readonly app: App;
  readonly storage: Template;
  readonly application: Template;
  /** The logical ids and resources of a type in the application stack. */
  readonly ofType: (type: string) => readonly (readonly [string, Resource])[];
}

/** Both stacks as `npm run synth` would make them, on bundles of one line each; `spoil` changes them before that. */
export const synthesised = (
  context: Readonly<Record<string, unknown>> = {},
  spoil: (app: App) => void = () => undefined,
): Synthesised => {
  const flags = JSON.parse(readFileSync('cdk.json', 'utf8')).context as Record<string, unknown>;
  const app = new App({ context: { ...flags, 'aws:cdk:bundling-stacks': [], ...context } });
  const stacks = addStacks(app, bundlesForTest());
  spoil(app);
  const application = Template.fromStack(stacks.application);
  return {
    app,
    storage: Template.fromStack(stacks.storage),
    application,
    ofType: (type) =>
      Object.entries(application.findResources(type)) as unknown as readonly (readonly [string, Resource])[],
  };
};
