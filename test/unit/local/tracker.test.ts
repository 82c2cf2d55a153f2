import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SendMessageBatchCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fireSchedule, queueOf } from '#local/control-client.ts';
import { startTracker, type Tracker } from '#local/tracker.ts';

const fixture = (name: string) => fileURLToPath(new URL(`./fixtures/${name}.mjs`, import.meta.url));
const data = mkdtempSync(join(tmpdir(), 'tracker-server-'));
const troubles: string[] = [];
const start = (port = 0, folder = data) =>
  startTracker({
    port,
    data: folder,
    bundleOf: (name) => fixture(name === 'roll-up' ? 'roll-up' : 'handler'),
    onTrouble: (sentence) => troubles.push(sentence),
  });
const board = {
  subject: 'anna-green',
  name: 'Anna Green',
  organisation: 'local-council',
  roles: ['board', 'sro'],
} as const;

let tracker: Tracker;
let authorization: string;
beforeAll(async () => {
  tracker = await start();
  authorization = `Bearer ${await tracker.tokenFor(board)}`;
});
afterAll(async () => {
  await tracker.stop();
  rmSync(data, { recursive: true, force: true });
});

const get = (path: string, headers: Record<string, string> = { authorization }) =>
  fetch(`${tracker.origin}${path}`, { headers, redirect: 'manual' });

/** With a Host header of the caller's choice, which fetch does not allow. */
const statusFor = (host: string): Promise<number | undefined> =>
  new Promise((resolve) => {
    request({ port: tracker.port, host: '127.0.0.1', path: '/', headers: { host } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    }).end();
  });

describe('the tracker on one machine, at its edge', () => {
  it('hands a request with a good token to the function of its route', async () => {
    const { event, environment } = await (await get('/programmes/p/reports/2014-04?x=1')).json();
    expect(event).toMatchObject({
      routeKey: 'GET /programmes/{programmeId}/reports/{month}',
      pathParameters: { programmeId: 'p', month: '2014-04' },
      queryStringParameters: { x: '1' },
      requestContext: { authorizer: { jwt: { claims: { sub: 'anna-green', roles: '[board sro]' } } } },
    });
    expect(environment).toMatchObject({
      AWS_ACCESS_KEY_ID: 'board',
      TABLE_NAME: 'transformation-tracker',
      ISSUER: `http://localhost:${tracker.port}/local-issuer`,
    });
    expect(environment).not.toHaveProperty('QUEUE_URL');
  });

  it.each([
    ['without a token', {}],
    ['with a token that is none', { authorization: 'Bearer x.y.z' }],
  ])('answers 401 by itself %s, as the gateway does', async (_, headers) => {
    const answer = await get('/programmes', headers as Record<string, string>);
    expect([answer.status, await answer.json()]).toEqual([401, { message: 'Unauthorized' }]);
    expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/);
  });

  it.each([
    ['/', 'GET /', 'pages'],
    ['/openapi.json', 'GET /openapi.json', 'front'],
    ['/nothing/here', '$default', 'front'],
  ])('asks for no token at %s', async (path, routeKey, host) => {
    const { event, environment } = await (await get(path, {})).json();
    expect([event.routeKey, environment.AWS_ACCESS_KEY_ID]).toEqual([routeKey, host]);
  });

  it.each(['/', '/pages', '/pages/programmes'])('hands HEAD of %s to the pages, and sends no body', async (path) => {
    const answer = await fetch(`${tracker.origin}${path}`, { method: 'HEAD', redirect: 'manual' });
    const [head, whole] = [await answer.text(), await (await get(path, {})).json()];
    expect([answer.status, head, whole.environment.AWS_ACCESS_KEY_ID]).toEqual([200, '', 'pages']);
    expect(Number(answer.headers.get('content-length'))).toBeGreaterThan(0);
  });

  it('answers 413 by itself above ten megabytes', async () => {
    const answer = await fetch(`${tracker.origin}/programmes`, {
      method: 'POST',
      headers: { authorization },
      body: Buffer.alloc(10 * 1024 * 1024 + 1),
    });
    expect(answer.status).toBe(413);
  });

  it.each([
    ['throws', 'throw', 500, 'Internal Server Error'],
    ['answers nonsense', 'nonsense', 500, 'Internal Server Error'],
    ['crashes', 'crash', 503, 'Service Unavailable'],
  ])('where a function %s the answer says nothing of it, and the console does', async (_, does, status, message) => {
    const before = troubles.length;
    const answer = await get(`/programmes?does=${does}`);
    expect([answer.status, await answer.json()]).toEqual([status, { message }]);
    expect(troubles).toHaveLength(before + 1);
    expect((await get('/programmes')).status).toBe(200);
  });

  it('sends cookies, pictures and answers without a body on', async () => {
    const cookies = await get('/?does=cookies', {});
    expect([cookies.status, cookies.headers.getSetCookie()]).toEqual([204, ['a=1', 'b=2']]);
    const picture = await get('/?does=picture', {});
    expect([...new Uint8Array(await picture.arrayBuffer())]).toEqual([137, 80]);
  });

  it('refuses a path that is not percent-encoded rightly', async () => {
    expect((await get('/programmes/%zz')).status).toBe(400);
  });

  it('takes whoever typed the number to the name, since the issuer knows the page by that', async () => {
    const answer = await get('/', { accept: 'text/html' });
    expect([answer.status, answer.headers.get('location')]).toEqual([307, `http://localhost:${tracker.port}/`]);
  });

  it('serves nobody who reached it under another name', async () => {
    expect(await statusFor(`localhost:${tracker.port}`)).toBe(200);
    expect(await statusFor('evil.example')).toBe(421);
  });

  it('goes on when somebody breaks off in the middle of a request', async () => {
    const socket = connect(tracker.port, '127.0.0.1');
    await once(socket, 'connect');
    socket.write(`PUT /programmes/p HTTP/1.1\r\nhost: localhost:${tracker.port}\r\ncontent-length: 100\r\n\r\nhalf`);
    socket.destroy();
    expect((await get('/programmes')).status).toBe(200);
  });
});

