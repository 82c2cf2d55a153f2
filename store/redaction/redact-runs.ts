import { ReportRun } from '#schemas/report-run.ts';
import { forgetAnswersOfRun } from '../records/idempotency.ts';
import { jsonBody, readBody } from '../table/body.ts';
import type { Table } from '../table/client.ts';
import { queryPages } from '../table/items.ts';
import { type ProgrammeRef, runsOf } from '../table/keys.ts';
import { putItemIf } from '../table/put-item.ts';
import type { Redact } from './redact-line.ts';
import { RedactedElsewhere } from './redacted-by.ts';

const redactedRun = (run: ReportRun, redact: Redact): ReportRun => ({
  ...run,
  reason: run.reason === null ? null : redact(run.reason),
  ...(run.askedBefore === undefined
    ? {}
    : { askedBefore: run.askedBefore.map((one) => ({ ...one, reason: redact(one.reason) })) }),
  rebuilt:
    run.rebuilt === null ? null : { ...run.rebuilt, differences: run.rebuilt.differences.map((one) => redact(one)) },
});

/** A31: takes words out of the reasons of runs, and out of what rebuilds found to differ. */
export const redactRuns = async (table: Table, programmeRef: ProgrammeRef, redact: Redact): Promise<void> => {
  for await (const items of queryPages(table, runsOf(programmeRef)))
    for (const item of items) {
      const run = readBody(item, ReportRun);
      const after = redactedRun(run, redact);
      if (JSON.stringify(after) === JSON.stringify(run)) continue;
      await forgetAnswersOfRun(table, programmeRef, run.id);
      const isWritten = await putItemIf(
        table,
        { ...item, body: jsonBody(after) },
        {
          ConditionExpression: '#body = :body',
          ExpressionAttributeNames: { '#body': 'body' },
          ExpressionAttributeValues: { ':body': item.body ?? jsonBody(run) },
        },
      );
      if (!isWritten) throw new RedactedElsewhere();
    }
};
