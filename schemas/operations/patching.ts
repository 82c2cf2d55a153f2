import * as z from 'zod';
import type { Operation } from './operation.ts';

/*
 * Wherever a record can be put, a part of it can be (docs/meaning.md WRITE-23).
 */

const MergePatch = z.record(z.string(), z.json()).meta({
  id: 'MergePatch',
  description:
    'JSON Merge Patch (RFC 7396): the fields that change, as a PUT takes them; `null` takes a field out; a list is replaced as a whole',
});

const patching = (put: Operation, read: Operation): Operation => ({
  ...put,
  id: put.id.replace(/^put/, 'patch'),
  method: 'PATCH',
  summary: read.summary.replace(/^Read/, 'Change some fields of').replace(/:.*/, ''),
  useCase: 'patch-record',
  body: MergePatch,
  version: 'if-match',
  problems: [...new Set([...put.problems, ...read.problems.filter((code) => code.endsWith('.unknown'))])],
});

/** Operations, each PUT among them followed by the PATCH of the same record. */
export const withPatches = (operations: readonly Operation[]): readonly Operation[] => {
  const reads = new Map(operations.filter(({ method }) => method === 'GET').map((one) => [one.path, one]));
  return operations.flatMap((operation) => {
    const read = operation.method === 'PUT' ? reads.get(operation.path) : undefined;
    return read === undefined ? [operation] : [operation, patching(operation, read)];
  });
};
