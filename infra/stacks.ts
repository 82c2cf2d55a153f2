import type { App } from 'aws-cdk-lib';
import { ApplicationStack } from './application-stack.ts';
import { settingsOf } from './settings.ts';
import { StorageStack } from './storage-stack.ts';

/** Adds both stacks to an app; `bundles` is the folder that `npm run bundle` fills. */
export const addStacks = (app: App, bundles: string) => {
  const storage = new StorageStack(app, 'TrackerStorage');
  const application = new ApplicationStack(app, 'TrackerApplication', {
    table: storage.table,
    bundles,
    settings: settingsOf(app.node),
  });
  return { storage, application };
};
