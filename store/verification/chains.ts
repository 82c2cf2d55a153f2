import { standsInForText } from '#schemas/exemption.ts';
import { SealedReport } from '#schemas/export.ts';
import type { HistoryEvent, RecordKind } from '#schemas/history.ts';
import { Id } from '#schemas/ids.ts';
import { isRedacted } from '#schemas/redaction.ts';
import type { ShownTexts } from '../digests/commitments.ts';
import { committedContents, eventDigestOf } from '../digests/event-digest.ts';
import { atEvent, type Fault, reportName } from './broken-link.ts';

/** An event of the programme's chain that published a report, and what it sealed. */
export interface Sealing {
  readonly sequence: number;
  readonly digest: string;
  readonly recordedAt: string;
  readonly report: SealedReport;
}

/** Their contents are what others are checked against: an export never withholds them, and what is redacted of them are words that nothing is checked against. */
const neverWithheld: readonly RecordKind[] = ['programme', 'publication'];

interface Chain {
  readonly name: string;
  sequence: number;
  digest: string;
  /** The digests of its events, one after the other, 64 characters each: what a report's heads are looked up in. */
  digests: string;
}

const digestLength = 64;

/** The chains of an export as they come: one after the other, each from event 1 on, each event linked to the one before. */
export class Chains {
  readonly #programme: string;
  readonly #chains = new Map<string, Chain>();
  readonly #sealings = new Map<string, Sealing>();
  #current: Chain | undefined;
  #digestsOfCurrent: string[] = [];
  #versions = new Map<string, number>();
  #events = 0;
  #eventsInPart = 0;

  constructor(programme: string) {
    this.#programme = programme;
  }

  /** Takes the next event; `written` is the event as it is in the line. */
  take(event: HistoryEvent, written: object): Fault | null {
    const { contents, texts } = committedContents(written, event.salts);
    const digest = eventDigestOf(written, contents);
    return (
      this.#texts(event, texts) ??
      (digest === event.digest
        ? null
        : atEvent(
            event.chain,
            event.sequence,
            `it was changed after it was recorded: its content has the digest ${digest}, and it carries ${event.digest}`,
          )) ??
      (event.chain === this.#current?.name ? null : this.#begin(event)) ??
      this.#numberAndLink(event) ??
      this.#times(event) ??
      this.#version(event) ??
      this.#publication(event) ??
      this.#append(event, texts.standIns.length > 0)
    );
  }

  /** Its texts, where they do not have the salts that they should. */
  #texts({ chain, sequence, recordRef }: HistoryEvent, { complete, standIns, inPublicView }: ShownTexts): Fault | null {
    if (!complete) return atEvent(chain, sequence, 'its salts are not one for each of its texts');
    if (neverWithheld.includes(recordRef.kind) && !standIns.every(isRedacted))
      return atEvent(chain, sequence, `text of it is withheld, and of a ${recordRef.kind} none ever is`);
    return !inPublicView && standIns.every(standsInForText)
      ? null
      : atEvent(chain, sequence, 'it shows words that its digest does not cover in the place of a text withheld');
  }

