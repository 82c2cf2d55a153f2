import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { everyItem } from '#cli/table-copy.ts';
import { openDataFolder } from '#local/data-folder.ts';
import { startEngine } from '#local/engine.ts';
import { bundleOf, freshenBundles } from '#local/fresh-bundles.ts';
import { region, tableName } from '#local/function-environment.ts';
import { recordScenario } from '#local/load-examples.ts';
import { defaultOrganisation } from '#local/local-person.ts';
import { startTracker } from '#local/tracker.ts';
import { facingTheChallenge } from '../examples/facing-the-challenge/scenario.ts';
import { workedExample } from '../examples/worked-example/scenario.ts';

/*
 * Keeps what this version stores and publishes, once and for good, in test/released/<version>/: the items of the table after both
 * sample programmes, their exports in both views, and their reports in every format. Every later version has to read it all
 * (test/released/released.test.ts). A folder that is there is never written again.
 */

const { version }: { version: string } = JSON.parse(readFileSync('package.json', 'utf8'));
const scenarios = [facingTheChallenge, workedExample];
const views = ['full', 'public'];
const formats = [
  ['json', 'application/json'],
  ['html', 'text/html'],
  ['csv', 'text/csv'],
] as const;

type Get = (path: string, accept?: string) => Promise<Response>;

const writer = (folder: string) => (name: string, text: string) => {
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
};

/** The export of a programme in a view, by the command that an auditor uses. */
const writeExport = async (programme: string, view: string, file: string, at: readonly string[]): Promise<void> => {
  const words = ['--programme', programme, '--view', view, '--to', file, ...at];
  await promisify(execFile)(process.execPath, ['cli/export-programme.ts', ...words]);
};

const writeReports = async (
  get: Get,
  programme: string,
  write: (name: string, text: string) => void,
): Promise<void> => {
  const at = `/programmes/${programme}`;
  const { items }: { items: readonly { month: string }[] } = await (await get(`${at}/reports?limit=200`)).json();
  for (const view of views)
    for (const { month } of items)
      for (const [extension, type] of formats)
        write(
          `${programme}/reports/${month}.${view}.${extension}`,
          Buffer.from(await (await get(`${at}/reports/${month}?rows=all&view=${view}`, type)).arrayBuffer()).toString(
            'utf8',
          ),
        );
};

/** The items in the order of their keys, one JSON line each as DynamoDB writes an item; bytes as base64. */
const itemLines = async (data: string): Promise<string> => {
  const engine = await startEngine({ dataFile: openDataFolder(data).tableFile });
  const client = new DynamoDBClient({
    endpoint: engine.endpoint,
    region,
    credentials: { accessKeyId: 'release', secretAccessKey: 'local' },
  });
  const lines: [string, string][] = [];
  for await (const items of everyItem({ client, name: tableName }))
    for (const item of items)
      lines.push([
        `${item.pk?.S} ${item.sk?.S}`,
        JSON.stringify(item, (_, value) =>
          value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value,
        ),
      ]);
  client.destroy();
  await engine.stop();
  return `${lines
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, line]) => line)
    .join('\n')}\n`;
};

const folder = process.argv[2] ?? `test/released/${version}`;
if (existsSync(folder)) throw new Error(`${folder} is there: what a release kept is never written again`);
freshenBundles(['commands', 'queries', 'board', 'front', 'roll-up', 'messages']);
const data = mkdtempSync(join(tmpdir(), 'release-'));
const tracker = await startTracker({ port: 0, data, bundleOf, onTrouble: (sentence) => console.error(sentence) });
for (const scenario of scenarios) await recordScenario(tracker, scenario);

const token = await tracker.tokenFor({
  roles: ['programme-office'],
  subject: 'release',
  name: 'Release',
  organisation: defaultOrganisation,
});
const get: Get = async (path, accept = 'application/json') => {
  const answer = await fetch(`${tracker.origin}${path}`, { headers: { authorization: `Bearer ${token}`, accept } });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return answer;
};
const write = writer(folder);
for (const { programme } of scenarios) {
  await writeReports(get, programme, write);
  const at = ['--port', `${tracker.port}`, '--data', data];
  for (const view of views) await writeExport(programme, view, join(folder, programme, `export.${view}.jsonl`), at);
}
await tracker.stop();
write('table.jsonl', await itemLines(data));
rmSync(data, { recursive: true });
console.log(`Kept in ${folder}.`);
