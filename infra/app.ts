import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { addStacks } from './stacks.ts';

const app = new App();
addStacks(app, 'dist');
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
app.synth();
