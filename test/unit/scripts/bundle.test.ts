// @module-tag long
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { fontFiles } from '#functions/files/pdf/fonts.ts';
import { bytesOfTheClient, mostBytesToTheClient } from '../../../bench/bundle-bytes.ts';
import { hostEnvironment } from '../../../bench/host-environment.ts';
import { bundle, bundledHosts, loadedLater } from '../../../scripts/bundle.ts';

const contentsOf = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted()
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]),
  );

const clientAlone = bytesOfTheClient();

const inLambda = { AWS_REGION: 'eu-west-2', TABLE_NAME: 'none', DYNAMODB_ENDPOINT: 'http://127.0.0.1:9' };
describe('the bundles', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dist-'));
  writeFileSync(join(folder, 'left-over.txt'), 'of an earlier build');
  await bundle(folder);
  const files = contentsOf(folder);

  it('are one for each function, their source maps, and the files that the pages and the API’s description are made of', () => {
    expect([...files.keys()]).toEqual(
      [
        ...bundledHosts.flatMap((host) => [`${host}/index.cjs`, `${host}/index.cjs.map`]),
        ...['board', 'queries'].flatMap((host) => fontFiles.map((name) => `${host}/fonts/${name}`)),
        ...loadedLater.flatMap((path) => [`${path}.cjs`, `${path}.cjs.map`]),
        'front/assets/openapi.json',
        'pages/assets/pages.css',
        'pages/assets/pages.js',
      ].toSorted(),
    );
  });

  it('have a script of the pages that is under 15 KB: it makes them nicer, and nothing rests on it', () => {
    const script = files.get('pages/assets/pages.js') ?? '';
    expect(Buffer.byteLength(script)).toBeGreaterThan(1_000);
    expect(Buffer.byteLength(script)).toBeLessThan(15_000);
  });

  it('are the same to the byte when they are made again', async () => {
    const again = mkdtempSync(join(tmpdir(), 'dist-'));
    await bundle(again);
    expect([...contentsOf(again)]).toEqual([...files]);
  });

  it.each(bundledHosts)('%s can be loaded where there is nothing else but Node, and has a handler', (host) => {
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [
        '--input-type=module',
        '--eval',
        `console.log(typeof (await import(${JSON.stringify(pathToFileURL(join(folder, host, 'index.cjs')).href)})).handler)`,
      ],
      {
        encoding: 'utf8',
        cwd: folder,
        env: hostEnvironment(join(folder, host)),
      },
    );
    expect({ stdout, stderr }).toEqual({ stdout: 'function\n', stderr: '' });
  });

  it.each(bundledHosts)('%s has at most 4.4 times the bytes of a bundle of the database client alone', async (host) => {
    const bytes = Buffer.byteLength(files.get(`${host}/index.cjs`) ?? '');
    expect(bytes).toBeGreaterThan(10_000);
    expect(bytes).toBeLessThanOrEqual(mostBytesToTheClient * (await clientAlone));
  });

  it('leave what writes files out of the board’s own, which loads it when a file is asked for', () => {
    const board = files.get('board/index.cjs') ?? '';
    expect(board).toContain('import("./writers.cjs")');
    expect(board).not.toContain('xl/worksheets');
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [
        '--eval',
        `import(${JSON.stringify(join(folder, 'board/writers.cjs'))}).then((one) => console.log(typeof one.workbook, typeof one.archive))`,
      ],
      { encoding: 'utf8', cwd: folder, env: {} },
    );
    expect({ stdout, stderr }).toEqual({ stdout: 'function function\n', stderr: '' });
  });

  it('leave what makes the formats of a draft out of the bundle of reads, which loads it when one is asked for', () => {
    const queries = files.get('queries/index.cjs') ?? '';
    for (const one of ['drafts', 'writers', 'paper']) expect(queries).toContain(`import("./${one}.cjs")`);
    expect(queries).not.toContain('How to verify this report');
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [
        '--eval',
        `import(${JSON.stringify(join(folder, 'queries/drafts.cjs'))}).then((one) => console.log(typeof one.draftInFormat))`,
      ],
      { encoding: 'utf8', cwd: folder, env: {} },
    );
    expect({ stdout, stderr }).toEqual({ stdout: 'function\n', stderr: '' });
  });

  it.each(['board', 'queries'])('draw on paper from what is deployed alone, beside %s', (host) => {
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [
        '--input-type=module',
        '--eval',
        `const { paged, readFonts } = await import(${JSON.stringify(pathToFileURL(join(folder, host, 'paper.cjs')).href)});
         const about = { title: 'One', author: 'A', subject: 'B', writtenAt: '2014-05-06T05:00:12.000Z', foot: 'Foot' };
         const fonts = readFonts(new URL(${JSON.stringify(pathToFileURL(join(folder, host, 'fonts/')).href)}));
         const bytes = await paged('<html><body><h1>One ŵ</h1></body></html>', about, fonts);
         console.log(Buffer.from(bytes).subarray(0, 8).toString());`,
      ],
      { encoding: 'utf8', cwd: folder, env: {} },
    );
    expect({ stdout, stderr }).toEqual({ stdout: '%PDF-1.7\n', stderr: '' });
  });

  it.each(loadedLater)('%s, which is loaded later, keeps to the bound of a function’s bundle', async (name) => {
    const bytes = Buffer.byteLength(files.get(`${name}.cjs`) ?? '');
    expect(bytes).toBeGreaterThan(10_000);
    expect(bytes).toBeLessThanOrEqual(mostBytesToTheClient * (await clientAlone));
  });

  it('without credentials answer with a fault whose log says so', () => {
    const { stdout } = spawnSync(
      process.execPath,
      [
        '--input-type=module',
        '--eval',
        `const { handler } = await import(${JSON.stringify(pathToFileURL(join(folder, 'queries/index.cjs')).href)});
         const claims = { sub: 'sam', organisation: 'council', roles: 'sro' };
         const answer = await handler({
           routeKey: 'GET /programmes', rawPath: '/programmes', headers: {}, isBase64Encoded: false,
           requestContext: { requestId: 'one', authorizer: { jwt: { claims } } },
         }, { getRemainingTimeInMillis: () => 20_000, awsRequestId: 'call-1' });
         console.log(JSON.stringify({ status: answer.statusCode }));`,
      ],
      {
        encoding: 'utf8',
        env: { ...inLambda, AWS_PROFILE: 'mine' },
      },
    );
    const said = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(said).toContainEqual({ status: 500 });
    expect(said).toContainEqual(expect.objectContaining({ level: 'ERROR', error: 'CredentialsProviderError' }));
  });

  it('name our lines in a stack trace without carrying the sources', () => {
    const map = JSON.parse(files.get('commands/index.cjs.map') ?? '{}');
    expect(map.sources.some((source: string) => source.endsWith('functions/hosts/commands.ts'))).toBe(true);
    expect(map.sourcesContent).toBeUndefined();
  });
});
