import { CsvError, parse } from 'csv-parse/sync';
import * as z from 'zod';
import { everyRole, PersonRole, type Role } from '#schemas/people.ts';

/** Somebody of the file, with the line on which they are. */
export interface ListedUser {
  readonly line: number;
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

export interface UsersFile {
  readonly users: readonly ListedUser[];
  /** A sentence for each fault, which begins with its line; whoever has one is not among the users. */
  readonly faults: readonly string[];
}

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

const heading = 'e-mail,name,roles';

const isHeading = ([email, name, roles, ...more]: readonly string[]): boolean =>
  /^e-?mail$/i.test(email ?? '') && /^name$/i.test(name ?? '') && /^roles$/i.test(roles ?? '') && more.length === 0;

/** The roles of a cell, separated by `;` or spaces, each once. */
const wordsOf = (cell: string): readonly string[] => [
  ...new Set(
    cell
      .toLowerCase()
      .split(/[;,\s]+/)
      .filter((word) => word !== ''),
  ),
];

const rolesIn = (words: readonly string[]): readonly Role[] => everyRole.filter((role) => words.includes(role));

/** What is wrong with a row, a sentence each. */
const faultsOf = ({ cells }: Row): readonly string[] => {
  if (cells.length !== 3)
    return [`it has ${cells.length} columns, not 3: put a name with a comma in quotes, and ";" between roles.`];
  const [email = '', name = '', roles = ''] = cells;
  const words = wordsOf(roles);
  const unknown = words.filter((word) => !PersonRole.safeParse(word).success);
  return [
    ...(z.email().max(128).safeParse(email).success
      ? []
      : [`"${email}" is no e-mail address: Cognito mails the first password there.`]),
    ...(name === '' ? ['it has no name: history shows it in place of an id.'] : []),
    ...(name.length > 200 ? ['its name is longer than 200 characters.'] : []),
    ...(words.length === 0
      ? [`it has no role: without one a person is refused everywhere. Roles: ${everyRole.join(', ')}.`]
      : []),
    ...unknown.map((word) => `"${word}" is no role: say ${everyRole.join(', ')}.`),
  ];
};

const readRows = (rows: readonly Row[]): UsersFile => {
  const users: ListedUser[] = [];
  const faults: string[] = [];
  const lines = new Map<string, number>();
  for (const row of rows) {
    const [email = '', name = '', roles = ''] = row.cells;
    const key = email.toLowerCase();
    const before = lines.get(key);
    const found = [
      ...faultsOf(row),
      ...(before === undefined ? [] : [`${email} is on line ${before} as well: put all their roles into one line.`]),
    ];
    if (before === undefined) lines.set(key, row.line);
    faults.push(...found.map((sentence) => `line ${row.line}: ${sentence}`));
    if (found.length === 0) users.push({ line: row.line, email, name, roles: rolesIn(wordsOf(roles)) });
  }
  return { users, faults };
};

/** With `info`, which its types do not have, the library says of each row on which line it ends. */
const Numbered = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.int() }) }));

/** The rows of a CSV as spreadsheets save it, without the empty ones. @throws CsvError where its quotes are not in order */
const rowsOf = (text: string): readonly Row[] =>
  Numbered.parse(parse(text, { bom: true, trim: true, relaxColumnCount: true, info: true }))
    .map(({ record, info }) => ({ line: info.lines, cells: record }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));

const refused = (fault: string): UsersFile => ({ users: [], faults: [fault] });

/** Reads a file of users: CSV as spreadsheets save it, in UTF-8, with the heading `e-mail,name,roles`. */
export const readUsersFile = (bytes: Uint8Array): UsersFile => {
  let rows: readonly Row[];
  try {
    rows = rowsOf(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (fault) {
    if (fault instanceof CsvError)
      return refused(`line ${fault.lines}: a text in quotes is not closed, or has something after it.`);
    if (fault instanceof TypeError)
      return refused('it is not in UTF-8: save it as "CSV UTF-8", else names with accents are lost.');
    throw fault;
  }
  const [first, ...users] = rows;
  if (first === undefined || !isHeading(first.cells))
    return refused(`line ${first?.line ?? 1}: the heading must be ${heading}, with commas between.`);
  return users.length === 0 ? refused('it has a heading and nobody below it.') : readRows(users);
};
