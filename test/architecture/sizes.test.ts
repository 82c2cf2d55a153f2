import ts from 'typescript';
import { expect, it } from 'vitest';
import { filesOf, foundIn, soundFiles, textOf } from './source.ts';

const heldFiles = [...soundFiles, ...filesOf('test')];
const mostFileLines = 300;
const mostFunctionLines = 60;
const linesOf = (text: string): number => text.replace(/\n$/, '').split('\n').length;
const isFunction = (node: ts.Node): node is ts.FunctionLikeDeclaration => ts.isFunctionLike(node) && 'body' in node;

/** A function's own name, or that of the variable or property that it is the value of. */
const nameOf = (node: ts.FunctionLikeDeclaration): string => {
  if (ts.isConstructorDeclaration(node)) return 'constructor';
  if (node.name !== undefined) return node.name.getText();
  const { parent } = node;
  return ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) || ts.isPropertyDeclaration(parent)
    ? parent.name.getText()
    : 'unnamed';
};

/** `<file>:<line> <name>` of every function of a file that is over the limit. */
const longFunctionsOf = (file: string): readonly string[] =>
  foundIn(file, (node) => (isFunction(node) && linesOf(node.getText()) > mostFunctionLines ? nameOf(node) : undefined));

it(`no file is over ${mostFileLines} lines`, () => {
  expect(heldFiles.filter((file) => linesOf(textOf(file)) > mostFileLines)).toEqual([]);
});

it(`no function is over ${mostFunctionLines} lines`, () => {
  expect(heldFiles.filter((file) => !file.endsWith('.test.ts')).flatMap(longFunctionsOf)).toEqual([]);
});
