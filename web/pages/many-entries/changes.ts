import type { SavingYear } from '#registers/saving/record.ts';
import { mostEntriesTogether } from '#schemas/limits.ts';
import { type FormValues, valueIn } from '../../forms/form-values.ts';
import { poundsInBox, poundsOf } from '../../forms/money.ts';
import { isObject } from '../../forms/record-values.ts';
import { boxOf, type GridLine, type GridPart, gridParts, linesHeld, versionBox } from './lines.ts';

/*
 * What a grid that was filled in changes: an entry for each line of which something is filled in, or which was found unchanged.
 */

/** What becomes of a line: as the API takes it. */
export type LineChange =
  | { readonly id: string; readonly version: number; readonly record: Readonly<Record<string, unknown>> }
  | { readonly id: string; readonly version: number; readonly reviewedNoChange: true };

export interface GridRead {
  readonly changes: readonly LineChange[];
  readonly faults: ReadonlyMap<string, string>;
}

/** The states that the whole plan of a year can be put into. */
export const stateNames = {
  delivered: 'All delivered',
  onTrack: 'All on track',
  atRisk: 'All at risk',
  unachievable: 'All unachievable',
} as const;
type StateName = keyof typeof stateNames;
const isState = (text: string): text is StateName => Object.hasOwn(stateNames, text);

/** The pounds of a figure that is one exact amount. */
export const exactPounds = (figure: SavingYear['plan'] | undefined): number | undefined =>
  typeof figure === 'number' ? figure : figure?.kind === 'amount' ? figure.pounds : undefined;

export const isTicked = (values: FormValues, name: string): boolean => valueIn(values, name) === 'yes';
const isFilled = (values: FormValues, line: string): boolean =>
  gridParts.some((part) => valueIn(values, boxOf(line, part)) !== '');

const stateFault = 'is for a plan of an exact amount: change the savings line itself';

/** What one control of a line says; undefined where it is empty. */
const partIn = (
  values: FormValues,
  { id, year }: GridLine,
  part: GridPart,
): { readonly value: unknown } | { readonly fault: string } | undefined => {
  const text = valueIn(values, boxOf(id, part));
  if (text === '') return undefined;
  if (part === 'state') {
    const plan = exactPounds(year.plan);
    return isState(text) && plan !== undefined ? { value: { [text]: plan } } : { fault: stateFault };
  }
  const pounds = poundsOf(text);
  return typeof pounds === 'number' ? { value: pounds } : { fault: pounds ?? 'must have an amount' };
};

const fieldOfPart = { forecast: 'forecast', claimed: 'claimedActual', state: 'states' } as const;

/** Whether a line holds already what is filled in. */
const holds = ({ year }: GridLine, part: GridPart, value: unknown): boolean => {
  if (part === 'forecast') return exactPounds(year.forecast) === value;
  if (part === 'claimed') return year.claimedActual === value;
  const filled = (states: unknown): string =>
    JSON.stringify(Object.keys(stateNames).map((name) => (isObject(states) ? (states[name] ?? 0) : 0)));
  return year.states !== undefined && filled(year.states) === filled(value);
};

/** Whether what is filled in of a part of a line is recorded already, as where the same form was sent before. */
export const isRecorded = (values: FormValues, line: GridLine, part: GridPart): boolean => {
  const read = partIn(values, line, part);
  return read !== undefined && 'value' in read && holds(line, part, read.value);
};

const lineChange = (line: GridLine, version: number, parts: ReadonlyMap<GridPart, unknown>): LineChange => {
  // Who fills in what is recorded says that it has not changed.
  if ([...parts].every(([part, value]) => holds(line, part, value)))
    return { id: line.id, version, reviewedNoChange: true };
  const changed = Object.fromEntries([...parts].map(([part, value]) => [fieldOfPart[part], value]));
  const { record } = line.entry;
  const years = Array.isArray(record.years) ? record.years : [];
  return {
    id: line.id,
    version,
    record: {
      ...record,
      years: years.map((year: unknown) =>
        isObject(year) && year.year === line.year.year ? { ...year, ...changed } : year,
      ),
    },
  };
};

/** What one line comes to: its change, nothing, or what is wrong. */
const readLine = (values: FormValues, line: GridLine): LineChange | ReadonlyMap<string, string> | undefined => {
  const version = Number(valueIn(values, versionBox(line.id))) || line.version;
  const unchanged = boxOf(line.id, 'unchanged');
  if (!isFilled(values, line.id))
    return isTicked(values, unchanged) || isTicked(values, 'rest')
      ? { id: line.id, version, reviewedNoChange: true }
      : undefined;
  if (isTicked(values, unchanged))
    return new Map([[unchanged, 'cannot be ticked where a box is filled in: take the tick away, or empty the boxes']]);
  const faults = new Map<string, string>();
  const parts = new Map<GridPart, unknown>();
  for (const part of gridParts) {
    const read = partIn(values, line, part);
    if (read === undefined) continue;
    if ('fault' in read) faults.set(boxOf(line.id, part), read.fault);
    else parts.set(part, read.value);
  }
  return faults.size > 0 ? faults : lineChange(line, version, parts);
};

const isChange = (read: LineChange | ReadonlyMap<string, string>): read is LineChange => 'id' in read;

/** What is filled in for lines that are no longer among those of the review, and would be lost unseen. */
const goneFault = (values: FormValues, lines: readonly GridLine[]): string | undefined => {
  const gone = linesHeld(values).filter(
    (id) => !lines.some((line) => line.id === id) && (isFilled(values, id) || isTicked(values, boxOf(id, 'unchanged'))),
  );
  return gone.length === 0
    ? undefined
    : `no longer has the savings ${gone.length === 1 ? 'line' : 'lines'} ${gone.join(', ')}, and what you filled in there is not saved`;
};

export const changesIn = (values: FormValues, lines: readonly GridLine[]): GridRead => {
  const faults = new Map<string, string>();
  const changes: LineChange[] = [];
  for (const line of lines) {
    const read = readLine(values, line);
    if (read === undefined) continue;
    if (isChange(read)) changes.push(read);
    else for (const [field, message] of read) faults.set(field, message);
  }
  const gone = goneFault(values, lines);
  if (gone !== undefined) faults.set('rest', gone);
  else if (changes.length > mostEntriesTogether)
    faults.set(
      'rest',
      `is of ${changes.length} lines: at most ${mostEntriesTogether} are saved at once. Save some of them first`,
    );
  return { changes, faults };
};

/** What is filled in, with amounts played back as they were understood. */
export const playedBack = (values: FormValues): FormValues =>
  Object.fromEntries(
    Object.entries(values).map(([name, text]) => {
      const pounds = /^lines\/[^/]+\/(?:forecast|claimed)$/.test(name) ? poundsOf(text) : undefined;
      return [name, typeof pounds === 'number' ? poundsInBox(pounds) : text];
    }),
  );

/** The control that a fault of the request is about: the part of the line that it names, or the first that is filled in. */
export const boxOfFault = (pointer: string, values: FormValues, lines: readonly GridLine[]): string | undefined => {
  const [, n, rest = ''] = /^\/entries\/(\d+)(.*)$/.exec(pointer) ?? [];
  const line = n === undefined ? undefined : changesIn(values, lines).changes[Number(n)]?.id;
  if (line === undefined) return undefined;
  const named = gridParts.find((part) => rest.includes(`/${fieldOfPart[part]}`));
  const filled = gridParts.filter((part) => valueIn(values, boxOf(line, part)) !== '');
  return boxOf(line, named !== undefined && filled.includes(named) ? named : (filled[0] ?? 'unchanged'));
};
