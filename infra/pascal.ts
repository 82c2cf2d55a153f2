/** `finance-system` as a part of a name in a template: `FinanceSystem`. */
export const pascal = (id: string): string =>
  id
    .split('-')
    .map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`)
    .join('');
