import * as z from 'zod';
import { type Decided, done, refused } from '#domain/decided.ts';
import { mergePatch } from '#language/merge-patch.ts';
import { plainText } from '#language/withheld-text.ts';
import { faultsOf, inPlainEnglish } from '#schemas/faults-of-issues.ts';
import { operations } from '#schemas/operations.ts';
import { versionRefusal } from '../commands/preconditions.ts';
import type { Call, ReadsTable, WritesTable } from '../http/call.ts';
import { readEtag } from '../http/etag.ts';
import { requestInvalid } from '../http/request-faults.ts';
import type { Endpoint, Outcome, UseCase } from '../http/use-case.ts';

const Entry = z.object({ record: z.unknown(), version: z.int(), recordedAt: z.string().optional() });

interface Read {
  readonly record: unknown;
  /** It is of another version than the sender names. */
  readonly moved: boolean;
}

/** The record as a read answers it, whatever of it is withheld from others. */
const readRecord = async (read: Endpoint<ReadsTable>, call: Call, deps: ReadsTable): Promise<Decided<Read>> => {
  const asked = read.parse({ call: { ...call, operation: read.operation, query: {}, body: undefined } });
  if (asked.kind === 'refused') return asked;
  const outcome = await asked.result(deps);
  if (outcome.kind === 'refused') return outcome;
  const answer = outcome.kind === 'done' ? outcome.result : outcome.answer;
  const etag = answer.kind === 'json' ? readEtag(answer.headers.etag ?? '') : undefined;
  if (answer.kind !== 'json' || etag === undefined) throw new Error(`${read.operation.id} answers no record`);
  const { record, version, recordedAt } = Entry.parse(JSON.parse(plainText(JSON.stringify(answer.body))));
  const refusal = versionRefusal(call.expected, {
    of: etag.of,
    name: 'the record at this address',
    version,
    recordedAt,
  });
  if (refusal === undefined) return done({ record, moved: false });
  return refusal.code === 'version.stale' ? done({ record, moved: true }) : refused(refusal);
};

const patch =
  (read: Endpoint<ReadsTable>, put: Endpoint<WritesTable>) =>
  async (call: Call, deps: WritesTable): Promise<Outcome> => {
    const before = await readRecord(read, call, deps);
    // Where it moved the patch is not merged: the PUT says so, and who changed what since.
    const bodyOf = ({ record, moved }: Read): unknown => (moved ? record : mergePatch(record, call.body));
    const merged = before.kind === 'refused' ? before : put.parse({ call: { ...call, body: bodyOf(before.result) } });
    // Sent again, it finds what it made itself, is refused here, and answered as the first time.
    return merged.kind === 'refused' ? merged : merged.result(deps);
  };

/**
 * Some fields of whatever can be put (docs/meaning.md WRITE-23): they are merged onto the record as it is read, and the whole goes the
 * way of its PUT. So what a PUT refuses is refused here, in the same words and at the same place.
 *
 * @throws where something can be patched that is not read or not put: the function does not start
 */
export const patchRecord = (reads: UseCase<ReadsTable>, puts: UseCase<WritesTable>): UseCase<WritesTable> =>
  operations
    .filter(({ method }) => method === 'PATCH')
    .map((operation) => {
      const read = reads.find((one) => one.operation.path === operation.path);
      const put = puts.find((one) => one.operation.path === operation.path);
      if (read === undefined || put === undefined) throw new Error(`${operation.id} has no read or no put`);
      return {
        operation,
        parse: ({ call }) => {
          const body = operation.body?.safeParse(call.body, { error: inPlainEnglish });
          return body?.success === false
            ? requestInvalid(faultsOf('body', body.error))
            : done((deps) => patch(read, put)(call, deps));
        },
      };
    });
