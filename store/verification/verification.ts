import type { ExportLine, ExportLineOf } from '#schemas/export.ts';
import type { HistoryEvent } from '#schemas/history.ts';
import { atEvent, atLine, type BrokenLink, type Fault } from './broken-link.ts';
import { Chains, type Sealing } from './chains.ts';
import { manifestFault } from './manifest.ts';
import { memberOf, objectOf, readLine } from './read-line.ts';
import { Reports } from './reports.ts';

export interface ExportCounts {
  readonly programme: string;
  readonly events: number;
  readonly chains: number;
  readonly reports: number;
  /** Those that hold sentences in the place of texts withheld, whose words cannot be checked here. */
  readonly inPart: { readonly events: number; readonly reports: number };
}

/** What follows on the proved part of a chain, unproved: its events from one to another. */
export interface UnanchoredEvents {
  readonly chain: string;
  readonly from: number;
  readonly to: number;
}

export type Verdict =
  /** The first line at which the export is not what it says. */
  | { readonly kind: 'broken'; readonly broken: BrokenLink }
  /** Every part agrees with every other; whoever rewrote all of it would have made it so as well. */
  | { readonly kind: 'consistent'; readonly counts: ExportCounts }
  /** Everything that the anchor seals is as it was when the anchor was printed; of the rest nothing is known. */
  | {
      readonly kind: 'proved';
      readonly counts: ExportCounts;
      readonly seal: Sealing;
      readonly proved: { readonly events: number; readonly chains: number; readonly reports: number };
      readonly unanchored: {
        readonly events: number;
        readonly reports: number;
        readonly chains: readonly UnanchoredEvents[];
      };
    };

/**
 * Checks an export line by line, keeping of each event its digest alone.
 *
 * With an anchor, the sealing digest of a published report, it proves what that report's event seals: the programme's
 * chain up to it, every report published by then, and by their heads each review's chain up to its head.
 */
export class ExportVerifier {
  readonly #anchor: string | undefined;
  #lines = 0;
  #broken: BrokenLink | undefined;
  #chains: Chains | undefined;
  #programme = '';
  #programmeEndsAt = 0;
  #seal: Sealing | undefined;
  #reports: Reports | undefined;
  #closed = false;

  constructor(anchor?: string) {
    this.#anchor = anchor;
  }

