import type { Instant } from '#language/time.ts';
import type { Register } from '#registers/declaration.ts';
import { mostEntriesTogether } from '#schemas/limits.ts';
import type { PlannedEntry, SheetPlan } from '../../workbook/place.ts';
import { apiRegisterPath } from '../paths.ts';
import type { Api, ProblemAnswer } from '../question.ts';
import { registerAt } from '../registers/register-at.ts';
import type { At } from '../screen.ts';

/** How far a plan was recorded, and what was refused of the part that was not. */
export interface Applied {
  readonly recorded: number;
  readonly refused?: { readonly problem: ProblemAnswer; readonly part: readonly PlannedEntry[] };
}

interface Part {
  readonly entries: readonly PlannedEntry[];
  readonly path: string;
  readonly body: readonly object[];
}

const inParts = (
  entries: readonly PlannedEntry[],
  path: string,
  bodyOf: (entry: PlannedEntry) => object,
): readonly Part[] =>
  Array.from({ length: Math.ceil(entries.length / mostEntriesTogether) }, (_, n) => {
    const those = entries.slice(n * mostEntriesTogether, (n + 1) * mostEntriesTogether);
    return { entries: those, path, body: those.map(bodyOf) };
  });

/**
 * Records what a workbook adds and changes, forty entries at a time, each part whole or not at all. A part that was recorded is not recorded again where
 * the same workbook is sent once more: its key is of what is in it, and its rows are as they are recorded by then.
 */
export const applyPlan = async (
  { path }: Register,
  at: At,
  api: Api,
  { added, changed }: SheetPlan,
  effectiveAt: Instant | undefined,
): Promise<Applied> => {
  const here = apiRegisterPath(registerAt(at), path);
  const parts = [
    ...inParts(added, here, ({ id, record }) => ({ id, record })),
    ...inParts(changed, `${here}/changes`, ({ id, version, record }) => ({ id, version, record })),
  ];
  let recorded = 0;
  for (const part of parts) {
    const body = { entries: part.body };
    const key = at.keyOf(`${part.path} ${effectiveAt ?? 'now'} ${JSON.stringify(body)}`);
    const sent = await api.send({ method: 'POST', path: part.path, body, effectiveAt }, key);
    if (sent.kind === 'refused') return { recorded, refused: { problem: sent.problem, part: part.entries } };
    recorded += part.entries.length;
  }
  return { recorded };
};
