import { type FormValues, formValuesOf } from '#web/forms/form-values.ts';
import type { ApiEvent } from '../http/api-event.ts';

/** A request of a browser. */
export interface PageRequest {
  readonly method: string;
  /** Decoded, as the gateway hands it over. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly rawQuery: string;
  readonly cookies: readonly string[] | undefined;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Of a form; undefined where none was sent. */
  readonly form: FormValues | undefined;
}

const formType = 'application/x-www-form-urlencoded';

const formOf = ({ body, isBase64Encoded, headers }: ApiEvent): FormValues | undefined => {
  if (headers['content-type']?.split(';')[0]?.trim().toLowerCase() !== formType) return undefined;
  return formValuesOf(isBase64Encoded ? Buffer.from(body ?? '', 'base64').toString('utf8') : (body ?? ''));
};

export const pageRequestOf = (event: ApiEvent): PageRequest => ({
  method: event.requestContext.http.method,
  path: event.rawPath,
  query: Object.fromEntries(new URLSearchParams(event.rawQueryString)),
  rawQuery: event.rawQueryString,
  cookies: event.cookies,
  headers: event.headers,
  form: formOf(event),
});

/**
 * Whether a form was sent by a page of this service. Browsers say so in Sec-Fetch-Site or, before they did, in Origin; the
 * token of the form is looked at besides.
 */
export const isFromHere = ({ headers }: PageRequest, address: string): boolean => {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  return headers.origin === undefined || headers.origin === address;
};
