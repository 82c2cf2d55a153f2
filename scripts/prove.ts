import { type Amounts, longRun, shortRun } from '../test/proofs/amounts.ts';
import { lossesIn, type Part, tableOf } from '../test/proofs/figures.ts';
import { proveConcurrency, proveFaults, proveHostile } from '../test/proofs/parts.ts';
import {
  proveIdempotency,
  proveKills,
  proveRollUps,
  proveSchedule,
  proveTimeOuts,
} from '../test/proofs/parts-of-ends.ts';
import { proveModel, proveTamperings } from '../test/proofs/parts-of-history.ts';
import { provePolicies, proveRoles } from '../test/proofs/parts-of-rights.ts';

/*
 * Proves of a fresh run that the record loses nothing: npm run prove -- [--long] [--seed <number>] [--only <part>].
 * Ends with 1 where anything was lost, doubled, torn or left a gap.
 */

const proofs: Readonly<Record<string, (seed: number, amounts: Amounts) => Promise<Part>>> = {
  concurrency: proveConcurrency,
  faults: proveFaults,
  idempotency: proveIdempotency,
  kills: proveKills,
  crashes: proveRollUps,
  'out-of-time': proveTimeOuts,
  schedule: proveSchedule,
  hostile: proveHostile,
  roles: proveRoles,
  policies: provePolicies,
  tamperings: proveTamperings,
  model: proveModel,
};

const { argv } = process;
const given = (name: string): string | undefined => {
  const at = argv.indexOf(name);
  return at < 0 ? undefined : argv[at + 1];
};
const isLong = argv.includes('--long');
const seed = Number(given('--seed') ?? Date.now() % 1_000_000);
const only = given('--only');
if (!Number.isSafeInteger(seed) || (only !== undefined && proofs[only] === undefined)) {
  console.error(`npm run prove -- [--long] [--seed <number>] [--only ${Object.keys(proofs).join('|')}]`);
  process.exit(2);
}

const parts: Part[] = [];
for (const [name, prove] of Object.entries(proofs)) {
  if (only !== undefined && only !== name) continue;
  console.error(`${name} ...`);
  parts.push(await prove(seed, isLong ? longRun : shortRun));
}
console.log(tableOf(parts, seed, isLong));
process.exitCode = lossesIn(parts) > 0 ? 1 : 0;
