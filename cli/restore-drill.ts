import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeleteTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { counted } from '#language/in-words.ts';
import { CommandRefused, flagsOf, runCommand } from '#local/command-line.ts';
import { isRunning } from '#local/control-client.ts';
import { openDataFolder } from '#local/data-folder.ts';
import { startEngine } from '#local/engine.ts';
import { bundleOf, freshenBundles } from '#local/fresh-bundles.ts';
import { region, tableName } from '#local/function-environment.ts';
import { loadExamples } from '#local/load-examples.ts';
import { startTracker } from '#local/tracker.ts';
import { type Table, tableClient } from '#store/table/client.ts';
import { facingTheChallenge } from '../examples/facing-the-challenge/scenario.ts';
import { copyAsRestored } from './table-copy.ts';
import { putSettingsBack, settingsFound } from './table-settings.ts';
import { type Proof, verifyTable } from './verify-table.ts';

const usage =
  'npm run restore-drill [-- --data .tracker], or of a table that was restored on AWS: npm run restore-drill -- --table <its name>';

const proofInWords = (proofs: readonly Proof[]): void => {
  for (const { programmeRef, reviews, counted: total, events, reports, faults } of proofs) {
    console.log(
      `  ${programmeRef.organisation}, ${programmeRef.programme}: ${counted(reviews, 'review')}, ${total} in the total, ${counted(events, 'event')}, ${counted(reports, 'published report')}: ${faults.length === 0 ? 'positions, chains, digests and the index agree' : `${counted(faults.length, 'fault')}`}`,
    );
    for (const fault of faults) console.log(`    ${fault}`);
  }
  if (proofs.length === 0) console.log('  It holds no programme.');
};

const settingsInWords = async (table: Table): Promise<void> => {
  for (const { what, command, state } of await settingsFound(table)) {
    console.log(`  ${what}: ${state}`);
    if (state !== 'there') console.log(`    ${command}`);
  }
};

const isSound = (proofs: readonly Proof[]): boolean =>
  proofs.length > 0 && proofs.every(({ faults }) => faults.length === 0);

/** Verifies a table on AWS, with the credentials and region of the environment; changes nothing. */
const proveOnAws = async (name: string): Promise<void> => {
  const table = tableClient({ name });
  console.log(`What ${name} holds:`);
  const proofs = await verifyTable(table);
  proofInWords(proofs);
  console.log('What a restore leaves behind, and how it comes back:');
  await settingsInWords(table);
  console.log('Alarms, names and the stack: docs/runbook.md, "Restoring the record on AWS".');
  if (!isSound(proofs)) process.exitCode = 1;
};

/** A data folder with the sample programme, recorded by a tracker that is stopped again. */
const recordedSample = async (data: string): Promise<void> => {
  freshenBundles(['commands', 'queries', 'board', 'front', 'roll-up', 'messages']);
  const tracker = await startTracker({ port: 0, data, bundleOf, onTrouble: (sentence) => console.error(sentence) });
  try {
    await loadExamples(tracker, [facingTheChallenge], () => undefined);
  } finally {
    await tracker.stop();
  }
};

const tableAt = (endpoint: string, name: string): Table => ({
  name,
  client: new DynamoDBClient({
    endpoint,
    region,
    credentials: { accessKeyId: 'restore-drill', secretAccessKey: 'local' },
  }),
});

const sameProofs = (before: readonly Proof[], after: readonly Proof[]): boolean =>
  JSON.stringify(before) === JSON.stringify(after);

/** Restores the table of a data folder into a new table on an engine of its own, and verifies that one. */
const drill = async (data: string): Promise<void> => {
  const folder = openDataFolder(data);
  const running = folder.running();
  if (running !== undefined && (await isRunning(running.port, folder.secret())))
    throw new CommandRefused(`A tracker runs on ${folder.path}: stop it first, so that the copy is of one instant.`);
  const engine = await startEngine({ dataFile: folder.tableFile });
  const restoredOn = await startEngine({});
  const source = tableAt(engine.endpoint, tableName);
  const restored = tableAt(restoredOn.endpoint, `${tableName}-restored`);
  try {
    const started = performance.now();
    const copied = await copyAsRestored(source, restored);
    console.log(`Restored ${counted(copied, 'item')} of ${source.name} into ${restored.name}.`);
    console.log('What the restored table holds:');
    const [before, after] = [await verifyTable(source), await verifyTable(restored)];
    proofInWords(after);
    const same = sameProofs(before, after);
    console.log(
      `  ${same ? 'The same was found in the table that it was restored from.' : 'NOT what was found in the table that it was restored from:'}`,
    );
    if (!same) proofInWords(before);
    console.log('What the restore left behind; on AWS these commands put it back:');
    await settingsInWords(restored);
    await putSettingsBack(restored);
    const missing = (await settingsFound(restored)).filter(({ state }) => state === 'missing');
    console.log(
      missing.length === 0
        ? 'Everything that this engine can be asked for was put back.'
        : `Could not be put back: ${missing.map(({ what }) => what).join(', ')}.`,
    );
    console.log(
      'Not of the table: its alarms and graphs name it, the functions are given its name, and the stack owns the old one. docs/runbook.md, "Restoring the record on AWS", says how each follows.',
    );
    const passed = same && isSound(after) && missing.length === 0;
    console.log(
      `${passed ? 'The drill PASSED' : 'The drill FAILED'}, in ${Math.ceil((performance.now() - started) / 1_000)} s.`,
    );
    if (!passed) process.exitCode = 1;
  } finally {
    await restored.client.send(new DeleteTableCommand({ TableName: restored.name })).catch(() => undefined);
    source.client.destroy();
    restored.client.destroy();
    await restoredOn.stop();
    await engine.stop();
  }
};

const restoreDrill = async (): Promise<void> => {
  const flags = flagsOf({ data: { type: 'string' }, table: { type: 'string' } }, process.argv.slice(2), usage);
  if (flags.table !== undefined && flags.data !== undefined)
    throw new CommandRefused(`Give a data folder or a table on AWS, not both. Usage: ${usage}`);
  if (flags.table !== undefined) return proveOnAws(flags.table);
  if (flags.data !== undefined) return drill(flags.data);
  const data = mkdtempSync(join(tmpdir(), 'restore-drill-'));
  try {
    await recordedSample(data);
    await drill(data);
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
};

await runCommand(restoreDrill);
