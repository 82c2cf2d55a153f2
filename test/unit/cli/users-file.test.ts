import { describe, expect, it } from 'vitest';
import { readUsersFile } from '../../../cli/users/users-file.ts';

const read = (...lines: readonly string[]) => readUsersFile(new TextEncoder().encode(lines.join('\r\n')));
const heading = 'e-mail,name,roles';

describe('a file of users', () => {
  it('is read as spreadsheets save it: a byte-order mark, quotes, empty lines, roles in one cell', () => {
    const { users, faults } = read(
      `\uFEFF${heading}`,
      'sara@kent.gov.uk,"Sro, Sara ""Sal""",sro;finance',
      '',
      ' olu@kent.gov.uk , Olu Ọlá , "Board, Programme-Office board" ',
      ',,',
    );
    expect(faults).toEqual([]);
    expect(users).toEqual([
      { line: 2, email: 'sara@kent.gov.uk', name: 'Sro, Sara "Sal"', roles: ['sro', 'finance'] },
      { line: 4, email: 'olu@kent.gov.uk', name: 'Olu Ọlá', roles: ['programme-office', 'board'] },
    ]);
  });

  it.each([
    ['an address that is none', 'sara.kent,Sara,sro', 'line 2: "sara.kent" is no e-mail address'],
    ['no name', 'sara@kent.gov.uk,,sro', 'line 2: it has no name'],
    ['a name that is too long', `sara@kent.gov.uk,${'a'.repeat(201)},sro`, 'line 2: its name is longer than 200'],
    ['no role', 'sara@kent.gov.uk,Sara,', 'line 2: it has no role'],
    [
      'a role that there is not',
      'sara@kent.gov.uk,Sara,sro;admin',
      'line 2: "admin" is no role: say transformation-team',
    ],
    ['too few columns', 'sara@kent.gov.uk,Sara', 'line 2: it has 2 columns, not 3'],
    ['too many columns', 'sara@kent.gov.uk,Sara,sro,finance', 'line 2: it has 4 columns, not 3'],
    ['a quote that is not closed', 'sara@kent.gov.uk,"Sara,sro', 'line 2: a text in quotes is not closed'],
  ])('with %s is refused by line', (_what, line, sentence) => {
    const { users, faults } = read(heading, line);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(sentence);
    expect(users).toEqual([]);
  });

  it('names every fault, and somebody who is in it twice, however they are written', () => {
    const { faults } = read(heading, 'a@kent.gov.uk,A,sro', 'b,,', 'A@KENT.gov.uk,A,board');
    expect(faults.map((fault) => fault.slice(0, 40))).toEqual([
      'line 3: "b" is no e-mail address: Cognit',
      'line 3: it has no name: history shows it',
      'line 3: it has no role: without one a pe',
      'line 4: A@KENT.gov.uk is on line 2 as we',
    ]);
  });

  it.each([
    ['nothing in it', [''], 'line 1: the heading must be e-mail,name,roles'],
    ['another heading', ['Name,Mail'], 'line 1: the heading must be'],
    ['semicolons between its columns', ['e-mail;name;roles', 'a@kent.gov.uk;A;sro'], 'line 1: the heading must be'],
    ['nobody below the heading', [heading, ''], 'nobody below it'],
  ])('with %s is refused', (_what, lines, sentence) => {
    expect(read(...lines).faults).toEqual([expect.stringContaining(sentence)]);
  });

  it('in another encoding than UTF-8 is refused, since its names would be changed', () => {
    const { faults } = readUsersFile(Buffer.from(`${heading}\na@kent.gov.uk,Ren\u00e9,sro`, 'latin1'));
    expect(faults).toEqual([expect.stringContaining('not in UTF-8')]);
  });
});
