import { ExportLine } from '#schemas/export.ts';

/** A line through its schema, and as it was written: digests are over what was written, also where a schema leaves it out. */
export interface ReadLine {
  readonly line: ExportLine;
  readonly written: unknown;
}

/** A member of a JSON object as it was written. */
export const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, name)?.value : undefined;

/** The members of a list as they were written. */
export const itemsOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** An object as it was written. */
export const objectOf = (value: unknown): object => (typeof value === 'object' && value !== null ? value : {});

const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]:]/g;

/** Whether an object of a JSON text names a member twice: two readers could then take it for two values (RFC 8259 4). */
const repeatsAName = (json: string): boolean => {
  const open: Set<string>[] = [];
  let last = '';
  for (const [token] of json.matchAll(tokens)) {
    if (token === '{' || token === '[') open.push(new Set());
    else if (token === '}' || token === ']') open.pop();
    else if (token === ':') {
      const names = open.at(-1);
      const name = String(JSON.parse(last));
      if (names?.has(name)) return true;
      names?.add(name);
    } else last = token;
  }
  return false;
};

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const textOf = (given: string | Uint8Array): string | undefined => {
  if (typeof given === 'string') return given;
  try {
    return utf8.decode(given);
  } catch {
    return undefined;
  }
};

const parsed = (text: string): { readonly value: unknown } | undefined => {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
};

/** A line of an export, or in words why it is none. Bytes are UTF-8. */
export const readLine = (given: string | Uint8Array): ReadLine | string => {
  const text = textOf(given);
  if (text === undefined) return 'it is not text in UTF-8';
  if (text.trim() === '') return 'it is empty';
  const json = parsed(text);
  if (json === undefined) return 'it is not JSON: it was changed or cut short';
  // What comes back as it was written names nothing twice; only what does not is looked at more closely.
  if (JSON.stringify(json.value) !== text && repeatsAName(text)) return 'it names a member of an object twice';
  const line = ExportLine.safeParse(json.value);
  if (line.success) return { line: line.data, written: json.value };
  const issue = line.error.issues[0];
  return `it is not a line of an export: ${issue?.path.join('/') ?? ''}: ${issue?.message ?? ''}`;
};
