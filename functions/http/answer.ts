type Headers = Readonly<Record<string, string>>;

/** JSON through the operation's schema. */
export interface JsonAnswer {
  readonly kind: 'json';
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
  /** The body's JSON, where it has been through the schema already. */
  readonly text?: string;
}

/** A page of a list as JSON through the operation's schema: as many of its items, from the first on, as one answer has room for. */
export interface PageAnswer {
  readonly kind: 'page';
  readonly items: readonly unknown[];
  /** The cursor of the page after so many of the items; null where nothing follows them. */
  readonly nextAfter: (shown: number) => string | null;
}

/** Text of a media type of its own, which no schema looks into. */
export interface TextAnswer {
  readonly kind: 'text';
  readonly headers: Headers;
  readonly mediaType: string;
  readonly body: string;
}

/** A file of a media type that is no text. */
export interface FileAnswer {
  readonly kind: 'file';
  readonly headers: Headers;
  readonly mediaType: string;
  /** Its bytes in base64, as a function hands them on. */
  readonly base64: string;
}

/** Nothing has changed since what the sender holds. */
export interface NotModified {
  readonly kind: 'not-modified';
  readonly headers: Headers;
}

export type Answer = JsonAnswer | PageAnswer | TextAnswer | FileAnswer | NotModified;

export const jsonAnswer = (body: unknown, headers: Headers = {}, status = 200): JsonAnswer => ({
  kind: 'json',
  status,
  headers,
  body,
});
export const pageAnswer = <T>(
  items: readonly T[],
  nextAfter: (shown: number, last: T | undefined) => string | null,
): PageAnswer => ({ kind: 'page', items, nextAfter: (shown) => nextAfter(shown, items[shown - 1]) });
export const textAnswer = (mediaType: string, body: string, headers: Headers = {}): TextAnswer => ({
  kind: 'text',
  mediaType,
  headers,
  body,
});
