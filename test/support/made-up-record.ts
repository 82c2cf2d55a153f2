import type { ExportedHead } from '#schemas/export.ts';
import type { HistoryEvent, JsonObject } from '#schemas/history.ts';
import type { Publication, ReportContent, ReportLine } from '#schemas/report.ts';
import type { Salts } from '#schemas/salts.ts';
import { DigestsOfShown } from '#store/digests/content-digest.ts';
import { merkleRoot, sha256 } from '#store/digests/digest.ts';
import { linkedEvent } from '#store/digests/event-digest.ts';
import { runId } from '#store/reports/runs.ts';
import { emptyReport, richLines } from './report-samples.ts';
import { required } from './required.ts';

/*
 * Whole records of programmes that never were: events and reports in turn, reports made from heads that were fixed some
 * events before they were published.
 */

/** The same for the same words in every run. */
const secretFrom = (words: string): string => sha256(words).slice(0, 32);

export interface MadeUpReport {
  content: ReportContent;
  publication: Publication;
  lines: ReportLine[];
  heads: ExportedHead[];
  salts: Salts;
}
export interface MadeUpRecord {
  programme: string;
  /** By chain, the programme's own first. */
  chains: Map<string, HistoryEvent[]>;
  reports: MadeUpReport[];
}

export const sealOf = (record: MadeUpRecord, report: MadeUpReport): HistoryEvent | undefined =>
  record.chains.get(record.programme)?.find((event) => event.digest === report.publication.sealingDigest);

export const contentDigestOf = ({
  content,
  lines,
  salts,
}: Pick<MadeUpReport, 'content' | 'lines' | 'salts'>): string => {
  const digests = new DigestsOfShown();
  digests.take(salts, lines, content);
  return digests.close().contentDigest;
};

const inOrder = (record: MadeUpRecord): MadeUpReport[] =>
  [...record.reports].sort(({ content: a }, { content: b }) =>
    a.month === b.month ? a.revision - b.revision : a.month < b.month ? -1 : 1,
  );

export const manifestOf = (record: MadeUpRecord): unknown => {
  const chains = [...record.chains].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    kind: 'manifest',
    chains: chains.flatMap(([chain, events]) => {
      const head = events.at(-1);
      return head === undefined ? [] : [{ chain, sequence: head.sequence, digest: head.digest }];
    }),
    events: chains.reduce((sum, [, events]) => sum + events.length, 0),
    reports: record.reports.length,
  };
};

/** The export of a record, line by line; reports of more than `linesAhead` lines have lines ahead of them. */
export const exportOf = (record: MadeUpRecord, linesAhead = 2): string[] => [
  JSON.stringify({ kind: 'export', format: 3, programme: record.programme }),
  ...[...record.chains]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, events]) => events.map((event) => JSON.stringify({ kind: 'event', event }))),
  ...inOrder(record).flatMap(({ content, publication, lines, salts, heads }) => {
    const { month, revision } = content;
    const ahead: string[] = [];
    let from = 0;
    for (; lines.length - from > linesAhead; from += linesAhead)
      ahead.push(
        JSON.stringify({ kind: 'report-lines', month, revision, lines: lines.slice(from, from + linesAhead), salts }),
      );
    return [...ahead, JSON.stringify({ kind: 'report', content, publication, lines: lines.slice(from), salts, heads })];
  }),
  JSON.stringify(manifestOf(record)),
];

const start = Date.UTC(2026, 0, 5, 9);

interface Run {
  readonly month: string;
  readonly revision: number;
  readonly heads: ExportedHead[];
}

/** The teller of a made-up record: one clock, every chain, the runs of reports that have their heads and no seal yet. */
export class RecordTeller {
  readonly record: MadeUpRecord;
  readonly #versions = new Map<string, number>();
  #minutes = 0;

  constructor(programme: string) {
    this.record = { programme, chains: new Map(), reports: [] };
    this.recordChange(programme, { kind: 'programme', id: programme }, { title: 'Services' });
  }

  #clock(): string {
    this.#minutes += 7;
    return new Date(start + this.#minutes * 60_000).toISOString();
  }

  get reviews(): readonly string[] {
    return [...this.record.chains.keys()].filter((chain) => chain !== this.record.programme).sort();
  }

  recordChange(
    chain: string,
    recordRef: HistoryEvent['recordRef'],
    after: JsonObject,
    over: Partial<HistoryEvent> = {},
  ): HistoryEvent {
    const events = this.record.chains.get(chain) ?? [];
    this.record.chains.set(chain, events);
    const name = `${chain} ${recordRef.kind} ${recordRef.id}`;
    const version = (this.#versions.get(name) ?? 0) + 1;
    this.#versions.set(name, version);
    const recordedAt = this.#clock();
    const event = linkedEvent({
      chain,
      sequence: events.length + 1,
      recordRef,
      version,
      type: 'put',
      effectiveAt: recordedAt,
      recordedAt,
      by: 'tara-team',
      changed: Object.keys(after).sort(),
      after: { record: after, facts: {}, struckOut: null },
      salts: { secret: secretFrom(`${chain} ${events.length}`) },
      previousDigest: events.at(-1)?.digest ?? '',
      ...over,
    });
    events.push(event);
    return event;
  }

  fix(given: { month: string; revision: number }): Run {
    const own = this.record.programme;
    return {
      ...given,
      heads: [own, ...this.reviews].map((chain): ExportedHead => {
        const head = this.record.chains.get(chain)?.at(-1);
        return [chain === own ? '#programme' : chain.slice(own.length + 1), head?.sequence ?? 0, head?.digest ?? ''];
      }),
    };
  }

  publish({ month, revision, heads }: Run): MadeUpReport {
    const { programme, reports } = this.record;
    const knownUpTo = heads[0]?.[1] ?? 0;
    const previous = inOrder(this.record)
      .filter((one) => one.content.month < month && (sealOf(this.record, one)?.sequence ?? 0) <= knownUpTo)
      .at(-1);
    const lines = heads.slice(1).map(([review], n) => ({
      ...required(richLines[n % richLines.length]),
      review,
      title: `Review ${review}`,
    }));
    const content: ReportContent = {
      ...emptyReport.content,
      programme: { ...emptyReport.content.programme, id: programme },
      month,
      revision,
      revisionReason: revision === 1 ? null : 'A figure was told late',
      previous:
        previous === undefined
          ? null
          : {
              month: previous.content.month,
              revision: previous.content.revision,
              contentDigest: previous.publication.contentDigest,
            },
      headline: ['The lease runs on'],
      recordedInMonth: 3,
      lines: lines.length,
    };
    const salts = { secret: secretFrom(`report ${month} ${revision}`) };
    const contentDigest = contentDigestOf({ content, lines, salts });
    const headsRoot = merkleRoot(heads.map(([, , digest]) => digest));
    const seal = this.recordChange(
      programme,
      { kind: 'publication', id: month },
      {
        month,
        revision,
        contentDigest,
        headsRoot,
        ruleSet: content.ruleSet,
        settingsVersion: 1,
        reason: content.revisionReason,
      },
      { type: 'published', by: 'roll-up' },
    );
    const publication = {
      contentDigest,
      sealingDigest: seal.digest,
      headsRoot,
      publishedAt: seal.recordedAt,
      run: runId(month, revision),
    };
    const report = { content, publication, lines, salts, heads };
    reports.push(report);
    return report;
  }
}
