import { type CommandContext, type Decided, done } from '#domain/decided.ts';
import { type RegisterKind, registers } from '#registers/all.ts';
import type { Register } from '#registers/declaration.ts';
import type { Programme } from '#schemas/programme.ts';
import type { LoadedChain } from '#store/records/load-for-change.ts';
import type { ReadsTable } from '../http/call.ts';
import { settingsIn } from '../views/loaded-records.ts';
import { asOfAct } from './as-of.ts';
import { readChain } from './read-chain.ts';

const dependsOnSettings = (kind: RegisterKind): boolean =>
  registers.some((register: Register) => register.kind === kind && (register.position?.settings.length ?? 0) > 0);

/**
 * The settings by which an entry is judged: those in force at the instant from which it holds, where its section of the
 * position is made by settings, as a risk's is by the matrix. The words of lists (directorates, delivery models) are those of today
 * whatever the instant: what a review uses must stay listed (docs/meaning.md PROGRAMME-4). Only of a time before the settings of
 * today are earlier ones read.
 */
export const settingsThen = async (
  deps: ReadsTable,
  loaded: LoadedChain,
  kind: RegisterKind,
  { effectiveAt }: CommandContext,
): Promise<Decided<Programme>> => {
  const since = loaded.programme?.effectiveAt;
  if (!dependsOnSettings(kind) || since === undefined || since <= effectiveAt) return done(settingsIn(loaded));
  return readChain(deps, { ...loaded.chainRef, review: null }, asOfAct(effectiveAt));
};
