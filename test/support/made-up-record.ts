import type { ExportedHead } from '#schemas/export.ts';
import type { HistoryEvent, JsonObject, RecordKind } from '#schemas/history.ts';
import type { Publication, ReportContent, ReportLine } from '#schemas/report.ts';
import { canonicalJson, merkleRoot, sha256 } from '#store/digests/digest.ts';
import { linkedEvent } from '#store/digests/event-digest.ts';
import { runId } from '#store/reports/runs.ts';
import { emptyReport, richLines } from './report-samples.ts';
import { required } from './required.ts';

/*
 * Whole records of programmes that never were, each made from a number and the same whenever it is made again:
 * events and reports told in turn, reports made from heads that were fixed some events before they were published.
 */

export interface Dice {
  /** A whole number from 0, below `sides`. */
  readonly below: (sides: number) => number;
  readonly pick: <T>(list: readonly T[]) => T;
  readonly once: (inHowMany: number) => boolean;
}

/** Chance that can be thrown again (mulberry32). */
export const diceOf = (...seed: readonly number[]): Dice => {
  let state = seed.reduce((sum, one) => Math.imul(sum ^ one, 0x9e3779b1) + 0x7f4a7c15, 0x2545f491) | 0;
  const below = (sides: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * sides);
  };
  return {
    below,
    pick: (list) => required(list[below(list.length)]),
    once: (many) => below(many) === 0,
  };
};

export interface MadeUpReport {
  content: ReportContent;
  publication: Publication;
  lines: ReportLine[];
  heads: ExportedHead[];
}
export interface MadeUpRecord {
  programme: string;
  /** By chain, the programme's own first. */
  chains: Map<string, HistoryEvent[]>;
  reports: MadeUpReport[];
}

export const sealOf = (record: MadeUpRecord, report: MadeUpReport): HistoryEvent | undefined =>
  record.chains.get(record.programme)?.find((event) => event.digest === report.publication.sealingDigest);

export const contentDigestOf = (content: ReportContent, lines: readonly ReportLine[]): string =>
  sha256(`${lines.map((line) => `${canonicalJson(line)}\n`).join('')}${canonicalJson(content)}`);

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
  JSON.stringify({ kind: 'export', format: 2, programme: record.programme }),
  ...[...record.chains]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, events]) => events.map((event) => JSON.stringify({ kind: 'event', event }))),
  ...inOrder(record).flatMap(({ content, publication, lines, heads }) => {
    const { month, revision } = content;
    const ahead: string[] = [];
    let from = 0;
    for (; lines.length - from > linesAhead; from += linesAhead)
      ahead.push(
        JSON.stringify({ kind: 'report-lines', month, revision, lines: lines.slice(from, from + linesAhead) }),
      );
    return [...ahead, JSON.stringify({ kind: 'report', content, publication, lines: lines.slice(from), heads })];
  }),
  JSON.stringify(manifestOf(record)),
];

const kinds = ['risk', 'saving', 'milestone', 'issue'] as const satisfies readonly RecordKind[];
const writings = ['The lease runs on', 'Für die Prüfung', 'two\u2028lines', '"quoted" \\ and \t tabbed', '£1m 🏛'];

const aRecord = (dice: Dice): JsonObject => ({
  title: dice.pick(writings),
  owner: `owner-${dice.below(9)}`,
  pounds: dice.below(5_000_000) - 1_000_000,
  years: Array.from({ length: dice.below(3) }, (_, n) => ({
    year: `201${n + 4}/1${n + 5}`,
    plan: dice.below(900_000),
  })),
  ...(dice.once(2) ? { share: dice.below(1000) / 7, agreed: dice.once(2), note: null } : {}),
});

const start = Date.UTC(2026, 0, 5, 9);
const month = (n: number): string => `2026-${String(n + 1).padStart(2, '0')}`;

interface Run {
  readonly month: string;
  readonly revision: number;
  readonly heads: ExportedHead[];
}

/** The teller of a made-up record: one clock, every chain, the runs of reports that have their heads and no seal yet. */
export class RecordTeller {
  readonly record: MadeUpRecord;
  readonly #dice: Dice;
  readonly #versions = new Map<string, number>();
  #minutes = 0;

