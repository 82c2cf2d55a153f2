import type { Figure } from '#schemas/figures.ts';
import { boxName, type FigureKind } from '../forms/figure-boxes.ts';
import type { FormValues } from '../forms/form-values.ts';
import { poundsInBox, poundsOf } from '../forms/money.ts';

/*
 * A figure as it is written in one cell, and read back: "£1.2m", "about £500,000", "between £1m and £2m", "TBC: the tender is out".
 */

const pounds = (value: number): string => `${value < 0 ? '-' : ''}£${poundsInBox(Math.abs(value))}`;

/** A figure in words that `figureBoxesOf` reads as the same figure; its source and the date that it is as at are not among them. */
export const figureText = (figure: Figure): string => {
  switch (figure.kind) {
    case 'amount':
      return pounds(figure.pounds);
    case 'about':
    case 'nearly':
    case 'over':
      return `${figure.kind} ${pounds(figure.pounds)}`;
    case 'range':
      return `between ${pounds(figure.low)} and ${pounds(figure.high)}`;
    case 'part-known':
      return `part known: ${pounds(figure.pounds)}: ${figure.covers}`;
    case 'to-be-confirmed':
      return `to be confirmed: ${figure.reason}`;
    case 'non-financial':
      return `not financial: ${figure.words}`;
    case 'not-stated':
      return 'not stated';
  }
};

/** What a cell says of a figure: the boxes of its form, or what is wrong with it. */
export type FigureRead = { readonly boxes: FormValues } | { readonly fault: string };

/** Accountants write what is below nothing in brackets. */
const withoutBrackets = (text: string): string => text.replace(/^\((.+)\)$/, '-$1');
export const poundsOfText = (text: string): number | string | undefined => poundsOf(withoutBrackets(text.trim()));

const said = (name: string, kind: FigureKind, held: Readonly<Record<string, string | number>> = {}): FigureRead => ({
  boxes: {
    [`${name}/kind`]: kind,
    ...Object.fromEntries(Object.entries(held).map(([box, value]) => [boxName(name, kind, box), String(value)])),
  },
});

const ofAmount = (name: string, kind: 'amount' | 'about' | 'nearly' | 'over', text: string): FigureRead => {
  const amount = poundsOfText(text);
  return typeof amount === 'number' ? said(name, kind, { pounds: amount }) : { fault: amount ?? 'must have an amount' };
};

const ofRange = (name: string, lowText: string, highText: string): FigureRead => {
  const scaleIn = (text: string): boolean => /[a-z]\s*$/i.test(text);
  if (scaleIn(highText) && !scaleIn(lowText))
    return { fault: 'must have both amounts in full, like between £1m and £2m' };
  const [low, high] = [poundsOfText(lowText), poundsOfText(highText)];
  if (typeof low === 'number' && typeof high === 'number') return said(name, 'range', { low, high });
  return { fault: [low, high].find((one) => typeof one === 'string') ?? 'must have two amounts' };
};

const needsWords = (name: string, kind: FigureKind, box: string, words: string, how: string): FigureRead =>
  words === '' ? { fault: how } : said(name, kind, { [box]: words });

/** How people write the kinds of a figure, each with what is made of it. */
const ways: readonly (readonly [RegExp, (name: string, found: readonly string[]) => FigureRead])[] = [
  [/^(?:not stated|unknown)$/i, (name) => said(name, 'not-stated')],
  [
    /^(?:to be confirmed|t\.?b\.?[cda]\.?)\s*[:;,-]?\s*(.*)$/is,
    (name, [words = '']) =>
      needsWords(
        name,
        'to-be-confirmed',
        'reason',
        words,
        'must say why it is to be confirmed, like TBC: the tender is out',
      ),
  ],
  [
    /^(?:not|non)[ -]financial\s*[:;,-]?\s*(.*)$/is,
    (name, [words = '']) =>
      needsWords(name, 'non-financial', 'words', words, 'must say it in words, like not financial: fewer complaints'),
  ],
  [
    /^part known\s*:\s*([^:]+):\s*(.+)$/is,
    (name, [amount = '', covers = '']) => {
      const known = poundsOfText(amount);
      return typeof known === 'number'
        ? said(name, 'part-known', { pounds: known, covers })
        : { fault: known ?? 'must have an amount' };
    },
  ],
  [
    /^(?:n\/?a|n\.a\.|none|nil|-+|–|—|\?+)$/i,
    () => ({ fault: 'must be an amount, "not stated", "TBC: why" or "not financial: what"; or leave the cell empty' }),
  ],
  [
    /^(?:about|around|approx(?:\.|imately)?|circa|ca?\.|ca? (?=£?\d)|c(?=£?\d)|~)\s*(.+)$/i,
    (name, [text = '']) => ofAmount(name, 'about', text),
  ],
  [/^(?:nearly|almost|just under)\s+(.+)$/i, (name, [text = '']) => ofAmount(name, 'nearly', text)],
  [/^(?:over|more than|above|>)\s*(.+)$/i, (name, [text = '']) => ofAmount(name, 'over', text)],
  [/^between\s+(.+?)\s+and\s+(.+)$/i, (name, [low = '', high = '']) => ofRange(name, low, high)],
  [/^(£?\d[\d,.]*\s*[a-z]*)\s*(?:-|–|to)\s*(£?\d.*)$/i, (name, [low = '', high = '']) => ofRange(name, low, high)],
  [/^(.+)\+$/, (name, [text = '']) => ofAmount(name, 'over', text)],
];

/** @param name of the field in its form */
export const figureBoxesOf = (name: string, text: string): FigureRead => {
  for (const [way, read] of ways) {
    const found = way.exec(text.trim());
    if (found !== null)
      return read(
        name,
        found.slice(1).map((one) => (one ?? '').trim()),
      );
  }
  return ofAmount(name, 'amount', text);
};
