import { programmeHeadName } from '#schemas/export.ts';
import { type ReviewOnPage, type ReviewPage, readReviewHeads } from '../positions/position-pages.ts';
import type { Table } from '../table/client.ts';
import { readItem } from '../table/items.ts';
import { headKey, type ProgrammeRef } from '../table/keys.ts';
import { putItemUnless } from '../table/put-item.ts';
import { type FixedReportHeads, type Head, headsItem, type ReportInMaking, readHeads } from './reports.ts';

/** The current head of the programme's own chain. */
export const programmeHead = async (table: Table, programmeRef: ProgrammeRef): Promise<Head> => {
  const item = await readItem(table, headKey(programmeRef));
  return [programmeHeadName, Number(item?.headSequence?.N ?? '0'), item?.headDigest?.S ?? ''];
};

/** The head of a review's chain as a page has it. */
export const headOf = ({
  review,
  headSequence,
  headDigest,
}: Pick<ReviewOnPage, 'review' | 'headSequence' | 'headDigest'>): Head => [review, headSequence, headDigest];

/** The current heads, the programme's own first. */
export const readCurrentHeads = async (table: Table, programmeRef: ProgrammeRef): Promise<readonly Head[]> => {
  const heads: Head[] = [await programmeHead(table, programmeRef)];
  for await (const reviews of readReviewHeads(table, programmeRef)) heads.push(...reviews.map(headOf));
  return heads;
};

/** Another run of the same month fixes heads at the same time: this one begins again with what that one fixed. */
export class HeadsFixedElsewhere extends Error {
  constructor() {
    super('another run fixed the heads of this report first');
    this.name = 'HeadsFixedElsewhere';
  }
}

/**
 * The heads that a report is made from (docs/meaning.md PUBLISH-6): fixed once for each of its tries, and taken again by every
 * re-run of that, so that each makes the same report. They are fixed page by page, each before anything is made of it: a step of its own before
 * the first page would read every review's head twice, of what test/store/capacity.test.ts lets a roll-up read once.
 */
export class ReportHeads {
  readonly #table: Table;
  readonly #programmeRef: ProgrammeRef;
  readonly #report: ReportInMaking;
  readonly #known: Map<string, Head>;
  readonly #order: Head[];
  readonly #programme: Head;
  #chunks: number;
  #complete: boolean;

  private constructor(
    table: Table,
    programmeRef: ProgrammeRef,
    report: ReportInMaking,
    fixed: FixedReportHeads,
    programme: Head,
  ) {
    this.#table = table;
    this.#programmeRef = programmeRef;
    this.#report = report;
    this.#order = [...fixed.heads];
    this.#known = new Map(fixed.heads.map((head) => [head[0], head]));
    this.#chunks = fixed.chunks;
    this.#complete = fixed.complete;
    this.#programme = this.#known.get(programmeHeadName) ?? programme;
  }

  /** Takes what was fixed before; where nothing was, the programme's current head. */
  static async open(table: Table, programmeRef: ProgrammeRef, report: ReportInMaking): Promise<ReportHeads> {
    const [fixed, programme] = await Promise.all([
      readHeads(table, programmeRef, report),
      programmeHead(table, programmeRef),
    ]);
    return new ReportHeads(table, programmeRef, report, fixed, programme);
  }

  /** The programme's own head. */
  get programme(): Head {
    return this.#programme;
  }

  async #fix(heads: readonly Head[], last: boolean): Promise<void> {
    const item = headsItem(this.#programmeRef, this.#report, this.#chunks, heads, last);
    if (!(await putItemUnless(this.#table, item, 'pk'))) throw new HeadsFixedElsewhere();
    this.#chunks += 1;
    this.#complete = last;
    for (const head of heads) {
      this.#known.set(head[0], head);
      this.#order.push(head);
    }
  }

  /**
   * The reviews of a page that belong to the report, each with its head, once they are fixed; the programme's own head is
   * fixed with the first of them. After the last page no review that is opened belongs to the report.
   * @throws HeadsFixedElsewhere where another run fixed the same heads first
   */
  async ofPage({ reviews, isLast }: ReviewPage): Promise<readonly (readonly [ReviewOnPage, Head])[]> {
    if (!this.#complete) {
      const lastFixed = this.#order.at(-1)?.[0] ?? '';
      const fresh = reviews.filter((one) => one.review > lastFixed || lastFixed === programmeHeadName).map(headOf);
      const first = this.#chunks === 0 ? [this.#programme] : [];
      if (first.length + fresh.length > 0 || isLast) await this.#fix([...first, ...fresh], isLast);
    }
    return reviews.flatMap((one) => {
      const head = this.#known.get(one.review);
      return head === undefined ? [] : [[one, head] as const];
    });
  }

  /** The digests of the heads that are fixed, in their order. */
  get digests(): readonly string[] {
    return this.#order.map((head) => head[2]);
  }
}
