import { standsInForText } from '#schemas/exemption.ts';
import { type ExportedHead, type ExportLineOf, programmeHeadName } from '#schemas/export.ts';
import { DigestsOfShown } from '../digests/content-digest.ts';
import { merkleRoot } from '../digests/digest.ts';
import { atEvent, type Fault, reportName } from './broken-link.ts';
import type { Chains, Sealing } from './chains.ts';
import { itemsOf, memberOf } from './read-line.ts';

/** The one run of a month and revision, as store/reports/runs.ts names it; said here again so that checking needs no client of the store. */
const runOf = ({ month, revision }: NamedReport): string => `${month}-r${revision}`;

type ShownDigests = ReturnType<DigestsOfShown['close']>;

interface NamedReport {
  readonly month: string;
  readonly revision: number;
}

const sameReport = (a: NamedReport, b: NamedReport): boolean => a.month === b.month && a.revision === b.revision;

/** The reports of an export as they come: each that was published, in order, as it was sealed. */
export class Reports {
  readonly #programme: string;
  readonly #chains: Chains;
  readonly #sealings: readonly Sealing[];
  readonly #sealedUpTo: number;
  readonly #provedUpTo = new Map<string, number>();
  #taken = 0;
  #inPublicView = 0;
  #digest = new DigestsOfShown();

  /** `sealedUpTo` is the sequence of the event whose digest is the anchor; 0 where there is none. */
  constructor(programme: string, chains: Chains, sealedUpTo: number) {
    this.#programme = programme;
    this.#chains = chains;
    this.#sealings = chains.sealings;
    this.#sealedUpTo = sealedUpTo;
    if (sealedUpTo > 0) this.#provedUpTo.set(programme, sealedUpTo);
  }

  takeLines(line: ExportLineOf<'report-lines'>, written: unknown): Fault | null {
    const due = this.#due(line);
    if ('what' in due) return due;
    this.#digest.take(line.salts, itemsOf(memberOf(written, 'lines')));
    return null;
  }