describe('the queue of the tracker, by the AWS SDK', () => {
  const clientFor = (accessKeyId: string) =>
    new SQSClient({
      endpoint: `${tracker.origin}/local-queue`,
      region: 'eu-west-2',
      credentials: { accessKeyId, secretAccessKey: 'local' },
      maxAttempts: 1,
    });
  const QueueUrl = () => `${tracker.origin}/local-queue/roll-up`;

  it('takes a message, and its digest of it is the one that the SDK reckons', async () => {
    const sent = await clientFor('commands').send(
      new SendMessageCommand({ QueueUrl: QueueUrl(), MessageBody: 'April – 2014' }),
    );
    expect(sent.MD5OfMessageBody).toHaveLength(32);
  });

  it('takes a batch, and says which of it does not fit', async () => {
    const sent = await clientFor('roll-up').send(
      new SendMessageBatchCommand({
        QueueUrl: QueueUrl(),
        Entries: [
          { Id: 'one', MessageBody: 'April' },
          { Id: 'two', MessageBody: '' },
        ],
      }),
    );
    expect(sent.Successful?.map((one) => one.Id)).toEqual(['one']);
    expect(sent.Failed?.map((one) => [one.Id, one.SenderFault])).toEqual([['two', true]]);
  });

  it.each([
    ['a function that is not granted to send', 'queries', {}, 'AccessDenied'],
    ['another queue', 'commands', { QueueUrl: 'http://127.0.0.1/other' }, 'QueueDoesNotExist'],
    ['an empty message', 'commands', { MessageBody: '' }, 'InvalidParameterValue'],
  ])('refuses %s', async (_, accessKeyId, other, name) => {
    const sending = clientFor(accessKeyId).send(
      new SendMessageCommand({ QueueUrl: QueueUrl(), MessageBody: 'April', ...other }),
    );
    await expect(sending).rejects.toMatchObject({ name: expect.stringContaining(name) });
  });
});

describe('the schedule by hand', () => {
  it('says what was handed over, and the queue delivers it', async () => {
    const secret = tracker.folder.secret();
    const event = { kind: 'reports-due', scheduledTime: '2014-05-06T05:00:00Z' } as const;
    const fired = await fireSchedule(tracker.port, secret, event);
    expect(fired).toMatchObject({ problem: null, handedOver: [{ programme: 'harbour', month: '2014-05' }] });
    await expect.poll(() => queueOf(tracker.port, secret)).toMatchObject({ waiting: 0, inWork: 0 });
    await expect.poll(() => readFileSync(tracker.folder.logFile, 'utf8')).toContain('"month":"2014-05"');
  });

  it('is fired by nobody who does not know the secret of the data folder', async () => {
    const event = { kind: 'reports-due', scheduledTime: '2014-05-06T05:00:00Z' } as const;
    await expect(fireSchedule(tracker.port, 'guessed', event)).rejects.toThrow('401');
  });

  const fire = (...flags: string[]) =>
    spawnSync(process.execPath, ['cli/fire-schedule.ts', '--data', data, ...flags], { encoding: 'utf8' });

  it('refuses what is no instant in a sentence', () => {
    const { stderr, status } = fire('--at', 'tomorrow');
    expect([status, stderr]).toEqual([2, expect.stringContaining('"tomorrow" is not an instant')]);
  });

  it('says where no tracker answers', () => {
    const { stderr, status } = fire('--port', '1');
    expect([status, stderr]).toEqual([2, expect.stringContaining('No tracker of')]);
  });
});

describe('starting and stopping', () => {
  it('a second tracker on the same folder is refused in a sentence', async () => {
    await expect(start()).rejects.toThrow(/A tracker already runs on .* stop it first/);
  });

  it('a port in use is refused in a sentence', async () => {
    await expect(start(tracker.port, join(data, 'other'))).rejects.toThrow(`Port ${tracker.port} is in use`);
  });

  it('a stopped tracker leaves nothing behind but its data, and its tokens outlive it', async () => {
    const folder = join(data, 'restarted');
    const first = await start(0, folder);
    const token = await first.tokenFor(board);
    expect(JSON.parse(readFileSync(join(folder, 'running.json'), 'utf8'))).toMatchObject({
      origin: first.address,
      port: first.port,
    });
    await first.stop();
    expect(existsSync(join(folder, 'running.json'))).toBe(false);
    await expect(fetch(first.origin)).rejects.toThrow();
    const second = await start(first.port, folder);
    const answer = await fetch(`${second.origin}/programmes`, { headers: { authorization: `Bearer ${token}` } });
    await second.stop();
    expect(answer.status).toBe(200);
  });
});
