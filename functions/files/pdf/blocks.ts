import { type ChildNode, Element, isText } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import { type Mark, markOf, type Picture, pictureOf } from './picture.ts';

/*
 * The page of a report as what stands below one another on paper. What comes in are our own pages: their elements and
 * classes are those of web/report/.
 */

/** Words of one look; `\n` ends a line. */
export interface Run {
  readonly text: string;
  readonly bold: boolean;
  readonly soft: boolean;
  /** Stands in the place of words. */
  readonly mark?: Mark;
  /** In the place of words, too: the number of the page on which a place is, once that is known. */
  readonly pageOf?: string;
}
export type Runs = readonly Run[];

export interface TableCell {
  readonly runs: Runs;
  readonly toTheRight: boolean;
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4; readonly runs: Runs; readonly place: string | undefined }
  | { readonly kind: 'paragraph'; readonly runs: Runs; readonly look: 'usual' | 'note' | 'asked' }
  | { readonly kind: 'list'; readonly items: readonly Runs[] }
  | { readonly kind: 'picture'; readonly picture: Picture }
  /** What follows is page one with what stands above it, or what stands behind it, or begins on a page of its own. */
  | { readonly kind: 'turn'; readonly to: 'page-one' | 'behind-page-one' | 'short-pack' }
  | { readonly kind: 'contents'; readonly entries: readonly { readonly runs: Runs; readonly place: string }[] }
  | {
      readonly kind: 'table';
      readonly caption: Runs;
      readonly head: readonly TableCell[];
      readonly rows: readonly (readonly TableCell[])[];
    };

const classesOf = (element: Element): readonly string[] => (element.attribs.class ?? '').split(/\s+/);
const has = (element: Element, ...names: readonly string[]): boolean =>
  names.some((name) => classesOf(element).includes(name));

/** Within a cell or a sentence they stand on lines of their own. */
const ownLine = new Set(['div', 'p', 'li', 'ul', 'dl', 'dt', 'dd', 'h3', 'h4']);
const standsAlone = (element: Element): boolean =>
  ownLine.has(element.name) || has(element, 'under', 'source', 'conflict');

interface Look {
  readonly bold: boolean;
  readonly soft: boolean;
}

const plainLook: Look = { bold: false, soft: false };

const lookIn = (element: Element, look: Look): Look => ({
  bold: look.bold || ['strong', 'b', 'dt'].includes(element.name),
  soft: look.soft || has(element, 'under', 'source', 'aside', 'phase'),
});

const isOnPageOne = (element: Element): boolean =>
  element.attribs.id === 'page-one' || (element.parent instanceof Element && isOnPageOne(element.parent));

