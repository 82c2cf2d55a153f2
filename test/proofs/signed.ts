import type { HistoryEvent, JsonObject } from '#schemas/history.ts';

/*
 * What an auditor asks of a chain of signatures, from its events alone: was each given on the version before it, and does
 * every mark that is shown stand over what was signed (docs/meaning.md WRITE-20, CASE-20, MONTH-20, PEOPLE-21)?
 */

const nameOf = ({ recordRef: { kind, id } }: HistoryEvent): string => `${kind} ${id}`;
/** What is signed is the record but for its exemption. */
const contentOf = ({ exempt: _, ...content }: JsonObject): string => JSON.stringify(content);
const claimIn = (record: JsonObject, year: unknown): unknown =>
  (record.years as JsonObject[]).find((one) => one.year === year)?.claimedActual;

interface Signature {
  readonly ofVersion: number;
  /** What it was given for, in any version of the record. */
  readonly of: (record: JsonObject) => unknown;
}
type Given = { readonly ofVersion: number; readonly [name: string]: unknown };

/** The signatures that hold by the facts of a record. */
const holding = ({ recordRef, after: { facts } }: HistoryEvent): readonly Signature[] => {
  switch (recordRef.kind) {
    case 'business-case': {
      const last = (facts.outcomes as Given[]).at(-1);
      return last?.outcome === 'approved' ? [{ ofVersion: last.ofVersion, of: contentOf }] : [];
    }
    case 'saving':
      return (facts.validations as Given[])
        .filter((one) => one.dropped === undefined)
        .map(({ ofVersion, year }) => ({ ofVersion, of: (record) => claimIn(record, year) }));
    case 'return':
      return facts.confirmed === null ? [] : [{ ofVersion: (facts.confirmed as Given).ofVersion, of: contentOf }];
    default:
      return [];
  }
};

const signingTypes = new Set(['outcome-recorded', 'validated', 'confirmed']);
const latestSigned = ({ recordRef, after: { facts } }: HistoryEvent): number | undefined => {
  const all = { 'business-case': facts.outcomes, saving: facts.validations, return: [facts.confirmed] };
  return (all[recordRef.kind as 'return'] as Given[]).at(-1)?.ofVersion;
};

/** Every signature that was not given on what was there, and every mark over something else than was signed. */
export const faultsOfSignatures = (events: readonly HistoryEvent[]): readonly string[] => {
  const faults: string[] = [];
  const versions = new Map<string, HistoryEvent>();
  const latest = new Map<string, HistoryEvent>();
  for (const event of events) {
    const name = nameOf(event);
    const before = latest.get(name);
    const words = `event ${event.sequence}, ${event.type} of ${name}`;
    if (signingTypes.has(event.type) && latestSigned(event) !== before?.version)
      faults.push(`${words} was given on version ${latestSigned(event)}, and ${before?.version} was there`);
    if (event.recordRef.kind === 'rating') {
      const review = [...latest.values()].find((one) => one.recordRef.kind === 'review');
      if (event.type === 'given' && event.after.facts.ofReviewVersion !== review?.version)
        faults.push(`${words} was given on a review that was another by then`);
    }
    versions.set(`${name} ${event.version}`, event);
    latest.set(name, event);
    for (const { ofVersion, of } of holding(event)) {
      const read = versions.get(`${name} ${ofVersion}`);
      if (read === undefined || of(read.after.record) !== of(event.after.record))
        faults.push(`${words} shows a mark of version ${ofVersion} over something else`);
    }
    const was = before?.after.facts.confirmed as Given | null | undefined;
    if (was != null && event.after.facts.confirmed === null) {
      const lost = event.after.facts.confirmedBefore as Given | undefined;
      if (lost?.ofVersion !== was.ofVersion) faults.push(`${words} does not say which confirmation was lost`);
    }
  }
  return faults;
};
