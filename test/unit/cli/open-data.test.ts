import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, expect, it } from 'vitest';
import { reportTables } from '#domain/feeds/report-tables.ts';

/* The folder of published reports that a council can publish (docs/meaning.md FEED-15). */

const to = mkdtempSync(join(tmpdir(), 'open-data-'));
afterAll(() => rmSync(to, { recursive: true }));

const revision = { programmeId: 'parks', month: '2026-01' };
const first = { ...revision, key: '2026-01.1', revision: 1 };
const second = { ...revision, key: '2026-01.2', revision: 2 };
const rows: Readonly<Record<string, readonly object[]>> = {
  reports: [
    { ...first, isLatest: false, publishedAt: '2026-02-05T06:00:00.000Z', reviewCount: 1, contentDigest: 'a' },
    {
      ...second,
      isLatest: true,
      publishedAt: '2026-02-06T06:00:00.000Z',
      reason: 'Late',
      reviewCount: 1,
      contentDigest: 'b',
    },
  ],
  reportReviews: [
    { ...first, title: 'Old' },
    { ...second, key: '2026-01.2.wood', title: '=Wood, "new"' },
  ],
};

const run = async (...words: readonly string[]) => {
  const server = createServer((request, response) => {
    const [, table = ''] = /\/feeds\/(\w+)/.exec(request.url ?? '') ?? [];
    const isRest = request.url?.includes('cursor') === true;
    const some = rows[table] ?? [];
    const given = isRest ? some.slice(1) : some.slice(0, 1);
    const link = isRest || some.length < 2 ? {} : { link: `<${request.url}&cursor=x>; rel="next"` };
    response.writeHead(200, link);
    response.end(
      table === ''
        ? JSON.stringify({ record: { name: 'Parks', council: 'Exampleshire', fictional: true } })
        : given.map((row) => `${JSON.stringify({ ...row, removed: false })}\n`).join(''),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const child = spawn(process.execPath, ['cli/open-data.ts', '--origin', origin, '--programme', 'parks', ...words], {
    env: { ...process.env, TRACKER_TOKEN: 'a token' },
  });
  let stderr = '';
  child.stderr.on('data', (some) => {
    stderr += some;
  });
  const status = await new Promise((resolve) => child.on('close', resolve));
  server.close();
  return { stderr, status };
};
const file = (name: string): string => readFileSync(join(to, name), 'utf8');

it('is a folder of the latest revisions, with schema, description and licence', async () => {
  const told = await run('--to', to, '--licence', 'ogl-3.0', '--at', 'https://data.example.gov.uk/reports/');
  expect(told).toEqual({
    stderr: `${to} holds what is published of parks. Read it before you publish it.\n`,
    status: 0,
  });
  const csvs = reportTables.map(({ name }) => `${name}.csv`);
  expect(readdirSync(to).sort()).toEqual([...csvs, 'README.md', 'datapackage.json', 'dcat.jsonld'].sort());
  const reviews: Record<string, string>[] = parse(file('reportReviews.csv'), { columns: true });
  expect(reviews.map(({ key, title }) => [key, title])).toEqual([['2026-01.2.wood', '\'=Wood, "new"']]);

  const { resources, licenses, description } = JSON.parse(file('datapackage.json'));
  expect(description).toMatch(/^A fictional programme\. .* Months: 2026-01 to 2026-01/);
  expect(licenses).toMatchObject([{ name: 'OGL-UK-3.0' }]);
  for (const { path, schema, hash, bytes } of resources) {
    const text = file(path);
    expect([path, hash, bytes]).toEqual([
      path,
      `sha256:${createHash('sha256').update(text).digest('hex')}`,
      Buffer.byteLength(text),
    ]);
    expect(text.split('\r\n')[0]).toBe(schema.fields.map(({ name }: { name: string }) => name).join(','));
  }
  const named = resources.map(({ name }: { name: string }) => name);
  for (const { schema } of resources)
    for (const { reference } of schema.foreignKeys ?? []) expect(named).toContain(reference.resource);

  const dcat = JSON.parse(file('dcat.jsonld'));
  expect(dcat).toMatchObject({
    '@type': 'dcat:Dataset',
    'dct:publisher': { 'foaf:name': 'Exampleshire' },
    'dct:license': { '@id': expect.stringContaining('open-government-licence/version/3') },
  });
  expect(dcat['dcat:distribution'][0]['dcat:downloadURL']).toEqual({
    '@id': 'https://data.example.gov.uk/reports/reports.csv',
  });
  expect(file('README.md')).toContain('licensed under the [Open Government Licence v3.0]');
});

it.each([
  [['--to', to, '--licence', 'mine'], '"mine" is no licence here: say ogl-3.0 or none.'],
  [['--to', to, '--at', 'https://data.example.gov.uk/reports'], 'is no address of a folder'],
  [[], 'Say which programme, and the folder to write.'],
])('with %j is refused in a sentence', async (words, sentence) => {
  const { stderr, status } = await run(...words);
  expect(stderr).toContain(sentence);
  expect(status).toBe(2);
});

it('without a choice states no licence, and says so', async () => {
  const { stderr } = await run('--to', to);
  expect(stderr).toContain('choose a licence');
  expect(JSON.parse(file('datapackage.json')).licenses).toBeUndefined();
  expect(file('README.md')).toContain('No licence is stated');
});
