import { App, Validations } from 'aws-cdk-lib';
import { rulePacks } from './rule-packs.ts';
import { addStacks } from './stacks.ts';

const app = new App();
addStacks(app, 'dist');
Validations.of(app).addPlugins(...rulePacks());
app.synth();