  #begin(event: HistoryEvent): Fault | null {
    const { chain, sequence } = event;
    const before = this.#current;
    const review = chain.startsWith(`${this.#programme}/`) ? chain.slice(this.#programme.length + 1) : undefined;
    if (chain !== this.#programme && !Id.safeParse(review).success)
      return atEvent(chain, sequence, `the chain belongs to no review of the programme ${this.#programme}`);
    if (this.#chains.has(chain))
      return atEvent(chain, sequence, `it is apart from its chain, among the events of ${before?.name}`);
    if (before === undefined && chain !== this.#programme)
      return atEvent(this.#programme, 1, `it is missing: the export begins with the chain ${chain}`);
    if (before !== undefined && chain < before.name)
      return atEvent(chain, sequence, `its chain comes after ${before.name}; chains come in order of review`);
    this.end();
    this.#current = { name: chain, sequence: 0, digest: '', digests: '' };
    this.#chains.set(chain, this.#current);
    this.#versions = new Map();
    return null;
  }

  #numberAndLink({ chain, sequence, previousDigest }: HistoryEvent): Fault | null {
    const last = this.#current?.sequence ?? 0;
    const digest = this.#current?.digest ?? '';
    if (sequence > last + 1)
      return atEvent(
        chain,
        last + 1,
        `${sequence === last + 2 ? 'it is' : `it and what follows up to event ${sequence - 1} are`} missing: event ${sequence} is in its place`,
      );
    if (sequence <= last) return atEvent(chain, last + 1, `event ${sequence} is in its place, which came before`);
    if (previousDigest === digest) return null;
    return atEvent(
      chain,
      sequence,
      last === 0
        ? `it is the first of its chain, but names ${previousDigest} as the digest of an event before it`
        : `it is not linked to event ${last}: it names ${previousDigest} as the digest of the event before it, and event ${last} has ${digest}`,
    );
  }

  #times({ chain, sequence, effectiveAt, recordedAt, corrects }: HistoryEvent): Fault | null {
    if (effectiveAt > recordedAt)
      return atEvent(
        chain,
        sequence,
        `it is effective from ${effectiveAt}, later than ${recordedAt}, when it was recorded`,
      );
    return corrects === undefined || (corrects >= 1 && corrects < sequence)
      ? null
      : atEvent(chain, sequence, `it corrects event ${corrects}, which does not come before it`);
  }

  #version({ chain, sequence, recordRef, version }: HistoryEvent): Fault | null {
    const name = `${recordRef.kind} ${recordRef.id}`;
    const next = (this.#versions.get(name) ?? 0) + 1;
    if (version !== next)
      return atEvent(chain, sequence, `it is version ${version} of the ${name}, whose version ${next} comes next`);
    this.#versions.set(name, version);
    return null;
  }

  #publication(event: HistoryEvent): Fault | null {
    const { chain, sequence, digest, recordedAt, recordRef } = event;
    if (recordRef.kind !== 'publication') return null;
    if (chain !== this.#programme)
      return atEvent(chain, sequence, 'it publishes a report, which only an event of the programme itself can do');
    const sealed = SealedReport.safeParse(event.after.record);
    if (!sealed.success || sealed.data.month !== recordRef.id)
      return atEvent(chain, sequence, 'it publishes a report, but does not say which, with which digests');
    const report = sealed.data;
    const name = reportName(report);
    const before = this.#sealings.get(name);
    if (before !== undefined)
      return atEvent(chain, sequence, `it publishes ${name}, which event ${before.sequence} had published`);
    this.#sealings.set(name, { sequence, digest, recordedAt, report });
    return null;
  }

  #append({ sequence, digest }: HistoryEvent, inPart: boolean): null {
    if (this.#current !== undefined) {
      this.#current.sequence = sequence;
      this.#current.digest = digest;
    }
    this.#digestsOfCurrent.push(digest);
    this.#events += 1;
    this.#eventsInPart += inPart ? 1 : 0;
    return null;
  }

  /** After the last event. */
  end(): void {
    if (this.#current !== undefined) this.#current.digests = this.#digestsOfCurrent.join('');
    this.#current = undefined;
    this.#digestsOfCurrent = [];
  }

  get events(): number {
    return this.#events;
  }

  /** How many of them have text withheld or redacted. */
  get eventsInPart(): number {
    return this.#eventsInPart;
  }

  /** The head of each chain, in the order of the export. */
  get heads(): readonly { readonly chain: string; readonly sequence: number; readonly digest: string }[] {
    return [...this.#chains.values()].map(({ name, sequence, digest }) => ({ chain: name, sequence, digest }));
  }

  lengthOf(chain: string): number {
    return this.#chains.get(chain)?.sequence ?? 0;
  }

  /** The digest of an event of a chain that has ended. */
  digestAt(chain: string, sequence: number): string | undefined {
    if (sequence < 1 || sequence > this.lengthOf(chain)) return undefined;
    return this.#chains.get(chain)?.digests.slice((sequence - 1) * digestLength, sequence * digestLength);
  }

  /** What was published, in order of month and revision. */
  get sealings(): readonly Sealing[] {
    return [...this.#sealings.values()].sort(({ report: a }, { report: b }) =>
      a.month === b.month ? a.revision - b.revision : a.month < b.month ? -1 : 1,
    );
  }
}
