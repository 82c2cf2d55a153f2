import ts from 'typescript';
import { expect, it } from 'vitest';
import { foundIn, importsOf, sourceFiles, textOf } from './source.ts';

/** The names that a file imports from packages of the database's client. */
const clientNames = (file: string): ReadonlySet<string> => {
  const names = new Set<string>();
  const tree = ts.createSourceFile(file, textOf(file), ts.ScriptTarget.Latest, true);
  for (const statement of tree.statements) {
    if (!ts.isImportDeclaration(statement) || !/^'@(?:aws-sdk|smithy)\//.test(statement.moduleSpecifier.getText()))
      continue;
    const bindings = statement.importClause?.namedBindings;
    if (bindings !== undefined && ts.isNamedImports(bindings))
      for (const one of bindings.elements) names.add(one.name.text);
    else if (bindings !== undefined) names.add(bindings.name.text);
  }
  return names;
};

const isClassOf =
  (names: ReadonlySet<string>) =>
  (node: ts.Node): string | undefined =>
    ts.isBinaryExpression(node) &&
    node.operatorToken.kind === ts.SyntaxKind.InstanceOfKeyword &&
    names.has(node.right.getText().split('.')[0] ?? '')
      ? node.getText()
      : undefined;

it('no source recognises an error of the database by its class: a bundle may leave the class out', () => {
  const files = sourceFiles.filter((file) => importsOf(file).some((name) => /^@(?:aws-sdk|smithy)\//.test(name)));
  expect(files.length).toBeGreaterThan(5);
  expect(files.flatMap((file) => foundIn(file, isClassOf(clientNames(file))))).toEqual([]);
});

it('the check for classes sees one where there is one', () => {
  const sample = 'test/architecture/impure-sample.ts';
  expect(foundIn(sample, isClassOf(new Set(['Date'])))).toHaveLength(1);
});
