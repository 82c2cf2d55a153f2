import * as z from 'zod';
import type { FigureOrPounds } from './figures.ts';

const pounds = z.int();
const words = z.literal('');

/** What a figure comes to, and how well it is known: without its source, and without the words of one that is no amount. */
export const GivenFigure = z.union([
  pounds,
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('range'), low: pounds, high: pounds }),
    z.object({ kind: z.literal('over'), pounds }),
    z.object({ kind: z.literal('about'), pounds }),
    z.object({ kind: z.literal('nearly'), pounds }),
    z.object({ kind: z.literal('part-known'), pounds, covers: words }),
    z.object({ kind: z.literal('to-be-confirmed'), reason: words }),
    z.object({ kind: z.literal('non-financial'), words }),
    z.object({ kind: z.literal('not-stated') }),
  ]),
]);
export type GivenFigure = z.infer<typeof GivenFigure>;

/** A figure without its source and its words. */
export const asGiven = (figure: FigureOrPounds): GivenFigure => {
  if (typeof figure === 'number') return figure;
  switch (figure.kind) {
    case 'amount':
      return figure.pounds;
    case 'range':
      return { kind: 'range', low: figure.low, high: figure.high };
    case 'part-known':
      return { kind: 'part-known', pounds: figure.pounds, covers: '' };
    case 'to-be-confirmed':
      return { kind: 'to-be-confirmed', reason: '' };
    case 'non-financial':
      return { kind: 'non-financial', words: '' };
    case 'not-stated':
      return { kind: 'not-stated' };
    default:
      return { kind: figure.kind, pounds: figure.pounds };
  }
};
