import { describe, expect, it } from 'vitest';
import { circlesOf, filesOf, importsOf, sourceFiles } from './source.ts';

/*
 * What imports each other, in however many steps, can only be understood together. Biome sees circles of values;
 * these see imports of types too.
 */

const supportFiles = filesOf('test/support');
const proofFiles = filesOf('test/proofs');

describe('no circle of files', () => {
  it.each([
    ['the product', sourceFiles],
    ['the tests’ own support and the proofs', [...supportFiles, ...proofFiles]],
  ])('in %s', (_, files) => {
    expect(circlesOf(new Map(files.map((file) => [file, importsOf(file)])))).toEqual([]);
  });
});

const roomOf = (file: string): string => file.split('/')[0] ?? '';

// A register's folder holds its record, its rules and its parts of report and page, so it is in a circle with their rooms.
const knownRooms = ['domain', 'registers', 'schemas', 'web'];

it('no circle of rooms', () => {
  const rooms = new Map<string, Set<string>>();
  for (const file of sourceFiles) {
    const own = rooms.get(roomOf(file)) ?? new Set();
    rooms.set(roomOf(file), own);
    for (const imported of importsOf(file))
      if (imported.includes('/') && roomOf(imported) !== roomOf(file)) own.add(roomOf(imported));
  }
  const circles = circlesOf(new Map([...rooms].map(([room, others]) => [room, [...others]])));
  expect(circles.filter((circle) => circle.join() !== knownRooms.join())).toEqual([]);
});

it('the search for circles finds one of two and one of three, and none in a tree', () => {
  const arrows = (...pairs: readonly (readonly [string, string])[]) =>
    new Map([...Map.groupBy(pairs, ([from]) => from)].map(([from, all]) => [from, all.map(([, to]) => to)]));
  expect(circlesOf(arrows(['a', 'b'], ['b', 'a'], ['b', 'c']))).toEqual([['a', 'b']]);
  expect(circlesOf(arrows(['a', 'b'], ['b', 'c'], ['c', 'a'], ['d', 'a']))).toEqual([['a', 'b', 'c']]);
  expect(circlesOf(arrows(['a', 'b'], ['a', 'c'], ['b', 'd'], ['c', 'd']))).toEqual([]);
});
