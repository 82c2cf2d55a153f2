import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { forTheDocuments, madeWhenAsked } from '../../../scripts/made-when-asked.ts';

/** What a file is in a bundle, beside the other files of a small project. */
const inBundle = (name: string, files: Readonly<Record<string, string>>): string =>
  madeWhenAsked(name, (path) => {
    const text = files[path];
    if (text === undefined) throw new Error(`no file ${path}`);
    return text;
  });

const ids = `export const Id = z.string().meta({ description: 'An id' });
export const words = (most: number) => z.string().max(most);
export const all = ['a', 'b'] as const;`;

describe('a field of a list that only the documents read', () => {
  it('holds nothing in a bundle', () => {
    expect(
      inBundle('schemas/operations.ts', {
        'schemas/operations.ts':
          "export const operations = [{ id: 'read', problems: [...reading, 'review.unknown'] }];",
      }),
    ).toContain("[{ id: 'read', problems: [] }]");
  });

  it('is read by no function', () => {
    const fields = Object.values(forTheDocuments).flatMap(Object.keys);
    expect(fields).not.toEqual([]);
    const readers = ['store', 'functions', 'web', 'domain'].flatMap((room) =>
      readdirSync(room, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts'))
        .map((file) => `${room}/${file}`)
        .filter((file) =>
          fields.some((field) =>
            new RegExp(`\\.${field}\\b|\\{[^{}]*\\b${field}\\b[^{}]*\\} =`).test(readFileSync(file, 'utf8')),
          ),
        ),
    );
    expect(readers).toEqual([]);
  });
});

describe('a schema in a bundle', () => {
  it('is made when it is first asked for, and its description is left to the documents', () => {
    expect(
      inBundle('schemas/ids.ts', { 'schemas/ids.ts': ids }),
    ).toBe(`let Id$made;export const Id = () => Id$made ??= (z.string());
export const words = (most: number) => z.string().max(most);
export const all = ['a', 'b'] as const;`);
  });

  it('is asked for wherever its name stands for it, and nowhere else', () => {
    const files = {
      'schemas/ids.ts': ids,
      'functions/api/read.ts': `import { Id, words } from '#schemas/ids.ts';
type Named = z.infer<typeof Id>;
export const read = (given: { Id: string }, text: typeof Id = Id) => ({ Id, named: Id, other: given.Id, w: words(3) });
export const shadow = (Id: number) => Id;`,
    };
    expect(inBundle('functions/api/read.ts', files)).toBe(`import { Id, words } from '#schemas/ids.ts';
type Named = z.infer<typeof Id>;
export const read = (given: { Id: string }, text: typeof Id = Id()) => ({ Id: Id(), named: Id(), other: given.Id, w: words(3) });
export const shadow = (Id: number) => Id;`);
  });

  it('makes what is built of it late as well', () => {
    const files = {
      'schemas/ids.ts': ids,
      'domain/rules.ts': "import { Id } from '#schemas/ids.ts';\nexport const rules = { id: Id };",
    };
    expect(inBundle('domain/rules.ts', files)).toContain('export const rules = () => rules$made ??= ({ id: Id() });');
  });

  it('does not make the entry of a function late: what is set up wrongly stops it at its start', () => {
    const files = {
      'schemas/ids.ts': ids,
      'functions/hosts/board.ts': 'export const environment = readEnvironment(shape);',
    };
    expect(inBundle('functions/hosts/board.ts', files)).toBe(files['functions/hosts/board.ts']);
  });

  it('stands in a list as a field that is made when it is first read', () => {
    const made = inBundle('schemas/operations.ts', {
      'schemas/ids.ts': ids,
      'schemas/operations.ts': "import { Id } from './ids.ts';\nexport const operations = [{ id: 'read', body: Id }];",
    });
    expect(made).toContain("{ id: 'read', get body() { return made$(this, 'body', Id()); } }");
  });

  it('is exported where it is made, or the bundles are not made', () => {
    const files = { 'schemas/ids.ts': ids, 'store/again.ts': "import { Id } from '#schemas/ids.ts';\nexport { Id };" };
    expect(() => inBundle('store/again.ts', files)).toThrow('store/again.ts hands on Id: export it where it is made');
  });
});
