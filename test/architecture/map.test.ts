import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { sourceRooms } from './source.ts';

/*
 * docs/map.md names every room and every folder in one; of the screens the folders below web/pages too.
 */

const root = resolve(import.meta.dirname, '../..');
const rooms = [...sourceRooms, 'bench', 'docs', 'test'];
/** The folders of registers are in docs/reference/registers.md, and what is generated is not in git. */
const elsewhere = /^registers\/.|\/generated\//;

const foldersBelow = (folder: string): readonly string[] =>
  globSync(`${folder}/*/*`, { cwd: root }).map((path) => path.split('/').slice(0, -1).join('/'));

const folders = (): readonly string[] => {
  const all = [...rooms.flatMap(foldersBelow), ...foldersBelow('web/pages')];
  return [...new Set(all)].map((path) => `${path}/`).filter((path) => !elsewhere.test(path));
};

const named = (): readonly string[] =>
  [...readFileSync(resolve(root, 'docs/map.md'), 'utf8').matchAll(/^\| `([a-z0-9/-]+\/)` \|/gm)].map(
    ([, path = '']) => path,
  );

it('the map names every folder of a room', () => {
  expect(folders().filter((path) => !named().includes(path))).toEqual([]);
});

it('every folder that the map names is there, once', () => {
  const all = named();
  expect(all.filter((path) => globSync(`${path}*`, { cwd: root }).length === 0)).toEqual([]);
  expect(all.filter((path, n) => all.indexOf(path) !== n)).toEqual([]);
});
