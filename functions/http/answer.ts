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

/** Text of a media type of its own, which no schema looks into. */
export interface TextAnswer {
  readonly kind: 'text';
  readonly headers: Headers;
  readonly mediaType: string;
  readonly body: string;
}

/** Nothing has changed since what the sender holds. */
export interface NotModified {
  readonly kind: 'not-modified';
  readonly headers: Headers;
}

export type Answer = JsonAnswer | TextAnswer | NotModified;

export const jsonAnswer = (body: unknown, headers: Headers = {}, status = 200): JsonAnswer => ({
  kind: 'json',
  status,
  headers,
  body,
});
export const textAnswer = (mediaType: string, body: string, headers: Headers = {}): TextAnswer => ({
  kind: 'text',
  mediaType,
  headers,
  body,
});
