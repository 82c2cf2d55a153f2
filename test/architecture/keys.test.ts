import ts from 'typescript';
import { expect, it } from 'vitest';
import { filesOf, foundIn, sourceRooms } from './source.ts';

const isText = (node: ts.Node): boolean => ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);

/** A part of a key: a word in capitals and `#`, in any string. */
const keyPart = (node: ts.Node): string | undefined =>
  isText(node) && /(?:^.|[^&A-Za-z]|^)[A-Z][A-Z-]{2,}#/.test(node.getText()) ? node.getText() : undefined;

/** A partition or sort key made on the spot. */
const keyMade = (node: ts.Node): string | undefined =>
  ts.isPropertyAssignment(node) && /^['"]?(?:pk|sk)['"]?$/.test(node.name.getText()) && isText(node.initializer)
    ? node.getText()
    : undefined;

const rooms = sourceRooms;

it('keys of the table are built in store/table/keys.ts and nowhere else', () => {
  // The prefix of published reports is part of the table's shape: policies are held to it. The access patterns tell of keys in words.
  const builders = new Set([
    'store/table/keys.ts',
    'store/table/keys-of-transfers.ts',
    'store/table/keys-of-messages.ts',
    'store/messages/access-patterns.ts',
    'store/table/table-definition.ts',
    'store/access-patterns.ts',
  ]);
  const elsewhere = rooms
    .flatMap(filesOf)
    .filter((file) => !builders.has(file))
    .flatMap((file) => [...foundIn(file, keyPart), ...foundIn(file, keyMade)]);
  expect(elsewhere).toEqual([]);
});

it('the check for keys sees those of store/table/keys.ts', () => {
  expect(foundIn('store/table/keys.ts', keyPart).length).toBeGreaterThan(5);
});

/** Files that may read the whole table, and why; none is deployed. */
const readsAll: ReadonlySet<string> = new Set([
  // The drill of a restore copies a whole table, and looks through a restored one for every programme that it holds.
  'cli/table-copy.ts',
]);

it('nothing scans the table, but for the drill of a restore', () => {
  const scans = rooms
    .flatMap(filesOf)
    .filter((file) => !readsAll.has(file))
    .flatMap((file) =>
      foundIn(file, (node) =>
        ts.isIdentifier(node) && /^(?:paginateScan|Scan(?:Command)?)$/.test(node.text) ? node.text : undefined,
      ),
    );
  expect(scans).toEqual([]);
});

it.each([...readsAll])('%s, which may read the whole table, is an operator’s command', (file) => {
  expect(filesOf('cli')).toContain(file);
});
