import type { Counts } from '#schemas/counts.ts';
import type { Programme } from '#schemas/programme.ts';
import { Lifecycle, Tier } from '#schemas/review.ts';
import { isNotStated, stagesOf } from '#schemas/stages.ts';
import { isCounted } from '../review/counted.ts';
import { share } from '../totals.ts';
import type { Families } from './families.ts';
import { inOrder } from './in-order.ts';
import type { ReviewInReport } from './review-in-report.ts';
import { Rows } from './rows.ts';
import { stageNamer } from './stage-names.ts';

type Section = ReviewInReport['position']['review'];
type Named = { readonly id: string; readonly name: string };

const lifecycleNames: Readonly<Record<Lifecycle, string>> = {
  potential: 'Potential',
  active: 'Active',
  paused: 'Paused',
  stopped: 'Stopped',
  completed: 'Completed',
  transferred: 'Transferred',
  left: 'Left (how is not stated)',
};
export const tierNames: Readonly<Record<Tier, string>> = {
  '1': 'Tier 1',
  '2': 'Tier 2',
  '3': 'Tier 3',
  'to-be-confirmed': 'To be confirmed',
};
const notStated = { key: 'not-stated', name: 'Not stated' } as const;

/** One table: every listed name, with zeros; then ids that are no longer listed; then those that state none. */
const tableClient = (listed: readonly Named[]) => {
  const tally = new Map<string | undefined, number>();
  return {
    add: (key: string | undefined): void => {
      tally.set(key, (tally.get(key) ?? 0) + 1);
    },
    close: (counted: number): Counts['stage'] => {
      const known = new Set(listed.map((one) => one.id));
      const unlisted = [...tally.keys()].filter((key) => key !== undefined).filter((key) => !known.has(key));
      const rows = [
        ...listed.map((one) => ({ key: one.id, name: one.name, count: tally.get(one.id) ?? 0 })),
        ...inOrder(unlisted, (key) => [key]).map((key) => ({ key, name: key, count: tally.get(key) ?? 0 })),
        ...(tally.has(undefined) ? [{ ...notStated, count: tally.get(undefined) ?? 0 }] : []),
      ];
      return rows.map(({ key, name, count }) => ({ key, name, share: share(count, counted) }));
    },
  };
};

type Component = NonNullable<Counts['components']>['rows'][number];

/** Reviews that are part of others: named where those are counted, else counted by themselves. */
const partsOfOthers = (programme: Programme, families: Families) => {
  const components = new Rows<Component>((one) => [one.of, one.review]);
  const parts: { readonly id: string; readonly section: Section }[] = [];
  const nameOf = stageNamer(programme);
  return {
    add: (id: string, section: Section): void => {
      parts.push({ id, section });
    },
    close: (count: (section: Section) => void): NonNullable<Counts['components']> => {
      for (const { id: review, section } of parts.splice(0)) {
        const whole = families.countsWith(review);
        if (whole === undefined) {
          count(section);
          continue;
        }
        const [stage, ofStage] = [nameOf(section.stage), nameOf(whole.stage)];
        components.add({ review, title: section.title, stage, of: whole.id, ofTitle: whole.title, ofStage });
      }
      return components.listed();
    },
  };
};

/**
 * Counts of reviews by stage, lifecycle, portfolio, directorate, tier and theme: each a share of the counted reviews. What is part of a counted
 * review is within it, and named (`families`; by `rules-1` each counts by itself).
 */
export const countsPart = (programme: Programme, families: Families | undefined) => {
  const lifecyclesNotCounted = Lifecycle.options.filter((lifecycle) => !isCounted(lifecycle, programme));
  const notCounted = new Map<Lifecycle, number>();
  const stage = tableClient(stagesOf(programme.stageModel));
  const lifecycle = tableClient(
    Lifecycle.options.filter((one) => isCounted(one, programme)).map((one) => ({ id: one, name: lifecycleNames[one] })),
  );
  const portfolio = tableClient(programme.portfolios);
  const directorate = tableClient(programme.directorates);
  const tier = tableClient(Tier.options.map((one) => ({ id: one, name: tierNames[one] })));
  const theme = tableClient(programme.themes);
  const parts = families === undefined ? undefined : partsOfOthers(programme, families);
  let counted = 0;
  const count = (section: Section): void => {
    counted += 1;
    stage.add(isNotStated(programme.stageModel, section.stage) ? undefined : section.stage);
    lifecycle.add(section.lifecycle);
    portfolio.add(section.portfolio);
    directorate.add(section.directorate);
    tier.add(section.tier);
    theme.add(section.theme);
  };
  return {
    add: ({ id, counted: isUnderWay, position: { review: section } }: ReviewInReport): void => {
      if (!isUnderWay) notCounted.set(section.lifecycle, (notCounted.get(section.lifecycle) ?? 0) + 1);
      else if (parts === undefined || section.parent === undefined) count(section);
      else parts.add(id, section);
    },
    close: (): Counts => {
      const components = parts?.close(count);
      return {
        counted,
        ...(components === undefined ? {} : { components }),
        ...(programme.pausedCounts === false ? { pausedCounts: false as const } : {}),
        notCounted: lifecyclesNotCounted
          .map((one) => ({ lifecycle: one, count: notCounted.get(one) ?? 0 }))
          // Of a review that left in a way that is not stated no line is made where there is none.
          .filter(({ lifecycle: one, count }) => one !== 'left' || count > 0),
        services: programme.services.length,
        stage: stage.close(counted),
        lifecycle: lifecycle.close(counted),
        portfolio: portfolio.close(counted),
        directorate: directorate.close(counted),
        tier: tier.close(counted),
        theme: theme.close(counted),
      };
    },
  };
};