  /** Takes the next line, without its new line. Answers the first broken link once there is one. */
  take(given: string | Uint8Array): BrokenLink | undefined {
    if (this.#broken !== undefined) return this.#broken;
    this.#lines += 1;
    const fault = this.#judged(given);
    if (fault !== null) this.#break(fault);
    return this.#broken;
  }

  /** After the last line. */
  verdict(): Verdict {
    if (this.#broken === undefined && !this.#closed) {
      this.#lines += 1;
      this.#break(atLine('the export ends here, without its manifest: its end was cut off'));
    }
    if (this.#broken !== undefined || this.#chains === undefined || this.#reports === undefined)
      return { kind: 'broken', broken: this.#broken ?? { line: 1, ...atLine('there is no export') } };
    const counts = {
      programme: this.#programme,
      events: this.#chains.events,
      chains: this.#chains.heads.length,
      reports: this.#reports.taken,
      inPart: { events: this.#chains.eventsInPart, reports: this.#reports.inPublicView },
    };
    if (this.#seal === undefined) return { kind: 'consistent', counts };
    const { provedUpTo } = this.#reports;
    const { sequence } = this.#seal;
    const provedEvents = [...provedUpTo.values()].reduce((sum, one) => sum + one, 0);
    const provedReports = this.#chains.sealings.filter((one) => one.sequence <= sequence).length;
    return {
      kind: 'proved',
      counts,
      seal: this.#seal,
      proved: { events: provedEvents, chains: provedUpTo.size, reports: provedReports },
      unanchored: {
        events: counts.events - provedEvents,
        reports: counts.reports - provedReports,
        chains: this.#chains.heads.flatMap((head) => {
          const proved = provedUpTo.get(head.chain) ?? 0;
          return proved === head.sequence ? [] : [{ chain: head.chain, from: proved + 1, to: head.sequence }];
        }),
      },
    };
  }

  #break(fault: Fault, line = this.#lines): void {
    this.#broken ??= { line, ...fault };
  }

  #judged(given: string | Uint8Array): Fault | null {
    try {
      const read = readLine(given);
      return typeof read === 'string' ? atLine(`the line cannot be read: ${read}`) : this.#line(read);
    } catch (fault) {
      // A line can exhaust the stack and nothing else.
      if (!(fault instanceof RangeError)) throw fault;
      return atLine('the line cannot be read: it is nested too deep');
    }
  }

  #line({ line, written }: { line: ExportLine; written: unknown }): Fault | null {
    if (this.#closed) return atLine('the export goes on after its manifest');
    if (this.#chains === undefined)
      return line.kind === 'export'
        ? this.#open(line)
        : atLine('the first line of an export says of which programme it is; it is missing');
    switch (line.kind) {
      case 'export':
        return atLine('another export begins here');
      case 'event':
        return this.#event(this.#chains, line.event, written);
      case 'report-lines':
        return this.#afterEvents(this.#chains, (reports) => reports.takeLines(line, written));
      case 'report':
        return this.#afterEvents(this.#chains, (reports) => reports.takeReport(line, written));
      case 'manifest': {
        this.#closed = true;
        const chains = this.#chains;
        return this.#afterEvents(chains, (reports) => reports.missing() ?? manifestFault(line, chains, reports.taken));
      }
    }
  }

  #open({ programme }: ExportLineOf<'export'>): null {
    this.#programme = programme;
    this.#chains = new Chains(programme);
    return null;
  }

  #event(chains: Chains, event: HistoryEvent, written: unknown): Fault | null {
    if (this.#reports !== undefined)
      return atEvent(event.chain, event.sequence, 'it is apart from its chain, after the events');
    if (event.chain === this.#programme) this.#programmeEndsAt = this.#lines;
    return chains.take(event, objectOf(memberOf(written, 'event')));
  }

  /** What comes after the last event; where the events just ended, the anchor must be among them. */
  #afterEvents(chains: Chains, judge: (reports: Reports) => Fault | null): Fault | null {
    if (this.#reports === undefined) {
      chains.end();
      if (chains.events === 0) return atEvent(this.#programme, 1, 'it is missing: the export holds no event');
      if (this.#anchor !== undefined) {
        this.#seal = chains.sealings.find((one) => one.digest === this.#anchor);
        if (this.#seal === undefined) {
          this.#break(this.#noAnchor(chains, this.#anchor), this.#programmeEndsAt);
          return null;
        }
      }
      this.#reports = new Reports(this.#programme, chains, this.#seal?.sequence ?? 0);
    }
    return judge(this.#reports);
  }

  #noAnchor(chains: Chains, anchor: string): Fault {
    const length = chains.lengthOf(this.#programme);
    for (let sequence = 1; sequence <= length; sequence += 1)
      if (chains.digestAt(this.#programme, sequence) === anchor)
        return atEvent(this.#programme, sequence, 'its digest is the anchor, but it published no report');
    const named = chains.sealings.find(
      ({ report }) => report.contentDigest === anchor || report.publicView?.contentDigest === anchor,
    );
    if (named !== undefined)
      return atEvent(
        this.#programme,
        named.sequence,
        `the anchor is the content digest of the report of ${named.report.month}: give its sealing digest, which is printed beside it`,
      );
    return atEvent(
      this.#programme,
      null,
      `the programme's chain ends here with event ${length}, and no report in it was published under the anchor ${anchor}: what the anchor sealed was rewritten or cut off, or the anchor is of another programme`,
    );
  }
}

/** Checks a whole export, given line by line; see ExportVerifier. Stops at the first broken link. */
export const verifyExport = async (
  lines: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
  anchor?: string,
): Promise<Verdict> => {
  const verifier = new ExportVerifier(anchor);
  for await (const line of lines) if (verifier.take(line) !== undefined) break;
  return verifier.verdict();
};
