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

/** What the proofs and the measurements are made of too: held to the same, but neither shipped nor run with what is. */
export const soundFiles = [...sourceFiles, ...filesOf('prove'), ...filesOf('bench')];

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