  takeReport(line: ExportLineOf<'report'>, written: unknown): Fault | null {
    const due = this.#due(line.content);
    if ('what' in due) return due;
    this.#digest.take(line.salts, itemsOf(memberOf(written, 'lines')), memberOf(written, 'content'));
    const digests = this.#digest.close();
    const inPublicView = digests.shownDigest !== undefined;
    const fault =
      this.#texts(due, digests) ??
      this.#content(due, line, digests.contentDigest) ??
      this.#publication(due, line) ??
      this.#heads(due, line);
    if (fault !== null) return fault;
    if (due.sequence <= this.#sealedUpTo)
      for (const [name, sequence] of line.heads) {
        const chain = this.#chainOf(name);
        this.#provedUpTo.set(chain, Math.max(sequence, this.#provedUpTo.get(chain) ?? 0));
      }
    this.#taken += 1;
    this.#inPublicView += inPublicView ? 1 : 0;
    this.#digest = new DigestsOfShown();
    return null;
  }

  /** After the last report: a report that was published and did not come. */
  missing(): Fault | null {
    const due = this.#sealings[this.#taken];
    return due === undefined ? null : this.#at(due, `${reportName(due.report)}, which it published, is missing`);
  }

  get taken(): number {
    return this.#taken;
  }

  /** How many of them were shown in their public view, which their event sealed next to the full one. */
  get inPublicView(): number {
    return this.#inPublicView;
  }

  /** Of each chain that the anchor proves, the last event proved. */
  get provedUpTo(): ReadonlyMap<string, number> {
    return this.#provedUpTo;
  }

  /** The report that comes next, or why this is not it. */
  #due(given: NamedReport): Sealing | Fault {
    const due = this.#sealings[this.#taken];
    if (due !== undefined && sameReport(due.report, given)) return due;
    const place = this.#sealings.findIndex(({ report }) => sameReport(report, given));
    const found = this.#sealings[place];
    if (found === undefined) return atEvent(this.#programme, null, `no event published ${reportName(given)}`);
    if (place < this.#taken || due === undefined)
      return this.#at(found, `${reportName(given)}, which it published, is here again`);
    return this.#at(
      due,
      `${reportName(due.report)}, which it published, is missing: ${reportName(given)} is in its place`,
    );
  }

  #at(sealing: Sealing, what: string): Fault {
    return atEvent(this.#programme, sealing.sequence, what);
  }

  /** What is shown in the place of texts: as the public view was sealed, or no more than that they are withheld. */
  #texts(due: Sealing, { isComplete, shownDigest, standIns }: ShownDigests): Fault | null {
    const name = reportName(due.report);
    if (!isComplete) return this.#at(due, `the salts of ${name} are not one for each of its texts`);
    if (!standIns.every(standsInForText))
      return this.#at(due, `${name} shows words that no digest covers in the place of a text withheld`);
    const sealed = due.report.publicView?.contentDigest;
    return shownDigest === undefined || shownDigest === sealed
      ? null
      : this.#at(
          due,
          `${name} is not what it published for the public view: what is shown has the digest ${shownDigest}, and it sealed ${sealed ?? 'none'}`,
        );
  }

  #content(due: Sealing, { content }: ExportLineOf<'report'>, digest: string): Fault | null {
    const name = reportName(due.report);
    if (digest !== due.report.contentDigest)
      return this.#at(
        due,
        `${name} is not what it published: content and lines have the digest ${digest}, and it sealed ${due.report.contentDigest}`,
      );
    if (content.programme.id !== this.#programme)
      return this.#at(due, `${name} is of the programme ${content.programme.id}`);
    const { previous } = content;
    const before = previous === null ? undefined : this.#sealings.find(({ report }) => sameReport(report, previous));
    if (previous !== null && before?.report.contentDigest !== previous.contentDigest)
      return this.#at(due, `${name} follows on ${reportName(previous)} with a content digest that nothing published`);
    return null;
  }

  #publication(due: Sealing, { content, publication }: ExportLineOf<'report'>): Fault | null {
    const sealed = due.report;
    const facts = [
      ['content digest', publication.contentDigest, sealed.contentDigest],
      ['public view', JSON.stringify(publication.publicView), JSON.stringify(sealed.publicView)],
      ['heads root', publication.headsRoot, sealed.headsRoot],
      ['sealing digest', publication.sealingDigest, due.digest],
      ['instant of publication', publication.publishedAt, due.recordedAt],
      ['run', publication.run, runOf(sealed)],
      ['reason of the revision', content.revisionReason ?? 'none', sealed.reason ?? 'none'],
    ] as const;
    const wrong = facts.find(([, said, is]) => said !== is);
    if (wrong === undefined) return null;
    const [what, said, is] = wrong;
    return this.#at(due, `${reportName(sealed)} gives ${said} as its ${what}, where it published ${is}`);
  }

  #chainOf(head: string): string {
    return head === programmeHeadName ? this.#programme : `${this.#programme}/${head}`;
  }

  #heads(due: Sealing, { heads }: ExportLineOf<'report'>): Fault | null {
    const name = reportName(due.report);
    const outOfOrder = heads.findIndex(([head], n) =>
      n === 0 ? head !== programmeHeadName : n > 1 && head <= (heads[n - 1]?.[0] ?? ''),
    );
    if (outOfOrder !== -1 || heads.length === 0)
      return this.#at(due, `the heads of ${name} are not the programme's own and then each review's once, in order`);
    for (const head of heads) {
      const fault = this.#head(name, head);
      if (fault !== null) return fault;
    }
    const root = merkleRoot(heads.map(([, , digest]) => digest));
    return root === due.report.headsRoot
      ? null
      : this.#at(due, `the heads of ${name} come to the root ${root}, and it sealed ${due.report.headsRoot}`);
  }

  #head(name: string, [head, sequence, digest]: ExportedHead): Fault | null {
    const chain = this.#chainOf(head);
    const found = this.#chains.digestAt(chain, sequence);
    if (found === digest) return null;
    const length = this.#chains.lengthOf(chain);
    return atEvent(
      chain,
      sequence,
      found === undefined
        ? `it is missing: ${name} was made from it, and ${length === 0 ? 'nothing of its chain is here' : `its chain ends with event ${length}`}`
        : `it is not what ${name} was made from: it has the digest ${found}, and the report names ${digest}`,
    );
  }
}