/** Where a link of page one leads to: paper has no link to follow, and names the page. */
const placeLedTo = (element: Element): string | undefined => {
  const [, place] = element.name === 'a' ? (/^#(.+)$/.exec(element.attribs.href ?? '') ?? []) : [];
  return place !== undefined && isOnPageOne(element) ? place : undefined;
};

const collected = (nodes: readonly ChildNode[], look: Look): readonly Run[] =>
  nodes.flatMap((node): readonly Run[] => {
    // A mark says no more than the words after it, and the font has none.
    if (isText(node)) return [{ text: node.data.replaceAll(/[▲▼]/g, '').replaceAll(/\s+/g, ' '), ...look }];
    if (!(node instanceof Element) || node.name === 'style') return [];
    // Any other drawing within a sentence says nothing that does not stand beside it in words.
    if (node.name === 'svg') {
      const mark = markOf(node);
      return mark === undefined ? [] : [{ text: '', ...look, mark }];
    }
    const inside = collected(node.children, lookIn(node, look)).map((run, n, all) =>
      // The mark of a rating stays with its word.
      all[n - 1]?.mark === undefined ? run : { ...run, text: run.text.replace(/^ /, '\u00A0') },
    );
    const quoted = has(node, 'quoted') ? [{ text: '“', ...look }, ...inside, { text: '”', ...look }] : inside;
    const line = { text: '\n', ...look };
    const pageOf = placeLedTo(node);
    if (pageOf !== undefined) return [...quoted, { text: '', ...look, pageOf }];
    if (has(node, 'phase')) return [{ text: ' ', ...look }, ...quoted];
    return standsAlone(node) ? [line, ...quoted, line] : quoted;
  });

/** Without blanks at the ends of lines, and without empty lines. */
const tidied = (runs: Runs): Runs => {
  const kept: Run[] = [];
  for (const run of runs) {
    const before = kept.at(-1)?.text;
    const atStart = before === undefined || before === '\n';
    if (run.text === '\n') {
      if (!atStart) kept.push(run);
      continue;
    }
    const text = atStart || before.endsWith(' ') ? run.text.replace(/^ +/, '') : run.text;
    if (text !== '' || run.mark !== undefined || run.pageOf !== undefined) kept.push({ ...run, text });
  }
  while (kept.at(-1)?.mark === undefined && kept.at(-1)?.text.trim() === '') kept.pop();
  return kept;
};

const runsOf = (element: Element): Runs => tidied(collected(element.children, plainLook));

const elementsIn = (element: Element): readonly Element[] =>
  element.children.filter((node): node is Element => node instanceof Element);

const findAll = (element: Element, name: string): readonly Element[] =>
  elementsIn(element).flatMap((one) => (one.name === name ? [one] : findAll(one, name)));

const cellsOf = (row: Element): readonly TableCell[] =>
  elementsIn(row).map((cell) => ({ runs: runsOf(cell), toTheRight: has(cell, 'figures') }));

const tableOf = (table: Element): Block => {
  const [caption] = findAll(table, 'caption');
  const [head] = findAll(table, 'thead').flatMap((part) => findAll(part, 'tr'));
  return {
    kind: 'table',
    caption: caption === undefined ? [] : runsOf(caption),
    head: head === undefined ? [] : cellsOf(head),
    rows: findAll(table, 'tbody')
      .flatMap((part) => findAll(part, 'tr'))
      .map(cellsOf),
  };
};

const contentsOf = (nav: Element): readonly Block[] => [
  {
    kind: 'contents',
    entries: findAll(nav, 'a').map((link) => ({
      runs: runsOf(link),
      place: (link.attribs.href ?? '').replace('#', ''),
    })),
  },
  ...elementsIn(nav)
    .filter(({ name }) => name === 'p')
    .map((one): Block => paragraphOf(one)),
];

function paragraphOf(element: Element): Block {
  const look = has(element, 'asked') ? 'asked' : has(element, 'note', 'banner', 'coverage') ? 'note' : 'usual';
  return { kind: 'paragraph', runs: runsOf(element), look };
}

/** Pairs of a name and what it is, a line each. */
const pairsOf = (list: Element): Block => ({
  kind: 'list',
  items: [list, ...findAll(list, 'div')].flatMap((within) => {
    const parts = elementsIn(within);
    return parts.flatMap((name, n) => {
      const value = parts[n + 1];
      if (name.name !== 'dt') return [];
      const label = runsOf(name).map((run) => ({ ...run, bold: true }));
      return [[...label, { text: ': ', bold: true, soft: false }, ...(value === undefined ? [] : runsOf(value))]];
    });
  }),
});

const levels: Readonly<Record<string, 1 | 2 | 3 | 4>> = { h1: 1, h2: 2, h3: 3, h4: 4 };

const blocksOf = (element: Element, place: string | undefined): readonly Block[] => {
  const level = levels[element.name];
  if (level !== undefined)
    return [{ kind: 'heading', level, runs: runsOf(element), place: level === 2 ? place : undefined }];
  if (element.name === 'table') return [tableOf(element)];
  if (element.name === 'p') return [paragraphOf(element)];
  if (element.name === 'ul') return [{ kind: 'list', items: findAll(element, 'li').map(runsOf) }];
  if (element.name === 'dl') return [pairsOf(element)];
  if (element.name === 'nav') return contentsOf(element);
  if (element.name === 'svg') {
    const picture = pictureOf(element);
    return picture === undefined ? [] : [{ kind: 'picture', picture }];
  }
  if (element.name === 'style' || has(element, 'skip')) return [];
  if (has(element, 'short-pack')) return [{ kind: 'turn', to: 'short-pack' }, ...blocksIn(element, place)];
  if (has(element, 'cover') || element.attribs.id === 'page-one')
    return [
      { kind: 'turn', to: 'page-one' },
      ...blocksIn(element, element.attribs.id ?? place),
      { kind: 'turn', to: 'behind-page-one' },
    ];
  const isPlace = ['section', 'footer'].includes(element.name) || has(element, 'annex');
  return blocksIn(element, isPlace ? element.attribs.id : place);
};

/** Text that stands among blocks is a paragraph. */
function blocksIn(element: Element, place: string | undefined): readonly Block[] {
  const inline = new Set(['span', 'strong', 'code', 'a', 'em']);
  const isInline = (node: ChildNode): boolean => isText(node) || (node instanceof Element && inline.has(node.name));
  const blocks: Block[] = [];
  let waiting: ChildNode[] = [];
  const flush = (): void => {
    const runs = tidied(collected(waiting, plainLook));
    waiting = [];
    if (runs.length > 0) blocks.push({ kind: 'paragraph', runs, look: 'usual' });
  };
  for (const node of element.children) {
    if (node instanceof Element && has(node, 'skip')) continue;
    if (isInline(node)) waiting.push(node);
    else {
      flush();
      if (node instanceof Element) blocks.push(...blocksOf(node, place));
    }
  }
  flush();
  return blocks;
}

/** What stands on a page of ours, from its first heading to its foot. @throws where it has no body */
export const blocksOfPage = (page: string): readonly Block[] => {
  const document = parseDocument(page);
  const [html] = document.children.filter((node): node is Element => node instanceof Element && node.name === 'html');
  const body = html === undefined ? undefined : elementsIn(html).find(({ name }) => name === 'body');
  if (body === undefined) throw new Error('the page has no body');
  return blocksIn(body, undefined).filter((block) => !('runs' in block) || block.runs.length > 0);
};
