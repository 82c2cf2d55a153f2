import type { RecordKind } from '#schemas/history.ts';
import { isRedacted } from '#schemas/redaction.ts';
import { type Contents, redactedContents } from './redacted-state.ts';

/** A text by its place: a JSON pointer (RFC 6901) into what an event recorded, in one version of the record or in every one. */
export interface NamedText {
  readonly pointer: string;
  readonly version?: number | undefined;
}

const at = (value: unknown, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>(
      (within, part) =>
        typeof within === 'object' && within !== null && Object.hasOwn(within, part)
          ? Reflect.get(within, part)
          : undefined,
      value,
    );

/** `/record/...`, `/facts/...` and `/struckOut/reason` are of the state that the event left, `/reason` of the event. */
const textAt = ({ after, reason }: Contents, pointer: string): string | undefined => {
  const text = at({ ...after, reason }, pointer);
  return typeof text === 'string' ? text : undefined;
};

/** The text at a place, where it is one that a person wrote; ids, dates and choices are none. */
const writtenAt = (kind: RecordKind, contents: Contents, pointer: string): string | undefined => {
  const text = textAt(contents, pointer);
  const marked = textAt(
    redactedContents(kind, contents, (one) => `${one} `),
    pointer,
  );
  return text === undefined || text === marked ? undefined : text;
};

/** An event of a record, as far as texts are looked for in it. */
type Recorded = Contents & { readonly version: number };

/** The texts that are named, of the line of a record: each once, and none that was redacted before. */
export const textsNamed = (
  kind: RecordKind,
  line: readonly Recorded[],
  names: readonly NamedText[],
): ReadonlySet<string> =>
  new Set(names.flatMap((name) => textsOf(kind, line, name)).filter((text) => !isRedacted(text)));

const textsOf = (kind: RecordKind, line: readonly Recorded[], { pointer, version }: NamedText): readonly string[] =>
  line
    .filter((event) => version === undefined || event.version === version)
    .flatMap((event) => writtenAt(kind, event, pointer) ?? []);

/** The first place at which nobody wrote a text; undefined: there is one at each. */
export const firstWithoutText = (
  kind: RecordKind,
  line: readonly Recorded[],
  names: readonly NamedText[],
): number | undefined => {
  const n = names.findIndex((name) => textsOf(kind, line, name).length === 0);
  return n === -1 ? undefined : n;
};
