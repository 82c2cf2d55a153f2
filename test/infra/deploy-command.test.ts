import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { choicesOf } from '#infra/choices.ts';
import { countedMetrics } from '#infra/counted-metrics.ts';
import { fixedCosts } from '../../cli/deploy/cost.ts';
import list from '../../infra/prices.json' with { type: 'json' };
import { type Chosen, cognito, entra, everyOption, synthesised } from './synthesised.ts';

/** Runs the command without a credential, a region or a network to use. */
const deploy = (...words: string[]) =>
  spawnSync(process.execPath, ['cli/deploy.ts', ...words], {
    encoding: 'utf8',
    env: { PATH: '/nowhere', AWS_EC2_METADATA_DISABLED: 'true' },
  });

describe('npm run deploy -- --dry-run', () => {
  it('shows what it would do and cost, without credentials', () => {
    const { status, stdout, stderr } = deploy('--council', 'example', '--admin', 'a@exampleshire.gov.uk', '--dry-run');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    for (const part of [
      'Prepare the account for the CDK in eu-west-2',
      'Make Tracker-example-live-People: the user pool',
      'Make Tracker-example-live-Storage, Tracker-example-live-Application; protect Tracker-example-live-People',
      "Its record is the stack's own table",
      'Make a@exampleshire.gov.uk a user with the role programme-office',
      'US dollars a month without VAT',
      'No account was asked, and nothing was changed.',
    ])
      expect(stdout).toContain(part);
  });

  it('shows what taking down would do, without being sure', () => {
    const { status, stdout, stderr } = deploy('--council', 'example', '--down', '--dry-run');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    for (const part of ['taking it down would:', 'Delete Tracker-example-live-Application', 'What is still paid for'])
      expect(stdout).toContain(part);
    expect(stdout).not.toContain('Make ');
  });

  it.each([
    [
      'to a release that there is not',
      ['--council', 'example', '--to', 'v99', '--dry-run'],
      'There is no release "v99"',
    ],
    ['of no council', ['--dry-run'], 'Say whose tracker it is'],
    ['of a council without choices', ['--council', 'nowhere', '--dry-run'], 'Copy deployments/example.json'],
    ['with a flag that there is not', ['--council', 'example', '--dryrun'], 'Usage: npm run deploy'],
    ['that takes down without being sure', ['--council', 'example', '--down'], 'say --yes as well'],
    ['of the example itself', ['--council', 'example'], 'it takes --dry-run only'],
  ])('%s is refused in a sentence', { tags: ['long'] }, (_what, words, sentence) => {
    const { status, stderr } = deploy(...words);
    expect(stderr).toContain(sentence);
    expect(status).toBe(2);
  });
});

it('a look from outside at an address that does not answer says so in a sentence', () => {
  const { status, stderr } = spawnSync(process.execPath, ['cli/smoke.ts', '--url', 'http://127.0.0.1:9'], {
    encoding: 'utf8',
  });
  expect(stderr).toMatch(/^http:\/\/127\.0\.0\.1:9 does not answer \(.*\): is the address/);
  expect(status).toBe(2);
});

describe('the fixed cost that it names', () => {
  it.each<[string, Chosen]>([
    ['with Cognito and mails', { ...cognito, alarmEmail: 'a@kent.gov.uk' }],
    ['with Cognito', cognito],
    ['with Entra ID and mails', { ...entra, alarmEmail: 'a@kent.gov.uk' }],
  ])('counts every metric of every alarm %s', (_what, chosen) => {
    const metrics = synthesised(chosen)
      .ofType('AWS::CloudWatch::Alarm')
      .map(([, { Properties }]) =>
        Properties.Metrics === undefined
          ? 1
          : Properties.Metrics.filter((one: { MetricStat?: unknown }) => one.MetricStat !== undefined).length,
      )
      .reduce((sum: number, count: number) => sum + count, 0);
    const alarms = fixedCosts(choicesOf(JSON.stringify(chosen), 'the test')).find(({ what }) =>
      what.includes('alarms:'),
    );
    expect(alarms?.what).toContain(`: ${metrics}, 10 of them free`);
    expect(alarms?.dollars).toBeCloseTo((metrics - 10) * 0.1);
  });

  it('has every composite alarm, which no allowance covers', () => {
    const made = synthesised(cognito).ofType('AWS::CloudWatch::CompositeAlarm');
    const { name, dollars } = list.prices.compositeAlarm;
    const costs = fixedCosts(choicesOf(JSON.stringify(cognito), 'the test'));
    expect(costs.filter(({ what }) => what === name)).toEqual([{ what: name, dollars: made.length * dollars }]);
  });

  it('has every secret that is always there', () => {
    const made = synthesised(cognito).ofType('AWS::SecretsManager::Secret');
    const { name, dollars } = list.prices.sessionSecret;
    const costs = fixedCosts(choicesOf(JSON.stringify(cognito), 'the test'));
    expect(costs.filter(({ what }) => what.includes('Secrets Manager'))).toEqual([
      { what: name, dollars: made.length * dollars },
    ]);
  });

  it('and docs/cost.md count the same alarms', () => {
    const chosen = choicesOf(JSON.stringify({ ...cognito, alarmEmail: 'a@kent.gov.uk' }), 'the test');
    const counted = /: (\d+),/.exec(fixedCosts(chosen).find(({ what }) => what.includes('alarms:'))?.what ?? '')?.[1];
    expect(readFileSync('docs/cost.md', 'utf8')).toContain(`| CloudWatch alarms | ${counted} | 0.1 for 1 metrics |`);
  });

  it('does not forget the metrics of our own: docs/cost.md states how many there are, within what is free', () => {
    const made = synthesised({ ...cognito, alarmEmail: 'a@kent.gov.uk' });
    const { busy, ...others } = countedMetrics(choicesOf(JSON.stringify(cognito), 'the test'));
    // Several logs are counted into one metric.
    const lines = new Set(
      made
        .ofType('AWS::Logs::MetricFilter')
        .map(([, { Properties }]) => Properties.MetricTransformations[0].MetricName),
    );
    const metrics = lines.size + busy.length + Object.keys(others).length;
    expect(readFileSync('docs/cost.md', 'utf8')).toContain(`| CloudWatch metrics of our own | ${metrics} | `);
    expect(metrics).toBeLessThanOrEqual(list.prices.metrics.freeAMonth);
  });

  it('has the options that are chosen, and what is in front by its rules', () => {
    const made = synthesised(everyOption);
    const [firewall] = Object.values(made.edge?.findResources('AWS::WAFv2::WebACL') ?? {});
    const costs = fixedCosts(choicesOf(JSON.stringify(everyOption), 'the test'));
    const rules = costs.find(({ what }) => what.includes('WAF, rules'));
    expect(rules?.what).toContain(`: ${firewall?.Properties.Rules.length}`);
    expect(costs.map(({ what }) => what)).toEqual(
      expect.arrayContaining([
        'WAF, a web ACL',
        'KMS, a key of the record',
        expect.stringContaining('Secrets Manager'),
      ]),
    );
    const plain = fixedCosts(choicesOf(JSON.stringify(cognito), 'the test'));
    expect(
      costs.reduce((sum, { dollars }) => sum + dollars, 0) - plain.reduce((sum, { dollars }) => sum + dollars, 0),
    ).toBeCloseTo(
      // Two alarms more: of mails that reached nobody, and of the page.
      5 + 4 + 0.4 + 1 + 0.2,
    );
  });
});
