import type { Role } from '#schemas/people.ts';

/** Roles as people are called by them. */
export const roleNames: Readonly<Record<Role, string>> = {
  'transformation-team': 'Transformation team',
  sro: 'SRO',
  finance: 'Finance',
  assurance: 'Assurance',
  'programme-office': 'Programme office',
  board: 'Board',
  ledger: 'Finance ledger',
};

const within: Readonly<Record<Role, string>> = {
  'transformation-team': 'the transformation team',
  sro: 'the SRO',
  finance: 'finance',
  assurance: 'assurance',
  'programme-office': 'the programme office',
  board: 'the board',
  ledger: 'the finance ledger',
};

/** `the transformation team or the programme office`, in a sentence. */
export const anyOfRoles = (roles: readonly Role[]): string => {
  const names = roles.map((role) => within[role]);
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
};
