// @module-tag long
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import createClient from 'openapi-fetch';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDataFolder } from '#local/data-folder.ts';
import { betterConnected } from '../../examples/better-connected/scenario.ts';
import { workedExample } from '../../examples/worked-example/scenario.ts';
import type { paths } from '../support/generated/tracker-api.d.ts';
import type { Client } from '../support/running-tracker.ts';
import { type Received, type Receiver, startReceiver } from '../support/webhook-receiver.ts';
import { itCountsTwelveJobs } from './counted-jobs.ts';
import { readsFeedsByItself } from './feeds-by-machine.ts';
import { itShowsEachRoleWhatWaits } from './people-to-try.ts';
import { itPrintsShortPacks, itShowsReportsOnPages } from './printed-packs.ts';
import { itShowsTheSampleProgrammes } from './sample-programmes.ts';
import { itShowsTheTour } from './tour.ts';
import { itClosesAMonthOnPages } from './whole-month/close-month.ts';
import { eachInAnotherWay } from './whole-month/people.ts';

/** How long a start may take on a machine that does much besides. */
const longestStart = 300_000;
const data = mkdtempSync(join(tmpdir(), 'tracker-start-'));
const node = (...args: string[]) => spawnSync(process.execPath, args, { encoding: 'utf8' });

interface Started {
  readonly child: ChildProcess;
  readonly address: string;
  readonly said: () => string;
}

const start = async (...flags: string[]): Promise<Started> => {
  const child = spawn(process.execPath, ['local/start.ts', '--data', data, ...flags]);
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  const began = performance.now();
  while (!said.includes('Welcome') && child.exitCode === null && performance.now() - began < longestStart - 10_000)
    await pause(50);
  const address = openDataFolder(data).running()?.origin ?? '';
  if (!said.includes('Welcome')) throw new Error(`the tracker did not start: ${said}`);
  return { child, address, said: () => said };
};

const stop = async ({ child }: Started, signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> => {
  const exited = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  child.kill(signal);
  return exited;
};

const tokenFor = (...flags: string[]): string => node('cli/print-token.ts', '--data', data, ...flags).stdout.trim();

const clientFor = ({ address }: Started, role: string, name: string): Client =>
  createClient<paths>({
    baseUrl: address,
    headers: { authorization: `Bearer ${tokenFor('--role', role, '--name', name)}` },
  });

/** Signs in as the page does: to the issuer, through its form, back with a code, and for the token. */
const signIn = async (address: string): Promise<string> => {
  const verifier = randomBytes(32).toString('base64url');
  const discovery = await (await fetch(`${address}/local-issuer/.well-known/openid-configuration`)).json();
  const asked = new URLSearchParams({
    response_type: 'code',
    client_id: 'transformation-tracker',
    redirect_uri: `${address}/pages/signed-in`,
    scope: 'openid profile tracker/use',
    state: 'state-1',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  });
  const page = await (await fetch(`${discovery.authorization_endpoint}?${asked}`)).text();
  const carried = [...page.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map((found) => [
    found[1] ?? '',
    found[2] ?? '',
  ]);
  const form = new URLSearchParams([...carried, ['role', 'board'], ['organisation', 'local-council']]);
  const back = await fetch(discovery.authorization_endpoint, { method: 'POST', body: form, redirect: 'manual' });
  const exchanged = await fetch(discovery.token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: 'transformation-tracker',
      redirect_uri: `${address}/pages/signed-in`,
      code: new URL(back.headers.get('location') ?? '').searchParams.get('code') ?? '',
      code_verifier: verifier,
    }),
  });
  return (await exchanged.json()).access_token;
};

const april = '/programmes/facing-the-challenge/reports/2014-04';
/** On a connection of its own: while a command is waited for, the tracker closes those that are idle, and nobody here hears of it. */
const pull = (address: string, token: string, path = april) =>
  fetch(`${address}${path}`, { headers: { authorization: `Bearer ${token}`, connection: 'close' } });

