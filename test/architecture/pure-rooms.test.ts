import ts from 'typescript';
import { expect, it } from 'vitest';
import { filesOf, foundIn, soundFiles, textOf } from './source.ts';

const pureFiles = [...filesOf('language'), ...filesOf('schemas'), ...filesOf('registers'), ...filesOf('domain')];

/** What asks the machine for something that a caller should have handed over. */
const impure = (node: ts.Node): string | undefined => {
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && (node.arguments?.length ?? 0) === 0)
    return 'new Date()';
  if (ts.isCallExpression(node) && node.expression.getText() === 'Date') return 'Date()';
  if (ts.isPropertyAccessExpression(node)) {
    const path = node.getText().replaceAll(/\s/g, '');
    if (['Date.now', 'Math.random', 'performance.now', 'process.env', 'Temporal.Now'].includes(path)) return path;
  }
  return ts.isIdentifier(node) && ['randomUUID', 'randomBytes'].includes(node.text) ? node.text : undefined;
};

it('the rules and the schemas read no clock, no chance and no environment', () => {
  expect(pureFiles.length).toBeGreaterThan(0);
  expect(pureFiles.flatMap((file) => foundIn(file, impure))).toEqual([]);
});

it('the check for clocks sees one where there is one', () => {
  expect(foundIn('test/architecture/impure-sample.ts', impure)).toHaveLength(5);
});

const unsound = (node: ts.Node): string | undefined => {
  if (ts.isAsExpression(node) && node.type.getText() !== 'const') return `as ${node.type.getText()}`;
  if (ts.isTypeAssertionExpression(node)) return `<${node.type.getText()}>`;
  if (ts.isNonNullExpression(node)) return `${node.expression.getText()}!`;
  return node.kind === ts.SyntaxKind.AnyKeyword ? 'any' : undefined;
};

it('no source claims to know a type better than the compiler', () => {
  expect(soundFiles.flatMap((file) => foundIn(file, unsound))).toEqual([]);
});

it('no source silences the compiler', () => {
  const silenced = soundFiles.filter((file) => /@ts-(?:ignore|expect-error|nocheck)/.test(textOf(file)));
  expect(silenced).toEqual([]);
});

/** What is dear to make and seldom needed: with the platform's data of time zones and languages, 9 ms of every import. */
const madeWhenLoaded = (node: ts.Node): string | undefined =>
  ts.isNewExpression(node) &&
  node.expression.getText().startsWith('Intl.') &&
  ts.findAncestor(node, ts.isFunctionLike) === undefined
    ? node.expression.getText()
    : undefined;

it('no file makes a formatter of the platform when it is loaded', () => {
  const files = ['language', 'schemas', 'registers', 'domain', 'store', 'functions', 'web'].flatMap(filesOf);
  expect(files.flatMap((file) => foundIn(file, madeWhenLoaded))).toEqual([]);
  expect(foundIn('test/architecture/impure-sample.ts', madeWhenLoaded)).toHaveLength(1);
});
