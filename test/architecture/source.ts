import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, resolve } from 'node:path';
import ts from 'typescript';

const root = resolve(import.meta.dirname, '../..');

export const sourceRooms = [
  'language',
  'schemas',
  'registers',
  'domain',
  'store',
  'functions',
  'web',
  'infra',
  'local',
  'cli',
  'scripts',
  'examples',
];

/** Every TypeScript file of a room, by its path in the repository. */
export const filesOf = (room: string): readonly string[] =>
  globSync(`${room}/**/*.ts`, { cwd: root })
    .filter((file) => !file.includes('/generated/'))
    .sort();

export const sourceFiles = sourceRooms.flatMap(filesOf);

/** What the measurements are made of too: held to the same, but neither shipped nor run with what is. */
export const soundFiles = [...sourceFiles, ...filesOf('bench')];

export const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');

const parsed = new Map<string, ts.SourceFile>();
const syntaxOf = (file: string): ts.SourceFile => {
  const tree = parsed.get(file) ?? ts.createSourceFile(file, textOf(file), ts.ScriptTarget.Latest, true);
  parsed.set(file, tree);
  return tree;
};

/** What the syntax of a file shows at some of its nodes, each with its line: `domain/totals.ts:12 Date.now()`. */
export const foundIn = (file: string, judge: (node: ts.Node) => string | undefined): readonly string[] => {
  const tree = syntaxOf(file);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const what = judge(node);
    if (what !== undefined)
      found.push(`${file}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${what}`);
    node.forEachChild(visit);
  };
  visit(tree);
  return found;
};

/** What a file imports: a path in the repository where it is one of ours, else the name of a package or of Node's own module. */
export const importsOf = (file: string): readonly string[] =>
  ts.preProcessFile(textOf(file), true, true).importedFiles.map(({ fileName }) => {
    if (fileName.startsWith('#')) return fileName.slice(1);
    if (fileName.startsWith('.')) return normalize(join(dirname(file), fileName));
    if (fileName.startsWith('node:')) return fileName;
    return fileName
      .split('/')
      .slice(0, fileName.startsWith('@') ? 2 : 1)
      .join('/');
  });

/**
 * The circles among some nodes and what each leads to: every set of them of which each leads to each other, in whatever
 * number of steps, in order of names (Tarjan 1972).
 */
export const circlesOf = (arrows: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] => {
  const numbers = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const circles: string[][] = [];
  const visit = (node: string): number => {
    const number = numbers.size;
    numbers.set(node, number);
    lowest.set(node, number);
    open.push(node);
    for (const next of arrows.get(node) ?? []) {
      if (!arrows.has(next)) continue;
      const reached = numbers.has(next) ? (open.includes(next) ? (numbers.get(next) ?? 0) : number) : visit(next);
      lowest.set(node, Math.min(lowest.get(node) ?? number, reached));
    }
    const own = lowest.get(node) ?? number;
    if (own === number) {
      const circle = open.splice(open.indexOf(node));
      if (circle.length > 1 || (arrows.get(node) ?? []).includes(node)) circles.push(circle.sort());
    }
    return own;
  };
  for (const node of arrows.keys()) if (!numbers.has(node)) visit(node);
  return circles;
};