describe('npm start in an empty folder', () => {
  let tracker: Started;
  let board: Client;
  let receiver: Receiver;
  beforeAll(async () => {
    receiver = await startReceiver(openDataFolder(data).webhookSecret());
    tracker = await start('--port', '0', '--small', '--webhook', receiver.address);
    const headers = { authorization: `Bearer ${tokenFor('--role', 'board')}` };
    board = createClient<paths>({ baseUrl: tracker.address, headers });
  }, longestStart);
  afterAll(async () => {
    await stop(tracker);
    receiver.stop();
    rmSync(data, { recursive: true, force: true });
  });

  it('says where the tracker and the April 2014 report are, how to sign in, and how to stop', () => {
    for (const words of [
      `${tracker.address}/\n`,
      `${tracker.address}/pages/programmes/facing-the-challenge/reports/2014-04`,
      'Sign in',
      'npm run --silent token',
      'curl -H "Authorization: Bearer',
      'npm run --silent schedule',
      data,
      'Ctrl-C',
    ])
      expect(tracker.said()).toContain(words);
  });

  it("does all that README's first five minutes show, one change among them", () => {
    const [, shown = ''] =
      /## The first five minutes[\s\S]*?```sh\n([\s\S]*?)```/.exec(readFileSync('README.md', 'utf8')) ?? [];
    const typed = shown
      .replaceAll('npm run --silent token --', `${process.execPath} cli/print-token.ts --data ${data}`)
      .replaceAll('http://localhost:4600', tracker.address)
      .replaceAll(/^curl /gm, "curl -s -o /dev/null -w '%{http_code} ' ");
    const { stdout } = spawnSync('bash', ['-c', typed], { encoding: 'utf8' });
    expect(stdout.trim().split(' ')).toEqual(['200', '200', '200', '201', '200']);
  });

  it('has taken no more than a gigabyte of memory for all of it, the engine apart', () => {
    const status = readFileSync(`/proc/${tracker.child.pid}/status`, 'utf8');
    expect(Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) / 1_024).toBeLessThan(1_024);
  });

  it('serves the page and its document to anybody, and the report to whoever signed in', async () => {
    expect((await fetch(`${tracker.address}/`)).status).toBe(200);
    expect((await fetch(`${tracker.address}/openapi.json`)).status).toBe(200);
    expect((await fetch(`${tracker.address}${april}`)).status).toBe(401);
    const report = await pull(tracker.address, await signIn(tracker.address));
    expect([report.status, (await report.json()).content.month]).toEqual([200, '2014-04']);
  });

  it('gives a machine a token of its own, with which it pulls a month by itself', async () => {
    const asked = { method: 'POST', body: new URLSearchParams({ grant_type: 'client_credentials' }) };
    const authorization = `Basic ${Buffer.from('power-bi:any').toString('base64')}`;
    const token = `${tracker.address}/local-issuer/token`;
    const granted = await (await fetch(token, { ...asked, headers: { authorization } })).json();
    expect(Object.keys(granted)).toEqual(['access_token', 'token_type', 'expires_in']);
    expect((await pull(tracker.address, granted.access_token)).status).toBe(200);
    await readsFeedsByItself(tracker.address, granted.access_token);
    const unknown = await fetch(token, { ...asked, headers: { authorization: `Basic ${btoa('nobody:any')}` } });
    expect([unknown.status, (await unknown.json()).error]).toEqual([400, 'invalid_client']);
  });

  it('has told all sample programmes to the organisation that tokens name by default', async () => {
    const programmes = await (await pull(tracker.address, tokenFor('--role', 'board'), '/programmes')).json();
    expect(programmes.items.map((one: { id: string; fictional: boolean }) => [one.id, one.fictional])).toEqual([
      [betterConnected.programme, true],
      [workedExample.programme, true],
      ['facing-the-challenge', false],
      ['productivity-plan', false],
      ['securing-kents-future', false],
    ]);
  });

  it('lists the events of what it recorded, and has sent each to the webhook that it was given', async () => {
    const office = tokenFor('--role', 'programme-office');
    const { items, destinations } = await (await pull(tracker.address, office, '/events?limit=200')).json();
    const types = new Set(items.map((one: Received) => one.type));
    expect([...types]).toEqual(expect.arrayContaining(['tracker.review.added', 'tracker.return.submitted']));
    expect(new Set(items.map((one: Received) => one.data.programmeId))).toEqual(new Set([betterConnected.programme]));
    expect(receiver.received).toEqual(items.toReversed());
    expect(destinations).toMatchObject([{ id: 'webhook', upTo: items.length, failures: 0 }]);
  });

  it('shows another organisation nothing of it', async () => {
    const token = tokenFor('--role', 'board', '--organisation', 'elsewhere');
    expect((await (await pull(tracker.address, token, '/programmes')).json()).items).toEqual([]);
    expect((await pull(tracker.address, token)).status).toBe(404);
  });

  it('fires the schedule by hand and publishes nothing twice', async () => {
    const before = await (await pull(tracker.address, tokenFor('--role', 'board'))).text();
    const fired = node('cli/fire-schedule.ts', '--data', data, '--at', '2014-05-06T05:00:00Z');
    expect({ status: fired.status, stderr: fired.stderr }).toEqual({ status: 0, stderr: '' });
    expect(fired.stdout).toMatch(/due by 2014-05-06T05:00:00Z/);
    expect(await (await pull(tracker.address, tokenFor('--role', 'board'))).text()).toBe(before);
  });

  describe('to people', () => {
    itShowsEachRoleWhatWaits(() => tracker.address);
    itShowsTheTour(() => tracker.address);
    itCountsTwelveJobs(
      () => tracker.address,
      () => clientFor(tracker, 'transformation-team', 'Tara Team'),
    );
    itShowsTheSampleProgrammes(
      () => data,
      () => board,
    );
    itPrintsShortPacks(() => board);
    itShowsReportsOnPages(() => tracker.address);
    itClosesAMonthOnPages(
      async () => ({
        base: tracker.address,
        office: clientFor(tracker, 'programme-office', 'Olive Office'),
        otherTeam: clientFor(tracker, 'transformation-team', 'Tara Team'),
      }),
      'each in another way',
      eachInAnotherWay,
    );
  });

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'stopped by %s and started again it has everything, and tells nothing again',
    { timeout: longestStart },
    async (signal) => {
      const token = tokenFor('--role', 'board');
      const before = await (await pull(tracker.address, token)).text();
      const port = new URL(tracker.address).port;
      expect(await stop(tracker, signal)).toBe(0);
      expect(existsSync(join(data, 'running.json'))).toBe(false);
      tracker = await start('--port', port, '--small');
      expect(tracker.said()).not.toContain('Telling');
      expect(await (await pull(tracker.address, token)).text()).toBe(before);
    },
  );

  it('killed without warning it loses nothing that it acknowledged, and starts again', {
    timeout: longestStart,
    tags: ['long'],
  }, async () => {
    const token = tokenFor('--role', 'programme-office');
    const put = await fetch(`${tracker.address}${'/programmes/facing-the-challenge'}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const { record, version } = await put.json();
    const changed = await fetch(`${tracker.address}/programmes/facing-the-challenge`, {
      method: 'PUT',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'if-match': put.headers.get('etag') ?? '',
      },
      body: JSON.stringify({ ...record, name: 'Facing the Challenge, told again' }),
    });
    expect(changed.status).toBe(200);
    const port = new URL(tracker.address).port;
    await stop(tracker, 'SIGKILL');
    tracker = await start('--port', port, '--small');
    const after = await (await pull(tracker.address, token, '/programmes/facing-the-challenge')).json();
    expect([after.record.name, after.version]).toEqual(['Facing the Challenge, told again', version + 1]);
  });

  it(
    'refuses a second start on the same folder, a port in use and a wrong flag, each in a sentence',
    () => {
      const port = new URL(tracker.address).port;
      for (const [flags, why] of [
        [['--data', data], 'A tracker already runs on'],
        [['--data', join(data, 'other'), '--port', port], `Port ${port} is in use`],
        [['--colour', 'red'], "Unknown option '--colour'"],
        [['--port', 'high'], '"high" is not a port'],
        [['--webhook', 'https://example.gov.uk/events'], 'is not of this machine'],
      ] as const) {
        const refused = node('local/start.ts', ...flags);
        expect([refused.status, refused.stderr.trim().split('\n').length]).toEqual([2, 1]);
        expect(refused.stderr).toContain(why);
      }
    },
    longestStart,
  );

  it('keeps its secrets to the owner of the folder', () => {
    const mode = spawnSync('stat', ['-c', '%a', join(data, 'signing-key.json'), join(data, 'control-secret')], {
      encoding: 'utf8',
    });
    expect(mode.stdout.trim().split('\n')).toEqual(['600', '600']);
  });

  it('writes the logs of its functions to the folder, and no name or token into them', () => {
    const log = readFileSync(join(data, 'functions.log'), 'utf8');
    expect(log).toContain('REQUEST_DONE');
    expect(log).not.toMatch(/eyJhbGciOi|Anna Green/);
  });
});