  constructor(programme: string, dice: Dice) {
    this.#dice = dice;
    this.record = { programme, chains: new Map(), reports: [] };
    this.recordChange(programme, { kind: 'programme', id: programme }, aRecord(dice));
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
      by: this.#dice.pick(['tara-team', 'sam-sro', 'pat-office']),
      changed: Object.keys(after).sort(),
      after: { record: after, facts: {}, struckOut: null },
      salt: Array.from({ length: 32 }, () => this.#dice.below(16).toString(16)).join(''),
      previousDigest: events.at(-1)?.digest ?? '',
      ...over,
    });
    events.push(event);
    return event;
  }

  /** Something of a chain: a new entry, a change of one, or a correction told late. */
  tellSomething(chain: string): void {
    const told = this.record.chains.get(chain)?.length ?? 0;
    const recordRef =
      told === 0
        ? { kind: 'review' as const, id: chain.split('/')[1] ?? '' }
        : { kind: this.#dice.pick(kinds), id: this.#dice.pick(['first', 'second']) };
    const corrects = told > 1 && this.#dice.once(6) ? 1 + this.#dice.below(told) : undefined;
    this.recordChange(chain, recordRef, aRecord(this.#dice), {
      ...(corrects === undefined
        ? {}
        : { corrects, type: 'corrected', reason: 'Read wrongly', effectiveAt: '2026-01-05T00:00:00.000Z' }),
    });
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
      headline: [this.#dice.pick(writings)],
      recordedInMonth: this.#dice.below(20),
      lines: lines.length,
    };
    const contentDigest = contentDigestOf(content, lines);
    const headsRoot = merkleRoot(heads.map(([, , digest]) => digest));
    const seal = this.recordChange(
      programme,
      { kind: 'publication', id: month },
      { month, revision, contentDigest, headsRoot, reason: content.revisionReason },
      { type: 'published', by: 'roll-up' },
    );
    const publication = {
      contentDigest,
      sealingDigest: seal.digest,
      headsRoot,
      publishedAt: seal.recordedAt,
      run: runId(month, revision),
    };
    const report = { content, publication, lines, heads };
    reports.push(report);
    return report;
  }
}

const reviewNames = ['care', 'care-homes', 'legal', 'library', 'property'];

/** A record of one to five reviews and one to four reports, with what was told after the last of them. */
export const madeUpRecord = (dice: Dice): MadeUpRecord => {
  const persona = new RecordTeller('tomorrow', dice);
  const { record } = persona;
  const waiting: Run[] = [];
  const most = 1 + dice.below(4);
  const revisions = new Map<string, number>();
  const begin = (): void => {
    const published = [...revisions.keys()].filter((one) => !waiting.some((run) => run.month === one));
    const revised = published.length > 0 && dice.once(3) ? dice.pick(published) : undefined;
    const next = month(revisions.size);
    if (revised === undefined && waiting.some((run) => run.revision === 1)) return;
    const about = { month: revised ?? next, revision: (revisions.get(revised ?? next) ?? 0) + 1 };
    waiting.push(persona.fix(about));
  };
  const publish = (): void => {
    const [run] = waiting.splice(dice.below(waiting.length), 1);
    if (run === undefined) return;
    persona.publish(run);
    revisions.set(run.month, run.revision);
  };
  while (record.reports.length < most) {
    if (dice.once(5) && waiting.length < 2) begin();
    else if (waiting.length > 0 && dice.once(4)) publish();
    else
      persona.tellSomething(
        dice.once(6) ? record.programme : `${record.programme}/${dice.pick(reviewNames.slice(0, 1 + most))}`,
      );
  }
  for (let more = dice.below(6); more > 0; more -= 1)
    persona.tellSomething(dice.pick([record.programme, ...reviewNames.map((one) => `${record.programme}/${one}`)]));
  return record;
};

/** Of each chain, the last event that a report seals: the programme's up to its own event, reviews' by the heads of all by then. */
export const sealedBy = (record: MadeUpRecord, anchor: MadeUpReport): ReadonlyMap<string, number> => {
  const seal = sealOf(record, anchor)?.sequence ?? 0;
  const sealed = new Map([[record.programme, seal]]);
  for (const report of record.reports)
    if ((sealOf(record, report)?.sequence ?? 0) <= seal)
      for (const [review, sequence] of report.heads.slice(1)) {
        const chain = `${record.programme}/${review}`;
        sealed.set(chain, Math.max(sequence, sealed.get(chain) ?? 0));
      }
  return sealed;
};
export const reportsSealedBy = (record: MadeUpRecord, anchor: MadeUpReport): readonly MadeUpReport[] =>
  record.reports.filter((one) => (sealOf(record, one)?.sequence ?? 0) <= (sealOf(record, anchor)?.sequence ?? 0));
