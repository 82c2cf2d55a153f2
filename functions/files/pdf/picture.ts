import { type ChildNode, Element, isText } from 'domhandler';

/*
 * A drawing of our own pages as shapes to draw anew: rectangles, lines, circles, paths of straight lines and words, each with the look that
 * its class has in web/report/style.ts. What it says to those who do not see it is its description.
 */

export type Filling = 'none' | 'hatched' | 'dotted' | 'crossed';

export interface Look {
  readonly fill?: string;
  readonly filling?: Filling;
  readonly stroke?: string;
  readonly width?: number;
  readonly dashed?: boolean;
}

export type Shape =
  | {
      readonly kind: 'rect';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly look: Look;
    }
  | {
      readonly kind: 'line';
      readonly from: readonly [number, number];
      readonly to: readonly [number, number];
      readonly look: Look;
    }
  | { readonly kind: 'circle'; readonly x: number; readonly y: number; readonly radius: number; readonly look: Look }
  | { readonly kind: 'path'; readonly path: string; readonly look: Look }
  | {
      readonly kind: 'words';
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly size: number;
      readonly bold: boolean;
      readonly soft: boolean;
      readonly anchor: 'start' | 'middle' | 'end';
    };

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Its name and its description. */
  readonly alternative: string;
  readonly shapes: readonly Shape[];
}

const ink = '#1b2427';
const accent = '#0c5a63';
const outlined = { fill: '#ffffff', stroke: accent, width: 1.5 };

/** The looks of shapes by their classes; a class that is not here has none, and the shape is not drawn. */
const looks: Readonly<Record<string, Look>> = {
  required: { fill: ink },
  stated: { fill: accent },
  open: outlined,
  'built-up': { ...outlined, width: 1, filling: 'hatched' },
  'at-risk': { ...outlined, width: 1, filling: 'dotted' },
  unachievable: { ...outlined, width: 1, filling: 'crossed' },
  ranging: { stroke: accent, width: 1.5, dashed: true },
  rule: { stroke: '#d3dadc', width: 1 },
  grid: { stroke: '#e8eded', width: 1 },
  slip: { stroke: ink, width: 1.5, dashed: true },
  'baseline-mark': { fill: '#ffffff', stroke: ink, width: 1.5 },
  'forecast-mark': { fill: accent },
  'actual-mark': { fill: accent },
  hollow: { stroke: '#526067', width: 1.5 },
  arrow: { stroke: ink, width: 2 },
  'arrow-head': { fill: ink },
  low: { fill: '#eef6f0' },
  medium: { fill: '#f7dfa6' },
  high: { fill: '#eab5a5' },
};

/** Sizes of words by their classes. */
const sizes: Readonly<Record<string, number>> = {
  year: 16,
  'bar-label': 13.5,
  'bar-value': 13.5,
  'axis-word': 13.5,
  tick: 12.5,
  'axis-name': 12.5,
  'band-word': 12,
  count: 24,
  nobody: 16,
};
const bold = new Set(['year', 'bar-value', 'count']);
const soft = new Set(['tick', 'axis-name']);

const numberOf = (element: Element, name: string): number => Number(element.attribs[name] ?? 0);
const classesOf = (element: Element): readonly string[] => (element.attribs.class ?? '').split(/\s+/);

const textIn = (nodes: readonly ChildNode[]): string =>
  nodes.map((node) => (isText(node) ? node.data : node instanceof Element ? textIn(node.children) : '')).join('');

const elementsIn = (element: Element): readonly Element[] =>
  element.children.filter((node): node is Element => node instanceof Element);

const wordsOf = (element: Element): Shape => {
  const classes = classesOf(element);
  const size = classes.map((name) => sizes[name]).findLast((one) => one !== undefined) ?? 13;
  const anchor = element.attribs['text-anchor'];
  return {
    kind: 'words',
    ...{ x: numberOf(element, 'x'), y: numberOf(element, 'y'), text: textIn(element.children), size },
    bold: classes.some((name) => bold.has(name)) && !classes.includes('nobody'),
    soft: classes.some((name) => soft.has(name)),
    anchor: anchor === 'end' || anchor === 'middle' ? anchor : 'start',
  };
};

const lookOf = (element: Element): Look | undefined =>
  classesOf(element)
    .map((name) => looks[name])
    .find((one) => one !== undefined);

const shapesOf = (element: Element, look = lookOf(element)): readonly Shape[] => {
  if (element.name === 'text') return [wordsOf(element)];
  if (look === undefined) return [];
  const at = { x: numberOf(element, 'x'), y: numberOf(element, 'y') };
  switch (element.name) {
    case 'rect':
      return [{ kind: 'rect', ...at, width: numberOf(element, 'width'), height: numberOf(element, 'height'), look }];
    case 'line':
      return [
        {
          kind: 'line',
          from: [numberOf(element, 'x1'), numberOf(element, 'y1')],
          to: [numberOf(element, 'x2'), numberOf(element, 'y2')],
          look,
        },
      ];
    case 'circle':
      return [
        {
          kind: 'circle',
          x: numberOf(element, 'cx'),
          y: numberOf(element, 'cy'),
          radius: numberOf(element, 'r'),
          look,
        },
      ];
    case 'path':
      return [{ kind: 'path', path: element.attribs.d ?? '', look }];
    default:
      return [];
  }
};

/** Of a rating the shape and the colour that stand before its word; the word says as much. */
export interface Mark {
  readonly size: number;
  readonly shapes: readonly Shape[];
}

/** As in web/report/style.ts. */
const inks: Readonly<Record<string, string>> = {
  green: '#23733f',
  'amber-green': '#6d7a10',
  amber: '#b86a00',
  'amber-red': '#b4481a',
  red: '#ad1f1f',
};

/** The mark of a rating; undefined: the drawing is another. */
export const markOf = (svg: Element): Mark | undefined => {
  const within = svg.parent instanceof Element ? classesOf(svg.parent) : [];
  if (!within.includes('rating')) return undefined;
  const fill = within.map((name) => inks[name]).find((one) => one !== undefined);
  const shapes = elementsIn(svg).flatMap((one) =>
    shapesOf(one, lookOf(one) ?? (fill === undefined ? undefined : { fill })),
  );
  const [, , width] = (svg.attribs.viewbox ?? svg.attribs.viewBox ?? '').split(' ').map(Number);
  return width === undefined ? undefined : { size: width, shapes };
};

/** A drawing that is one of its own, as those within sentences are not; undefined: it is none. */
export const pictureOf = (svg: Element): Picture | undefined => {
  const [, , width, height] = (svg.attribs.viewbox ?? svg.attribs.viewBox ?? '').split(' ').map(Number);
  if (svg.attribs.role !== 'img' || width === undefined || height === undefined) return undefined;
  const parts = elementsIn(svg);
  const said = ['title', 'desc'].flatMap((name) => parts.filter((one) => one.name === name));
  return {
    width,
    height,
    alternative: said.map((one) => textIn(one.children).trim()).join(': '),
    shapes: parts.flatMap((one) => shapesOf(one)),
  };
};
