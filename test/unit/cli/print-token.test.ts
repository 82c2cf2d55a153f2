import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalJWKSet, decodeJwt, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientId } from '#local/access-token.ts';
import { openDataFolder } from '#local/data-folder.ts';
import { kebabCased } from '#local/local-person.ts';
import { signingKeyOf } from '#local/signing-key.ts';

const data = mkdtempSync(join(tmpdir(), 'tracker-token-'));
afterAll(() => rmSync(data, { recursive: true, force: true }));

const run = (...flags: string[]) =>
  spawnSync(process.execPath, ['cli/print-token.ts', '--data', data, ...flags], { encoding: 'utf8' });

beforeAll(async () => {
  // As npm start makes it.
  await signingKeyOf(openDataFolder(data));
});

describe('npm run token', () => {
  it('makes no key of its own where no tracker was started: its token would be taken by none', () => {
    const empty = join(data, 'nobody-started-here');
    const typed = ['cli/print-token.ts', '--data', empty, '--role', 'sro'];
    const { stdout, stderr, status } = spawnSync(process.execPath, typed, { encoding: 'utf8' });
    expect({ stdout, status }).toEqual({ stdout: '', status: 2 });
    expect(stderr).toBe(
      `There is no tracker in ${empty}: run npm start first, or give the --data that it was started with.\n`,
    );
    expect(existsSync(empty)).toBe(false);
  });

  it('prints one token that the issuer of that folder stands for, and nothing else', async () => {
    const { stdout, stderr, status } = run('--role', 'sro', '--role', 'board', '--name', 'Anna Ó Dálaigh');
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    expect(stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    const key = await signingKeyOf(openDataFolder(data));
    const keys = createLocalJWKSet({ keys: [...key.published.keys] });
    const { payload, protectedHeader } = await jwtVerify(stdout.trim(), keys, {
      issuer: 'http://localhost:4600/local-issuer',
      audience: clientId,
    });
    expect(protectedHeader.kid).toBe(key.kid);
    expect(payload).toMatchObject({
      sub: 'anna-o-dalaigh',
      name: 'Anna Ó Dálaigh',
      organisation: 'local-council',
      roles: ['sro', 'board'],
      client_id: clientId,
    });
    expect(Number(payload.exp) - Number(payload.iat)).toBe(3600);
  });

  it('takes the subject, the organisation and the port from its flags', () => {
    const { stdout } = run('--role', 'finance', '--subject', 'f:1', '--organisation', 'kent', '--port', '4711');
    expect(decodeJwt(stdout.trim())).toMatchObject({
      sub: 'f:1',
      name: 'Finance partner',
      organisation: 'kent',
      iss: 'http://localhost:4711/local-issuer',
    });
  });

  it.each([
    ['no role', [], 'Say which role'],
    ['a role that does not exist', ['--role', 'emperor'], '"emperor" is not a role'],
    ['a flag that does not exist', ['--role', 'sro', '--colour', 'red'], "Unknown option '--colour'"],
    ['a stray word', ['--role', 'sro', 'please'], "Unexpected argument 'please'"],
    ['a flag without its value', ['--role'], '--role'],
    ['a port that is none', ['--role', 'sro', '--port', '99999'], '"99999" is not a port'],
    ['an empty name', ['--role', 'sro', '--name', ' '], 'The name does not fit'],
    ['a name that gives no subject', ['--role', 'sro', '--name', '猫'], 'No subject comes of the name'],
    ['an organisation of odd characters', ['--role', 'sro', '--organisation', 'a#b'], 'The organisation does not fit'],
  ])('%s is refused in a sentence', (_, flags, why) => {
    const { stdout, stderr, status } = run(...flags);
    expect({ stdout, status }).toEqual({ stdout: '', status: 2 });
    expect(stderr).toContain(why);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});

describe('a subject from a name', () => {
  it.each([
    ['Anna Green', 'anna-green'],
    ["  D'Arcy   O'Neill-Smith ", 'd-arcy-o-neill-smith'],
    ['Zoë Müller', 'zoe-muller'],
    ['猫', ''],
  ])('%s -> %s', (name, subject) => {
    expect(kebabCased(name)).toBe(subject);
  });
});
