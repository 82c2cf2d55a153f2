import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { choicesOf, readChoices } from '#infra/choices.ts';
import { cognito, entra } from './synthesised.ts';

const read = (chosen: unknown) => choicesOf(JSON.stringify(chosen), 'kent-live.json');

describe("a deployment's choices", () => {
  it.each([['example.json'], ['example-entra.json']])('%s shows how they are written', (file) => {
    expect(readChoices(`deployments/${file}`).council).toBe('example');
  });

  it('of a council are never ours: git knows the examples only', () => {
    const { stdout } = spawnSync('git', ['check-ignore', '--no-index', 'deployments/kent-live.json'], {
      encoding: 'utf8',
    });
    expect(stdout.trim()).toBe('deployments/kent-live.json');
    expect(readdirSync('deployments').filter((file) => file.startsWith('example'))).toHaveLength(2);
  });

  it('have one organisation with Cognito unless more are named: the council', () => {
    expect(read(cognito).organisations).toEqual(['kent']);
    expect(read({ ...cognito, organisations: ['kent', 'medway'] }).organisations).toEqual(['kent', 'medway']);
  });

  it.each([
    ['a choice that there is not', { ...cognito, alarmMail: 'a@b.uk' }, 'has what is no choice: "alarmMail"'],
    ['no region', { ...cognito, region: undefined }, '"region" is missing'],
    ['a text for a number', { ...cognito, monthlyBudget: '20' }, '"monthlyBudget" must be a number without quotes'],
    ['a list that is none', { ...cognito, organisations: 'kent' }, '"organisations" must be a list in [ ]'],
    ['days that CloudWatch does not know', { ...cognito, accessLogDays: 3 }, '"accessLogDays" must be 90 or 180 or'],
    [
      'a certificate of another region',
      { ...cognito, domain: { name: 'tracker.kent.gov.uk', certificateArn: 'arn:aws:acm:us-east-1:1:certificate/1' } },
      '"domain.certificateArn" must be of a certificate in eu-west-2',
    ],
    ['a council in capitals', { ...cognito, council: 'Kent' }, '"council" must be small letters'],
    ['a sign-in of no kind', { ...cognito, signIn: {} }, '"signIn.with"'],
    [
      'an issuer without an audience',
      { ...entra, signIn: { ...(entra.signIn as object), audience: [] } },
      '"signIn.audience" must name at least one',
    ],
    [
      'an issuer that is not https',
      { ...entra, signIn: { ...(entra.signIn as object), issuer: 'http://id.example' } },
      '"signIn.issuer" must be an address that begins with https://',
    ],
    [
      'an issuer without a scope, whose ID tokens would pass',
      { ...entra, signIn: { ...(entra.signIn as object), scope: undefined } },
      '"signIn.scope"',
    ],
    ['a user pool of an issuer', { ...entra, signIn: { ...(entra.signIn as object), userPoolId: 'x' } }, 'userPoolId'],
    ['an audience with Cognito', { ...cognito, signIn: { with: 'cognito', audience: ['a'] } }, 'audience'],
    [
      'a sign-in address that Cognito refuses',
      { ...cognito, signIn: { with: 'cognito', domain: 'kent-aws' } },
      'without the words aws, amazon and cognito',
    ],
    ['an e-mail address that is none', { ...cognito, alarmEmail: 'kent' }, '"alarmEmail" must be an e-mail address'],
    ['a rate that is no number', { ...cognito, requestsPerSecond: 'many' }, '"requestsPerSecond"'],
    ['a rate that no account has', { ...cognito, requestsPerSecond: 10_001 }, 'from 1 to 10000'],
    ['an organisation with a space', { ...cognito, organisations: ['Kent CC'] }, '"organisations.0" must be letters'],
    ['a final slash', { ...cognito, pageAddresses: ['https://x.gov.uk/'] }, 'must have no final "/"'],
    [
      'two addresses of the pages',
      { ...cognito, pageAddresses: ['https://x.gov.uk', 'https://y.gov.uk'] },
      'must name one address: people sign in at one',
    ],
  ])('%s stop the deployment with a sentence', (_what, chosen, sentence) => {
    expect(() => read(chosen)).toThrow(sentence);
    expect(() => read(chosen)).toThrow('kent-live.json: ');
  });

  it('are read with the byte-order mark that an editor put before them, and a slip says where it is', () => {
    expect(choicesOf(`\uFEFF${JSON.stringify(cognito)}`, 'kent-live.json').council).toBe('kent');
    expect(() => choicesOf('{\n  "council": "kent",\n}', 'kent-live.json')).toThrow(/is no JSON: .*line 3 column 1/);
  });

  it('are refused where their file is called as another deployment', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'choices-')), 'kent-test.json');
    writeFileSync(file, JSON.stringify(cognito));
    expect(() => readChoices(file)).toThrow('put those of its name there, or call it kent-live.json');
  });

  it.each([
    ['example.json', '"tracker-alarms@exampleshire.gov.uk"'],
    ['example-entra.json', '"api://11111111-1111-4111-8111-111111111111/tracker"'],
  ])('are refused where those of %s were copied and not filled in, each value named', (example, value) => {
    const file = join(mkdtempSync(join(tmpdir(), 'choices-')), 'kent-live.json');
    const copied = readFileSync(join('deployments', example), 'utf8').replace('"example"', '"kent"');
    writeFileSync(file, copied);
    expect(() => readChoices(file)).toThrow(value);
    expect(() => readChoices(file)).toThrow("Put the council's own in their place");
  });

  it('are never left out: without a file nothing is synthesised', () => {
    expect(() => readChoices('deployments/nowhere-live.json')).toThrow('Copy deployments/example.json');
    const { CDK_CONTEXT_JSON: _, ...env } = process.env;
    const made = spawnSync(process.execPath, ['infra/app.ts'], { encoding: 'utf8', env });
    expect(made.status).not.toBe(0);
    expect(made.stderr).toContain('Say which deployment');
  });
});
