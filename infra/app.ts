import { App, Validations } from 'aws-cdk-lib';
import { choicesFolder, readChoices } from './choices.ts';
import { rulePacks } from './rule-packs.ts';
import { addStacks } from './stacks.ts';

const app = new App();
const file: unknown = app.node.tryGetContext('choices');
if (typeof file !== 'string')
  throw new Error(
    `Say which deployment: npm run deploy -- --council <name>, or cdk with -c choices=${choicesFolder}/<council>-<stage>.json.`,
  );
addStacks(app, {
  bundles: 'dist',
  choices: readChoices(file),
  isFirst: app.node.tryGetContext('first') === 'true',
});
Validations.of(app).addPlugins(...rulePacks());
app.synth();
