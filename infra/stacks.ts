import { type App, Tags } from 'aws-cdk-lib';
import { ApplicationStack } from './application-stack.ts';
import { type Choices, stackPrefixOf } from './choices.ts';
import { EdgeStack, edgeRegion } from './edge-stack.ts';
import { PeopleStack } from './people-stack.ts';
import { StorageStack } from './storage-stack.ts';

export interface Making {
  /** The folder that `npm run bundle` fills. */
  readonly bundles: string;
  readonly choices: Choices;
  /** Whether the people's stack is made for the first time: what fails then is taken back whole. */
  readonly isFirst: boolean;
}

/** Adds the stacks to an app. Their ids are the same in every deployment, their names are not. */
export const addStacks = (app: App, { bundles, choices, isFirst }: Making) => {
  const prefix = stackPrefixOf(choices);
  const named = (name: string, region = choices.region) => ({
    stackName: `${prefix}${name}`,
    env: { region, ...(choices.account === undefined ? {} : { account: choices.account }) },
  });
  const storage = new StorageStack(app, 'TrackerStorage', { ...named('Storage'), choices });
  const people =
    choices.signIn.with === 'cognito'
      ? new PeopleStack(app, 'TrackerPeople', {
          ...named('People'),
          bundles,
          isFirst,
          functionName: `${prefix}PreToken`,
          organisations: choices.organisations ?? [],
          machines: choices.signIn.machines,
          usersExportDays: choices.usersExportDays,
          ...(choices.mailFrom === undefined ? {} : { mailFrom: choices.mailFrom }),
          ...(choices.signIn.userPoolId === undefined ? {} : { adopted: choices.signIn.userPoolId }),
        })
      : undefined;
  const edge =
    choices.edge === undefined
      ? undefined
      : new EdgeStack(app, 'TrackerEdge', {
          ...named('Edge', edgeRegion),
          crossRegionReferences: true,
          requestsPerAddress: choices.edge.requestsPerAddress,
        });
  const application = new ApplicationStack(app, 'TrackerApplication', {
    ...named('Application'),
    table: storage.table,
    accessLog: storage.accessLog,
    ...(storage.key === undefined ? {} : { recordKey: storage.key }),
    bundles,
    choices,
    ...(people === undefined ? {} : { people }),
    ...(edge === undefined ? {} : { firewallArn: edge.firewallArn, crossRegionReferences: true }),
  });
  for (const [key, value] of Object.entries({
    application: 'transformation-tracker',
    council: choices.council,
    stage: choices.stage,
  }))
    Tags.of(app).add(key, value);
  return { storage, people, edge, application };
};
