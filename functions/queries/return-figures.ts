import { buildSection, emptyPosition, kindsBehind } from '#domain/position/sections.ts';
import { parsedPart } from '#domain/registers/record-state.ts';
import { endOfMonth, type Instant, type ReportMonth } from '#language/time.ts';
import {
  changedFigures,
  type FigureSections,
  type FiguresOfReturn,
  figureSections,
  figuresOf,
} from '#registers/return/figures.ts';
import type { ReturnFigures } from '#registers/return/projections.ts';
import { MonthlyReturnFacts } from '#registers/return/record.ts';
import type { RecordKind } from '#schemas/history.ts';
import type { SectionName } from '#schemas/position.ts';
import { positionOf } from '#store/positions/stored-position.ts';
import { everythingRecorded, type KnownAsOf } from '#store/records/known-as-of.ts';
import { asRecordAt, type LoadedChain } from '#store/records/load-for-change.ts';
import { readRecordsAsAt } from '#store/records/records.ts';
import { reviewHeadKey } from '#store/table/keys.ts';
import { positionShape } from '#store/table/shape.ts';
import type { ReadsTable } from '../http/call.ts';
import { settingsIn } from '../views/loaded-records.ts';

type Contents = Map<SectionName, { readonly content: unknown }>;

/** A section as at an instant, from the history of the registers behind it; undefined where nothing of it was there. */
const foldedSection = async (
  deps: ReadsTable,
  loaded: LoadedChain,
  section: SectionName,
  asAt: Instant,
  knowledge: KnownAsOf,
): Promise<{ readonly content: unknown } | undefined> => {
  const read = async (kind: RecordKind) => readRecordsAsAt(deps.table, loaded.chainRef, kind, asAt, knowledge);
  const records = (await Promise.all(kindsBehind(section).map(read))).flat();
  return records.length === 0
    ? undefined
    : { content: buildSection(section, records.map(asRecordAt), settingsIn(loaded)) };
};

/** The sections that figures are made of: stored ones where nothing of them is later, else from history. */
const sectionsAt = async (
  deps: ReadsTable,
  loaded: LoadedChain,
  asAt: Instant,
  knowledge: KnownAsOf = everythingRecorded,
): Promise<FigureSections> => {
  const contents: Contents = new Map();
  await Promise.all(
    figureSections.map(async (section) => {
      const part = loaded.position?.parts.get(section);
      if (part === undefined) return;
      const isOfThen = knowledge.kind === 'all' && part.lastEffectiveAt <= asAt && part.shape === positionShape;
      const then = isOfThen ? part : await foldedSection(deps, loaded, section, asAt, knowledge);
      if (then !== undefined) contents.set(section, then);
    }),
  );
  if (!contents.has('review')) return { ...emptyPosition, review: null };
  return positionOf(reviewHeadKey(loaded.chainRef, loaded.chainRef.review ?? ''), contents);
};

const earlier = (one: Instant, other: Instant): Instant => (one < other ? one : other);

/** The last return before a month that was confirmed, with the figures that it names; before returns named any, those of then. */
const lastConfirmed = async (
  deps: ReadsTable,
  loaded: LoadedChain,
  month: ReportMonth,
): Promise<FiguresOfReturn['since']> => {
  const confirmed = loaded.register('return').flatMap(({ id, state, sequence }) => {
    const facts = parsedPart(MonthlyReturnFacts, state.facts, 'facts of the return');
    return id < month && state.struckOut === null && facts.confirmed !== null
      ? [{ id, sequence, ...facts.confirmed }]
      : [];
  });
  const last = confirmed.toSorted((a, b) => (a.id < b.id ? -1 : 1)).at(-1);
  if (last === undefined) return null;
  const { id, at, sequence } = last;
  const heads = new Map([[loaded.chainRef.review ?? '', sequence]]);
  const then = async (): Promise<ReturnFigures> =>
    figuresOf(await sectionsAt(deps, loaded, earlier(endOfMonth(id), at), { kind: 'heads', heads }));
  return { month: id, confirmedAt: at, figures: last.figures ?? (await then()) };
};

/**
 * What a return of a month is about: the figures of the review at the end of the month or, before it, now, by all that is recorded; and
 * what of them is other than in the last return that was confirmed (docs/meaning.md MONTH-22). The chain was loaded with its returns
 * and `figureSections`.
 */
export const returnFigures = async (
  deps: ReadsTable,
  loaded: LoadedChain,
  month: ReportMonth,
  now: Instant,
): Promise<FiguresOfReturn> => {
  const asAt = earlier(endOfMonth(month), now);
  const [sections, since] = await Promise.all([sectionsAt(deps, loaded, asAt), lastConfirmed(deps, loaded, month)]);
  const figures = figuresOf(sections);
  const changedFrom = (read: ReturnFigures) =>
    changedFigures(read, figures, { programme: settingsIn(loaded), milestones: sections.milestones });
  return {
    figures,
    asAt,
    ofSequence: loaded.head?.sequence ?? 0,
    since,
    changed: since === null ? [] : changedFrom(since.figures),
    changedFrom,
  };
};
