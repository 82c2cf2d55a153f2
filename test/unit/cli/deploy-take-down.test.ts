import { describe, expect, it } from 'vitest';
import { choicesOf } from '#infra/choices.ts';
import type { Found } from '../../../cli/deploy/found.ts';
import { outputsInWords } from '../../../cli/deploy/outputs.ts';
import { leftInWords, takingDownOf } from '../../../cli/deploy/take-down.ts';
import list from '../../../infra/prices.json' with { type: 'json' };

const choicesWith = (more: Readonly<Record<string, unknown>> = {}) =>
  choicesOf(
    JSON.stringify({ council: 'kent', stage: 'live', region: 'eu-west-2', signIn: { with: 'cognito' }, ...more }),
    'kent-live.json',
  );
const domain = { name: 'tracker.kent.gov.uk', certificateArn: 'arn:aws:acm:eu-west-2:1:certificate/1' };
const edge = { certificateArn: 'arn:aws:acm:us-east-1:1:certificate/1' };
const done = (outputs: Record<string, string> = {}) => ({ status: 'UPDATE_COMPLETE', outputs });
const foundWith = (stacks: Found['stacks']): Found => ({
  account: '123456789012',
  unprepared: [],
  concurrency: 1_000,
  stacks,
});
const gone = (...given: Parameters<typeof takingDownOf>) =>
  takingDownOf(...given).goes.map(({ stack, region }) => `${stack} in ${region}`);

describe('taking a deployment down', () => {
  it('takes the application and what stands in front, wherever it is', () => {
    expect(gone(choicesWith({ domain, edge }), undefined)).toEqual([
      'Tracker-kent-live-Application in eu-west-2',
      'Tracker-kent-live-Edge in us-east-1',
    ]);
    expect(gone(choicesWith(), undefined)).toEqual(['Tracker-kent-live-Application in eu-west-2']);
  });

  it('goes by what is there, and not by what is chosen: a firewall that was left is paid for', () => {
    const found = foundWith({ Storage: done(), Edge: done() });
    expect(gone(choicesWith(), found)).toEqual(['Tracker-kent-live-Edge in us-east-1']);
    expect(gone(choicesWith({ domain, edge }), foundWith({ Storage: done() }))).toEqual([]);
  });

  it('says what stays and what that costs', () => {
    const RecordKeyArn = 'arn:aws:kms:eu-west-2:123456789012:key/1';
    const backup = { vaultArn: 'arn:aws:backup:eu-west-2:999999999999:backup-vault:kent' };
    const found = foundWith({ Storage: done({ RecordKeyArn }), People: done(), Application: done() });
    const lines = leftInWords(takingDownOf(choicesWith({ recordKey: true, backup, tableName: 'table-2' }), found));
    for (const part of [
      'Tracker-kent-live-Storage, with the record and the log of who asked for what, and their key',
      'Tracker-kent-live-People, with the users',
      'the table table-2, which no stack has',
      `the key of the record: ${list.options.recordKey.dollars.toFixed(2)} a month`,
      'the daily backups, which go on',
      `${list.prices.storage.dollars.toFixed(2)} a month for each GB`,
    ])
      expect(lines.join('\n')).toContain(part);
    const plain = leftInWords(takingDownOf(choicesWith(), foundWith({ Storage: done() }))).join('\n');
    for (const part of ['key', 'backups', 'People']) expect(plain).not.toContain(part);
  });
});

it('the outputs are printed by name, without those that the CDK makes for itself', () => {
  expect(outputsInWords({ UserPoolId: 'p', Address: 'https://x.example', ExportsOutputRefPool: 'p' })).toEqual([
    '  Address     https://x.example',
    '  UserPoolId  p',
  ]);
});
