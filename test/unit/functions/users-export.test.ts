import { createServer } from 'node:http';
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { S3Client } from '@aws-sdk/client-s3';
import { afterEach, expect, it } from 'vitest';
import { exportUsers } from '#functions/scheduled/export-users.ts';

/* The nightly list of users, by the real clients of Cognito and S3 against a fake that pages as Cognito does. */

const credentials = { accessKeyId: 'AKIAFAKE', secretAccessKey: 'fake' };
const user = (n: number, more: Readonly<Record<string, string>> = {}, Enabled = true) => ({
  Username: `user-${n}`,
  Enabled,
  Attributes: Object.entries({ sub: `subject-${n}`, email: `${n}@kent.gov.uk`, ...more }).map(([Name, Value]) => ({
    Name,
    Value,
  })),
});
const pages = [[user(1, { name: 'Sam Sro', 'custom:organisation': 'kent' }), user(2)], [user(3, {}, false)]];
const groups: Readonly<Record<string, readonly string[]>> = { sro: ['user-1'], board: ['user-1', 'user-3'] };

let stop = (): void => undefined;
afterEach(() => stop());

const started = async () => {
  const put: { readonly path: string; readonly body: string }[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString('utf8')));
    request.on('end', () => {
      const operation = String(request.headers['x-amz-target'] ?? '')
        .split('.')
        .at(-1);
      if (request.method === 'PUT') {
        put.push({ path: request.url ?? '', body });
        return void response.writeHead(200).end();
      }
      const input = JSON.parse(body);
      const page = Number(input.PaginationToken ?? 0);
      const answer =
        operation === 'ListUsers'
          ? { Users: pages[page], ...(page + 1 < pages.length ? { PaginationToken: String(page + 1) } : {}) }
          : { Users: (groups[input.GroupName] ?? []).map((Username) => ({ Username })) };
      response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stop = () => void server.close();
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const client = { region: 'eu-west-2', endpoint: `http://127.0.0.1:${address.port}`, credentials };
  return {
    put,
    cognito: new CognitoIdentityProviderClient(client),
    s3: new S3Client({ ...client, forcePathStyle: true }),
  };
};

it('writes a line for everybody, of every page, with the roles that they hold, under the day', async () => {
  const { put, cognito, s3 } = await started();
  const deps = { cognito, s3, pool: 'eu-west-2_AbCdEfGhI', bucket: 'users-of-kent' };
  expect(await exportUsers(deps, '2026-11-28T02:30:00.000Z')).toBe(3);
  expect(put).toHaveLength(1);
  expect(put[0]?.path).toBe('/users-of-kent/users/2026-11-28.jsonl?x-id=PutObject');
  const lines = (put[0]?.body ?? '').split('\n').filter((line) => line.startsWith('{'));
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    {
      subject: 'subject-1',
      email: '1@kent.gov.uk',
      name: 'Sam Sro',
      organisation: 'kent',
      isEnabled: true,
      roles: ['sro', 'board'],
    },
    { subject: 'subject-2', email: '2@kent.gov.uk', isEnabled: true, roles: [] },
    { subject: 'subject-3', email: '3@kent.gov.uk', isEnabled: false, roles: ['board'] },
  ]);
});
