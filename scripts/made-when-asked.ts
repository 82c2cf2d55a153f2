import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { Plugin } from 'esbuild';
import ts from 'typescript';

/*
 * Schemas are made when they are first asked for: docs/adr/0015-cold-start.md. A function that starts would otherwise
 * make some two thousand of them for a request that needs a few dozen. In a bundle, and only there, each constant of the
 * pure rooms below that is the result of a call becomes a function that makes it once, and each use of it a call.
 * A constant that nothing asks for falls out of the bundle, and so do the descriptions and which problems an operation may
 * answer, which are for the documents.
 */

/** Where constants are made late: loading these modules reads no clock, chance or state, so that it does not matter when. */
const rooms = [
  'schemas/',
  'registers/',
  'domain/',
  'store/',
  'functions/http/',
  'functions/commands/',
  'functions/queries/',
  'functions/reports/',
  'language/',
  'functions/api/',
  'functions/scheduled/',
  'functions/views/',
  'web/',
];

/** The lists whose records hold schemas, and the fields that are made when they are first read; undefined: all of them. */
const lists: Readonly<Record<string, readonly string[] | undefined>> = {
  'schemas/operations.ts': ['params', 'query', 'body', 'schema'],
};

/** Fields of lists that only the documents read, and what stands there in a bundle: nothing. */
export const forTheDocuments: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'schemas/operations.ts': { problems: '[]', tag: "''" },
};

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

interface Constant {
  readonly name: ts.Identifier;
  readonly initialiser: ts.Expression;
  readonly statement: ts.VariableStatement;
}

/** The top-level constants of a file of the rooms. */
const constantsOf = (file: ts.SourceFile): readonly Constant[] =>
  rooms.some((room) => file.fileName.startsWith(room))
    ? file.statements.flatMap((statement) => {
        if (!ts.isVariableStatement(statement) || (statement.declarationList.flags & ts.NodeFlags.Const) === 0)
          return [];
        const [declaration, another] = statement.declarationList.declarations;
        if (declaration?.initializer === undefined || another !== undefined) return [];
        const { name, initializer: initialiser } = declaration;
        return ts.isIdentifier(name) ? [{ name, initialiser, statement }] : [];
      })
    : [];

/** Whether an expression calls something, or mentions one of the names, outside the functions in it. */
const makes = (node: ts.Node, mentions: ReadonlySet<string>): boolean =>
  !ts.isFunctionLike(node) &&
  !ts.isTypeNode(node) &&
  (ts.isCallExpression(node) ||
    ts.isNewExpression(node) ||
    (ts.isIdentifier(node) && mentions.has(node.text)) ||
    (ts.forEachChild(node, (child) => makes(child, mentions)) ?? false));

const parsed = (name: string, text: string): ts.SourceFile =>
  ts.createSourceFile(name, text, ts.ScriptTarget.ESNext, true, ts.ScriptKind.TS);

/** The file that an import names, from the project's root; undefined for a package. */
const fileNamed = (specifier: string, importer: string): string | undefined => {
  if (specifier.startsWith('#')) return specifier.slice(1);
  return specifier.startsWith('.') ? join(dirname(importer), specifier) : undefined;
};

const nothingElse = ts.createCompilerHost({});

/** Names within one file, resolved by the compiler itself. */
const symbolsOf = (file: ts.SourceFile): ts.TypeChecker =>
  ts
    .createProgram({
      rootNames: [file.fileName],
      options: { noResolve: true, noLib: true, target: ts.ScriptTarget.ESNext, allowImportingTsExtensions: true },
      host: {
        ...nothingElse,
        getSourceFile: (name) => (name === file.fileName ? file : undefined),
        fileExists: (name) => name === file.fileName,
      },
    })
    .getTypeChecker();

/** Whether an identifier that names a late constant stands for its value, and does not declare or hand it on. */
const isUse = (node: ts.Identifier): boolean =>
  !ts.isImportSpecifier(node.parent) &&
  !ts.isExportSpecifier(node.parent) &&
  !(ts.isVariableDeclaration(node.parent) && node.parent.name === node);

interface Import {
  readonly element: ts.ImportSpecifier;
  /** The name where it comes from, and that file. */
  readonly required: string;
  readonly path: string;
}

/** The values that a file imports from the project's own. */
const importsOf = (file: ts.SourceFile): readonly Import[] =>
  file.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) return [];
    const path = fileNamed(statement.moduleSpecifier.text, file.fileName);
    const named = statement.importClause?.namedBindings;
    if (path === undefined || named === undefined || statement.importClause?.phaseModifier !== undefined) return [];
    if (!ts.isNamedImports(named)) throw new Error(`${file.fileName}: name what is imported from ${path}`);
    return named.elements
      .filter((element) => !element.isTypeOnly)
      .map((element) => ({ element, required: (element.propertyName ?? element.name).text, path }));
  });

/** The values that a file exports under `export { … }`: a late constant must be exported where it is made. */
const handedOn = (file: ts.SourceFile): readonly string[] =>
  file.statements.flatMap((statement) =>
    ts.isExportDeclaration(statement) && !statement.isTypeOnly && statement.exportClause !== undefined
      ? ts.isNamedExports(statement.exportClause)
        ? statement.exportClause.elements
            .filter((one) => !one.isTypeOnly)
            .map((one) => (one.propertyName ?? one.name).text)
        : []
      : [],
  );

