import writeExcelFile, { type Cell, type Sheet } from 'write-excel-file/node';

/*
 * Trackers of the shape that councils publish, made anew: titles above the heads, heads merged over others, lines between the rows, totals, and words
 * of their own. Names, services and figures are nobody's.
 */

type Row = readonly (string | number | null)[];

const cellOf = (value: string | number | null): Cell =>
  value === null ? null : typeof value === 'number' ? { type: Number, value } : { type: String, value };

const fileOf = async (name: string, data: Sheet<never>['data']): Promise<Uint8Array> =>
  writeExcelFile([{ sheet: name, data }]).toBuffer();

const wide = (value: string, columnSpan: number): readonly Cell[] => [
  { type: String, value, columnSpan },
  ...Array.from({ length: columnSpan - 1 }, () => null),
];

/** A risk log: references, services in the council's words, scores as "3 - Possible", and no targets. */
export const riskLogFile = (rows: readonly Row[]): Promise<Uint8Array> =>
  fileOf('Corporate risk log', [
    [cellOf('Marlshire: corporate risk log')],
    [cellOf('Reviewed monthly')],
    [],
    [...Array.from({ length: 6 }, () => null), ...wide('Gross', 2), ...wide('Residual', 2), null, null],
    ['Ref', 'Service', 'Risk', 'Cause', 'Event', 'Consequence', 'L', 'I', 'L', 'I', 'Owner', 'Status'].map(cellOf),
    ...rows.map((row) => row.map(cellOf)),
    [cellOf(`Total risks: ${rows.length}`)],
  ]);

export const risksOf = (service: string, from: number, count: number): readonly Row[] =>
  Array.from({ length: count }, (_, n) => [
    ...[`CRR ${from + n}`, service, `Risk ${from + n} of ${service}`, 'Demand grows', 'Costs rise', 'Savings are late'],
    ...[4, 4, n % 2 === 0 ? '3 - Possible' : '4 - Likely', 3, 'Head of service', n % 5 === 0 ? 'Cat A' : 'Live'],
  ]);

/** A savings tracker: thousands of pounds, a year a column, amounts as people write them, totals, and no reference. */
export const savingsFile = (): Promise<Uint8Array> =>
  fileOf('MTFP', [
    [cellOf('Savings tracker, £000')],
    ['Project', 'Proposal', 'Cashable?', '2026/27 (£000)', '2027/28 (£000)', 'Confidence'].map(cellOf),
    ['Home care', 'Fewer visits by two', 'Cash', 1_200, 'c. 500', 'High'].map(cellOf),
    ['Home care', 'Shared rotas', 'Cash', 'TBC', '£1.2m', 'Medium'].map(cellOf),
    ['Home care', 'Total', null, 1_200, 1_700, null].map(cellOf),
  ]);
