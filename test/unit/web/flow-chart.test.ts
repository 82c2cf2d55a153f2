import { describe, expect, it } from 'vitest';
import type { Flow } from '#schemas/flow.ts';
import { flowChart } from '#web/report/flow-chart.ts';

type Row = NonNullable<Flow['byTier']>[number];
const row = (name: string, over: Partial<Row> = {}): Row => ({
  ...{ key: name, name, opening: 0, restatedBy: 0, entered: 0, movedIn: 0, left: 0, movedOut: 0, closing: 0 },
  reconciles: true,
  ...over,
});
const drawn = (...rows: Row[]): string => String(flowChart('tier', rows));
/** The bars of a drawing: style, and how long each is in reviews, where ten units are one. */
const barsIn = (chart: string): (readonly [string, number])[] => {
  const ticks = [...chart.matchAll(/<text class="tick" x="([\d.]+)"[^>]*>(\d+)</g)].map(
    ([, x, tick]) => [Number(x), Number(tick)] as const,
  );
  const [[start = 0] = [], [end = 0, most = 1] = []] = [ticks[0] ?? [], ticks.at(-1) ?? []];
  return [...chart.matchAll(/<rect class="(open|stated|built-up)" x="[\d.]+" y="\d+" width="([\d.]+)"/g)].map(
    ([, style = '', width]) => [style, Math.round((Number(width) / (end - start)) * most * 10) / 10] as const,
  );
};

describe('the drawing of the flow by tier', () => {
  const moving = row('Tier 1', { opening: 8, entered: 2, movedIn: 1, left: 3, restatedBy: -1, closing: 7 });

  it('draws what was there at the start, and at the end those that stayed and those that came in, to one scale', () => {
    expect(barsIn(drawn(moving, row('Tier 2', { opening: 4, closing: 4 })))).toEqual([
      ['open', 8],
      ['stated', 4],
      ['built-up', 3],
      ['open', 4],
      ['stated', 4],
    ]);
  });

  it('says at the bars what came in and went out, and each movement in words for who does not see it', () => {
    const chart = drawn(moving);
    expect(chart).toContain('>8 at the start</text>');
    expect(chart).toContain('>7 at the end, +3 in, −3 out, −1 restated</text>');
    expect(chart).toContain(
      'Tier 1: 8 reviews at the start, −1 restated, +2 entered, +1 moved in, −3 left and 7 at the end.',
    );
  });

  it('leaves out a tier in which nothing was, and draws nothing where nothing is to be drawn', () => {
    expect(drawn(moving, row('Tier 3'))).not.toContain('Tier 3');
    expect(flowChart('tier', [row('Tier 3')])).toBe(false);
    expect(flowChart('portfolio', undefined)).toBe(false);
  });

  it('takes whoever came and went within the month into neither bar', () => {
    expect(barsIn(drawn(row('Tier 1', { opening: 1, entered: 3, left: 3, closing: 1 })))).toEqual([
      ['open', 1],
      ['built-up', 1],
    ]);
  });
});