type LateIn = (path: string) => ReadonlySet<string>;

/** The late constants of each file, found once. */
const lateConstants = (read: (path: string) => string): LateIn => {
  const found = new Map<string, ReadonlySet<string> | 'being found'>();
  const lateIn: LateIn = (path) => {
    const known = found.get(path);
    if (known === 'being found') throw new Error(`${path} imports itself by way of others`);
    if (known !== undefined) return known;
    found.set(path, 'being found');
    const file = parsed(path, read(path));
    const mentioned = new Set(
      importsOf(file).flatMap(({ element, required, path: from }) =>
        lateIn(from).has(required) ? [element.name.text] : [],
      ),
    );
    const late = new Set<string>();
    for (const { name, initialiser } of constantsOf(file))
      if (makes(initialiser, mentioned)) {
        late.add(name.text);
        mentioned.add(name.text);
      }
    const astray = handedOn(file).filter((name) => mentioned.has(name));
    if (astray.length > 0) throw new Error(`${path} hands on ${astray.join(', ')}: export it where it is made`);
    found.set(path, late);
    return late;
  };
  return lateIn;
};

/** Beside a list: the value of a field, made once. */
const keep =
  'const made$ = (record, field, value) => (Object.defineProperty(record, field, { value, enumerable: true }), value);';
const quoted = (name: string): string => (name.startsWith("'") ? name : `'${name}'`);

const editsOf = (file: ts.SourceFile, lateIn: LateIn): readonly Edit[] => {
  const edits: Edit[] = [];
  const lateHere = lateIn(file.fileName);
  const own = constantsOf(file).filter(({ name }) => lateHere.has(name.text));
  const late = new Set<ts.Node>([
    ...own.map(({ name }) => name.parent),
    ...importsOf(file).flatMap(({ element, required, path }) => (lateIn(path).has(required) ? [element] : [])),
  ]);
  const symbols = late.size === 0 ? undefined : symbolsOf(file);
  const describes = file.fileName.startsWith('schemas/');
  const isList = file.fileName in lists;
  const fields = lists[file.fileName];
  const emptied = forTheDocuments[file.fileName] ?? {};

  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return;
    if (
      describes &&
      ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression) &&
      node.expression.name.text === 'meta'
    ) {
      visit(node.expression.expression);
      edits.push({ from: node.expression.expression.end, to: node.end, text: '' });
      return;
    }
    const nothing = ts.isPropertyAssignment(node) ? emptied[node.name.getText(file)] : undefined;
    if (ts.isPropertyAssignment(node) && nothing !== undefined) {
      edits.push({ from: node.initializer.getStart(file), to: node.end, text: nothing });
      return;
    }
    if (symbols !== undefined && ts.isIdentifier(node) && isUse(node)) {
      const shorthand = ts.isShorthandPropertyAssignment(node.parent);
      const symbol = shorthand
        ? symbols.getShorthandAssignmentValueSymbol(node.parent)
        : symbols.getSymbolAtLocation(node);
      if (symbol?.declarations?.some((one) => late.has(one)) === true)
        edits.push({ from: node.end, to: node.end, text: shorthand ? `: ${node.text}()` : '()' });
    }
    ts.forEachChild(node, visit);
    if (isList && ts.isPropertyAssignment(node) && (fields?.includes(node.name.getText(file)) ?? true)) {
      const name = node.name.getText(file);
      const from = node.initializer.getStart(file);
      edits.push({ from: node.getStart(file), to: from, text: `get ${name}() { return made$(this, ${quoted(name)}, ` });
      edits.push({ from: node.end, to: node.end, text: '); }' });
    }
  };
  visit(file);

  for (const { name, initialiser, statement } of own) {
    const start = statement.getStart(file);
    edits.push({ from: start, to: start, text: `let ${name.text}$made;` });
    edits.push({
      from: initialiser.getStart(file),
      to: initialiser.getStart(file),
      text: `() => ${name.text}$made ??= (`,
    });
    edits.push({ from: initialiser.end, to: initialiser.end, text: ')' });
  }
  return edits;
};

/** From the end to the beginning; at one place the outer edit, which was found after the inner, first. */
const edited = (text: string, edits: readonly Edit[]): string =>
  [...edits]
    .map((edit, order) => ({ ...edit, order }))
    .sort((a, b) => b.from - a.from || b.order - a.order)
    .reduce((made, { from, to, text: put }) => `${made.slice(0, from)}${put}${made.slice(to)}`, text);

/** What a file of the project, named from its root, is in a bundle. */
export const madeWhenAsked = (name: string, read: (path: string) => string, lateIn = lateConstants(read)): string => {
  const text = read(name);
  const made = edited(text, editsOf(parsed(name, text), lateIn));
  return name in lists ? `${made}\n${keep}` : made;
};

export const schemasMadeWhenAsked = (root = process.cwd()): Plugin => ({
  name: 'schemas made when asked for',
  setup: ({ onLoad }) => {
    const texts = new Map<string, string>();
    const read = (path: string): string => {
      const text = texts.get(path) ?? readFileSync(resolve(root, path), 'utf8');
      texts.set(path, text);
      return text;
    };
    const lateIn = lateConstants(read);
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const name = relative(root, path);
      return name.startsWith('node_modules') ? null : { contents: madeWhenAsked(name, read, lateIn), loader: 'ts' };
    });
  },
});
