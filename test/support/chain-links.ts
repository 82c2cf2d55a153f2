import type { HistoryEvent } from '#schemas/history.ts';
import { auditedEventDigest } from './auditor.ts';

/* What an auditor works out from the events of a chain alone, without the tracker's own code. */

/** Every way in which a whole chain is not numbered from 1, linked, digested, or its records' versions not strictly +1. */
export const linkFaults = (events: readonly HistoryEvent[]): readonly string[] => {
  const faults: string[] = [];
  const versions = new Map<string, number>();
  let before: HistoryEvent | undefined;
  for (const event of events) {
    const record = `${event.recordRef.kind} ${event.recordRef.id}`;
    const version = versions.get(record) ?? 0;
    if (event.sequence !== (before?.sequence ?? 0) + 1)
      faults.push(`${event.sequence} follows ${before?.sequence ?? 0}`);
    if (event.previousDigest !== (before?.digest ?? ''))
      faults.push(`${event.sequence} is not linked to the one before`);
    if (event.digest !== auditedEventDigest(event))
      faults.push(`the digest of ${event.sequence} is not that of its content`);
    if (event.version !== version + 1) faults.push(`version ${event.version} of ${record} follows ${version}`);
    versions.set(record, event.version);
    before = event;
  }
  return faults;
};
