import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { ReportMonth } from '#language/time.ts';
import { programmeHeadName } from '#schemas/export.ts';
import type { ReviewOnPage, ReviewPage } from '#store/positions/position-pages.ts';
import { type FixedReportHeads, type Head, headsItem, readHeads } from '#store/reports/reports.ts';
import { type Item, readItem } from '#store/table/items.ts';
import { headKey, type ProgrammeRef } from '#store/table/keys.ts';
import type { ReadsTable } from '../http/call.ts';
import { PendingWrites } from './pending-writes.ts';

/** The head of the programme's own chain, from its item. */
export const programmeHead = (item: Item | undefined): Head => [
  programmeHeadName,
  Number(item?.headSequence?.N ?? '0'),
  item?.headDigest?.S ?? '',
];

const keepIfFirst = async (deps: ReadsTable, item: Item): Promise<boolean> => {
  try {
    await deps.table.client.send(
      new PutItemCommand({
        TableName: deps.table.name,
        Item: item,
        ConditionExpression: 'attribute_not_exists(#pk)',
        ExpressionAttributeNames: { '#pk': 'pk' },
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof Error && error.name === 'ConditionalCheckFailedException') return false;
    throw error;
  }
};

/** Another run of the same month fixes heads at the same time: this one begins again with what that one fixed. */
export class HeadsFixedElsewhere extends Error {
  constructor() {
    super('another run fixed the heads of this report first');
    this.name = 'HeadsFixedElsewhere';
  }
}

/**
 * The heads that a report is made from: fixed once, page by page as the reviews are read, and taken again by every
 * re-run, so that each makes the same report. A page is worked on while its heads are being fixed; nothing of it may be
 * written before `fixed` says that they are.
 */
export class ReportHeads {
  readonly #deps: ReadsTable;
  readonly #place: ProgrammeRef;
  readonly #month: ReportMonth;
  readonly #revision: number;
  readonly #known: Map<string, Head>;
  readonly #order: Head[];
  readonly #programme: Head;
  #chunks: number;
  #complete: boolean;
  readonly #fixing = new PendingWrites();

  private constructor(
    deps: ReadsTable,
    programmeRef: ProgrammeRef,
    month: ReportMonth,
    revision: number,
    fixed: FixedReportHeads,
    programme: Head,
  ) {
    this.#deps = deps;
    this.#place = programmeRef;
    this.#month = month;
    this.#revision = revision;
    this.#order = [...fixed.heads];
    this.#known = new Map(fixed.heads.map((head) => [head[0], head]));
    this.#chunks = fixed.chunks;
    this.#complete = fixed.complete;
    this.#programme = this.#known.get(programmeHeadName) ?? programme;
  }

  /** Takes what was fixed before; where nothing was, the programme's head as it stands now. */
  static async open(
    deps: ReadsTable,
    programmeRef: ProgrammeRef,
    month: ReportMonth,
    revision: number,
  ): Promise<ReportHeads> {
    const [fixed, head] = await Promise.all([
      readHeads(deps.table, programmeRef, month, revision),
      readItem(deps.table, headKey(programmeRef)),
    ]);
    return new ReportHeads(deps, programmeRef, month, revision, fixed, programmeHead(head));
  }

  /** The programme's own head. */
  get programme(): Head {
    return this.#programme;
  }

  async #fix(heads: readonly Head[], last: boolean): Promise<void> {
    const item = headsItem(this.#place, this.#month, this.#revision, this.#chunks, heads, last);
    await this.#fixing.begin(async () => {
      if (!(await keepIfFirst(this.#deps, item))) throw new HeadsFixedElsewhere();
    });
    this.#chunks += 1;
    this.#complete = last;
    for (const head of heads) {
      this.#known.set(head[0], head);
      this.#order.push(head);
    }
  }

  /** @throws HeadsFixedElsewhere where another run fixed the same heads first */
  fixed(): Promise<void> {
    return this.#fixing.done();
  }

  /** When no heads are being fixed any more, done or failed. */
  ended(): Promise<void> {
    return this.#fixing.ended();
  }

  /**
   * The reviews of a page that belong to the report, each with its head; new ones are being fixed from now on, with the
   * programme's own before the first of them. After the last page no review that is opened belongs to the report.
   */
  async ofPage({ reviews, isLast }: ReviewPage): Promise<readonly (readonly [ReviewOnPage, Head])[]> {
    if (!this.#complete) {
      const lastFixed = this.#order.at(-1)?.[0] ?? '';
      const fresh = reviews
        .filter((one) => one.review > lastFixed || lastFixed === programmeHeadName)
        .map((one): Head => [one.review, one.headSequence, one.headDigest]);
      const first = this.#chunks === 0 ? [this.#programme] : [];
      if (first.length + fresh.length > 0 || isLast) await this.#fix([...first, ...fresh], isLast);
    }
    return reviews.flatMap((one) => {
      const head = this.#known.get(one.review);
      return head === undefined ? [] : [[one, head] as const];
    });
  }

  get digests(): readonly string[] {
    return this.#order.map((head) => head[2]);
  }
}
